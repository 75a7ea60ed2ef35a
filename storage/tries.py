"""How often something guessable was tried in an hour, by one or by everybody."""

import datetime as dt

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import TriesRow
from storage.statements import dialect_insert

KEPT = dt.timedelta(days=1)


class Tries:
    """Count tries by a key and the hour; a key may hold an address, for its digest is stored."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def count(self, key: str, *, now: dt.datetime) -> int:
        """Count one try more; return how many this hour has seen. Forget those of yesterday."""
        await self._session.execute(delete(TriesRow).where(TriesRow.hour < now - KEPT))
        insert = dialect_insert(self._session, TriesRow).values(
            key=self._cipher.digest(key), hour=_hour(now), count=1
        )
        statement = insert.on_conflict_do_update(
            index_elements=[TriesRow.key, TriesRow.hour], set_={"count": TriesRow.count + 1}
        )
        counted = await self._session.execute(statement.returning(TriesRow.count))
        return int(counted.scalar_one())

    async def allow(self, key: str, limit: int, *, now: dt.datetime) -> bool:
        """Count one try more; tell whether it is within the hour's limit."""
        return await self.count(key, now=now) <= limit

    async def is_spent(self, key: str, limit: int, *, now: dt.datetime) -> bool:
        """Tell whether this hour has seen as many tries as the limit; nothing is counted."""
        statement = select(TriesRow.count).where(
            TriesRow.key == self._cipher.digest(key), TriesRow.hour == _hour(now)
        )
        return (await self._session.scalar(statement) or 0) >= limit


def _hour(now: dt.datetime) -> dt.datetime:
    return now.astimezone(dt.UTC).replace(minute=0, second=0, microsecond=0)
