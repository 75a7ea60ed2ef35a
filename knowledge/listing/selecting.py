"""Rows picked for a list, in the order a reader expects."""

import datetime as dt
from collections.abc import Iterable

from knowledge.listing.reading import ROMAN, Filter, Role
from knowledge.plan import Deadline, DeadlineKind, PlannedTask
from knowledge.questions.times import Days
from knowledge.text import fold, squeeze

Span = tuple[dt.date | None, dt.date]
Section = tuple[str, ...]
_ENDS, _BEGINS = 2, 3
_RANKS = 4
LONGEST_PERIOD = 190  # days; a row for the whole year is no work of one of its months


def rank(task: PlannedTask, year: int | None, wanted: Filter) -> tuple[int, dt.date] | None:
    """Return the place of a row in the list, lower first; None when it is not listed."""
    if wanted.timeframe is not None and not _has_timeframe(task, wanted.timeframe):
        return None
    if not _is_in_section(task.section, wanted.section):
        return None
    part = _rank_units(task, wanted)
    if part is None:
        return None
    window = wanted.time.find_window(year)
    if window is None:
        return part, dt.date.min
    placed = _rank_time(task.deadline, window, is_due=wanted.is_due)
    return None if placed is None else (_RANKS * part + placed[0], placed[1])


def find_children(sections: Iterable[tuple[Section, str]], wanted: Filter) -> tuple[int, ...]:
    """Return where each part one level below the section wanted begins.

    `sections` are the section and title of each row in order; a number used twice with another
    title is two parts.
    """
    rows = list(sections)
    depth = _depth(rows, wanted.section)
    seen: dict[tuple[Section, str], int] = {}
    for position, (section, title) in enumerate(rows):
        if len(section) > depth and _is_in_section(section[:depth], wanted.section):
            last = title if len(section) == depth + 1 else ""
            seen.setdefault((section[: depth + 1], last), position)
    named = {path for path, last in seen if last}
    return tuple(at for (path, last), at in seen.items() if last or path not in named)


def find_named(section: Section, wanted: Section) -> Section:
    """Return the names of a row's section that were wanted, as the document writes them."""
    return tuple(n for n in section if any(_is_same(_plain(n), each) for each in wanted))


def _depth(rows: list[tuple[Section, str]], wanted: Section) -> int:
    """Return how many names lead to the section wanted."""
    found = [_reach(section, wanted) for section, _ in rows]
    return min((each for each in found if each is not None), default=0) if wanted else 0


def _reach(section: Section, wanted: Section) -> int | None:
    for length in range(1, len(section) + 1):
        if _is_in_section(section[:length], wanted):
            return length
    return None


def _is_in_section(section: Section, wanted: Section) -> bool:
    names = [_plain(name) for name in section]
    return all(any(_is_same(name, each) for name in names) for each in wanted)


def _is_same(name: str, wanted: str) -> bool:
    return name == wanted or (wanted.isdigit() and str(ROMAN.get(name)) == wanted)


def _plain(name: str) -> str:
    """Return "phu luc 1" for "Phụ lục I", "ii" for "II"."""
    start, _, last = fold(name).rpartition(" ")
    return f"{start} {ROMAN.get(last, last)}" if start else last


def _has_timeframe(task: PlannedTask, wanted: str) -> bool:
    stated = squeeze(fold(task.timeframe or ""))
    return wanted in stated if wanted else not stated


def _rank_units(task: PlannedTask, wanted: Filter) -> int | None:
    """Say how near a row stands to the units wanted: 0 leading, 1 supporting."""
    if not wanted.units:
        return 0
    leads = any(unit in wanted.units for unit in task.lead)
    supports = any(unit in wanted.units for unit in task.supporting)
    if leads and wanted.role is not Role.SUPPORTING:
        return 0
    return 1 if supports and wanted.role is not Role.LEAD else None


def _rank_time(deadline: Deadline, window: Days, *, is_due: bool) -> tuple[int, dt.date] | None:
    """Rank what falls wholly into the window first, then what recurs, ends, or begins in it."""
    once = (deadline.start, deadline.last_day) if deadline.last_day else None
    ranked: list[tuple[int, dt.date] | None] = []
    if once and once[1] and deadline.kind is not DeadlineKind.CONTINUOUS:
        ranked.append(_place((once[0], once[1]), window, is_due=is_due))
    for each in deadline.occurrences:
        placed = _place((each.start, each.last_day), window, is_due=is_due)
        ranked.append((max(placed[0], 1), placed[1]) if placed else None)
    begins = deadline.start if deadline.last_day is None else None
    if begins and window[0] <= begins <= window[1]:
        ranked.append((_BEGINS, begins))
    return min((each for each in ranked if each), default=None)


def _place(span: Span, window: Days, *, is_due: bool) -> tuple[int, dt.date] | None:
    start, last = span
    first, end = window
    if first <= last <= end:
        return (0 if start is None or start >= first else _ENDS), last
    is_short = start is not None and (last - start).days <= LONGEST_PERIOD
    if not is_due and start is not None and is_short and start <= end and last >= first:
        return _BEGINS, last
    return None
