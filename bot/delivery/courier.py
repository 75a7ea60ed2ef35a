"""Deliver outbox rows: at once for those just made, later for those left behind."""

import asyncio
import datetime as dt
import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.channels.base import Channel, Paced, Refused, TryLater, Unreachable
from bot.channels.silence import SILENT
from bot.clock import Clock, Seldom
from bot.delivery.buckets import TokenBucket
from bot.delivery.delays import back_off, wait_longer
from bot.delivery.flights import Flights
from bot.delivery.recording import Recorder
from bot.delivery.settling import Settling
from bot.failures import log_failure
from bot.logs.context import bind
from bot.troubles import Troubles
from handlers.messages import Reply, load_reply
from storage.database import Database
from storage.errors import LostClaim
from storage.values import Address, OutboxKind, Outgoing
from storage.work import Work

log = logging.getLogger(__name__)
BATCH = 20  # rows of a channel a claim
SENDERS = 4  # rows sent side by side
IN_FLIGHT = 64  # lanes of a channel on their way at once; the others stay in the database
LONGEST_ASKED = dt.timedelta(hours=12)  # a service may not ask until nobody needs it any more
BEGIN_WITHIN = 0.5  # of the lease: what has not begun by then is given back
SEND_WITHIN = 0.4  # of the lease; the rest is for recording
TIDY_EVERY = dt.timedelta(seconds=2)  # nobody waits for the end of what is of no use
LONG_WAIT = dt.timedelta(hours=1)
Lane = tuple[Address, OutboxKind]  # what is sent in order


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
        troubles: Troubles | None = None,
    ) -> None:
        self._channels = channels
        self._buckets = {name: _build_bucket(channel) for name, channel in channels.items()}
        self._clock = clock
        self._recorder = Recorder(database, channels, clock=clock, counted=counted)
        self._database = database
        self._tidying = Seldom(TIDY_EVERY)
        self._waiting: Mapping[str, int] = {}
        self._flights = Flights()
        self._settling = Settling(database, clock)
        self._troubles = troubles or Troubles()
        self.stirred = self._flights.stirred  # what waits behind one that arrived may go out
        self.lease = lease

    @property
    def channels(self) -> Collection[str]:
        """The names of the channels that this process delivers to."""
        return self._channels.keys()

    def can_take(self, channel: str) -> bool:
        """Tell whether this process holds the channel, and may send to it now."""
        return self._find_room(channel, 1, now=self._clock.now()) > 0

    def _find_room(self, channel: str, wanted: int, *, now: dt.datetime) -> int:
        """Give how many of the wanted rows may be sent: a channel that hangs gets no more."""
        bucket = self._buckets.get(channel)
        if bucket is None:
            return 0
        room = max(0, min(wanted, IN_FLIGHT - self._flights.count(channel)))
        return bucket.room(room, now=now)

    async def sweep(self, limit: int = BATCH, *, user: str | None = None) -> int:
        """Claim and deliver what is waiting (for one user); return how many rows were tried."""
        claimed = await self._claim(limit, user=user)
        await self.deliver(claimed)
        return len(claimed)

    async def sweep_on(self, limit: int = BATCH) -> int:
        """Claim what is waiting and let it be delivered beside; return how many rows there were."""
        claimed = await self._claim(limit)
        await self.dispatch(claimed)
        return len(claimed)

    async def dispatch(self, claimed: Sequence[Outgoing]) -> None:
        """Let claimed rows be delivered beside; a service that hangs holds up nobody else.

        Nobody waits here: what finds no room for its channel is not claimed in the first place.
        """
        for (address, _), lane in _split_lanes(claimed).items():
            self._flights.start(address.channel, self._deliver_lane(lane))

    def hurry(self) -> None:
        """Wait for nothing that can be waited for at the next start: the program is to stop."""
        self._recorder.hurry()
        self.stirred.set()

    async def settle(self) -> None:
        """Wait until nothing is on its way any more."""
        await self._flights.settle()

    async def _claim(self, limit: int, *, user: str | None = None) -> list[Outgoing]:
        """Claim what is ready, but not as soon as the database is back."""
        with self._settling.noting():
            return [] if await self._settling.rests() else await self._claim_ready(limit, user=user)

    async def _claim_ready(self, limit: int, *, user: str | None) -> list[Outgoing]:
        """Claim; a database where nothing is ready gets a single look."""
        now = self._clock.now()
        if self._tidying.is_due(now=now):
            async with self._recorder.open() as work:
                await work.outbox.tidy(now=now)
        claimed: list[Outgoing] = []
        if not (ready := await self._find_ready(now)):
            return claimed
        async with self._recorder.open() as work:
            now = self._clock.now()
            for name in ready:
                if room := self._find_room(name, limit, now=now):
                    claimed += await work.outbox.claim(
                        now=now,
                        lease=self.lease,
                        limit=room,
                        channels=[name],
                        user=user,
                        tidies=False,
                    )
        return claimed

    async def _find_ready(self, now: dt.datetime) -> Collection[str]:
        """Find the channels that may be sent to and have something to be sent."""
        open_ones = [name for name in self._buckets if self._find_room(name, 1, now=now)]
        async with self._database.read() as work:
            return await work.deliveries.find_ready(open_ones, now=now)

    async def deliver(self, claimed: Iterable[Outgoing]) -> None:
        """Deliver rows that the caller has claimed, those of an address and kind in order.

        What follows a failure to the same address is given back, so that order is kept; so is what
        cannot begin in time for the lease, or has to wait for its channel.
        """
        lanes = _split_lanes(claimed)
        shared = iter(lanes.values())
        senders = (self._deliver_lanes(shared) for _ in range(min(SENDERS, len(lanes))))
        outcomes = await asyncio.gather(*senders, return_exceptions=True)
        for failed in filter(None, outcomes):
            raise failed

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
        async with self._recorder.open() as work:
            await work.outbox.give_back(outgoing)

    async def _deliver_one(self, outgoing: Outgoing) -> bool:
        """Send a row and record the outcome; tell whether the next of its lane may follow."""
        with bind(outbox=outgoing.id):
            return await self._try_one(outgoing)

    async def _try_one(self, outgoing: Outgoing) -> bool:
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
        self._troubles.worked(f"sending {outgoing.address.channel}")
        await self._recorder.record_delivery(outgoing)
        return True

    async def _send(self, outgoing: Outgoing, reply: Reply) -> None:
        channel = self._channels[outgoing.address.channel]
        async with asyncio.timeout(self.lease.total_seconds() * SEND_WITHIN):
            await channel.send(outgoing.address, reply, key=str(outgoing.id))

    async def _turn_elsewhere(self, outgoing: Outgoing) -> bool:
        """Deliver at another address of the same officer, if there is one."""
        now = self._clock.now()
        moved = None
        async with self._recorder.open() as work:
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
        asked = min(error.after, LONGEST_ASKED) if error.after and has_moment else None
        delay = asked or wait_longer(outgoing, now=now)
        if error.whole_channel:
            self._buckets[outgoing.address.channel].close(now + delay)
        if error.may_have_arrived:
            return await self._fail(outgoing, "no_answer", delay)
        async with self._recorder.open() as work:
            await work.outbox.put_off(outgoing, now=now, delay=delay)
        if error.code != SILENT:
            self._troubles.note_service(outgoing.address.channel, error.code, "sending")
        log.warning("reply %s has to wait", outgoing.id)
        return False

    async def _fail(self, outgoing: Outgoing, error: str, delay: dt.timedelta) -> bool:
        now = self._clock.now()
        async with self._recorder.open() as work:
            parked = await work.outbox.fail(outgoing, now=now, error=error, delay=delay)
        level = logging.ERROR if parked else logging.WARNING
        ending = "; parked" if parked else ""
        log.log(level, "reply %s was not delivered (%s)%s", outgoing.id, error, ending)
        return False

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
