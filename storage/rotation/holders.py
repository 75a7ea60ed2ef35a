"""Which key each running process writes under."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import LeaseRow
from storage.statements import dialect_insert

_NAMED = "key of "


class KeyHolders:
    """Keep a lease for each process that runs, which names its newest key."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def note(
        self, process: str, key_id: str, *, now: dt.datetime, lease: dt.timedelta
    ) -> None:
        """Note that a process runs, and under which key it writes; forget those that died."""
        is_dead = LeaseRow.name.startswith(_NAMED, autoescape=True), LeaseRow.held_until <= now
        await self._session.execute(delete(LeaseRow).where(*is_dead))
        values = {"holder": key_id, "held_until": now + lease}
        insert = dialect_insert(self._session, LeaseRow).values(name=_NAMED + process, **values)
        await self._session.execute(
            insert.on_conflict_do_update(index_elements=[LeaseRow.name], set_=values)
        )

    async def leave(self, process: str) -> None:
        """Forget a process that ends."""
        await self._session.execute(delete(LeaseRow).where(LeaseRow.name == _NAMED + process))

    async def list_keys(self, *, now: dt.datetime) -> Sequence[str]:
        """List the newest key of every process that runs."""
        runs = LeaseRow.name.startswith(_NAMED, autoescape=True), LeaseRow.held_until > now
        return (await self._session.scalars(select(LeaseRow.holder).where(*runs))).all()
