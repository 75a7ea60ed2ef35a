"""A courier with its clock and database, and channels that fail as told."""

import asyncio
import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from bot.channels.base import Channel, Unreachable
from bot.delivery.courier import Courier
from handlers.messages import Reply, dump_reply
from storage.database import Database
from storage.models import OutboxRow
from storage.values import Address, Invitation, OutboxKind, Person
from tests.factories.talk import FixedClock

LEASE = dt.timedelta(seconds=30)
HOUR = dt.timedelta(hours=1)
LAN, MINH = Address("zalo", "lan"), Address("zalo", "minh")
REPLY, NOTICE, DIGEST = OutboxKind.REPLY, OutboxKind.NOTICE, OutboxKind.DIGEST


@dataclass
class ToldChannel:
    """Keep what was sent; fail as told: the next failures, or always at some addresses."""

    name: str = "zalo"
    shows_later: bool = False
    failures: list[Exception | None] = field(default_factory=list)
    dead: set[str] = field(default_factory=set)
    sent: list[tuple[str, str, str]] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        await asyncio.sleep(0)
        self.tries.append(key)
        if address.user in self.dead:
            raise Unreachable
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        self.sent.append((address.user, reply.text, key))
        self.buttons += [button.says for button in reply.buttons]

    @property
    def texts(self) -> list[str]:
        return [text for _, text, _ in self.sent]


@dataclass
class PacedChannel(ToldChannel):
    rate: float = 1
    burst: int = 3


@dataclass
class Post:
    """A courier with its database, clock and channels."""

    database: Database
    clock: FixedClock
    courier: Courier

    async def put(self, *replies: Reply, to: Address = LAN) -> None:
        """Put replies out, for a sweep to deliver."""
        async with self.database.write() as work:
            for reply in replies:
                await work.outbox.add(
                    reply.to or to,
                    dump_reply(reply),
                    kind=reply.kind,
                    now=self.clock.now(),
                    subject=reply.subject,
                    not_before=reply.not_before,
                    useful_until=reply.useful_until,
                )

    async def sweep_after(self, **step: float) -> int:
        self.clock.advance(**step)
        return await self.courier.sweep()

    async def states(self) -> dict[str, int]:
        async with self.database.read() as work:
            found: Counter[str] = Counter()
            for (state, _), count in (await work.deliveries.count()).items():
                found[state] += count
        return dict(found)

    async def row(self) -> OutboxRow:
        async with self.database.read() as work:
            row = await work._session.get(OutboxRow, 1)
        assert row is not None
        return row


def open_post(database: Database, *channels: Channel, clock: FixedClock | None = None) -> Post:
    clock = clock or FixedClock()
    named = {channel.name: channel for channel in channels}
    return Post(database, clock, Courier(database, named, clock=clock, lease=LEASE))


async def link(database: Database, *addresses: Address, left: bool = False) -> Person:
    """Link addresses to one officer, a minute after another, the last one last."""
    now = FixedClock().now() - HOUR
    async with database.write() as work:
        place = await work.localities.ensure("xã Thử Nghiệm")
        invitation = Invitation(1, place.id, None, None, "Trần Minh", "officer", now, None)
        person = await work.people.join(invitation, addresses[0], now=now, today=now.date())
        for minutes, address in enumerate(addresses[1:], 1):
            moment = now + dt.timedelta(minutes=minutes)
            await work.people.add_address(person.id, address, now=moment)
        if left:
            await work.people.leave(person.id, now=now, today=now.date())
    return person
