"""Points and periods of the calendar."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

ONE_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Unit(StrEnum):
    """What a point of time counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    MONTHS = "months"  # six or nine months: `number` of them, at the part of the year named
    YEAR = "year"
    MONTH_OF_QUARTER = "month_of_quarter"  # `number` 1 to 3, of each quarter


class Part(StrEnum):
    """A third of a month, a quarter or a year."""

    START = "dau"
    MIDDLE = "giua"
    END = "cuoi"


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
    is_next_year: bool = False


def month_span(year: int, first: int, last: int) -> Span:
    """Return the days from the first of one month to the end of another of the same year."""
    return Span(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))


def part_of(span: Span, part: Part) -> Span:
    """Return ten days of a month, a month of a quarter, the first or last quarter of a year."""
    first, last = span.start.month, span.last.month
    if first == last:
        edges = {Part.START: (1, 10), Part.MIDDLE: (11, 20), Part.END: (21, span.last.day)}
        low, high = edges[part]
        return Span(span.start.replace(day=low), span.start.replace(day=high))
    wing = 3 if last - first == 11 else 1
    low, high = {
        Part.START: (first, first + wing - 1),
        Part.MIDDLE: (first + wing, last - wing),
        Part.END: (last - wing + 1, last),
    }[part]
    return month_span(span.start.year, low, high)


def find_span(point: Point, year: int) -> Span | None:
    """Return the days of a point in its year; None for a day that no calendar has."""
    whole = _find_whole(point, point.year or year)
    if whole is None or point.part is None or point.unit in (Unit.MONTHS, Unit.DAY):
        return whole
    return part_of(whole, point.part)


def find_whole(point: Point, year: int) -> Span | None:
    """Return the days of the period that a point lies in, its part left aside."""
    return _find_whole(point, point.year or year)


def _find_whole(point: Point, year: int) -> Span | None:
    if point.unit is Unit.DAY:
        return _day_span(point, year)
    if point.unit is Unit.YEAR:
        return month_span(year, 1, 12)
    if point.number is None:
        return None
    if point.unit is Unit.MONTH:
        return month_span(year, point.number, point.number)
    if point.unit is Unit.QUARTER:
        return month_span(year, 3 * point.number - 2, 3 * point.number)
    if point.unit is Unit.MONTHS:
        if point.part is Part.END:
            return month_span(year, 13 - point.number, 12)
        return month_span(year, 1, point.number)
    return None


def _day_span(point: Point, year: int) -> Span | None:
    if point.number is None or point.month is None:
        return None
    try:
        day = dt.date(year, point.month, point.number)
    except ValueError:
        return None
    return Span(day, day)
