"""Places as they were last read, kept until somebody changes one.

Every message, question and page needs them all, and a province has a thousand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import LocalityRow
from storage.values import Locality, OwnSettings
from storage.versions import Group, has_changed, select_version

BOOK = "place book"  # in a session's info


@dataclass(frozen=True, slots=True)
class Places:
    """All places, and what each has set of its own, as of a version."""

    version: str | None
    all: tuple[Locality, ...]
    settings: Mapping[int, OwnSettings]


class PlaceBook:
    """Keep what was read last of a database's places."""

    def __init__(self) -> None:
        self.latest: Places | None = None


async def read_places(session: AsyncSession) -> Places:
    """Give all places; within a transaction that has changed one, as they are there."""
    book: PlaceBook | None = session.info.get(BOOK)
    if book is None:
        return await _read(session, None)
    # Before the rows: should somebody change them in between, they are read again next time.
    version = await session.scalar(select(select_version(Group.PLACES)))
    if has_changed(session, Group.PLACES):  # asked only now, as the reading flushes what waits
        return await _read(session, None)
    if book.latest is None or book.latest.version != version:
        book.latest = await _read(session, version)
    return book.latest


async def _read(session: AsyncSession, version: str | None) -> Places:
    rows = await session.execute(
        select(
            LocalityRow.id,
            LocalityRow.name,
            LocalityRow.level,
            LocalityRow.parent_id,
            LocalityRow.profile,
            LocalityRow.index_revision,
            LocalityRow.valid_from,
            LocalityRow.valid_to,
            LocalityRow.successor_id,
            LocalityRow.ladder,
            LocalityRow.options,
        ).order_by(LocalityRow.id)
    )
    places, settings = [], {}
    for *facts, ladder, options in rows:
        place = Locality(*facts)
        places.append(place)
        settings[place.id] = OwnSettings(place.id, place.parent_id, ladder, options or {})
    return Places(version, tuple(places), settings)
