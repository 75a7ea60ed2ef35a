"""What one process does at a time: polling a bot, renewing a token."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import LeaseRow
from storage.statements import dialect_insert


class Leases:
    """Give what has a name to one holder, until a moment."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def take(self, name: str, holder: str, *, now: dt.datetime, lease: dt.timedelta) -> bool:
        """Take or prolong a lease; tell whether it is this holder's now."""
        values = {"holder": holder, "held_until": now + lease}
        insert = dialect_insert(self._session, LeaseRow).values(name=name, **values)
        statement = insert.on_conflict_do_update(
            index_elements=[LeaseRow.name],
            set_=values,
            where=or_(LeaseRow.holder == holder, LeaseRow.held_until <= now),
        )
        taken = await self._session.execute(statement.returning(LeaseRow.name))
        return taken.first() is not None

    async def find_holders(self, start: str) -> Mapping[str, str]:
        """Find who was last given what has a name that starts so, whether it still lasts or not."""
        rows = await self._session.execute(
            select(LeaseRow.name, LeaseRow.holder).where(LeaseRow.name.startswith(start))
        )
        return {row.name: row.holder for row in rows}

    async def release(self, name: str, holder: str) -> None:
        """Give a lease back before its end."""
        await self._session.execute(
            delete(LeaseRow).where(LeaseRow.name == name, LeaseRow.holder == holder)
        )
