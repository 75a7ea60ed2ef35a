"""Recording what became of replies: the senders of one process do not fight over SQLite."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.channels.base import Channel
from bot.clock import Clock
from bot.waiting import pause
from handlers.nudges.quotas import name_month
from handlers.nudges.unreachable import note_unreachable, tell_again
from storage.database import Database
from storage.errors import LostClaim, Unavailable
from storage.values import OutboxKind, Outgoing
from storage.work import Work

AGAIN = 0.5  # seconds until what was sent is recorded again, where the database was away


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A reply that its channel has taken, and who waits for that to be recorded."""

    outgoing: Outgoing
    at: dt.datetime
    recorded: asyncio.Future[None]

    def tell(self, error: Exception | None) -> None:
        """Let the sender go on, or raise."""
        if self.recorded.done():
            return
        if error:
            self.recorded.set_exception(error)
        else:
            self.recorded.set_result(None)


class Recorder:
    """Open one unit of work at a time; record deliveries that come together in one of them."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        clock: Clock,
        counted: Collection[str],
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._counted = frozenset(counted)  # kinds of channels with a quota
        self._turn = asyncio.Lock()
        self._arrived: list[_Arrived] = []  # sent, and not recorded yet
        self._hurried = asyncio.Event()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Work]:
        """Open a unit of work when it is one's turn; what was sent is recorded first.

        Otherwise a claim, after the database was away, might find it unrecorded and send it again.
        """
        async with self._turn:
            if self._arrived:
                await self._record_arrived()
            async with self._open() as work:
                yield work

    def hurry(self) -> None:
        """Wait for no database any more: the program is to stop."""
        self._hurried.set()

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[Work]:
        """Open a unit of work; what it gives up is told to the cases in the same transaction."""
        async with self._database.write() as work:
            yield work
            lost = list(work.outbox.undelivered)
            for outbox_id in lost:
                await work.case_notices.record_outcome(outbox_id, "failed", now=self._clock.now())
            await note_unreachable(work, lost, now=self._clock.now())
            await tell_again(work, lost)

    async def record_delivery(self, outgoing: Outgoing) -> None:
        """Record a delivery, in one transaction with those that wait to be recorded meanwhile.

        As long as the database is away this is tried again: who was sent something must not get
        it twice because that could not be written down.
        """
        arrived = _Arrived(outgoing, self._clock.now(), asyncio.get_running_loop().create_future())
        self._arrived.append(arrived)
        while not arrived.recorded.done():
            async with self._turn:
                if not arrived.recorded.done():
                    await self._record_arrived()
            if not arrived.recorded.done():
                await pause(self._hurried, AGAIN)
        await arrived.recorded

    async def _record_arrived(self) -> None:
        batch, self._arrived = self._arrived, []
        outcomes: list[Exception | None] | None = None
        try:
            async with self._open() as work:
                found = [await self._record_one(work, arrived) for arrived in batch]
            outcomes = [*found]
        except Unavailable as error:
            outcomes = [error] * len(batch) if self._hurried.is_set() else None
        except Exception as error:  # noqa: BLE001  it is raised to every sender
            outcomes = [error] * len(batch)
        finally:
            if outcomes is None:  # the database is away, or one is cut off: others record for it
                self._arrived = [*batch, *self._arrived]
        if outcomes is None:
            return
        for arrived, outcome in zip(batch, outcomes, strict=True):
            arrived.tell(outcome)

    async def _record_one(self, work: Work, arrived: _Arrived) -> LostClaim | None:
        outgoing, channel, now = arrived.outgoing, arrived.outgoing.address.channel, arrived.at
        try:
            await work.outbox.delivered(outgoing, now=now)
        except LostClaim as error:
            return error
        if outgoing.kind is not OutboxKind.REPLY:
            await work.people.set_reached(outgoing.address)
        if outgoing.address.kind in self._counted:
            await work.quotas.count(channel, name_month(now))
        if not self._channels[channel].shows_later:
            await work.case_notices.record_subject(outgoing.subject, "delivered", now=now)
        return None
