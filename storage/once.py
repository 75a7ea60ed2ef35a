"""Things that are told once: the first to claim a name tells it."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OnceRow
from storage.statements import count_changed, insert_once


class Once:
    """Keep the names of what was told."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def claim(self, key: str, *, now: dt.datetime) -> bool:
        """Take a name; tell whether nobody had."""
        return await insert_once(self._session, OnceRow, {"key": key, "at": now})

    async def find(self, keys: Collection[str]) -> set[str]:
        """Give those of some names that were taken."""
        return set(await self._session.scalars(select(OnceRow.key).where(OnceRow.key.in_(keys))))

    async def forget(self, key: str) -> bool:
        """Let a name be taken again; tell whether it had been."""
        return await count_changed(self._session, delete(OnceRow).where(OnceRow.key == key)) == 1
