"""The year, quarter and month that a question names."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.search.codes import mask_codes
from knowledge.text import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ENGLISH_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_ENGLISH_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


@dataclass(frozen=True, slots=True)
class NamedTime:
    """What of the calendar was named; each part may be absent."""

    year: int | None = None
    quarter: int | None = None
    month: int | None = None


Reader = Callable[[re.Match[str], dt.date], int]

_YEARS: tuple[tuple[str, Reader], ...] = (
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
_QUARTERS: tuple[tuple[str, Reader], ...] = (
    (r"\bqu[yi] (i{1,3}|iv|[1-4])\b(?!\.)", lambda m, _: _ROMAN.get(m[1]) or int(m[1])),
    (r"\bq([1-4])\b", lambda m, _: int(m[1])),
    (r"\bquy (?:dau|dau tien)\b", lambda _, __: 1),
    (r"\bquy cuoi\b", lambda _, __: 4),
    (r"\bquy nay\b|\bthis quarter\b", lambda _, today: (today.month + 2) // 3),
    (r"\b(first|second|third|fourth|last) quarter\b", lambda m, _: _ENGLISH_QUARTERS[m[1]]),
)
_MONTHS: tuple[tuple[str, Reader], ...] = (
    (r"\bthang (0?[1-9]|1[0-2])\b", lambda m, _: int(m[1])),
    (r"\bthang gieng\b", lambda _, __: 1),
    (r"\bthang nay\b|\bthis month\b", lambda _, today: today.month),
    (
        rf"\b(?:in|of|by|before|during) ({'|'.join(_ENGLISH_MONTHS)})\b",
        lambda m, _: _ENGLISH_MONTHS.index(m[1]) + 1,
    ),
)


def find_time(text: str, today: dt.date) -> NamedTime:
    """Read the first year, quarter and month named; those inside a document number do not count."""
    folded = mask_codes(fold(text))
    return NamedTime(*(_first(table, folded, today) for table in (_YEARS, _QUARTERS, _MONTHS)))


def remove_time(text: str) -> str:
    """Return folded text without named years, quarters and months, position for position."""
    for pattern, _ in _YEARS + _QUARTERS + _MONTHS:
        text = re.sub(pattern, lambda found: " " * len(found[0]), text)
    return text


def _first(table: tuple[tuple[str, Reader], ...], text: str, today: dt.date) -> int | None:
    for pattern, read in table:
        if found := re.search(pattern, text):
            return read(found, today)
    return None
