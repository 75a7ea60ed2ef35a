"""The year, half, quarter, month and days that a question names."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from knowledge.search.codes import find_dates, mask_codes
from knowledge.text import fold

Days = tuple[dt.date, dt.date]
Value = TypeVar("Value")

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# As spoken. Without marks "năm", "sáu" and "tư" are other words as often.
_SPOKEN = {
    "muoi hai": 12, "muoi mot": 11, "muoi": 10, "chin": 9, "tam": 8, "bay": 7, "ba": 3, "hai": 2,
    "mot": 1, "nhat": 1, "nhi": 2, "bon": 4, "chap": 12, "gieng": 1,
}  # fmt: skip
_MONTHS_SPOKEN = "|".join(word for word in _SPOKEN if word not in ("nhat", "nhi", "bon"))
_ENGLISH_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_ENGLISH_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


@dataclass(frozen=True, slots=True)
class NamedTime:
    """What of the calendar was named; each part may be absent. `days` are first and last."""

    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    half: int | None = None
    days: Days | None = None

    @property
    def is_within_year(self) -> bool:
        """Say whether a part of a year was named."""
        return bool(self.quarter or self.month or self.half or self.days)

    def find_window(self, year: int | None) -> Days | None:
        """Return the first and last day of the part of a year named; `year` where none is."""
        year = self.year or year
        if self.days:
            return self.days
        if not year or not self.is_within_year:
            return None
        if self.month:
            return _months(year, self.month, self.month)
        if self.quarter:
            return _months(year, self.quarter * 3 - 2, self.quarter * 3)
        return _months(year, 1, 6) if self.half == 1 else _months(year, 7, 12)


Reader = Callable[[re.Match[str], dt.date], Value]
Table = tuple[tuple[str, Reader[Value]], ...]

_YEARS: Table[int] = (
    (
        r"(?<![\w/.-])(?:q[1-4]|quy [1-4ivx]+|thang \d{1,2}|\d{1,2})\s?/\s?(20\d\d)\b",
        lambda m, _: int(m[1]),
    ),
    (r"\bnam (20\d\d)\b", lambda m, _: int(m[1])),
    (r"(?<![\w/.-])(20\d\d)(?![\w/]|-\d)", lambda m, _: int(m[1])),
    (r"\bnam nay\b|\bthis year\b", lambda _, today: today.year),
    (r"\bnam (?:ngoai|truoc)\b|\blast year\b", lambda _, today: today.year - 1),
    (r"\bnam (?:sau|toi)\b(?! khi)|\bnext year\b", lambda _, today: today.year + 1),
)
_QUARTERS: Table[int] = (
    (r"\bqu[yi] (i{1,3}|iv|[1-4])\b(?!\.)", lambda m, _: _ROMAN.get(m[1]) or int(m[1])),
    (r"\bq([1-4])\b|\bquarter ([1-4])\b", lambda m, _: int(m[1] or m[2])),
    (r"\bquarter (i{1,3}|iv)\b", lambda m, _: _ROMAN[m[1]]),
    (r"\b(1st|2nd|3rd|4th) quarter\b", lambda m, _: int(m[1][0])),
    (r"\bquy (?:dau|dau tien)\b", lambda _, __: 1),
    (r"\bquy (mot|nhat|hai|nhi|ba|bon)\b", lambda m, _: _SPOKEN[m[1]]),
    (r"\bquy cuoi\b", lambda _, __: 4),
    (r"\bquy nay\b|\bthis quarter\b", lambda _, today: (today.month + 2) // 3),
    (r"\b(first|second|third|fourth|last) quarter\b", lambda m, _: _ENGLISH_ORDINALS[m[1]]),
)
_MONTHS: Table[int] = (
    (r"\bthang (0?[1-9]|1[0-2])\b", lambda m, _: int(m[1])),
    (r"(?<![\w/.-])(?<!\bquy )(?<!\bqui )(0?[1-9]|1[0-2])/20\d\d\b", lambda m, _: int(m[1])),
    (
        rf"\bthang ({_MONTHS_SPOKEN})\b(?! (?:nam|thang|lan|ngay|tuan) nua)",
        lambda m, _: _SPOKEN[m[1]],
    ),
    (r"\bthang nay\b|\bthis month\b", lambda _, today: today.month),
    (
        rf"\b(?:in|of|by|before|during|about) ({'|'.join(_ENGLISH_MONTHS)})\b",
        lambda m, _: _ENGLISH_MONTHS.index(m[1]) + 1,
    ),
    (
        rf"\b({'|'.join(_ENGLISH_MONTHS)}) 20\d\d\b",
        lambda m, _: _ENGLISH_MONTHS.index(m[1]) + 1,
    ),
)
_HALVES: Table[int] = (
    (r"\b(?:6|sau) thang dau(?: nam)?\b|\bfirst half\b", lambda _, __: 1),
    (r"\b(?:6|sau) thang cuoi(?: nam)?\b|\bsecond half\b", lambda _, __: 2),
)
# "Quyết định số 5 ngày 05/02/2020": the day of a document, not a time asked about.
_OF_DOCUMENT = re.compile(
    r"\b(?:quyet dinh|ke hoach|nghi dinh|nghi quyet|thong tu|cong van|van ban|luat)\b[^.;?]{0,40}"
    r"\bngay \d{1,2}(?:[/.-]| thang )\d{1,2}(?:[/.-]| nam )\d{4}"
)
_DAYS: Table[Days] = (
    (r"\bhom nay\b|\btoday\b", lambda _, today: (today, today)),
    (r"\bngay mai\b|\btomorrow\b", lambda _, today: (_after(today, 1), _after(today, 1))),
    (r"\bhom qua\b|\byesterday\b", lambda _, today: (_after(today, -1), _after(today, -1))),
    (r"\btuan (?:truoc|roi|qua)\b|\blast week\b", lambda _, today: _week(_after(today, -7))),
    (r"\btuan nay\b|\bthis week\b", lambda _, today: _week(today)),
    (r"\btuan (?:sau|toi)\b|\bnext week\b", lambda _, today: _week(_after(today, 7))),
)


def find_time(text: str, today: dt.date) -> NamedTime:
    """Read the first of each that is named; what is inside a document number does not count."""
    folded = mask_codes(fold(text))
    dates = find_dates(_OF_DOCUMENT.sub(" ", fold(text)))
    return NamedTime(
        _first(_YEARS, folded, today),
        _first(_QUARTERS, folded, today),
        _first(_MONTHS, folded, today),
        _first(_HALVES, folded, today),
        (dates[0], dates[0]) if dates else _first(_DAYS, folded, today),
    )


def remove_time(text: str) -> str:
    """Return folded text without the years and their parts named, position for position."""
    for pattern, _ in (*_HALVES, *_YEARS, *_QUARTERS, *_MONTHS, *_DAYS):
        text = re.sub(pattern, lambda found: " " * len(found[0]), text)
    return text


def blank_time(text: str) -> str:
    """Return text as typed with blanks for the years and their parts named."""
    kept = remove_time(fold(text))
    if len(kept) != len(text):
        return text
    return "".join(
        " " if blank == " " else letter for letter, blank in zip(text, kept, strict=True)
    )


def _first(table: Table[Value], text: str, today: dt.date) -> Value | None:
    for pattern, read in table:
        if found := re.search(pattern, text):
            return read(found, today)
    return None


def _after(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days)


def _week(day: dt.date) -> Days:
    monday = day - dt.timedelta(day.weekday())
    return monday, monday + dt.timedelta(6)


def _months(year: int, first: int, last: int) -> Days:
    following = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), following - dt.timedelta(1)
