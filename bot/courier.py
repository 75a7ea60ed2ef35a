"""Deliver outbox rows: at once for those just made, later for those left behind."""

import asyncio
import datetime as dt
import logging
import random
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager

from bot.buckets import TokenBucket
from bot.channels.base import Channel, Paced, TryLater, Unreachable
from bot.clock import Clock
from bot.failures import log_failure
from handlers.messages import Reply, load_reply
from storage.database import Database
from storage.errors import LostClaim
from storage.values import Address, OutboxKind, Outgoing
from storage.work import Work

log = logging.getLogger(__name__)
FIRST_DELAY = dt.timedelta(seconds=2)
LONGEST_DELAY = dt.timedelta(minutes=10)
BATCH = 20  # rows of a channel a claim
SENDERS = 4  # rows sent side by side
BEGIN_WITHIN = 0.5  # of the lease: what has not begun by then is given back
SEND_WITHIN = 0.4  # of the lease; the rest is for recording
LONG_WAIT = dt.timedelta(hours=1)


class Courier:
    """Deliver claimed replies and record what happened, with the claim's token."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        clock: Clock,
        lease: dt.timedelta,
    ) -> None:
        self._database = database
        self._channels = channels
        self._buckets = {name: _build_bucket(channel) for name, channel in channels.items()}
        self._clock = clock
        self._recording = asyncio.Lock()  # senders of one process do not fight over SQLite
        self._waiting: Mapping[str, int] = {}
        self.lease = lease

    def can_take(self, channel: str) -> bool:
        """Tell whether this process holds the channel, and may send to it now."""
        bucket = self._buckets.get(channel)
        return bucket is not None and bucket.room(1, now=self._clock.now()) > 0

    async def sweep(self, limit: int = BATCH, *, user: str | None = None) -> int:
        """Claim and deliver what is waiting (for one user); return how many rows were tried."""
        claimed: list[Outgoing] = []
        async with self._record() as work:
            now = self._clock.now()
            for name, bucket in self._buckets.items():
                if room := bucket.room(limit, now=now):
                    claimed += await work.outbox.claim(
                        now=now, lease=self.lease, limit=room, channels=[name], user=user
                    )
        shared = iter(claimed)  # no two of an address and kind, so any order will do
        await asyncio.gather(*(self.deliver(shared) for _ in range(min(SENDERS, len(claimed)))))
        return len(claimed)

    async def deliver(self, claimed: Iterable[Outgoing]) -> None:
        """Deliver rows that the caller has claimed, in order.

        What follows a failure to the same address is given back, so that order is kept; so is what
        cannot begin in time for the lease, or has to wait for its channel.
        """
        stuck: set[tuple[Address, OutboxKind]] = set()
        for outgoing in claimed:
            lane = outgoing.address, outgoing.kind
            try:
                if lane in stuck or not self._may_begin(outgoing):
                    stuck.add(lane)
                    await self._give_back(outgoing)
                elif not await self._deliver_one(outgoing):
                    stuck.add(lane)
            except LostClaim:
                log.warning("reply %s is in other hands: its lease had ended", outgoing.id)

    def _may_begin(self, outgoing: Outgoing) -> bool:
        """Tell whether a row can be sent well before its lease ends, and take its token."""
        now = self._clock.now()
        lease_until, useful_until = outgoing.lease_until, outgoing.useful_until
        if lease_until and lease_until - now < self.lease * (1 - BEGIN_WITHIN):
            return False
        if useful_until and useful_until <= now:
            return False
        return self._buckets[outgoing.address.channel].take(now=now)

    async def _give_back(self, outgoing: Outgoing) -> None:
        async with self._record() as work:
            await work.outbox.give_back(outgoing)

    async def _deliver_one(self, outgoing: Outgoing) -> bool:
        """Send a row and record the outcome; tell whether the next of its lane may follow."""
        try:
            await self._send(outgoing, load_reply(outgoing.payload))
        except Unreachable:
            return await self._turn_elsewhere(outgoing)
        except TryLater as error:
            return await self._put_off(outgoing, error)
        except TimeoutError:
            return await self._put_off(outgoing, TryLater(may_have_arrived=True))
        except Exception as error:  # noqa: BLE001  one bad reply must not stop the others
            log_failure(log, error, "reply %s could not be delivered", outgoing.id)
            return await self._fail(outgoing, type(error).__name__, back_off(outgoing.attempts))
        await self._record_delivery(outgoing)
        return True

    async def _send(self, outgoing: Outgoing, reply: Reply) -> None:
        channel = self._channels[outgoing.address.channel]
        async with asyncio.timeout(self.lease.total_seconds() * SEND_WITHIN):
            await channel.send(outgoing.address, reply, key=str(outgoing.id))

    async def _record_delivery(self, outgoing: Outgoing) -> None:
        now = self._clock.now()
        async with self._record() as work:
            await work.outbox.delivered(outgoing, now=now)
            if not self._channels[outgoing.address.channel].shows_later:
                await work.case_notices.record_subject(outgoing.subject, "delivered", now=now)

    async def _turn_elsewhere(self, outgoing: Outgoing) -> bool:
        """Deliver at another address of the same officer, if there is one."""
        now = self._clock.now()
        moved = None
        async with self._record() as work:
            other = await work.outbox.other_address(outgoing)
            if other is None:
                await work.outbox.unreachable(outgoing, now=now)
            else:
                is_free = not await work.outbox.has_waiting(other, outgoing.kind, now=now)
                lease = self.lease if is_free and self.can_take(other.channel) else None
                moved = await work.outbox.redirect(outgoing, other, now=now, lease=lease)
        where = f"goes to {other.channel} instead" if other else "cannot be delivered anywhere"
        log.warning("reply %s: unreachable; it %s", outgoing.id, where)
        if moved:
            await self.deliver([moved])
        return True

    async def _put_off(self, outgoing: Outgoing, error: TryLater) -> bool:
        now = self._clock.now()
        has_moment = error.after is not None and error.after > dt.timedelta(0)
        delay = error.after if error.after and has_moment else wait_longer(outgoing, now=now)
        if error.whole_channel:
            self._buckets[outgoing.address.channel].close(now + delay)
        if error.may_have_arrived:
            return await self._fail(outgoing, "no_answer", delay)
        async with self._record() as work:
            await work.outbox.put_off(outgoing, now=now, delay=delay)
        log.warning("reply %s has to wait", outgoing.id)
        return False

    async def _fail(self, outgoing: Outgoing, error: str, delay: dt.timedelta) -> bool:
        now = self._clock.now()
        async with self._record() as work:
            parked = await work.outbox.fail(outgoing, now=now, error=error, delay=delay)
        level = logging.ERROR if parked else logging.WARNING
        ending = "; parked" if parked else ""
        log.log(level, "reply %s was not delivered (%s)%s", outgoing.id, error, ending)
        return False

    @asynccontextmanager
    async def _record(self) -> AsyncIterator[Work]:
        """Open a unit of work; what it gives up is told to the cases in the same transaction."""
        async with self._recording, self._database.write() as work:
            yield work
            for outbox_id in work.outbox.undelivered:
                await work.case_notices.record_outcome(outbox_id, "failed", now=self._clock.now())

    async def look_for_waiting(self, work: Work) -> Sequence[Reply]:
        """Warn the operator of replies that have waited for over an hour, when that changes."""
        waiting = await work.deliveries.count_waiting(self._clock.now() - LONG_WAIT)
        if waiting and waiting != self._waiting:
            counts = ", ".join(f"{channel} {count}" for channel, count in waiting.items())
            log.warning("replies that have waited for over an hour: %s", counts)
        self._waiting = waiting
        return ()


def _build_bucket(channel: Channel) -> TokenBucket:
    if isinstance(channel, Paced):
        return TokenBucket(channel.rate, channel.burst)
    return TokenBucket()


def wait_longer(outgoing: Outgoing, *, now: dt.datetime) -> dt.timedelta:
    """Wait for as long again as a reply has waited already, within limits, with jitter."""
    waited = now - max(outgoing.made_at, outgoing.not_before or outgoing.made_at)
    return _jitter(min(max(waited, FIRST_DELAY), LONGEST_DELAY))


def back_off(attempts: int) -> dt.timedelta:
    """Double the delay with each attempt, with jitter so that rows do not come back together."""
    doubled: dt.timedelta = FIRST_DELAY * 2 ** max(attempts - 1, 0)
    return _jitter(min(doubled, LONGEST_DELAY))


def _jitter(delay: dt.timedelta) -> dt.timedelta:
    return delay * random.uniform(0.75, 1.25)  # noqa: S311 - jitter, not a secret
