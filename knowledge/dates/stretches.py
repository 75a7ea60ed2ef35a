"""Deadlines of one period, of two that make a stretch, or without an end."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.dates.cues import Cue
from knowledge.dates.dated import ENDS, Dated, pair_days
from knowledge.dates.reasons import NoDay
from knowledge.dates.spans import Part, Span, Unit, month_span
from knowledge.plan import Deadline, DeadlineKind


def read_single(one: Dated, *, is_done: bool) -> Deadline:
    """Read one point: a day or a limit is the last day allowed, a period lies within."""
    is_day = one.point.unit is Unit.DAY or one.point.part is Part.LAST_DAY
    is_limit = one.role in ENDS or is_done or (is_day and not one.is_inside)
    kind = DeadlineKind.BY if is_limit else DeadlineKind.WITHIN
    span, last = one.span(), one.last_day()
    is_strict = kind is DeadlineKind.BY and one.role is Cue.BEFORE
    if span is None or last is None:
        return Deadline(kind, strict=is_strict, reason=why_no_day(one))
    if kind is DeadlineKind.BY:
        return Deadline(kind, last_day=last, strict=is_strict)
    return Deadline(kind, span.start, span.last)


def read_pair(first: Dated, second: Dated, *, is_always: bool) -> Deadline:
    """Read "từ A đến B"."""
    kind = DeadlineKind.CONTINUOUS if is_always else _kind_of_pair(first, second)
    start, last = pair_days(first, second)
    if start is None or last is None:
        return Deadline(kind, reason=why_no_day(first if first.span() is None else second))
    if last < start:
        return Deadline(DeadlineKind.UNSPECIFIED, reason=NoDay.BACKWARDS)
    reason = NoDay.CONTINUOUS if is_always else None
    return Deadline(kind, start, last, strict=second.role is Cue.BEFORE, reason=reason)


def _kind_of_pair(first: Dated, second: Dated) -> DeadlineKind:
    """Take "tháng 11 - 12" and "trong các ngày 15/3 - 20/3" for periods to be inside of."""
    is_short = second.point.is_elliptic and second.point.unit in (Unit.MONTH, Unit.QUARTER)
    is_inside = first.is_inside and first.point.unit is second.point.unit is Unit.DAY
    is_plain = first.role is None and second.joint is Cue.DASH and second.role is None
    return DeadlineKind.WITHIN if is_plain and (is_short or is_inside) else DeadlineKind.RANGE


def read_open_end(first: Dated, *, has_event: bool = False) -> Deadline:
    """Read "từ quý IV" and "từ tháng 11 đến khi kết thúc …"."""
    start = first.first_day()
    kind = DeadlineKind.RANGE if has_event else DeadlineKind.CONTINUOUS
    if start is None:
        return Deadline(kind, reason=why_no_day(first))
    return Deadline(kind, start, reason=NoDay.ENDS_WITH_EVENT if has_event else NoDay.OPEN_END)


def read_year_round(year: int | None) -> Deadline:
    """Read "thường xuyên" in a plan of the year."""
    found = Deadline(DeadlineKind.CONTINUOUS, reason=NoDay.CONTINUOUS)
    if year is None:
        return found
    span = month_span(year, 1, 12)
    return replace(found, start=span.start, last_day=span.last)


def read_always(one: Dated, *, is_first: bool, is_apart: bool) -> Deadline:
    """Read "thường xuyên" beside a period.

    `is_first` where it stands before the period, `is_apart` where a comma follows it: the year
    round then ("thường xuyên, trọng tâm quý II"). "Quý I và thường xuyên" goes on to the year's
    end.
    """
    span = one.span()
    if span is None or one.year is None:
        return Deadline(DeadlineKind.CONTINUOUS, reason=why_no_day(one))
    whole = read_year_round(one.year)
    if one.point.unit is Unit.YEAR or (is_first and (one.is_inside or not is_apart)):
        return replace(whole, start=span.start, last_day=span.last)
    return whole if is_first else replace(whole, start=span.start)


def why_no_day(one: Dated) -> NoDay:
    """Say why a point has no days."""
    if one.year is None:
        return NoDay.NO_YEAR
    return NoDay.LUNAR if one.point.unit is Unit.TET else NoDay.IMPOSSIBLE_DATE


def is_adjacent(anchors: Sequence[Dated], spans: Sequence[Span]) -> bool:
    """Say whether two months or quarters, or years, follow one another: a single stretch."""
    if any(d.point.unit is Unit.DAY for d in anchors):
        return False
    is_years = all(d.point.unit is Unit.YEAR for d in anchors)
    touching = all((b.start - a.last).days == 1 for a, b in pairwise(spans))
    return touching and (is_years or len(spans) == 2)


def turns_over(anchors: Sequence[Dated]) -> bool:
    """Say whether one period ends where the next begins: "cuối quý II đầu quý III"."""
    return [d.point.part for d in anchors] == [Part.END, Part.START]


def find_narrowest(anchors: Sequence[Dated]) -> Dated:
    """Choose the month of "Quý III (tháng 9/2024)"."""
    first = anchors[0].span()
    for one in anchors[1:]:
        span = one.span()
        if first and span and first.start <= span.start and span.last <= first.last:
            return one
    return anchors[0]
