"""Document numbers and dates in a text, in one spelling each."""

import datetime as dt
import re

from knowledge.text import fold

_NUMBER = re.compile(r"(?<![\w/])0*(\d+/(?:\d{4}/)?[a-z]{1,6}(?:-[a-z0-9]{1,8})*)(?![\w/])")
_DATE = re.compile(r"(?<![\d/])0*(\d{1,2})[/.-]0*(\d{1,2})[/.-](\d{4})(?![\d/])")
_WRITTEN = re.compile(r"\b0*(\d{1,2}) thang 0*(\d{1,2}) nam (\d{4})\b")
_CASE = re.compile(r"\bpa\d{6}-[0-9a-z]{6}\b")


def find_codes(text: str) -> frozenset[str]:
    """Return document numbers (893/qd-ubnd), dates (3/5/2018) and case codes, folded."""
    folded = _folded(text)
    dates = ("/".join(match) for match in _DATE.findall(folded) + _WRITTEN.findall(folded))
    return frozenset((*_NUMBER.findall(folded), *dates, *_CASE.findall(folded)))


def find_dates(text: str) -> tuple[dt.date, ...]:
    """Return the full dates of a text; what is on no calendar is left out."""
    folded = _folded(text)
    found = []
    for day, month, year in _DATE.findall(folded) + _WRITTEN.findall(folded):
        try:
            found.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return tuple(found)


def mask_codes(folded: str) -> str:
    """Blank out document numbers and full dates, so that their parts are not read as years."""
    for pattern in (_NUMBER, _DATE, _WRITTEN):
        folded = pattern.sub(lambda found: " " * len(found[0]), folded)
    return folded


def _folded(text: str) -> str:
    return re.sub(r"\s*([/-])\s*", r"\1", fold(text).replace("–", "-"))
