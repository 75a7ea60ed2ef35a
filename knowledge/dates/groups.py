"""Split an expression into the rhythms it lists: "tháng: ngày 20; quý: ngày 15 tháng cuối quý".

A day belongs to the rhythm it stands with, so that none falls on another's months.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.dates.cues import EACH, Cue
from knowledge.dates.items import Item, is_bare
from knowledge.dates.spans import Point, Unit
from knowledge.dates.words import Word

SEPARATORS = (Cue.AND, Cue.COMMA, Cue.OR, Cue.DASH)
LIMITS = (Cue.FROM, Cue.AFTER, Cue.UNTIL)
RETURNS = {
    Unit.WEEK: Unit.MONTH,
    Unit.WEEKDAY: Unit.WEEK,
    Unit.MONTH_OF_QUARTER: Unit.QUARTER,
    Cue.EACH_DAY: Unit.DAY,
    Cue.EACH_WEEK: Unit.WEEK,
    Cue.EACH_MONTH: Unit.MONTH,
    Cue.EACH_QUARTER: Unit.QUARTER,
    Cue.EACH_HALF: Unit.MONTHS,
    Cue.EACH_YEAR: Unit.YEAR,
}


@dataclass(slots=True)
class _Signs:
    """What a piece holds: a day without its month, periods that return, dates and periods."""

    has_day: bool = False
    periods: set[str] = field(default_factory=set)
    wholes: set[Unit] = field(default_factory=set)
    is_limit: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.has_day or self.periods or self.wholes)

    @property
    def is_lone_day(self) -> bool:
        return self.has_day and not self.periods and not self.wholes

    @property
    def is_complete(self) -> bool:
        return self.has_day and not self.is_lone_day

    def add(self, other: "_Signs") -> None:
        self.has_day |= other.has_day
        self.periods |= other.periods
        self.wholes |= other.wholes
        self.is_limit &= other.is_limit


def is_lone_day(point: Point) -> bool:
    """Say whether a point is a day without its month."""
    return point.unit is Unit.DAY and point.month is None


def split_rhythms(items: Sequence[Item], words: Sequence[Word]) -> list[list[Item]]:
    """Return the items by rhythm; all in one group where no day waits for its month."""
    if not any(item.point and is_lone_day(item.point) for item in items):
        return [list(items)]
    groups: list[list[Item]] = []
    signs: list[_Signs] = []
    for piece in _split(items, words):
        own = _read_signs(piece)
        is_hard = words[piece[0].first].plain in (";", ".")
        is_first = len(signs) < 2
        if signs and _goes_on(signs[-1], own, is_first=is_first, is_hard=is_hard):
            groups[-1] += piece
            signs[-1].add(own)
        else:
            groups.append(piece)
            signs.append(own)
    if len(signs) > 1 and signs[-1].is_lone_day:
        last = groups.pop()
        groups[-1] += last
    return groups


def _split(items: Iterable[Item], words: Sequence[Word]) -> list[list[Item]]:
    pieces: list[list[Item]] = []
    for item in items:
        is_stop = item.value is None and words[item.first].plain == "."
        if not pieces or item.cue in SEPARATORS or is_stop:
            pieces.append([])
        pieces[-1].append(item)
    return pieces


def _read_signs(piece: Sequence[Item]) -> _Signs:
    cues = [item.cue for item in piece]
    signs = _Signs(periods={RETURNS[cue] for cue in cues if cue in EACH})
    for before, item in zip([None, *cues], piece, strict=False):
        point = item.point
        if item.cue is Cue.PERIODIC and signs.has_day:
            signs.periods.add(Cue.PERIODIC)  # "ngày 15 tháng cuối kỳ báo cáo"
        if point is None or (point.unit is Unit.YEAR and (point.year or before is Cue.IN)):
            continue
        if is_lone_day(point):
            signs.has_day = True
        elif is_bare(point):
            signs.periods.add(RETURNS.get(point.unit, point.unit))
        else:
            signs.wholes.add(point.unit)
    is_span = any(cue in LIMITS for cue in cues)
    signs.is_limit = is_span and bool(signs.wholes) and not signs.has_day and not signs.periods
    return signs


def _goes_on(now: _Signs, new: _Signs, *, is_first: bool, is_hard: bool) -> bool:
    """Say whether a piece belongs to the group before it."""
    if now.is_empty or new.is_empty or now.is_limit or new.is_limit:
        return True
    if new.is_lone_day:
        return not now.is_complete
    if now.is_lone_day:
        return is_first  # after a whole rhythm a day may belong to either side
    if now.has_day:
        is_alike = bool(now.periods) == bool(new.periods) and new.periods <= now.periods
        return is_alike and not new.has_day
    return not new.has_day or _is_refined(now, new, is_hard=is_hard)


def _is_refined(now: _Signs, new: _Signs, *, is_hard: bool) -> bool:
    """Say whether a day is a period's own: "hằng quý, ngày 15 tháng cuối quý"."""
    if not now.periods:
        return not is_hard and Unit.DAY not in now.wholes and Unit.MONTH not in now.wholes
    is_month = Unit.MONTH in now.periods, Unit.MONTH in new.periods
    return bool(now.periods & new.periods) and is_month[0] == is_month[1]
