"""The periods of a year that a rhythm names, and the days that fall in them."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.dates.cues import Cue
from knowledge.dates.dated import Dated
from knowledge.dates.spans import Part, Point, Unit, month_span


def expand(carrier: Point, carriers: Sequence[Point]) -> list[Point]:
    """Return the periods of a year that "tháng", "quý", "6 tháng" or "tháng cuối quý" name."""
    if carrier.unit is Unit.MONTH:
        return [replace(carrier, number=n) for n in range(1, 13)]
    if carrier.unit is Unit.QUARTER:
        return [replace(carrier, number=n) for n in range(1, 5)]
    if carrier.unit is Unit.MONTH_OF_QUARTER:
        return [Point(Unit.MONTH, n) for n in range(carrier.number or 3, 13, 3)]
    if carrier.unit is Unit.WEEK:
        return [replace(carrier, month=n) for n in range(1, 13)]
    if carrier.unit is Unit.WEEKDAY:
        return [replace(carrier, nth=n) for n in range(1, 54)]
    if carrier.unit is Unit.MONTHS and carrier.number == 3:
        return [Point(Unit.QUARTER, n) for n in range(1, 5)]
    if carrier.unit is Unit.MONTHS:
        is_alone = all(c.unit is Unit.MONTHS and c.number == 6 for c in carriers)
        parts = (Part.START, Part.END) if is_alone else (Part.START,)
        return [replace(carrier, part=part) for part in parts]
    return [carrier]


def place_day(day: Dated, month: Point, *, scope: int, shift: int) -> Dated:
    """Place a day in a month so many months on; the month's last where it has no such day."""
    number = (month.number or 1) + shift
    year = scope + (number - 1) // 12
    month_number = (number - 1) % 12 + 1
    last = month_span(year, month_number, month_number).last.day
    point = replace(day.point, number=min(day.point.number or 1, last), month=month_number)
    return replace(day, point=point, year=year)


def find_shift(carrier: Point, cues: Sequence[Cue]) -> int:
    """Return how many months "tháng sau" or "quý sau" lies ahead."""
    if Cue.NEXT not in cues:
        return 0
    return 3 if carrier.unit is Unit.MONTH_OF_QUARTER else 1
