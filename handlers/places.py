"""Which place is meant: named in words, or the chat's own."""

from collections.abc import Sequence

from knowledge.text import clean, fold
from storage.values import Locality


def find_place(text: str, places: Sequence[Locality]) -> Locality | None:
    """Find the place that a text names, marks and case aside."""
    wanted = fold(clean(text))
    return next((place for place in places if fold(place.name) == wanted), None)


def own_place(places: Sequence[Locality], name: str | None) -> Locality | None:
    """Give the chat's own place: the one set by name, else the only one there is."""
    if name is None:
        return places[0] if len(places) == 1 else None
    return find_place(name, places)
