"""Points of time with what is said of them: before, until, from, and how one joins the next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.dates.cues import Cue
from knowledge.dates.items import Item, is_bare
from knowledge.dates.spans import (
    FIRST_YEAR,
    LAST_YEAR,
    ONE_DAY,
    Part,
    Point,
    Span,
    Unit,
    find_span,
    find_whole,
)
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
RETURNING = (Cue.EACH_MONTH, Cue.EACH_QUARTER)
LISTED = (Cue.AND, Cue.COMMA, Cue.OR)
# Words that may stand between "trước" and its date.
FILLERS = {
    *("thoi", "gian", "diem", "khoang", "moc", "luc", "la", "cua", "cac", "khai", "giang"),
    *("ngay", "thang", "nam", "sang", "chieu"),
}


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
    return read_groups([items], words, year=year)[0]


def read_groups(
    groups: Sequence[Sequence[Item]], words: Sequence[Word], *, year: int | None
) -> list[list[Dated]]:
    """Return the points of each group; roles and years reach from one to the next, months not."""
    read = iter(_give_roles([item for group in groups for item in group], words))
    found = [[next(read) for item in group if item.point is not None] for group in groups]
    monthed = [
        dated if any(map(_returns, group)) else _give_months(dated)
        for dated, group in zip(found, groups, strict=True)
    ]
    given = iter(_give_years([one for group in monthed for one in group], year))
    return [[next(given) for _ in group] for group in monthed]


def _returns(item: Item) -> bool:
    """Say whether a day beside an item falls in every month or quarter, not in one written."""
    if item.point is not None:
        return item.point.unit is not Unit.YEAR and is_bare(item.point)
    return item.cue in RETURNING


def _give_roles(items: Sequence[Item], words: Sequence[Word]) -> list[Dated]:
    found: list[Dated] = []
    now = Dated(Point(Unit.DAY))
    for item in items:
        if item.point is not None:
            now = replace(now, point=item.point)
            found.append(_inherit_role(now, found))
            now = Dated(item.point)
        else:
            now = _lead_on(now, item, words)
    return found


def _lead_on(now: Dated, item: Item, words: Sequence[Word]) -> Dated:
    cue = item.cue
    if cue in ROLES:
        return replace(now, role=ROLES[cue])
    if cue in (*LISTED, Cue.DASH, Cue.OPEN):
        return replace(now, joint=cue)
    if cue is None and words[item.first].plain == ".":
        return replace(now, joint=Cue.COMMA)
    if cue is Cue.CLOCK:  # before an hour of a day: the day itself is allowed
        return replace(now, role=Cue.UNTIL) if now.role is Cue.BEFORE else now
    if cue is Cue.IN:
        return replace(now, is_inside=True)
    if cue is Cue.EVENT or (cue is None and words[item.first].plain not in FILLERS | {":"}):
        return replace(now, role=None, joint=None, is_inside=False)
    return now


def _inherit_role(now: Dated, found: list[Dated]) -> Dated:
    """Let "trước" of "trước 15/6 và 15/12" reach the second date."""
    last = next((d for d in reversed(found) if d.point.unit is now.point.unit), None)
    if last is None or now.role or now.joint not in LISTED or is_bare(now.point):
        return now
    return replace(now, role=last.role) if last.role in ENDS else now


def _give_months(found: list[Dated]) -> list[Dated]:
    """Give the month of "ngày 8 đến ngày 10 tháng 12" to the first day too."""
    given = list(found)
    for i in range(len(found) - 2, -1, -1):
        here, after = given[i].point, given[i + 1]
        is_listed = after.joint in (*LISTED, Cue.DASH) and after.role not in STARTS
        is_linked = is_listed or after.role is Cue.UNTIL
        if here.unit is after.point.unit is Unit.DAY and here.month is None and is_linked:
            given[i] = replace(given[i], point=replace(here, month=after.point.month))
    months = [d for d in found if d.point.unit is Unit.MONTH and d.point.number]
    if len(months) != 1 or months[0].role:
        return given
    return [_in_month(d, months[0].point) for d in given]


def _in_month(one: Dated, month: Point) -> Dated:
    """Give the only month of "tháng 3 (từ ngày 15 đến ngày 30)" to a day that has none."""
    if one.point.unit is not Unit.DAY or one.point.month is not None:
        return one
    return replace(one, point=replace(one.point, month=month.number, year=month.year))


def _give_years(found: list[Dated], year: int | None) -> list[Dated]:
    """Take the year from the next point that has one, else the last, else the plan."""
    years = [d.point.year for d in found]
    for i in range(len(found) - 2, -1, -1):
        years[i] = years[i] or years[i + 1]
    for i in range(1, len(found)):
        years[i] = years[i] or years[i - 1]
    return [replace(d, year=_turn(d.point, y or year)) for d, y in zip(found, years, strict=True)]


def _turn(point: Point, year: int | None) -> int | None:
    """Return the point's year; a school year that names none lies in two calendar years."""
    if point.unit is Unit.SCHOOL_YEAR and point.year is None:
        return None
    if year is None or not FIRST_YEAR <= year + point.year_shift <= LAST_YEAR:
        return None
    return year + point.year_shift


def find_pair(dated: Sequence[Dated]) -> tuple[Dated, Dated] | None:
    """Find "từ A đến B", "A đến B", "A - B"."""
    for first, second in pairwise(dated):
        if first.role in STARTS and (second.role in ENDS or second.joint is Cue.DASH):
            return first, second
        is_linked = second.role is Cue.UNTIL and second.joint is None
        if first.role is None and (is_linked or second.joint is Cue.DASH):
            return first, second
    return None


def pair_days(first: Dated, second: Dated) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a pair; None for one that no calendar has."""
    start, last = first.first_day(), second.last_day()
    if start and last and last < start:
        return _turn_year(first, second)
    return start, last


def _turn_year(first: Dated, second: Dated) -> tuple[dt.date | None, dt.date | None]:
    """Let "tháng 10 đến tháng 3" cross New Year where only one year was written, or none."""
    if not first.is_given and second.is_given:
        first = replace(first, year=(first.year or 1) - 1)
    elif not second.is_given:
        second = replace(second, year=(second.year or 0) + 1)
    return first.first_day(), second.last_day()
