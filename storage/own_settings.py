"""What places have set of their own; what a place has not, it takes from the nearest above it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from storage.place_book import read_places
from storage.values import OwnSettings

APPROVER = "approver"  # the name of an option: the role that approves answers beside leaders
PUBLICITY = "shows_service"  # whether everybody may read how fast messages are answered
T = TypeVar("T")


async def load_own_settings(session: AsyncSession) -> Mapping[int, OwnSettings]:
    """Load what each place has set of its own."""
    return (await read_places(session)).settings


def find_nearest(
    locality_id: int,
    places: Mapping[int, OwnSettings],
    read: Callable[[OwnSettings], T | None],
) -> tuple[T, int] | None:
    """Find what a place has set, else the nearest above it, with the number of who has set it."""
    seen: set[int] = set()
    place = places.get(locality_id)
    while place and place.id not in seen:
        value = read(place)
        if value is not None:
            return value, place.id
        seen.add(place.id)
        place = places.get(place.parent_id or 0)
    return None


def find_approver(locality_id: int, places: Mapping[int, OwnSettings]) -> str:
    """Find the role that approves a place's answers; empty where nobody has set it."""
    found = find_nearest(locality_id, places, lambda place: place.options.get(APPROVER))
    return str(found[0]) if found else ""
