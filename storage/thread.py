"""A conversation as its owner sees it: what was received and what was answered, in order."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import InboxRow, OutboxRow
from storage.queue import Row
from storage.values import Address, ThreadEntry


class Thread:
    """Read one address's messages from the inbox and the outbox."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def recent(self, address: Address, *, limit: int = 100) -> Sequence[ThreadEntry]:
        """Give the latest messages of both sides, oldest first."""
        own = [self._entry(row) for row in await self._latest(InboxRow, address, limit)]
        theirs = [self._entry(row) for row in await self._latest(OutboxRow, address, limit)]
        return sorted(own + theirs, key=lambda entry: entry.at)[-limit:]

    async def _latest(self, model: type[Row], address: Address, limit: int) -> Sequence[Row]:
        statement = (
            select(model)
            .where(model.channel == address.channel, model.user == address.user)
            .order_by(model.id.desc())
            .limit(limit)
        )
        return (await self._session.scalars(statement)).all()

    def _entry(self, row: InboxRow | OutboxRow) -> ThreadEntry:
        is_own = isinstance(row, InboxRow)
        body = self._cipher.decrypt(row.body_sealed)
        return ThreadEntry(f"{'in' if is_own else 'out'}-{row.id}", is_own, body, row.created_at)
