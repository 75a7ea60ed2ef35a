"""Decide what items of a time expression mean as a deadline."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.dates.cues import EACH, Cue
from knowledge.dates.dated import ENDS, LISTED, STARTS, Dated, find_pair
from knowledge.dates.groups import is_lone_day
from knowledge.dates.items import is_bare
from knowledge.dates.reasons import NoDay
from knowledge.dates.recurring import Group, find_occurrences, is_exact, is_weekly
from knowledge.dates.spans import Unit
from knowledge.dates.stretches import (
    find_narrowest,
    is_adjacent,
    read_always,
    read_open_end,
    read_pair,
    read_single,
    read_year_round,
    turns_over,
)
from knowledge.plan import Deadline, DeadlineKind

GOVERNING = {
    Cue.PLAN: (NoDay.SEPARATE_PLAN, DeadlineKind.SEPARATE_PLAN),
    Cue.REQUEST: (NoDay.ON_REQUEST, DeadlineKind.EVENT),
    Cue.EVENT: (NoDay.ON_EVENT, DeadlineKind.EVENT),
    Cue.AFTER: (NoDay.ON_EVENT, DeadlineKind.EVENT),
    Cue.TERM: (NoDay.COUNTED_TERM, DeadlineKind.EVENT),
}
RETURNING = (*EACH, Cue.PERIODIC)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression as read: its groups of points and cues, its cues before the first point.

    `term_end` is the last day of a counted term whose first day is known.
    """

    text: str
    groups: tuple[Group, ...]
    early: tuple[Cue, ...]
    year: int | None
    term_end: dt.date | None = None

    @property
    def dated(self) -> tuple[Dated, ...]:
        """Return the points of all groups."""
        return tuple(one for group in self.groups for one in group.dated)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Return the cues of all groups."""
        return tuple(cue for group in self.groups for cue in group.cues)

    @property
    def anchors(self) -> list[Dated]:
        """Return the points that lie on the calendar by themselves."""
        return [d for d in self.dated if not is_bare(d.point) and not is_lone_day(d.point)]


def decide(reading: Reading) -> Deadline:
    """Return the deadline; see `knowledge.dates` for kinds and reasons."""
    if Cue.LUNAR in reading.cues:
        return Deadline(DeadlineKind.UNSPECIFIED, reason=NoDay.LUNAR)
    if Cue.VAGUE in reading.cues or {Cue.BEFORE, Cue.AFTER} <= set(reading.early):
        return Deadline(DeadlineKind.UNSPECIFIED, reason=NoDay.NOT_UNDERSTOOD)
    if reading.term_end and _is_earliest(reading.term_end, reading.anchors):
        return Deadline(DeadlineKind.BY, last_day=reading.term_end)
    if reading.anchors and not _is_governed(reading):
        return _decide_dated(reading)
    return _decide_by_cues(reading)


def _is_earliest(day: dt.date, anchors: Sequence[Dated]) -> bool:
    return all(day <= (d.last_day() or day) for d in anchors if d.role in ENDS)


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
    is_set = one.is_inside or (one.joint is Cue.OPEN and one.point.unit is not Unit.DAY)
    return one.role is not None or (is_set and one.point.unit is not Unit.YEAR)


def _decide_by_cues(reading: Reading) -> Deadline:
    cues = reading.cues
    first = next((c for c in cues if c in (*GOVERNING, Cue.ALWAYS, *RETURNING)), None)
    if first is Cue.AFTER and Cue.TERM in cues:
        first = Cue.TERM
    periods = [d for d in reading.dated if is_bare(d.point)]
    returns = any(d.point.unit is not Unit.YEAR for d in periods)
    if first in GOVERNING and (first in reading.early or not returns):
        reason, kind = GOVERNING[first]
        return Deadline(kind, reason=reason)
    if returns or any(c in RETURNING for c in cues):
        return _recurring(reading)
    if Cue.ALWAYS in cues or Cue.ONWARD in cues:
        return read_year_round(reading.year)
    if periods:
        return _decide_years(reading, periods)
    if Cue.RULE in cues:
        rule = NoDay.RULE_ELSEWHERE
        return Deadline(DeadlineKind.RECURRING, recurrence=reading.text, reason=rule)
    if Cue.BEFORE in cues and not reading.dated:
        return Deadline(DeadlineKind.EVENT, reason=NoDay.ON_EVENT)
    reason = NoDay.NO_MONTH if reading.dated else NoDay.NOT_UNDERSTOOD
    return Deadline(DeadlineKind.UNSPECIFIED, reason=reason)


def _recurring(reading: Reading) -> Deadline:
    found = Deadline(DeadlineKind.RECURRING, recurrence=reading.text)
    elsewhere = Cue.RULE in reading.cues or Cue.PLAN in reading.cues
    has_days = any(is_lone_day(d.point) for d in reading.dated)
    if elsewhere and not has_days and all(d.role in STARTS for d in reading.anchors):
        return replace(found, reason=NoDay.RULE_ELSEWHERE)
    dates = find_occurrences(reading.groups, year=reading.year)
    if dates:
        is_strict = any(d.role is Cue.BEFORE for d in reading.dated)
        reason = NoDay.FREQUENT if is_weekly(reading.groups) else None
        return replace(found, occurrences=dates, strict=is_strict, reason=reason)
    return replace(found, reason=_why_no_occurrence(reading))


def _why_no_occurrence(reading: Reading) -> NoDay:
    is_bare_year = all(d.point.unit is Unit.YEAR for d in reading.dated)
    if is_bare_year and any(c in (Cue.EACH_DAY, Cue.EACH_WEEK) for c in reading.cues):
        return NoDay.FREQUENT
    has_rhythm = any(c in EACH for c in reading.cues) or bool(reading.dated)
    return NoDay.NO_YEAR if reading.year is None and has_rhythm else NoDay.NO_DAY


def _decide_years(reading: Reading, periods: Sequence[Dated]) -> Deadline:
    """Read "trong năm", "cuối năm", "từ đầu năm đến cuối năm" in the plan's year."""
    pair = find_pair(periods)
    if pair:
        return read_pair(*pair, is_always=False)
    if len(periods) > 1:
        return _recurring(reading)
    if periods[0].role in STARTS:
        return read_open_end(periods[0])
    return read_single(periods[0], is_done=Cue.DONE in reading.cues)


def _decide_dated(reading: Reading) -> Deadline:
    anchors = reading.anchors
    is_always = Cue.ALWAYS in reading.cues
    if Cue.ONWARD in reading.cues:
        return read_open_end(anchors[0])
    if any(c in EACH for c in reading.cues) or any(is_lone_day(d.point) for d in reading.dated):
        return _recurring(reading)
    pair = find_pair(anchors)
    if pair and any(is_exact(d.point) for d in reading.dated if is_bare(d.point)):
        return _recurring(reading)
    if pair:
        return read_pair(*pair, is_always=is_always)
    ends = [d for d in anchors if d.role in ENDS]
    if ends:
        return _by(reading, ends)
    if anchors[0].role in STARTS:
        has_event = Cue.UNTIL in reading.cues or Cue.EVENT in reading.cues
        return read_open_end(anchors[0], has_event=has_event)
    if is_always:
        is_apart = Cue.COMMA in reading.early
        return read_always(anchors[0], is_first=Cue.ALWAYS in reading.early, is_apart=is_apart)
    return _listed(reading)


def _by(reading: Reading, ends: Sequence[Dated]) -> Deadline:
    if len({d.last_day() for d in ends}) > 1:
        return _recurring(replace(reading, groups=(Group(tuple(ends), reading.cues),)))
    return read_single(ends[0], is_done=False)


def _listed(reading: Reading) -> Deadline:
    """Read one period, a choice of periods ("hoặc"), two side by side, or a list."""
    anchors = reading.anchors
    is_done = Cue.DONE in reading.cues
    linked = [d for d in reading.dated[1:] if d.joint in LISTED]
    if not linked and not turns_over(anchors):
        one = find_narrowest(anchors)
        is_several = one is anchors[0] and any(_is_bound(d) for d in anchors[1:])
        return _recurring(reading) if is_several else read_single(one, is_done=is_done)
    known = [s for s in (d.span() for d in anchors) if s is not None]
    is_choice = any(d.joint is Cue.OR for d in linked)
    is_plain = len(known) == len(anchors) == len(reading.dated) and "%" not in reading.text
    if is_plain and (is_choice or is_adjacent(anchors, known)):
        start, last = min(s.start for s in known), max(s.last for s in known)
        if is_done:
            return Deadline(DeadlineKind.BY, last_day=last)
        return Deadline(DeadlineKind.WITHIN, start, last)
    return _recurring(reading)
