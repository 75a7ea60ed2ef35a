"""Offices that plans name."""

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.text import fold
from storage.models import OfficeRow
from storage.values import Office


class Offices:
    """Find and keep the offices of a place by name, spacing and marks aside."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ensure(self, locality_id: int, name: str) -> Office:
        """Find an office by its name, or add it."""
        found = await self.find(locality_id, name)
        if found:
            return found
        row = OfficeRow(locality_id=locality_id, key=office_key(name), name=name)
        self._session.add(row)
        await self._session.flush()
        return Office(row.id, row.locality_id, row.name)

    async def find(self, locality_id: int, name: str) -> Office | None:
        """Find an office by its name."""
        row = await self._session.scalar(
            select(OfficeRow).where(
                OfficeRow.locality_id == locality_id, OfficeRow.key == office_key(name)
            )
        )
        return Office(row.id, row.locality_id, row.name) if row else None

    async def list_all(self, locality_id: int) -> Sequence[Office]:
        """List a place's offices."""
        rows = await self._session.scalars(
            select(OfficeRow).where(OfficeRow.locality_id == locality_id).order_by(OfficeRow.name)
        )
        return [Office(row.id, row.locality_id, row.name) for row in rows]


def office_key(name: str) -> str:
    """Fold a name so that spelling of dashes, "và"/"&" and marks does not matter."""
    joined = re.sub(r"\s*(?:&|-|–|—)\s*|\s+va\s+", " ", fold(name))
    return re.sub(r"[^\w]+", " ", joined).strip()
