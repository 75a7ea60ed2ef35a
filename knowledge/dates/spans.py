"""Points and periods of the calendar."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.calendar import find_tet

ONE_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199
LAST_WEEK = 5
TET_DAYS = dt.timedelta(days=3)
SCHOOL_START, SCHOOL_END = (9, 5), (5, 31)  # the frame the ministry sets year by year


class Unit(StrEnum):
    """What a point of time counts in."""

    DAY = "day"
    WEEK = "week"  # `number` 1 to 4 of a month, or the last
    WEEKDAY = "weekday"  # `number` 0 (Monday) to 6, `nth` of the year
    MONTH = "month"
    QUARTER = "quarter"
    MONTHS = "months"  # six or nine months: `number` of them, at the part of the year named
    YEAR = "year"
    SCHOOL_YEAR = "school_year"  # named by the year in which it begins
    TET = "tet"
    MONTH_OF_QUARTER = "month_of_quarter"  # `number` 1 to 3, of each quarter


class Part(StrEnum):
    """A third or a half of a month, a quarter or a year, or its last day."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first_half"
    LAST_HALF = "last_half"
    LAST_DAY = "last_day"


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar days from start to last, both counted."""

    start: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, quarter or year as written; what is not written is None."""

    unit: Unit
    number: int | None = None
    month: int | None = None
    year: int | None = None
    part: Part | None = None
    is_elliptic: bool = False
    is_doubtful: bool = False
    year_shift: int = 0  # 1 for "năm sau", -1 for "năm trước"
    nth: int | None = None


def month_span(year: int, first: int, last: int | None = None) -> Span:
    """Return the days of a month, or to the end of another month of the same year."""
    last = last or first
    return Span(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def part_of(span: Span, part: Part) -> Span:
    """Return ten days of a month, a month of a quarter, the first or last quarter of a year."""
    if part is Part.LAST_DAY:
        return Span(span.last, span.last)
    if span.last - span.start <= dt.timedelta(days=30):
        return _part_of_month(span, part)
    months = _months_of(span)
    wing = 3 if len(months) == 12 else 1
    edges = {Part.START: months[:wing], Part.MIDDLE: months[wing:-wing], Part.END: months[-wing:]}
    chosen = edges.get(part, months)
    return Span(max(chosen[0].start, span.start), min(chosen[-1].last, span.last))


def _months_of(span: Span) -> list[Span]:
    first, last = span.start.year * 12 + span.start.month, span.last.year * 12 + span.last.month
    return [month_span((n - 1) // 12, (n - 1) % 12 + 1) for n in range(first, last + 1)]


def _part_of_month(span: Span, part: Part) -> Span:
    last = span.last.day
    low, high = {
        Part.START: (1, 10),
        Part.MIDDLE: (11, 20),
        Part.END: (21, last),
        Part.FIRST_HALF: (1, 15),
        Part.LAST_HALF: (16, last),
    }[part]
    return Span(span.start.replace(day=low), span.start.replace(day=high))


def find_span(point: Point, year: int) -> Span | None:
    """Return the days of a point in its year; None for a day that no calendar has."""
    whole = find_whole(point, year)
    if whole is None or point.part is None or point.unit in (Unit.MONTHS, Unit.DAY):
        return whole
    return part_of(whole, point.part)


def find_whole(point: Point, year: int) -> Span | None:
    """Return the days of the period that a point lies in, its part left aside."""
    year = point.year or year
    if point.unit in (Unit.YEAR, Unit.SCHOOL_YEAR, Unit.TET):
        return _WHOLE_YEARS[point.unit](year)
    if point.unit is Unit.DAY:
        return _day_span(year, point.month, point.number)
    return None if point.number is None else _numbered_span(point, point.number, year)


def _numbered_span(point: Point, number: int, year: int) -> Span | None:
    if point.unit is Unit.MONTH:
        return month_span(year, number)
    if point.unit is Unit.QUARTER:
        return month_span(year, 3 * number - 2, 3 * number)
    if point.unit is Unit.MONTHS:
        is_end = point.part is Part.END
        return month_span(year, 13 - number, 12) if is_end else month_span(year, 1, number)
    if point.unit is Unit.WEEK and point.month:
        return _week_span(month_span(year, point.month), number)
    if point.unit is Unit.WEEKDAY and point.nth:
        return _weekday_span(year, number, point.nth)
    return None


def _year_span(year: int) -> Span:
    return month_span(year, 1, 12)


def _school_span(year: int) -> Span:
    return Span(dt.date(year, *SCHOOL_START), dt.date(year + 1, *SCHOOL_END))


def _tet_span(year: int) -> Span | None:
    first = find_tet(year)
    return Span(first, first + TET_DAYS - ONE_DAY) if first else None


_WHOLE_YEARS = {
    Unit.YEAR: _year_span,
    Unit.SCHOOL_YEAR: _school_span,
    Unit.TET: _tet_span,
}


def _week_span(month: Span, number: int) -> Span:
    """Return seven days counted from a month's first day, or its last seven."""
    if number == LAST_WEEK:
        return Span(month.last - 6 * ONE_DAY, month.last)
    start = month.start + 7 * (number - 1) * ONE_DAY
    return Span(start, start + 6 * ONE_DAY)


def _weekday_span(year: int, weekday: int, nth: int) -> Span | None:
    first = dt.date(year, 1, 1)
    day = first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * ONE_DAY
    return Span(day, day) if day.year == year else None


def _day_span(year: int, month: int | None, number: int | None) -> Span | None:
    if number is None or month is None:
        return None
    try:
        day = dt.date(year, month, number)
    except ValueError:
        return None
    return Span(day, day)
