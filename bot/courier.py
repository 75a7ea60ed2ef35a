"""Deliver outbox rows: at once for those just made, later for those left behind."""

import asyncio
import datetime as dt
import logging
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.buckets import TokenBucket
from bot.channels.base import Channel, Paced, Refused, TryLater, Unreachable
from bot.clock import Clock
from bot.failures import log_failure
from handlers.messages import Reply, load_reply
from handlers.nudges.quotas import name_month
from handlers.nudges.unreachable import note_unreachable, tell_again
from storage.database import Database
from storage.errors import LostClaim
from storage.values import Address, OutboxKind, Outgoing
from storage.work import Work

log = logging.getLogger(__name__)
FIRST_DELAY = dt.timedelta(seconds=2)
LONGEST_DELAY = dt.timedelta(minutes=10)
BATCH = 20  # rows of a channel a claim
SENDERS = 4  # rows sent side by side
IN_FLIGHT = 64  # batches on their way at once; who would add one more waits
BEGIN_WITHIN = 0.5  # of the lease: what has not begun by then is given back
SEND_WITHIN = 0.4  # of the lease; the rest is for recording
LONG_WAIT = dt.timedelta(hours=1)
Lane = tuple[Address, OutboxKind]  # what is sent in order


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


class Courier:
    """Deliver claimed replies and record what happened, with the claim's token."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        clock: Clock,
        lease: dt.timedelta,
        counted: Collection[str] = (),
    ) -> None:
        self._database = database
        self._channels = channels
        self._counted = frozenset(counted)  # kinds of channels with a quota
        self._buckets = {name: _build_bucket(channel) for name, channel in channels.items()}
        self._clock = clock
        self._recording = asyncio.Lock()  # senders of one process do not fight over SQLite
        self._arrived: list[_Arrived] = []  # sent, and not recorded yet
        self._waiting: Mapping[str, int] = {}
        self._room = asyncio.Semaphore(IN_FLIGHT)
        self._in_flight: set[asyncio.Task[None]] = set()
        self.lease = lease

    def can_take(self, channel: str) -> bool:
        """Tell whether this process holds the channel, and may send to it now."""
        bucket = self._buckets.get(channel)
        return bucket is not None and bucket.room(1, now=self._clock.now()) > 0

    async def sweep(self, limit: int = BATCH, *, user: str | None = None) -> int:
        """Claim and deliver what is waiting (for one user); return how many rows were tried."""
        claimed = await self._claim(limit, user=user)
        await self.deliver(claimed)
        return len(claimed)

    async def sweep_on(self, limit: int = BATCH) -> int:
        """Claim what is waiting and let it be delivered beside; return how many rows there were."""
        claimed = await self._claim(limit)
        for lane in _split_lanes(claimed).values():
            await self.dispatch(lane)
        return len(claimed)

    async def dispatch(self, claimed: Sequence[Outgoing]) -> None:
        """Let claimed rows be delivered beside; a service that hangs holds up nobody else."""
        if not claimed:
            return
        await self._room.acquire()
        task = asyncio.create_task(self._deliver_beside(claimed))
        self._in_flight.add(task)
        task.add_done_callback(self._in_flight.discard)

    async def _deliver_beside(self, claimed: Sequence[Outgoing]) -> None:
        try:
            await self.deliver(claimed)
        except Exception as error:  # noqa: BLE001  the lease ends, and the rows are tried again
            log_failure(log, error, "delivering failed")
        finally:
            self._room.release()

    async def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        while self._in_flight:
            await asyncio.gather(*self._in_flight)

    async def _claim(self, limit: int, *, user: str | None = None) -> list[Outgoing]:
        claimed: list[Outgoing] = []
        async with self._record() as work:
            now = self._clock.now()
            for name, bucket in self._buckets.items():
                if room := bucket.room(limit, now=now):
                    claimed += await work.outbox.claim(
                        now=now, lease=self.lease, limit=room, channels=[name], user=user
                    )
        return claimed

    async def deliver(self, claimed: Iterable[Outgoing]) -> None:
        """Deliver rows that the caller has claimed, those of an address and kind in order.

        What follows a failure to the same address is given back, so that order is kept; so is what
        cannot begin in time for the lease, or has to wait for its channel.
        """
        lanes = _split_lanes(claimed)
        shared = iter(lanes.values())
        await asyncio.gather(
            *(self._deliver_lanes(shared) for _ in range(min(SENDERS, len(lanes))))
        )

    async def _deliver_lanes(self, lanes: Iterator[Sequence[Outgoing]]) -> None:
        """Deliver one lane after the other, while other senders take others."""
        for lane in lanes:
            await self._deliver_lane(lane)

    async def _deliver_lane(self, lane: Sequence[Outgoing]) -> None:
        is_stuck = False
        for outgoing in lane:
            try:
                if is_stuck or not self._may_begin(outgoing):
                    is_stuck = True
                    await self._give_back(outgoing)
                else:
                    is_stuck = not await self._deliver_one(outgoing)
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
            await self._send(outgoing, replace(load_reply(outgoing.payload), kind=outgoing.kind))
        except Unreachable:
            return await self._turn_elsewhere(outgoing)
        except TryLater as error:
            return await self._put_off(outgoing, error)
        except TimeoutError:
            return await self._put_off(outgoing, TryLater(may_have_arrived=True))
        except Refused as error:
            log.error("reply %s was refused by its service: %s", outgoing.id, error.code)
            return await self._fail(outgoing, error.code, back_off(outgoing.attempts))
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
        """Record a delivery, in one transaction with those that wait to be recorded meanwhile."""
        arrived = _Arrived(outgoing, self._clock.now(), asyncio.get_running_loop().create_future())
        self._arrived.append(arrived)
        async with self._recording:
            if not arrived.recorded.done():
                await self._record_arrived()
        await arrived.recorded

    async def _record_arrived(self) -> None:
        batch, self._arrived = self._arrived, []
        outcomes: list[Exception | None] = []
        try:
            async with self._open() as work:
                outcomes = [await self._record_one(work, arrived) for arrived in batch]
        except Exception as error:  # noqa: BLE001  it is raised to every sender
            outcomes = [error] * len(batch)
        finally:
            if not outcomes:  # we are being stopped: the others record for themselves
                self._arrived = [*batch, *self._arrived]
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
        async with self._recording, self._open() as work:
            yield work

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

    async def look_for_waiting(self, work: Work) -> Sequence[Reply]:
        """Warn the operator of replies that have waited for over an hour, when that changes."""
        waiting = await work.deliveries.count_waiting(self._clock.now() - LONG_WAIT)
        if waiting and waiting != self._waiting:
            counts = ", ".join(f"{channel} {count}" for channel, count in waiting.items())
            log.warning("replies that have waited for over an hour: %s", counts)
        self._waiting = waiting
        return ()


def _split_lanes(claimed: Iterable[Outgoing]) -> dict[Lane, list[Outgoing]]:
    lanes: dict[Lane, list[Outgoing]] = defaultdict(list)
    for outgoing in claimed:
        lanes[outgoing.address, outgoing.kind].append(outgoing)
    return lanes


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
