"""Read a whole time expression."""

from collections.abc import Iterable
from itertools import takewhile

from knowledge.dates.cues import Cue
from knowledge.dates.dated import read_dated
from knowledge.dates.items import Item, read_items
from knowledge.dates.labels import drop_label
from knowledge.dates.meaning import Reading, decide
from knowledge.dates.spans import FIRST_YEAR, LAST_YEAR
from knowledge.dates.words import read_words, tidy
from knowledge.plan import UNSPECIFIED, Deadline

LONGEST = 2_000  # characters; a cell of time is never longer


def parse_deadline(text: str | None, *, year: int | None) -> Deadline:
    """Return what a time expression means; the year is the plan's, used where none is written."""
    shown = tidy(text or "")[:LONGEST]
    words = drop_label(read_words(shown))
    if not any(word.plain[0].isalnum() for word in words):
        return UNSPECIFIED
    known = year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None
    items = read_items(words)
    early = takewhile(lambda item: item.point is None, items)
    return decide(
        Reading(
            text=shown,
            dated=tuple(read_dated(items, words, year=known)),
            cues=_cues_of(items),
            early=_cues_of(early),
            year=known,
        )
    )


def _cues_of(items: Iterable[Item]) -> tuple[Cue, ...]:
    return tuple(item.cue for item in items if item.cue is not None)
