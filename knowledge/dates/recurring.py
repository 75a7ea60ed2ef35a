"""The dates on which a recurring deadline falls within a year."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.dates.cues import EACH, Cue
from knowledge.dates.dated import ENDS, LISTED, STARTS, Dated, find_pair, pair_days
from knowledge.dates.expanding import expand, find_shift, place_day
from knowledge.dates.groups import is_lone_day
from knowledge.dates.items import is_bare
from knowledge.dates.naming import build_occurrence
from knowledge.dates.spans import Point, Span, Unit, month_span
from knowledge.plan import Occurrence

MOST_YEARS = 20
FRAMES = (Unit.QUARTER, Unit.MONTHS)
RHYTHMS = {
    Cue.EACH_MONTH: Point(Unit.MONTH),
    Cue.EACH_QUARTER: Point(Unit.QUARTER),
    Cue.EACH_HALF: Point(Unit.MONTHS, 6),
    Cue.EACH_YEAR: Point(Unit.YEAR),
}


@dataclass(frozen=True, slots=True)
class Group:
    """The points and the cues of one rhythm."""

    dated: tuple[Dated, ...]
    cues: tuple[Cue, ...]

    @property
    def has_each(self) -> bool:
        """Say whether "hằng …" is written in it."""
        return not set(EACH).isdisjoint(self.cues)

    @property
    def carriers(self) -> list[Dated]:
        """Return the periods that return in it."""
        rhythms = [Dated(RHYTHMS[cue]) for cue in dict.fromkeys(self.cues) if cue in RHYTHMS]
        named = [d for d in self.dated if is_bare(d.point) and d.role not in STARTS]
        if len(named) > 1 or self.has_each:
            named = [d for d in named if not _is_frame(d)]
        return named + rhythms


def find_occurrences(groups: Sequence[Group], *, year: int | None) -> tuple[Occurrence, ...]:
    """Return the occurrences in the year, or in the years written, by day; empty without a day.

    Empty too where one of several groups has none: the others alone would pass for the whole.
    """
    dated = [d for group in groups for d in group.dated]
    cues = {cue for group in groups for cue in group.cues}
    scope = next((d.year for d in dated if d.year is not None), year)
    if scope is None:
        return ()
    limits = _find_limits(dated)
    is_yearly = cues & set(RHYTHMS) == {Cue.EACH_YEAR} and find_pair(dated) is not None
    if limits and is_yearly and not all(d.point.unit is Unit.YEAR for d in dated):
        return (Occurrence(f"Năm {scope}", limits.start, limits.last),)
    years = range(limits.start.year, limits.last.year + 1) if limits else range(scope, scope + 1)
    found = [_in_years(group, years[:MOST_YEARS], limits) for group in _leave_dayless(groups)]
    unique = {(o.label, o.last_day): o for own in found for o in own}
    return tuple(sorted(unique.values(), key=_order)) if all(found) else ()


def is_weekly(groups: Iterable[Group]) -> bool:
    """Say whether a day of the week is all that returns."""
    groups = tuple(groups)
    points = [d.point for group in groups for d in group.dated]
    return any(p.unit is Unit.WEEKDAY for p in points) and not any(map(_has_more, groups))


def _has_more(group: Group) -> bool:
    """Say whether a group has other days than those of the week."""
    has_days = any(is_lone_day(d.point) for d in group.dated)
    is_listed = any(_is_whole(d.point) and d.role not in STARTS for d in group.dated)
    is_listed = is_listed and not _is_span(group.dated)
    others = [c for c in group.carriers if c.point.unit is not Unit.WEEKDAY]
    return has_days or is_listed or bool(others)


def _leave_dayless(groups: Sequence[Group]) -> list[Group]:
    """Leave out what sets no days to be held to beside a rhythm that does.

    Days of the week, "thường xuyên" and "hằng năm theo kế hoạch".
    """
    return [g for g in groups if _has_more(g) and not _is_elsewhere(g)] or list(groups)


def _is_elsewhere(group: Group) -> bool:
    if Cue.ALWAYS in group.cues:
        return not group.has_each and not any(is_lone_day(d.point) for d in group.dated)
    return not group.dated and not {Cue.RULE, Cue.PLAN}.isdisjoint(group.cues)


def _in_years(group: Group, years: Sequence[int], limits: Span | None) -> list[Occurrence]:
    """Return a group's occurrences, with the year in their names where there are several."""
    made = [
        build_occurrence(one, bare, is_dated=len(years) > 1)
        for year in years
        for one, bare in _choose(group, scope=year)
    ]
    return [o for o in made if o is not None and _is_inside(o, limits)]


def _is_frame(one: Dated) -> bool:
    """Say whether a point is the "trong năm" of "các quý trong năm", no period of its own."""
    return one.is_inside and one.point.unit is Unit.YEAR


def _order(one: Occurrence) -> tuple[int, int]:
    """Sort by last day, the shorter period first."""
    return one.last_day.toordinal(), -(one.start or one.last_day).toordinal()


def _choose(group: Group, *, scope: int) -> list[tuple[Dated, bool]]:
    """Return complete points: days of each carrier, else the written ones, else the carriers."""
    dated, carriers = group.dated, group.carriers
    days = [d for d in dated if is_lone_day(d.point)]
    days = [d for d in days if d.role in ENDS] or days
    if days:
        return [(one, False) for one in _days_of_months(group, days, scope=scope)]
    whole = [d for d in dated if _is_whole(d.point) and d.role not in STARTS]
    if whole and not _is_span(dated):
        return _whole_ones(dated, whole, scope=scope)
    points = [carrier.point for carrier in carriers]
    if {Unit.WEEK, Unit.WEEKDAY} <= {point.unit for point in points}:
        return []  # "thứ Sáu tuần cuối hằng tháng": weeks begin on no fixed day here
    carriers = [c for c in carriers if c.point.unit is not Unit.WEEKDAY] or carriers
    if not carriers and not group.has_each:
        carriers = [d for d in dated if d.point.unit is Unit.YEAR]
    return [
        (Dated(point, role=each.role, year=scope), each.role is None and not is_exact(each.point))
        for each in carriers
        for point in expand(each.point, points)
    ]


def _days_of_months(group: Group, days: Sequence[Dated], *, scope: int) -> list[Dated]:
    """Return the days in the months of their rhythm; none where two rhythms could have them."""
    points = [carrier.point for carrier in group.carriers]
    carriers = [point for point in points if expand(point, ())[0].unit is Unit.MONTH]
    whole = [d for d in group.dated if _is_whole(d.point)]
    others = {point.unit for point in points} & {Unit.MONTH_OF_QUARTER, *FRAMES}
    if others and any(carrier.unit is Unit.MONTH for carrier in carriers):
        return []
    if carriers:
        frames = [d.span() for d in whole if d.role is None and d.point.unit in FRAMES]
        ends = [d.last_day() for d in whole if d.role is Cue.UNTIL]
        found = [
            place_day(day, month, scope=scope, shift=find_shift(carrier, group.cues))
            for carrier in carriers
            for month in expand(carrier, carriers)
            for day in days
            if _is_framed(month, frames, year=scope)
        ]
        return [d for d in found if not _is_past(d, ends)]
    months = [d for d in whole if d.point.unit is Unit.MONTH]
    if any(point.unit is not Unit.YEAR for point in points) or any(d.role for d in months):
        return []
    return [place_day(day, d.point, scope=d.year or scope, shift=0) for d in months for day in days]


def _is_past(one: Dated, ends: Sequence[dt.date | None]) -> bool:
    """Say whether a day lies after the "đến ngày 30/9" of its rhythm."""
    last = one.last_day()
    return any(last and end and last > end for end in ends)


def _is_framed(month: Point, frames: Sequence[Span | None], *, year: int) -> bool:
    """Say whether a month lies in a period written beside its rhythm: "quý I, II: ngày 15 …"."""
    first = month_span(year, month.number or 1).start
    return not frames or any(span and span.start <= first <= span.last for span in frames)


def _is_span(dated: Sequence[Dated]) -> bool:
    """Say whether points are the "từ" and "đến" that a rhythm is kept between."""
    pair = find_pair([d for d in dated if _is_whole(d.point)])
    return pair is not None and pair[0].role in STARTS


def _whole_ones(
    dated: Sequence[Dated], whole: list[Dated], *, scope: int
) -> list[tuple[Dated, bool]]:
    """Return the points written in full and, in a list of periods, its "năm" and "6 tháng"."""
    days = {s.start for s in (d.span() for d in whole if d.point.unit is Unit.DAY) if s}
    found = [d for d in whole if d.point.unit is Unit.DAY or not _holds(d.span(), days)]
    if whole[0].point.unit is not Unit.DAY:
        others = [d for d in dated if d not in whole and d.joint in LISTED]
        others = [d for d in others if d.point.unit is not Unit.WEEKDAY]
        points = [d.point for d in others]
        found += [Dated(p, d.role, year=scope) for d in others for p in expand(d.point, points)]
    return [(d, d.point.unit not in (Unit.DAY, Unit.MONTH)) for d in found]


def _holds(span: Span | None, days: Iterable[dt.date]) -> bool:
    """Say whether a period holds a day written with it: the quarter of "quý I: 14/3"."""
    return span is not None and any(span.start <= day <= span.last for day in days)


def is_exact(carrier: Point) -> bool:
    """Say whether a period that returns says when in it: "cuối quý", "tuần đầu của tháng"."""
    exact = (Unit.MONTH_OF_QUARTER, Unit.WEEK, Unit.WEEKDAY)
    return carrier.part is not None or carrier.unit in exact


def _is_whole(point: Point) -> bool:
    """Say whether a point needs only a year to lie on the calendar."""
    if point.unit is Unit.DAY:
        return point.month is not None
    return not is_bare(point) and point.unit is not Unit.YEAR


def _find_limits(dated: Sequence[Dated]) -> Span | None:
    """Return the days from "từ" to "đến", or to the year's end, in which a rhythm is kept."""
    whole = [d for d in dated if _is_whole(d.point) or d.point.unit is Unit.YEAR]
    pair = find_pair(whole)
    start, last = pair_days(*pair) if pair else (None, None)
    starts = [d.first_day() for d in whole if d.role in STARTS]
    if not pair and len(starts) == 1 and starts[0]:
        start, last = starts[0], month_span(starts[0].year, 12).last
    return Span(start, last) if start and last and start <= last else None


def _is_inside(one: Occurrence, scope: Span | None) -> bool:
    return scope is None or scope.start <= one.last_day <= scope.last
