"""Places served."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.text import fold
from storage.errors import Conflict
from storage.models import LocalityRow
from storage.own_settings import load_own_settings
from storage.place_book import read_places
from storage.values import Locality, OwnSettings

_LEVELS_OF_TWO_WORDS = ("đặc khu", "thị trấn", "thị xã", "thành phố")


class Localities:
    """Find and keep places by their full names ("xã Kỳ Tân")."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ensure(self, name: str) -> Locality:
        """Find a place by its name, or add it."""
        found = await self.find(name)
        if found:
            return found
        row = LocalityRow(
            key=fold(name), name=name, level=_level(name), profile={}, index_revision=0
        )
        self._session.add(row)
        await self._session.flush()
        return _locality(row)

    async def find(self, name: str) -> Locality | None:
        """Find a place by its name, marks and case aside."""
        row = await self._session.scalar(select(LocalityRow).where(LocalityRow.key == fold(name)))
        return _locality(row) if row else None

    async def get(self, locality_id: int) -> Locality:
        """Give a place by number."""
        return _locality(await self._session.get_one(LocalityRow, locality_id))

    async def list_all(self) -> Sequence[Locality]:
        """List all places."""
        return (await read_places(self._session)).all

    async def ancestors(self, locality_id: int) -> Sequence[Locality]:
        """List the places above a place, nearest first."""
        places = {place.id: place for place in await self.list_all()}
        return list(climb(locality_id, places))

    async def descendants(self, locality_id: int) -> Sequence[Locality]:
        """List the places below a place, the first entered first."""
        places = {place.id: place for place in await self.list_all()}
        above = {id_: {each.id for each in climb(id_, places)} for id_ in places}
        return [place for id_, place in places.items() if locality_id in above[id_]]

    async def hold(self, locality_id: int) -> None:
        """Let nobody else change what follows for a place from its plans while the work lasts."""
        await self._session.execute(
            select(LocalityRow.id)
            .where(LocalityRow.id == locality_id)
            .with_for_update(key_share=True)
        )

    async def set_parent(self, locality_id: int, parent_id: int | None) -> None:
        """Put a place under another, or under none.

        Raise `Conflict("parent_cycle")` if the other lies under it. All places are locked first,
        lest two of them be put under each other at once.
        """
        await self._session.execute(
            select(LocalityRow.id).order_by(LocalityRow.id).with_for_update(key_share=True)
        )
        if parent_id is not None:
            above = {place.id for place in await self.ancestors(parent_id)}
            if locality_id in {parent_id, *above}:
                raise Conflict("parent_cycle")
        await self._session.execute(
            update(LocalityRow).where(LocalityRow.id == locality_id).values(parent_id=parent_id)
        )
        await self.bump_index(locality_id)

    async def set_successor(
        self, locality_id: int, successor_id: int | None, *, valid_to: dt.date | None
    ) -> None:
        """Say after which day a place has ended and which has followed; None and None undo it.

        Raise `Conflict("place_circle")` if it has followed the other itself.
        """
        places = {place.id: place for place in await self.list_all()}
        following = places.get(successor_id or 0)
        seen = {locality_id}
        while following:
            if following.id in seen:
                raise Conflict("place_circle")
            seen.add(following.id)
            following = places.get(following.successor_id or 0)
        await self._session.execute(
            update(LocalityRow)
            .where(LocalityRow.id == locality_id)
            .values(successor_id=successor_id, valid_to=valid_to)
        )

    async def save_profile(self, locality_id: int, profile: dict[str, str]) -> None:
        """Replace what a place says of itself (hours, address, phones)."""
        await self._session.execute(
            update(LocalityRow).where(LocalityRow.id == locality_id).values(profile=profile)
        )

    async def change_profile(self, locality_id: int, changes: Mapping[str, str]) -> dict[str, str]:
        """Change some lines of a profile, remove those that are now empty; return the whole."""
        row = await self._session.scalar(
            select(LocalityRow)
            .where(LocalityRow.id == locality_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        whole = {**(row.profile if row else {}), **changes}
        profile = {key: value for key, value in whole.items() if value}
        await self.save_profile(locality_id, profile)
        return profile

    async def save_ladder(self, locality_id: int, ladder: dict[str, Any] | None) -> None:
        """Keep when a place's offices are reminded; None: as usual."""
        await self._session.execute(
            update(LocalityRow).where(LocalityRow.id == locality_id).values(ladder=ladder)
        )

    async def find_ladder(self, locality_id: int) -> dict[str, Any] | None:
        """Find when a place's offices are reminded; None: as usual."""
        statement = select(LocalityRow.ladder).where(LocalityRow.id == locality_id)
        ladder: dict[str, Any] | None = await self._session.scalar(statement)
        return ladder

    async def list_own_settings(self) -> Mapping[int, OwnSettings]:
        """List what each place has set of its own, by its number."""
        return await load_own_settings(self._session)

    async def find_options(self, locality_id: int) -> dict[str, Any]:
        """Find what a place has set of its own, by the settings' names; nothing as usual."""
        statement = select(LocalityRow.options).where(LocalityRow.id == locality_id)
        options: dict[str, Any] | None = await self._session.scalar(statement)
        return dict(options or {})

    async def save_options(self, locality_id: int, options: dict[str, Any]) -> None:
        """Keep what a place has set of its own."""
        await self._session.execute(
            update(LocalityRow).where(LocalityRow.id == locality_id).values(options=options or None)
        )

    async def try_hold(self, locality_id: int) -> bool:
        """Keep other processes from what is done for a place once; tell whether none is at it."""
        held = await self._session.scalar(
            select(LocalityRow.id)
            .where(LocalityRow.id == locality_id)
            .with_for_update(key_share=True, skip_locked=True)
        )
        return held is not None

    async def bump_index(self, locality_id: int) -> None:
        """Say that the place's searchable rows have changed."""
        await self._session.execute(
            update(LocalityRow)
            .where(LocalityRow.id == locality_id)
            .values(index_revision=LocalityRow.index_revision + 1)
        )


def climb(locality_id: int, places: Mapping[int, Locality]) -> Iterator[Locality]:
    """Yield the places above one of some places, nearest first; a circle is walked once."""
    seen = {locality_id}
    place = places.get(locality_id)
    while place and place.parent_id is not None and place.parent_id not in seen:
        seen.add(place.parent_id)
        place = places.get(place.parent_id)
        if place:
            yield place


def _level(name: str) -> str:
    lowered = name.lower()
    named = (level for level in _LEVELS_OF_TWO_WORDS if lowered.startswith(f"{level} "))
    return next(named, lowered.split()[0])


def _locality(row: LocalityRow) -> Locality:
    return Locality(
        id=row.id,
        name=row.name,
        level=row.level,
        parent_id=row.parent_id,
        profile=dict(row.profile),
        index_revision=row.index_revision,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successor_id=row.successor_id,
    )
