"""Places served."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.text import fold
from storage.models import LocalityRow
from storage.values import Locality


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
            key=fold(name), name=name, level=name.split()[0].lower(), profile={}, index_revision=0
        )
        self._session.add(row)
        await self._session.flush()
        return _locality(row)

    async def find(self, name: str) -> Locality | None:
        """Find a place by its name, marks and case aside."""
        row = await self._session.scalar(select(LocalityRow).where(LocalityRow.key == fold(name)))
        return _locality(row) if row else None

    async def list_all(self) -> Sequence[Locality]:
        """List all places."""
        rows = await self._session.scalars(select(LocalityRow).order_by(LocalityRow.id))
        return [_locality(row) for row in rows]

    async def save_profile(self, locality_id: int, profile: dict[str, str]) -> None:
        """Replace what a place says of itself (hours, address, phones)."""
        await self._session.execute(
            update(LocalityRow).where(LocalityRow.id == locality_id).values(profile=profile)
        )

    async def bump_index(self, locality_id: int) -> None:
        """Say that the place's searchable rows have changed."""
        await self._session.execute(
            update(LocalityRow)
            .where(LocalityRow.id == locality_id)
            .values(index_revision=LocalityRow.index_revision + 1)
        )


def _locality(row: LocalityRow) -> Locality:
    return Locality(
        row.id, row.name, row.level, row.parent_id, dict(row.profile), row.index_revision
    )
