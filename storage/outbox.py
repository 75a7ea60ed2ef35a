"""The outbox: every reply is stored with the effect it reports, and delivered afterwards."""

import datetime as dt
import secrets
from collections.abc import Sequence

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import OutboxRow
from storage.queue import Queue
from storage.values import Address, OutboxKind, Outgoing


class Outbox:
    """Store, claim and record replies."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher
        self._queue = Queue(session, OutboxRow)

    async def add(
        self,
        address: Address,
        payload: str,
        *,
        kind: OutboxKind,
        now: dt.datetime,
        lease: dt.timedelta | None = None,
        subject: str | None = None,
    ) -> Outgoing:
        """Store a reply; with a lease it is born claimed by the caller, who delivers it at once.

        A `subject` names what it is about, so that it can be withdrawn.
        """
        row = OutboxRow(
            channel=address.channel,
            user=address.user,
            kind=kind.value,
            body_sealed=self._cipher.encrypt(payload),
            created_at=now,
            state="claimed" if lease else "new",
            token=secrets.token_hex(16) if lease else None,
            lease_until=now + lease if lease else None,
            attempts=1 if lease else 0,
            subject=subject,
        )
        self._session.add(row)
        await self._session.flush()
        return self._outgoing(row)

    async def withdraw(self, subject: str) -> None:
        """Forget what waits to be sent about a subject; what a sender holds already goes out."""
        await self._session.execute(
            delete(OutboxRow).where(OutboxRow.subject == subject, OutboxRow.state == "new")
        )

    async def has_waiting(self, address: Address, kind: OutboxKind) -> bool:
        """Tell whether an earlier reply of this kind to the address is not delivered yet."""
        return await self._queue.has_unfinished(address.channel, address.user, kind.value)

    async def claim(
        self,
        *,
        now: dt.datetime,
        lease: dt.timedelta,
        limit: int,
        channels: Sequence[str],
        user: str | None = None,
    ) -> Sequence[Outgoing]:
        """Take ready replies for the channels (and user) that the caller reaches, oldest first."""
        rows = await self._queue.claim(
            now=now, lease=lease, limit=limit, channels=channels, user=user
        )
        return await self._queue.open_all(rows, self._outgoing, now=now)

    def _outgoing(self, row: OutboxRow) -> Outgoing:
        return Outgoing(
            id=row.id,
            address=Address(row.channel, row.user),
            kind=OutboxKind(row.kind),
            payload=self._cipher.decrypt(row.body_sealed),
            token=row.token or "",
            attempts=row.attempts,
            lease_until=row.lease_until,
        )

    async def delivered(self, outgoing: Outgoing, *, now: dt.datetime) -> None:
        """Record a delivery; raise `LostClaim` if the claim is no longer ours."""
        await self._queue.finish(outgoing.id, outgoing.token, now=now, state="delivered")

    async def unreachable(self, outgoing: Outgoing, *, now: dt.datetime) -> None:
        """Record that the address cannot be reached, for good."""
        await self._queue.finish(outgoing.id, outgoing.token, now=now, state="unreachable")

    async def fail(
        self, outgoing: Outgoing, *, now: dt.datetime, error: str, delay: dt.timedelta
    ) -> bool:
        """Let a reply be tried again after `delay`, or park it; tell whether it was parked."""
        return await self._queue.fail(
            outgoing.id, outgoing.token, now=now, error=error, delay=delay
        )

    async def count(self, state: str) -> int:
        """Count the replies in a state (new, claimed, delivered, unreachable, parked)."""
        return await self._queue.count(state)

    async def retry_parked(self) -> int:
        """Send parked replies again; return how many."""
        return await self._queue.retry_parked()

    async def purge(self, before: dt.datetime) -> int:
        """Delete replies finished before a moment; return how many."""
        return await self._queue.purge(before)
