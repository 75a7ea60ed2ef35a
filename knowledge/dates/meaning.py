"""Decide what items of a time expression mean as a deadline."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.dates.cues import EACH, Cue
from knowledge.dates.dated import ENDS, LISTED, STARTS, Dated
from knowledge.dates.items import is_bare
from knowledge.dates.recurring import find_occurrences
from knowledge.dates.spans import Span, Unit, month_span
from knowledge.plan import Deadline, DeadlineKind

GOVERNING = {
    Cue.PLAN: ("separate_plan", DeadlineKind.SEPARATE_PLAN),
    Cue.REQUEST: ("on_request", DeadlineKind.EVENT),
    Cue.EVENT: ("on_event", DeadlineKind.EVENT),
    Cue.AFTER: ("on_event", DeadlineKind.EVENT),
    Cue.TERM: ("counted_term", DeadlineKind.EVENT),
}
RETURNING = (*EACH, Cue.PERIODIC)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression as read: its points, its cues in order, those before the first point."""

    text: str
    dated: tuple[Dated, ...]
    cues: tuple[Cue, ...]
    early: tuple[Cue, ...]
    year: int | None

    @property
    def anchors(self) -> list[Dated]:
        """Return the points that lie on the calendar by themselves."""
        return [d for d in self.dated if not is_bare(d.point) and not _is_lone_day(d)]


def decide(reading: Reading) -> Deadline:
    """Return the deadline; see `knowledge.dates` for kinds and reasons."""
    if Cue.LUNAR in reading.cues:
        return Deadline(DeadlineKind.UNSPECIFIED, reason="lunar")
    if reading.anchors and not _is_governed(reading):
        return _decide_dated(reading)
    return _decide_by_cues(reading)


def _is_lone_day(one: Dated) -> bool:
    return one.point.unit is Unit.DAY and one.point.month is None


def _is_governed(reading: Reading) -> bool:
    """Say whether "khi có …" or "theo …" rules and the dates after it are only mentioned."""
    governing = (*GOVERNING, Cue.RULE)
    first = next((c for c in reading.early if c in (*governing, Cue.ALWAYS, *RETURNING)), None)
    if first is Cue.AFTER and reading.anchors[0].role is Cue.AFTER:
        return False
    if first is Cue.TERM:
        return not any(d.role in ENDS for d in reading.anchors)
    return first in governing and not any(_is_bound(d) for d in reading.anchors)


def _is_bound(one: Dated) -> bool:
    return one.role is not None or (one.is_inside and one.point.unit is not Unit.YEAR)


def _decide_by_cues(reading: Reading) -> Deadline:
    cues = reading.cues
    first = next((c for c in cues if c in (*GOVERNING, Cue.ALWAYS, *RETURNING)), None)
    if first in GOVERNING:
        reason, kind = GOVERNING[first]
        return Deadline(kind, reason=reason)
    periods = [d for d in reading.dated if is_bare(d.point)]
    if any(c in RETURNING for c in cues) or any(d.point.unit is not Unit.YEAR for d in periods):
        return _recurring(reading)
    if Cue.ALWAYS in cues or Cue.ONWARD in cues:
        return _continuous(reading)
    if periods:
        return _decide_period(reading, periods)
    if Cue.RULE in cues:
        return Deadline(DeadlineKind.RECURRING, recurrence=reading.text, reason="rule_elsewhere")
    if Cue.BEFORE in cues and not reading.dated:
        return Deadline(DeadlineKind.EVENT, reason="on_event")
    reason = "no_month" if reading.dated else "not_understood"
    return Deadline(DeadlineKind.UNSPECIFIED, reason=reason)


def _continuous(reading: Reading) -> Deadline:
    if reading.year is None:
        return Deadline(DeadlineKind.CONTINUOUS, reason="continuous")
    span = month_span(reading.year, 1, 12)
    return Deadline(DeadlineKind.CONTINUOUS, span.start, span.last, reason="continuous")


def _recurring(reading: Reading) -> Deadline:
    found = Deadline(DeadlineKind.RECURRING, recurrence=reading.text)
    elsewhere = Cue.RULE in reading.cues or Cue.PLAN in reading.cues
    if elsewhere and not reading.anchors and not any(map(_is_lone_day, reading.dated)):
        return replace(found, reason="rule_elsewhere")
    dates = find_occurrences(reading.dated, reading.cues, year=reading.year)
    if dates:
        is_strict = any(d.role is Cue.BEFORE for d in reading.dated)
        return replace(found, occurrences=dates, strict=is_strict)
    has_rhythm = any(c in EACH for c in reading.cues) or bool(reading.dated)
    if reading.year is None and has_rhythm:
        return replace(found, reason="no_year")
    return replace(found, reason="no_day")


def _decide_period(reading: Reading, periods: Sequence[Dated]) -> Deadline:
    """Read "trong năm", "cuối năm", "đầu năm, cuối năm" in the plan's year."""
    if len(periods) > 1:
        return _recurring(reading)
    return _single(reading, periods[0])


def _decide_dated(reading: Reading) -> Deadline:
    anchors = reading.anchors
    if Cue.ONWARD in reading.cues:
        return _open_ended(anchors[0])
    if any(c in EACH for c in reading.cues) or any(_is_lone_day(d) for d in reading.dated):
        return _recurring(reading)
    pair = _find_pair(anchors)
    if pair:
        return _between(*pair, is_always=Cue.ALWAYS in reading.cues)
    ends = [d for d in anchors if d.role in ENDS]
    if ends:
        return _by(reading, ends)
    if anchors[0].role in STARTS:
        return _open_ended(anchors[0], has_event=_ends_with_event(reading))
    if Cue.ALWAYS in reading.cues:
        found = _single(reading, anchors[0])
        reason = found.reason or "continuous"
        return replace(found, kind=DeadlineKind.CONTINUOUS, reason=reason)
    return _listed(reading)


def _ends_with_event(reading: Reading) -> bool:
    return Cue.UNTIL in reading.cues or Cue.EVENT in reading.cues


def _find_pair(anchors: Sequence[Dated]) -> tuple[Dated, Dated] | None:
    """Find "từ A đến B", "A đến B", "A - B"."""
    for first, second in pairwise(anchors):
        if first.role in STARTS and (second.role in ENDS or second.joint is Cue.DASH):
            return first, second
        is_linked = second.role is Cue.UNTIL and second.joint is None
        if first.role is None and (is_linked or second.joint is Cue.DASH):
            return first, second
    return None


def _between(first: Dated, second: Dated, *, is_always: bool) -> Deadline:
    start, last = first.first_day(), second.last_day()
    if start and last and last < start:
        start, last = _turn_year(first, second)
    is_short = second.point.is_elliptic and second.point.unit in (Unit.MONTH, Unit.QUARTER)
    is_within = is_short and first.role is None and second.joint is Cue.DASH
    kind = DeadlineKind.WITHIN if is_within else DeadlineKind.RANGE
    kind = DeadlineKind.CONTINUOUS if is_always else kind
    if start is None or last is None:
        return Deadline(kind, reason=_why_no_day(first if first.span() is None else second))
    if last < start:
        return Deadline(DeadlineKind.UNSPECIFIED, reason="backwards")
    return Deadline(kind, start, last, strict=second.role is Cue.BEFORE)


def _turn_year(first: Dated, second: Dated) -> tuple[dt.date | None, dt.date | None]:
    """Let "tháng 10 đến tháng 3" cross New Year where only one year was written, or none."""
    if not first.is_given and second.is_given:
        first = replace(first, year=(first.year or 1) - 1)
    elif not second.is_given:
        second = replace(second, year=(second.year or 0) + 1)
    return first.first_day(), second.last_day()


def _why_no_day(one: Dated) -> str:
    return "no_year" if one.year is None else "impossible_date"


def _open_ended(first: Dated, *, has_event: bool = False) -> Deadline:
    start = first.first_day()
    kind = DeadlineKind.RANGE if has_event else DeadlineKind.CONTINUOUS
    if start is None:
        return Deadline(kind, reason=_why_no_day(first))
    return Deadline(kind, start, reason="ends_with_event" if has_event else "open_end")


def _by(reading: Reading, ends: Sequence[Dated]) -> Deadline:
    if len({d.last_day() for d in ends}) > 1:
        return _recurring(replace(reading, dated=tuple(ends)))
    one = ends[0]
    last = one.last_day()
    is_strict = one.role is Cue.BEFORE
    if last is None:
        return Deadline(DeadlineKind.BY, strict=is_strict, reason=_why_no_day(one))
    return Deadline(DeadlineKind.BY, last_day=last, strict=is_strict)


def _listed(reading: Reading) -> Deadline:
    """Read one period, a choice of periods ("hoặc"), two side by side, or a list."""
    anchors = reading.anchors
    linked = [d for d in reading.dated[1:] if d.joint in LISTED]
    if not linked:
        one = _narrowest(anchors)
        is_several = one is anchors[0] and any(_is_bound(d) for d in anchors[1:])
        return _recurring(reading) if is_several else _single(reading, one)
    spans = [d.span() for d in anchors]
    known = [s for s in spans if s is not None]
    is_choice = any(d.joint is Cue.OR for d in linked)
    is_plain = len(known) == len(spans) == len(reading.dated)
    if is_plain and (is_choice or _is_adjacent(anchors, known)):
        start, last = min(s.start for s in known), max(s.last for s in known)
        if Cue.DONE in reading.cues:
            return Deadline(DeadlineKind.BY, last_day=last)
        return Deadline(DeadlineKind.WITHIN, start, last)
    return _recurring(reading)


def _is_adjacent(anchors: Sequence[Dated], spans: Sequence[Span]) -> bool:
    """Say whether two months or quarters, or years, follow one another: a single stretch."""
    if any(d.point.unit is Unit.DAY for d in anchors):
        return False
    is_years = all(d.point.unit is Unit.YEAR for d in anchors)
    touching = all((b.start - a.last).days == 1 for a, b in pairwise(spans))
    return touching and (is_years or len(spans) == 2)


def _narrowest(anchors: Sequence[Dated]) -> Dated:
    """Choose the month of "Quý III (tháng 9/2024)"."""
    first = anchors[0].span()
    for one in anchors[1:]:
        span = one.span()
        if first and span and first.start <= span.start and span.last <= first.last:
            return one
    return anchors[0]


def _single(reading: Reading, one: Dated) -> Deadline:
    is_by = one.role in ENDS or Cue.DONE in reading.cues
    is_day = one.point.unit is Unit.DAY and not one.is_inside
    kind = DeadlineKind.BY if is_by or is_day else DeadlineKind.WITHIN
    span, last = one.span(), one.last_day()
    if span is None or last is None:
        return Deadline(kind, reason=_why_no_day(one))
    if kind is DeadlineKind.BY:
        return Deadline(kind, last_day=last, strict=one.role is Cue.BEFORE)
    return Deadline(kind, span.start, span.last)
