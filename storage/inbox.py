"""The inbox: every message is stored here before its channel is told that it arrived."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.errors import LostClaim
from storage.models import InboxRow
from storage.noting import Notes
from storage.queue import Queue
from storage.statements import count_changed, insert_once
from storage.values import Address, Incoming

LAST = 1_000  # messages in which the newest one is looked for: a clock set back disturbs the order


class Inbox:
    """Store, claim and finish received messages."""

    def __init__(self, session: AsyncSession, cipher: Cipher, notes: Notes) -> None:
        self._session = session
        self._cipher = cipher
        self._notes = notes
        self._queue = Queue(session, InboxRow)

    async def add(self, address: Address, message_id: str, body: str, *, now: dt.datetime) -> bool:
        """Store a message once; tell whether it is new."""
        values = {
            "channel": address.channel,
            "user": address.user,
            "kind": "message",
            "message_id": message_id,
            "body_sealed": self._cipher.encrypt(body),
            "created_at": now,
            "state": "new",
            "attempts": 0,
        }
        is_new = await insert_once(self._session, InboxRow, values)
        if is_new:
            self._notes.add("received", address.kind)
        return is_new

    async def find_last(self, channels: Sequence[str]) -> Mapping[str, dt.datetime]:
        """Find when each of some channels has last brought a message, among those kept."""
        rows = await self._session.execute(
            select(InboxRow.channel, func.max(InboxRow.created_at))
            .where(InboxRow.channel.in_(channels))
            .group_by(InboxRow.channel)
        )
        return {channel: at for channel, at in rows if at}

    async def find_newest(self) -> dt.datetime | None:
        """Find the latest moment at which one of the last messages was stored."""
        last = select(InboxRow.created_at).order_by(InboxRow.id.desc()).limit(LAST).subquery()
        newest: dt.datetime | None = await self._session.scalar(select(func.max(last.c.created_at)))
        return newest

    async def claim(
        self, *, now: dt.datetime, lease: dt.timedelta, limit: int = 1, tidies: bool = True
    ) -> Sequence[Incoming]:
        """Take the oldest ready messages, at most one per address; `tidies` parks first.

        Who looks several times a second need not tidy each time.
        """
        if tidies:
            await self._note_parked(await self._queue.park_hopeless(now))
        rows = await self._queue.claim(now=now, lease=lease, limit=limit)
        opened, parked = await self._queue.open_all(rows, self._incoming, now=now)
        await self._note_parked(parked)
        return opened

    async def _note_parked(self, row_ids: Sequence[int]) -> None:
        self._notes.add_rows("handled", await self._queue.find_states(row_ids))

    def _incoming(self, row: InboxRow) -> Incoming:
        assert row.token is not None
        return Incoming(
            id=row.id,
            address=Address(row.channel, row.user),
            message_id=row.message_id,
            body=self._cipher.decrypt(row.body_sealed),
            received_at=row.created_at,
            token=row.token,
            attempts=row.attempts,
        )

    async def finish(self, incoming: Incoming, *, now: dt.datetime) -> None:
        """Record that a message has had its effect; raise `LostClaim` if it is not ours."""
        await self._queue.finish(incoming.id, incoming.token, now=now, state="done")
        self._notes.add("handled", incoming.address.kind, "done")

    async def fail(
        self, incoming: Incoming, *, now: dt.datetime, error: str, delay: dt.timedelta
    ) -> bool:
        """Let a message be tried again, or park it after five failures; tell whether parked."""
        is_parked = await self._queue.fail(
            incoming.id, incoming.token, now=now, error=error, delay=delay
        )
        self._notes.add("handled", incoming.address.kind, "parked" if is_parked else "failed")
        return is_parked

    async def put_off(self, incoming: Incoming, *, now: dt.datetime, delay: dt.timedelta) -> None:
        """Let a message be worked on after a delay; this try does not count."""
        await self._queue.record(
            incoming.id,
            incoming.token,
            error="try_later",
            lease_until=now + delay,
            attempts=incoming.attempts - 1,
        )

    async def forget(self, address: Address, message_id: str, *, left: str) -> None:
        """Put `left`, a body without what was said, in place of a message that must not be kept."""
        await self._session.execute(
            update(InboxRow)
            .where(
                InboxRow.channel == address.channel,
                InboxRow.user == address.user,
                InboxRow.message_id == message_id,
            )
            .values(body_sealed=self._cipher.encrypt(left))
        )

    async def rewrite(self, incoming: Incoming, body: str) -> None:
        """Put a body in place of a claimed message's; raise `LostClaim` if it is not ours."""
        owned = (InboxRow.id == incoming.id, InboxRow.token == incoming.token)
        statement = update(InboxRow).where(*owned)
        sealed = self._cipher.encrypt(body)
        if await count_changed(self._session, statement.values(body_sealed=sealed)) != 1:
            raise LostClaim("claim_lost", row=incoming.id)

    async def count(self, state: str) -> int:
        """Count the messages in a state (new, claimed, done, parked)."""
        return await self._queue.count(state)

    async def retry_parked(self) -> int:
        """Work on parked messages again; return how many."""
        return await self._queue.retry(InboxRow.state == "parked")
