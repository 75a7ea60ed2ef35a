"""The outbox: every reply is stored with the effect it reports, and delivered afterwards."""

import datetime as dt
import secrets
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.cipher import Cipher
from storage.models import AddressRow, OutboxRow, PersonRow
from storage.noting import Notes
from storage.outbox_statements import build_expiry, want_kind, want_kind_for_user
from storage.queue import Queue
from storage.usefulness import end_of_use
from storage.values import Address, NewReply, OutboxKind, Outgoing

_LONGEST_MS = 2**31 - 1  # what the column holds: 24 days


class Outbox:
    """Store, claim and record replies.

    `undelivered` collects the rows (ids) that this unit of work gave up, for whoever keeps the
    fact that somebody was told.
    """

    def __init__(self, session: AsyncSession, cipher: Cipher, notes: Notes) -> None:
        self._session = session
        self._cipher = cipher
        self._notes = notes
        self._queue = Queue(session, OutboxRow)
        self.undelivered: list[int] = []

    async def add(
        self,
        address: Address,
        payload: str,
        *,
        kind: OutboxKind,
        now: dt.datetime,
        lease: dt.timedelta | None = None,
        subject: str | None = None,
        not_before: dt.datetime | None = None,
        useful_until: dt.datetime | None = None,
    ) -> Outgoing:
        """Store a reply; with a lease it is born claimed by the caller, who delivers it at once.

        A `subject` names what it is about, so that it can be withdrawn. How long it is worth
        sending depends on its kind, unless `useful_until` is given.
        """
        new = NewReply(address, payload, kind, lease, subject, not_before, useful_until)
        [outgoing] = await self.add_many([new], now=now)
        return outgoing

    async def add_many(
        self, replies: Sequence[NewReply], *, now: dt.datetime
    ) -> Sequence[Outgoing]:
        """Store replies, in order, with one statement."""
        rows = [self._build(reply, now) for reply in replies]
        self._session.add_all(rows)
        await self._session.flush()
        return [_open(row, new.payload) for row, new in zip(rows, replies, strict=True)]

    def _build(self, reply: NewReply, now: dt.datetime) -> OutboxRow:
        lease = reply.lease
        useful_until = reply.useful_until or end_of_use(reply.kind, reply.not_before or now)
        return OutboxRow(
            channel=reply.address.channel,
            user=reply.address.user,
            kind=reply.kind.value,
            body_sealed=self._cipher.encrypt(reply.payload),
            created_at=now,
            state="claimed" if lease else "new",
            token=secrets.token_hex(16) if lease else None,
            lease_until=now + lease if lease else None,
            attempts=1 if lease else 0,
            subject=reply.subject,
            not_before=reply.not_before,
            useful_until=useful_until,
            asked_at=reply.asked_at,
        )

    async def withdraw(self, subject: str) -> None:
        """Forget what waits to be sent about a subject; what a sender holds already goes out."""
        await self._session.execute(
            delete(OutboxRow).where(
                OutboxRow.subject == subject,
                OutboxRow.finished_at.is_(None),
                OutboxRow.token.is_(None),
            )
        )

    async def has_waiting(self, address: Address, kind: OutboxKind, *, now: dt.datetime) -> bool:
        """Tell whether an earlier reply of this kind to the address is not delivered yet."""
        return await self._queue.has_unfinished(address.channel, address.user, kind.value, now=now)

    async def find_waiting(
        self, addresses: Collection[Address], *, now: dt.datetime
    ) -> set[tuple[Address, OutboxKind]]:
        """Give those of some addresses to which a reply of a kind is not delivered yet."""
        found = await self._queue.find_unfinished({(a.channel, a.user) for a in addresses}, now=now)
        return {(Address(channel, user), OutboxKind(kind)) for channel, user, kind in found}

    async def claim(
        self,
        *,
        now: dt.datetime,
        lease: dt.timedelta,
        limit: int,
        channels: Sequence[str],
        user: str | None = None,
        tidies: bool = True,
    ) -> Sequence[Outgoing]:
        """Take ready replies for the channels (and user) that the caller reaches.

        Replies come before notices before digests, then the oldest; of an address at most one of
        a kind, so that nobody's many rows hold up the others. `tidies` ends what is of no use.
        """
        if tidies:
            await self.tidy(now=now)
        given: dict[str, Any] = {"now": now, "lease": lease, "channels": channels}
        if user is not None:
            given["wanted_user"] = user
        wanted = want_kind if user is None else want_kind_for_user
        rows: list[OutboxRow] = []
        for kind in OutboxKind:  # kind by kind: each reads its first rows from an index
            given |= {"limit": limit - len(rows), "wanted_kind": kind.value}
            if given["limit"] > 0:
                rows += await self._queue.claim(wanted, **given)
        opened, parked = await self._queue.open_all(rows, self._outgoing, now=now)
        await self._give_up(parked)
        return opened

    async def tidy(self, *, now: dt.datetime) -> None:
        """End as stale what is of no use any more, and park what kills its senders."""
        expired = await self._session.scalars(build_expiry(), {"expired_at": now})
        await self._give_up([*expired.all(), *await self._queue.park_hopeless(now)])

    async def _give_up(self, row_ids: Sequence[int]) -> None:
        self.undelivered += row_ids
        self._notes.add_rows("delivery", await self._queue.find_states(row_ids))

    def _outgoing(self, row: OutboxRow) -> Outgoing:
        return _open(row, self._cipher.decrypt(row.body_sealed))

    async def delivered(self, outgoing: Outgoing, *, now: dt.datetime) -> None:
        """Record a delivery; raise `LostClaim` if the claim is no longer ours."""
        values: dict[str, Any] = {"state": "delivered", "finished_at": now, "lease_until": None}
        if outgoing.asked_at:
            took = max(now - outgoing.asked_at, dt.timedelta())
            values["took_ms"] = min(round(took.total_seconds() * 1000), _LONGEST_MS)
            self._notes.add("replied", outgoing.address.kind, amount=took.total_seconds())
        await self._queue.record(outgoing.id, outgoing.token, **values)
        self._notes.add("delivery", outgoing.address.kind, "delivered")

    async def unreachable(self, outgoing: Outgoing, *, now: dt.datetime) -> None:
        """Record that the person cannot be reached, for good."""
        await self._queue.finish(outgoing.id, outgoing.token, now=now, state="unreachable")
        self.undelivered.append(outgoing.id)
        self._notes.add("delivery", outgoing.address.kind, "unreachable")

    async def fail(
        self, outgoing: Outgoing, *, now: dt.datetime, error: str, delay: dt.timedelta
    ) -> bool:
        """Let a reply be tried again after `delay`, or park it; tell whether it was parked."""
        is_parked = await self._queue.fail(
            outgoing.id, outgoing.token, now=now, error=error, delay=delay
        )
        self.undelivered += [outgoing.id] if is_parked else []
        self._notes.add("delivery", outgoing.address.kind, "parked" if is_parked else "failed")
        return is_parked

    async def put_off(self, outgoing: Outgoing, *, now: dt.datetime, delay: dt.timedelta) -> None:
        """Let a reply that its channel refused for now be tried again; this is no failure."""
        await self._queue.record(
            outgoing.id,
            outgoing.token,
            error="try_later",
            lease_until=now + delay,
            attempts=outgoing.attempts - 1,
        )
        self._notes.add("delivery", outgoing.address.kind, "put_off")

    async def give_back(self, outgoing: Outgoing) -> None:
        """End a claim as if it had not been made: nobody has begun to send."""
        await self._queue.record(
            outgoing.id,
            outgoing.token,
            state="new",
            lease_until=None,
            attempts=outgoing.attempts - 1,
        )

    async def other_address(self, outgoing: Outgoing) -> Address | None:
        """Find where else the officer is reached for whom a reply was made, the last linked first.

        Citizens have one address. An address that changed hands since tells nothing of the officer.
        """
        tried = [*outgoing.tried, name_address(outgoing.address)]
        channel, user = tried[0].split(" ", 1)
        first = aliased(AddressRow)
        found = await self._session.scalars(
            select(AddressRow)
            .join(first, first.person_id == AddressRow.person_id)
            .join(PersonRow, PersonRow.id == AddressRow.person_id)
            .where(first.channel == channel, first.user == user)
            .where(first.linked_at <= outgoing.made_at, PersonRow.left_at.is_(None))
            .order_by(AddressRow.linked_at.desc(), AddressRow.channel, AddressRow.user)
        )
        addresses = [Address(row.channel, row.user) for row in found]
        return next((a for a in addresses if name_address(a) not in tried), None)

    async def redirect(
        self, outgoing: Outgoing, address: Address, *, now: dt.datetime, lease: dt.timedelta | None
    ) -> Outgoing | None:
        """Send a reply to another address of its person; with a lease it stays claimed."""
        token = secrets.token_hex(16) if lease else None
        await self._queue.record(
            outgoing.id,
            outgoing.token,
            channel=address.channel,
            user=address.user,
            tried=[*outgoing.tried, name_address(outgoing.address)],
            error="unreachable",
            state="claimed" if lease else "new",
            next_token=token,
            lease_until=now + lease if lease else None,
            attempts=1 if lease else 0,
        )
        row = await self._session.get(OutboxRow, outgoing.id, populate_existing=True)
        return self._outgoing(row) if row and token else None

    async def find_shown(self, outbox_id: int) -> tuple[Address, str] | None:
        """Find where a reply went, and what it showed, while it is kept."""
        row = await self._session.get(OutboxRow, outbox_id)
        if row is None:
            return None
        return Address(row.channel, row.user), self._cipher.decrypt(row.body_sealed)

    async def count(self, state: str) -> int:
        """Count the replies in a state (new, claimed, delivered, stale, unreachable, parked)."""
        return await self._queue.count(state)

    async def retry_parked(self, *, now: dt.datetime) -> int:
        """Send parked replies again that are still of use; return how many."""
        is_useful = or_(OutboxRow.useful_until.is_(None), OutboxRow.useful_until > now)
        return await self._queue.retry(OutboxRow.state == "parked", is_useful)

    async def retry(self, outbox_id: int, *, now: dt.datetime) -> bool:
        """Send one reply again that was given up, as if it were made now; tell whether it was."""
        row = await self._session.get(OutboxRow, outbox_id)
        if row is None or row.state not in ("parked", "unreachable", "stale"):
            return False
        useful_until = end_of_use(OutboxKind(row.kind), now)
        changed = await self._queue.retry(
            OutboxRow.id == outbox_id,
            OutboxRow.state == row.state,
            useful_until=useful_until,
            tried=[],
        )
        return changed == 1


def name_address(address: Address) -> str:
    """Name an address in one word pair, as `tried` keeps it."""
    return f"{address.channel} {address.user}"


def _open(row: OutboxRow, payload: str) -> Outgoing:
    return Outgoing(
        id=row.id,
        address=Address(row.channel, row.user),
        kind=OutboxKind(row.kind),
        payload=payload,
        token=row.token or "",
        attempts=row.attempts,
        lease_until=row.lease_until,
        made_at=row.created_at,
        not_before=row.not_before,
        useful_until=row.useful_until,
        tried=tuple(row.tried or ()),
        subject=row.subject,
        asked_at=row.asked_at,
    )
