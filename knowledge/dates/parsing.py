"""Read a whole time expression."""

import datetime as dt
from collections.abc import Iterable
from itertools import takewhile

from knowledge.dates.cues import Cue
from knowledge.dates.dated import read_groups
from knowledge.dates.groups import split_rhythms
from knowledge.dates.items import Item, read_items
from knowledge.dates.labels import drop_label
from knowledge.dates.meaning import Reading, decide
from knowledge.dates.reasons import NoDay
from knowledge.dates.recurring import Group
from knowledge.dates.rendering import find_rendered
from knowledge.dates.spans import FIRST_YEAR, LAST_YEAR
from knowledge.dates.terms import find_term_end
from knowledge.dates.words import read_words, tidy
from knowledge.plan import UNSPECIFIED, Deadline, DeadlineKind

LONGEST = 2_000  # characters; a cell of time is never longer


def parse_deadline(
    text: str | None, *, year: int | None, issued_on: dt.date | None = None
) -> Deadline:
    """Return what a time expression means.

    The year is the plan's, used where none is written; `issued_on` is the plan's own day, from
    which "30 ngày kể từ ngày ban hành" is counted.
    """
    shown = tidy(tidy(text or "")[:LONGEST])
    rendered = find_rendered(shown)
    if rendered:
        return rendered
    words = drop_label(read_words(shown))
    if not any(word.plain[0].isalnum() for word in words):
        return UNSPECIFIED
    items = read_items(words)
    known = year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None
    issued = issued_on if issued_on and FIRST_YEAR < issued_on.year < LAST_YEAR else None
    parts = split_rhythms(items, words)
    points = read_groups(parts, words, year=known)
    groups = tuple(
        Group(tuple(dated), _cues_of(part)) for dated, part in zip(points, parts, strict=True)
    )
    dated = [one for group in groups for one in group.dated]
    reading = Reading(
        text=shown,
        groups=groups,
        early=_cues_of(takewhile(lambda item: item.point is None, items)),
        year=known,
        term_end=find_term_end(items, words, dated=dated, issued_on=issued),
    )
    return _within_years(decide(reading))


def _cues_of(items: Iterable[Item]) -> tuple[Cue, ...]:
    return tuple(item.cue for item in items if item.cue is not None)


def _within_years(found: Deadline) -> Deadline:
    """Take a day that lies outside the years we read for a misreading."""
    days = [found.start, found.last_day, *(o.last_day for o in found.occurrences)]
    if all(day is None or FIRST_YEAR <= day.year <= LAST_YEAR for day in days):
        return found
    return Deadline(DeadlineKind.UNSPECIFIED, reason=NoDay.NOT_UNDERSTOOD)
