"""Periods of reports as texts name them: quý III, 6 tháng đầu năm, monthly."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from knowledge.dates.words import read_words
from knowledge.reporting.periods import Period


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The period of a report that is asked about.

    `kind` is None for any periodic report, `number` None for each period of the kind, `year` None
    where none is named.
    """

    kind: Period | None = None
    number: int | None = None
    year: int | None = None


class _Pattern(NamedTuple):
    kind: Period
    pattern: re.Pattern[str]
    number: Callable[[re.Match[str]], int | None]


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ENGLISH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_HALVES = {"dau": 1, "cuoi": 2, "first": 1, "last": 2, "second": 2}


def _pattern(
    kind: Period, pattern: str, number: Callable[[re.Match[str]], int | None] = lambda _: None
) -> _Pattern:
    return _Pattern(kind, re.compile(pattern), number)


# Over words folded and told from look-alikes. Of those that match, the first in the text counts,
# and of two at one place the first here; a year only where none else does.
_PERIODS = (
    _pattern(Period.NINE_MONTHS, r"\b(?:9|chin) thang\b(?! \d)|\b(?:9|nine) (?:- )?months?\b"),
    _pattern(Period.HALF, r"\b(?:6|sau) thang (dau|cuoi)\b", lambda m: _HALVES[m[1]]),
    _pattern(Period.HALF, r"\b(?:6 thang|nua) (?:nam )?(dau|cuoi) nam\b", lambda m: _HALVES[m[1]]),
    _pattern(
        Period.HALF,
        r"\b(first|last|second) (?:half|(?:6|six) (?:- )?months?)\b",
        lambda m: _HALVES[m[1]],
    ),
    _pattern(Period.HALF, r"\b6 thang\b(?! \d)|\bban nien\b|\b(?:6|six) (?:- )?months?\b"),
    _pattern(Period.HALF, r"\b(?:half|semi) ?(?:- )?(?:year(?:ly)?|annual(?:ly)?)\b"),
    _pattern(
        Period.QUARTER,
        r"\b(?:quy|quarter) (?:so |thu )?(iii|ii|iv|i|[1-4])\b",
        lambda m: _ROMAN.get(m[1]) or int(m[1]),
    ),
    _pattern(Period.QUARTER, r"\bq ?([1-4])\b", lambda m: int(m[1])),
    _pattern(
        Period.QUARTER,
        rf"\b({'|'.join(_ENGLISH)}) (?:- )?quarter\b",
        lambda m: _ENGLISH[m[1]],
    ),
    _pattern(Period.QUARTER, r"\bquy\b(?! (?:nao|may|bao nhieu)\b)|\bquarter(?:ly)?\b"),
    _pattern(Period.MONTH, r"(?<!\d )\bthang (0?[1-9]|1[0-2])\b", lambda m: int(m[1])),
    _pattern(
        Period.MONTH,
        r"\b(?:hang|moi|tung|theo|bao cao|dinh ky|so lieu) thang\b(?! (?:nao|may|\d))"
        r"|\bmonthly\b|\b(?:each|every) month\b",
    ),
)
_YEAR = re.compile(
    r"\b(?:hang|moi|cuoi|ca|bao cao(?: dinh ky)?|so lieu) nam\b(?! (?:nao|may))"
    r"|\b(?:annual(?:ly)?|yearly|each year|every year|year (?:- )?end)\b"
)
_LISTED_YEAR = re.compile(r"(?:,|\bva) (?:1 |mot )?nam\b(?! \d)")  # "quý, 6 tháng, năm"
_QUARTERS = re.compile(
    r"\bquy (?:iii|ii|iv|i|[1-4])(?: (?:,|;|-|va) (?:quy )?(?:iii|ii|iv|i|[1-4])\b(?! thang))+"
)
_RELATIVE = re.compile(
    r"\b(?:(quy|thang|nam) (nay|truoc|vua roi|vua qua|sau|toi)"
    r"|(this|last|previous|next) (quarter|month|year))\b"
)
_KINDS = {
    "quy": Period.QUARTER,
    "quarter": Period.QUARTER,
    "thang": Period.MONTH,
    "month": Period.MONTH,
    "nam": Period.YEAR,
    "year": Period.YEAR,
}
_STEPS = {"nay": 0, "this": 0, "sau": 1, "toi": 1, "next": 1}
_PERIODIC = re.compile(r"\bdinh ky\b|\bperiodic(?:al)?\b|\bregular report")


def find_periods(text: str) -> tuple[ReportPeriod, ...]:
    """Find all periods that a text names, without years."""
    plain = read_plain(text)
    found: dict[int, ReportPeriod] = {}
    for each in _PERIODS:
        for match in each.pattern.finditer(plain):
            found.setdefault(match.start(), ReportPeriod(each.kind, each.number(match)))
    named = [*found.values(), *_list_quarters(plain)]
    if _YEAR.search(plain) or (named and _LISTED_YEAR.search(plain)):
        named.append(ReportPeriod(Period.YEAR, 1))
    return tuple(dict.fromkeys(named))


def _list_quarters(plain: str) -> list[ReportPeriod]:
    """Read the quarters after the first of a list: "quý I, II, III và năm"."""
    tails = " ".join(listed[0] for listed in _QUARTERS.finditer(plain))
    numbers = re.findall(r"\b(iii|ii|iv|i|[1-4])\b", tails)
    return [ReportPeriod(Period.QUARTER, _ROMAN.get(n) or int(n)) for n in numbers]


def find_period(text: str) -> ReportPeriod | None:
    """Read the period of the first sentence that names one: a follow-up stands before its past."""
    for part in text.split(";"):
        plain = read_plain(part)
        found = [(each, m) for each in _PERIODS if (m := each.pattern.search(plain))]
        if found:
            each, match = min(found, key=lambda pair: pair[1].start())
            return ReportPeriod(each.kind, each.number(match))
        if relative := _RELATIVE.search(plain):
            return ReportPeriod(_KINDS[relative[1] or relative[4]])
        if _YEAR.search(plain):
            return ReportPeriod(Period.YEAR, 1)
    return ReportPeriod() if _PERIODIC.search(read_plain(text)) else None


def count_from(text: str, kind: Period, today: dt.date) -> ReportPeriod | None:
    """Count the "this", "last" or "next" period of a kind that a text names from today."""
    named = _RELATIVE.finditer(read_plain(text))
    found = next((m for m in named if _KINDS[m[1] or m[4]] is kind), None)
    if found is None:
        return None
    step = _STEPS.get(found[2] or found[3], -1)
    at = today.year * len(kind.numbers) + (today.month - 1) // kind.months + step
    return ReportPeriod(kind, at % len(kind.numbers) + 1, at // len(kind.numbers))


@lru_cache(maxsize=2_000)  # 2 KB a text, which takes a millisecond
def read_plain(text: str) -> str:
    """Fold a text's words; "quỹ" and the "quy" of "quy định" are no words of time."""
    return " ".join(word.plain.replace("~", "_") for word in read_words(text))
