"""Days as officials type them: 15/12, 24/11/2026, ngày 5 tháng 12, thứ Sáu tuần sau."""

import datetime as dt
import re

ONE_DAY = dt.timedelta(days=1)
WEEK = 7
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5} | {
    str(number): number - 2 for number in range(2, 8)
}
_NUMERIC = re.compile(
    r"(?<![\d/])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?(?![\d/])"
)
_WORDED = re.compile(r"\b(\d{1,2}) thang (\d{1,2})(?:(?: nam |[/, ]+)(\d{4}))?\b")
_WEEKDAY = re.compile(r"\b(?:thu |t)(hai|ba|tu|nam|sau|bay|[2-7])\b(?: (tuan (?:sau|toi)))?")
_NAMED = re.compile(r"\b(hom nay|hom qua|ngay mai|today|yesterday|tomorrow)\b")
_SHIFTS = {"hom qua": -1, "yesterday": -1, "ngay mai": 1, "tomorrow": 1}


def find_day(
    folded: str, today: dt.date, *, is_past: bool
) -> tuple[dt.date, tuple[int, int]] | None:
    """Find a day in folded text, with its place there.

    One without a year is the last such day by today, or the next one, as `is_past` says.
    """
    for pattern in (_NUMERIC, _WORDED):
        for found in pattern.finditer(folded):
            day = _build(found, today, is_past=is_past)
            if day:
                return day, found.span()
    named = _NAMED.search(folded)
    if named:
        return today + ONE_DAY * _SHIFTS.get(named[1], 0), named.span()
    weekday = _WEEKDAY.search(folded)
    return (_next_weekday(weekday, today), weekday.span()) if weekday and not is_past else None


def _build(found: re.Match[str], today: dt.date, *, is_past: bool) -> dt.date | None:
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return _date(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, day)
    this = _date(today.year, month, day)
    if this and is_past and this > today:
        return _date(today.year - 1, month, day)
    if this and not is_past and this < today:
        return _date(today.year + 1, month, day)
    return this


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _next_weekday(found: re.Match[str], today: dt.date) -> dt.date:
    monday = today - ONE_DAY * today.weekday()
    day = monday + ONE_DAY * _WEEKDAYS[found[1]]
    if found[2]:
        return day + ONE_DAY * WEEK
    return day if day > today else day + ONE_DAY * WEEK
