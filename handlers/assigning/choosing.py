"""Which office is meant by a name typed, or may be."""

import datetime as dt
from collections.abc import Iterable, Sequence

from handlers.people.directory import Directory
from knowledge.offices import ALIKE, score_names
from storage.values import Office

MOST_OFFERED = 5
LONGEST_START = 6  # words that a mistyped name may have
NEAR = 0.3


def find_offices(directory: Directory, names: Iterable[str], *, on: dt.date) -> tuple[Office, ...]:
    """Find the offices of names, of those that have ended what has followed; each once."""
    found = (_find(directory, name, on) for name in names)
    return tuple({office.id: office for office in found if office}.values())


def _find(directory: Directory, name: str, on: dt.date) -> Office | None:
    office = directory.find_office(name)
    if office is None:
        sure = [each for score, each in _rank(directory, name, on) if score >= ALIKE]
        return sure[0] if len(sure) == 1 else None
    seen: set[int] = set()
    while office and not is_in_force(office, on) and office.id not in seen:
        seen.add(office.id)
        office = directory.offices.get(office.successor_id or 0)
    return office


def is_in_force(office: Office, on: dt.date) -> bool:
    """Tell whether an office has not ended by a day."""
    return office.valid_to is None or office.valid_to >= on


def find_near(directory: Directory, text: str, *, on: dt.date) -> list[Office]:
    """Find the offices that a text may begin with the name of, the likeliest first."""
    words = text.split()
    starts = [" ".join(words[:count]) for count in range(1, LONGEST_START + 1)]
    best: dict[int, float] = {}
    for start in dict.fromkeys(starts):
        for score, office in _rank(directory, start, on):
            best[office.id] = max(score, best.get(office.id, 0.0))
    ranked = sorted(best, key=lambda id_: -best[id_])
    near = [id_ for id_ in ranked if best[id_] >= NEAR] or ranked
    return [directory.offices[id_] for id_ in near[:MOST_OFFERED]]


def _rank(directory: Directory, name: str, on: dt.date) -> Sequence[tuple[float, Office]]:
    place = directory.place.name
    scored = [
        (max(score_names(name, each, place=place) for each in (o.name, *o.aliases)), o)
        for o in directory.offices.values()
        if is_in_force(o, on)
    ]
    return sorted(scored, key=lambda pair: -pair[0])
