"""A conversation as its owner sees it: what was received and what was answered, in order."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import InboxRow, OutboxRow
from storage.queue import Row, has_come
from storage.values import Address, ThreadEntry


class Thread:
    """Read one address's messages from the inbox and the outbox."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def recent(
        self, address: Address, *, limit: int = 100, now: dt.datetime | None = None
    ) -> Sequence[ThreadEntry]:
        """Give the latest messages of both sides, oldest first.

        With `now`, what is kept for a later moment is not there yet.
        """
        own = [self._entry(row) for row in await self._latest(InboxRow, address, limit, None)]
        theirs = [self._entry(row) for row in await self._latest(OutboxRow, address, limit, now)]
        return sorted(own + theirs, key=lambda entry: entry.at)[-limit:]

    async def list_latest(self, *, after: int, limit: int) -> Sequence[tuple[int, Address]]:
        """List the numbers above one, and addresses, of everybody's replies; at least the latest.

        Of rows that came together `limit` is no limit: none of them is left out.
        """
        newest = await self._session.scalar(select(func.max(OutboxRow.id))) or 0
        statement = select(OutboxRow.id, OutboxRow.channel, OutboxRow.user).where(
            OutboxRow.id > (after if after > 0 else newest - limit)
        )
        rows = await self._session.execute(statement)
        return [(row_id, Address(channel, user)) for row_id, channel, user in rows]

    async def last_heard(self, address: Address) -> dt.datetime | None:
        """Give the moment of an address's last message, if it is still kept."""
        return await self._session.scalar(
            select(func.max(InboxRow.created_at)).where(
                InboxRow.channel == address.channel, InboxRow.user == address.user
            )
        )

    async def count(self, address: Address) -> int:
        """Count the messages of both sides that are kept."""
        total = 0
        for model in (InboxRow, OutboxRow):
            total += (
                await self._session.scalar(
                    select(func.count())
                    .select_from(model)
                    .where(model.channel == address.channel, model.user == address.user)
                )
                or 0
            )
        return total

    async def _latest(
        self, model: type[Row], address: Address, limit: int, now: dt.datetime | None
    ) -> Sequence[Row]:
        """Give the latest rows, oldest first: those of one moment stay in their order."""
        statement = (
            select(model)
            .where(model.channel == address.channel, model.user == address.user)
            .order_by(model.id.desc())
            .limit(limit)
        )
        if now:
            statement = statement.where(has_come(model, now))
        return (await self._session.scalars(statement)).all()[::-1]

    def _entry(self, row: InboxRow | OutboxRow) -> ThreadEntry:
        is_own = isinstance(row, InboxRow)
        body = self._cipher.decrypt(row.body_sealed)
        at = max(row.created_at, row.not_before or row.created_at)
        return ThreadEntry(f"{'in' if is_own else 'out'}-{row.id}", is_own, body, at)
