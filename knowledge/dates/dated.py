"""Points of time with what is said of them: before, until, from, and how one joins the next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.dates.cues import Cue
from knowledge.dates.items import Item, is_bare
from knowledge.dates.spans import ONE_DAY, Part, Point, Span, Unit, find_span, find_whole
from knowledge.dates.words import Word

ROLES = {
    Cue.BEFORE: Cue.BEFORE,
    Cue.UNTIL: Cue.UNTIL,
    Cue.LATEST: Cue.UNTIL,
    Cue.FROM: Cue.FROM,
    Cue.AFTER: Cue.AFTER,
}
ENDS = (Cue.BEFORE, Cue.UNTIL)
STARTS = (Cue.FROM, Cue.AFTER)
LISTED = (Cue.AND, Cue.COMMA, Cue.OR)
# Words that may stand between "trước" and its date.
FILLERS = {"thoi", "gian", "diem", "khoang", "la", "cua", "ngay", "thang", "nam", "moc", "luc"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A point, its role (BEFORE, UNTIL, FROM, AFTER), how it joins the last one, its year."""

    point: Point
    role: Cue | None = None
    joint: Cue | None = None
    is_inside: bool = False
    year: int | None = None

    @property
    def is_given(self) -> bool:
        """Say whether its year was written with it."""
        return self.point.year is not None

    def span(self) -> Span | None:
        """Return its days; None without a year or for a day that no calendar has."""
        return None if self.year is None else find_span(self.point, self.year)

    def first_day(self) -> dt.date | None:
        """Return the day that "từ" begins on, or the day after the one that "sau" names."""
        span = self.span()
        if span is None:
            return None
        return span.last + ONE_DAY if self.role is Cue.AFTER else span.start

    def last_day(self) -> dt.date | None:
        """Return the last day allowed: the day before for "trước", else the period's last."""
        span = self.span()
        whole = None if self.year is None else find_whole(self.point, self.year)
        if span is None or whole is None:
            return None
        if self.point.part is Part.END and self.point.unit is not Unit.MONTHS:
            return whole.last - ONE_DAY if self.role is Cue.BEFORE else whole.last
        return span.start - ONE_DAY if self.role is Cue.BEFORE else span.last


def read_dated(items: Sequence[Item], words: Sequence[Word], *, year: int | None) -> list[Dated]:
    """Return the points of a text with their roles and years."""
    found: list[Dated] = []
    now = Dated(Point(Unit.DAY))
    for item in items:
        if item.point is not None:
            now = replace(now, point=item.point)
            found.append(_inherit_role(now, found))
            now = Dated(item.point)
        else:
            now = _lead_on(now, item, words)
    return _give_years(_give_months(found), year)


def _lead_on(now: Dated, item: Item, words: Sequence[Word]) -> Dated:
    cue = item.cue
    if cue in ROLES:
        return replace(now, role=ROLES[cue])
    if cue in (*LISTED, Cue.DASH, Cue.OPEN):
        return replace(now, joint=cue)
    if cue is Cue.CLOCK:  # before an hour of a day: the day itself is allowed
        return replace(now, role=Cue.UNTIL) if now.role is Cue.BEFORE else now
    if cue is Cue.IN:
        return replace(now, is_inside=True)
    if cue is Cue.EVENT or (cue is None and words[item.first].plain not in FILLERS | {":", "."}):
        return replace(now, role=None, joint=None, is_inside=False)
    return now


def _inherit_role(now: Dated, found: list[Dated]) -> Dated:
    """Let "trước" of "trước 15/6 và 15/12" reach the second date."""
    if not found or now.role or now.joint not in LISTED:
        return now
    last = found[-1]
    if last.role in ENDS and last.point.unit is now.point.unit and not is_bare(now.point):
        return replace(now, role=last.role)
    return now


def _give_months(found: list[Dated]) -> list[Dated]:
    """Give the month of "ngày 8 đến ngày 10 tháng 12" to the first day too."""
    given = list(found)
    for i in range(len(found) - 2, -1, -1):
        here, after = given[i].point, given[i + 1]
        is_linked = after.joint in (*LISTED, Cue.DASH) or after.role is Cue.UNTIL
        if here.unit is after.point.unit is Unit.DAY and here.month is None and is_linked:
            given[i] = replace(given[i], point=replace(here, month=after.point.month))
    return given


def _give_years(found: list[Dated], year: int | None) -> list[Dated]:
    """Take the year from the next point that has one, else the last, else the plan."""
    years = [d.point.year for d in found]
    for i in range(len(found) - 2, -1, -1):
        years[i] = years[i] or years[i + 1]
    for i in range(1, len(found)):
        years[i] = years[i] or years[i - 1]
    return [replace(d, year=_turn(d.point, y or year)) for d, y in zip(found, years, strict=True)]


def _turn(point: Point, year: int | None) -> int | None:
    return year + 1 if year is not None and point.is_next_year else year
