"""Turn words into items: points of time and cues, in the order they stand."""

from dataclasses import dataclass, replace

from knowledge.dates.cues import Cue, find_cue
from knowledge.dates.days import plain_at
from knowledge.dates.points import find_more, find_point
from knowledge.dates.spans import Point, Unit
from knowledge.dates.words import Word

TERM_UNITS = ("ngay", "tuan", "thang", "nam", "gio", "phut")
LISTING = (Cue.AND, Cue.COMMA, Cue.OR, Cue.DASH, Cue.UNTIL)
BEFORE_DATES = ("ngay", "thang", "quy")
BARE_UNITS = {"quy": Unit.QUARTER, "thang": Unit.MONTH, "nam": Unit.YEAR}


@dataclass(frozen=True, slots=True)
class Item:
    """A point, a cue or another word; `first` and `last` are indexes of words, last excluded."""

    value: Point | Cue | None
    first: int
    last: int

    @property
    def point(self) -> Point | None:
        """Return the point, if it is one."""
        return self.value if isinstance(self.value, Point) else None

    @property
    def cue(self) -> Cue | None:
        """Return the cue, if it is one."""
        return self.value if isinstance(self.value, Cue) else None


def read_items(words: list[Word]) -> list[Item]:
    """Read a whole text as items; words without meaning for time have the value None."""
    items: list[Item] = []
    at = 0
    while at < len(words):
        item = _read_item(words, at, items)
        if not _take_year_of(item, items, words) and not _take_other_year(item, items, words):
            items.append(item)
        at = item.last
    return items


def is_bare(point: Point) -> bool:
    """Say whether a point names a period without saying which: "quý", "6 tháng", "năm"."""
    if point.unit is Unit.YEAR:
        return point.year is None
    if point.unit is Unit.MONTHS:
        return point.part is None
    if point.unit is Unit.WEEK:
        return point.month is None
    if point.unit in (Unit.SCHOOL_YEAR, Unit.TET):
        return False
    return point.number is None or point.unit in (Unit.MONTH_OF_QUARTER, Unit.WEEKDAY)


def _read_item(words: list[Word], at: int, items: list[Item]) -> Item:
    found = _find_more(words, at, items) or find_point(words, at)
    if found:
        return Item(_settle_doubt(found[0], items), at, found[1])
    clock = _clock_end(words, at)
    if clock:
        return Item(Cue.CLOCK, at, clock)
    cue = find_cue(words, at)
    if cue and words[at].plain == "ca" and items and items[-1].cue in LISTING:
        return Item(Point(Unit.YEAR), at, cue[1])  # the year of "6 tháng và cả năm"
    if cue:
        is_next = cue[0] is Cue.AFTER and items and items[-1].point and is_bare(items[-1].point)
        return Item(Cue.NEXT if is_next else cue[0], at, cue[1])
    is_term = words[at].number is not None and plain_at(words, at + 1) in TERM_UNITS
    if is_term and not plain_at(words, at + 2).isdecimal():
        return Item(Cue.TERM, at, at + 2)
    bare = BARE_UNITS.get(words[at].plain)
    if bare is None or not (bare is Unit.YEAR or _stands_alone(words, at)):
        return Item(None, at, at + 1)
    return Item(Point(bare), at, at + 1)


def _stands_alone(words: list[Word], at: int) -> bool:
    """Say whether "quý" names every quarter: nothing that would narrow it follows."""
    after = plain_at(words, at + 1)
    return not after[:1].isalnum() or find_cue(words, at + 1) is not None


def _find_listed(items: list[Item]) -> Point | None:
    """Return the point that a list continues, if the last item is a sign of a list."""
    if len(items) < 2 or items[-1].cue not in LISTING:
        return None
    return items[-2].point


def _find_more(words: list[Word], at: int, items: list[Item]) -> tuple[Point, int] | None:
    last = _find_listed(items)
    return find_more(words, at, last) if last and not is_bare(last) else None


def _settle_doubt(point: Point, items: list[Item]) -> Point:
    """Read the second "Il" of "Quý I, Il, Il" as III: lists of quarters rise."""
    last = _find_listed(items)
    if last is None or not point.is_doubtful or last.unit is not Unit.QUARTER:
        return point
    if last.number is not None and point.number is not None and point.number <= last.number < 4:
        return replace(point, number=last.number + 1)
    return point


def _take_year_of(item: Item, items: list[Item], words: list[Word]) -> bool:
    """Give "năm 2024" to the point before it unless "và" makes it a point of its own."""
    point = item.point
    if point is None or point.unit is not Unit.YEAR or point.part or point.year is None:
        return False
    at = len(items) - 1
    while at >= 0 and (items[at].cue in (Cue.COMMA, Cue.OPEN) or _is_of(items[at], words)):
        at -= 1
    before = items[at].point if at >= 0 else None
    if before is None or before.year is not None or is_bare(before):
        return False
    items[at:] = [replace(items[at], value=replace(before, year=point.year), last=item.last)]
    return True


def _take_other_year(item: Item, items: list[Item], words: list[Word]) -> bool:
    """Give "năm sau" or "năm trước" to the point before; "năm sau" alone is the plan's next."""
    shift = {Cue.NEXT: 1, Cue.BEFORE: -1}.get(item.cue) if item.cue else None
    if shift is None or not items or items[-1].point != Point(Unit.YEAR):
        return False
    at = len(items) - 2
    before = items[at].point if at >= 0 else None
    if before is None or is_bare(before) or before.year is not None:
        at, before = at + 1, items[-1].point
    if shift < 0 and (at == len(items) - 1 or plain_at(words, item.last) in BEFORE_DATES):
        return False  # "trong năm trước 15/12"
    items[at:] = [replace(items[at], value=replace(before, year_shift=shift), last=item.last)]
    return True


def _clock_end(words: list[Word], at: int) -> int | None:
    """Return where "17 giờ", "17h00" or "17 giờ 30 phút" ends; not a length ("8 giờ làm việc")."""
    if words[at].number is None or plain_at(words, at + 1) not in ("gio", "h", "g"):
        return None
    if plain_at(words, at - 1) in ("trong", "vong"):
        return None
    end = at + 2
    if plain_at(words, end).isdecimal():
        end += 2 if plain_at(words, end + 1) in ("phut", "p") else 1
    return None if plain_at(words, end) in ("lam", "ke", "tu", "sau") else end


def _is_of(item: Item, words: list[Word]) -> bool:
    return item.value is None and words[item.first].plain == "cua"
