"""Deliver outbox rows: at once for those just made, later for those left behind."""

import datetime as dt
import logging
import random
from collections.abc import Mapping, Sequence

from bot.channels.base import Channel, TryLater, Unreachable
from bot.clock import Clock
from bot.failures import log_failure
from handlers.messages import load_reply
from storage.database import Database
from storage.errors import LostClaim
from storage.values import Address, OutboxKind, Outgoing

log = logging.getLogger(__name__)
FIRST_DELAY = dt.timedelta(seconds=2)
LONGEST_DELAY = dt.timedelta(minutes=10)


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
        self._clock = clock
        self.lease = lease

    def reaches(self, channel: str) -> bool:
        """Tell whether this process holds the channel."""
        return channel in self._channels

    async def sweep(self, limit: int = 20, *, user: str | None = None) -> int:
        """Claim and deliver what is waiting (for one user); return how many rows were tried."""
        async with self._database.write() as work:
            claimed = await work.outbox.claim(
                now=self._clock.now(),
                lease=self.lease,
                limit=limit,
                channels=list(self._channels),
                user=user,
            )
        await self.deliver(claimed)
        return len(claimed)

    async def deliver(self, claimed: Sequence[Outgoing]) -> None:
        """Deliver rows that the caller has claimed, in order.

        What follows a failure to the same address is left for later, so that order is kept.
        """
        stuck: set[tuple[Address, OutboxKind]] = set()
        for outgoing in claimed:
            lane = outgoing.address, outgoing.kind
            try:
                if lane not in stuck and not await self._deliver_one(outgoing):
                    stuck.add(lane)
            except LostClaim:
                log.warning("reply %s was delivered after its lease had ended", outgoing.id)

    async def _deliver_one(self, outgoing: Outgoing) -> bool:
        if outgoing.lease_until and outgoing.lease_until <= self._clock.now():
            return False  # the rows before it took too long; whoever claims it now delivers it
        try:
            reply = load_reply(outgoing.payload)
            channel = self._channels[outgoing.address.channel]
            await channel.send(outgoing.address, reply, key=str(outgoing.id))
        except Unreachable:
            await self._record_unreachable(outgoing)
            return True
        except TryLater as error:
            await self._record_failure(outgoing, "try_later", error.after)
        except Exception as error:  # noqa: BLE001  one bad reply must not stop the others
            log_failure(log, error, "reply %s could not be delivered", outgoing.id)
            await self._record_failure(outgoing, type(error).__name__, None)
        else:
            async with self._database.write() as work:
                await work.outbox.delivered(outgoing, now=self._clock.now())
            return True
        return False

    async def _record_unreachable(self, outgoing: Outgoing) -> None:
        async with self._database.write() as work:
            await work.outbox.unreachable(outgoing, now=self._clock.now())
        log.warning("reply %s: the address cannot be reached", outgoing.id)

    async def _record_failure(
        self, outgoing: Outgoing, error: str, after: dt.timedelta | None
    ) -> None:
        delay = after or back_off(outgoing.attempts)
        async with self._database.write() as work:
            parked = await work.outbox.fail(
                outgoing, now=self._clock.now(), error=error, delay=delay
            )
        log.log(
            logging.ERROR if parked else logging.WARNING,
            "reply %s was not delivered (%s)%s",
            outgoing.id,
            error,
            "; parked" if parked else "",
        )


def back_off(attempts: int) -> dt.timedelta:
    """Double the delay with each attempt, with jitter so that rows do not come back together."""
    doubled: dt.timedelta = FIRST_DELAY * 2 ** max(attempts - 1, 0)
    delay = min(doubled, LONGEST_DELAY)
    return delay * random.uniform(0.75, 1.25)  # noqa: S311 - jitter, not a secret
