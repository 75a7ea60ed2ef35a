"""Official Accounts that somebody has logged in, and programs that serve them."""

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from bot.app import App, build
from bot.channels.base import Forged, Malformed
from bot.channels.building import build_shelf
from bot.channels.names import name_channel
from bot.channels.zalo_oa.account import ZaloOa, build_accounts
from bot.channels.zalo_oa.hook import ZaloHook
from bot.clock import Clock
from handlers.messages import Reply, ShownFile
from storage.database import Database
from storage.values import Account, Address, NewFile, TokenPair
from tests.doubles.base import Shown
from tests.doubles.zalo_oa import ZaloOaDouble
from tests.factories.talk import FixedClock, build_settings, place_files

LIFE = dt.timedelta(hours=25)
LAN = "246845883529197922"


class Service(Protocol):
    """What is needed of the service's double."""

    oa_id: str
    name: str
    pair: tuple[str, str]
    now: dt.datetime | Callable[[], dt.datetime] | None


async def connect(
    service: Service,
    database: Database,
    clock: Clock,
    place_id: int | None = None,
    *,
    life: dt.timedelta = LIFE,
) -> str:
    """Keep an account with its first pair of tokens; give its channel's name.

    The service goes by the program's clock from then on: what it signs bears the time.
    """
    service.now = clock.now
    channel, now = name_channel("zalo_oa", service.oa_id), clock.now()
    link = f"https://zalo.me/{service.oa_id}"
    account = Account(channel, service.oa_id, service.name, link, place_id)
    async with database.write() as work:
        await work.accounts.save(account, now=now)
        await work.token_pairs.save(channel, *service.pair, expires_at=now + life, now=now)
    return channel


@dataclass
class Line:
    """A running program with one account, and the service."""

    app: App
    oa: ZaloOa
    hook: ZaloHook
    service: ZaloOaDouble
    clock: FixedClock
    _keys: Iterator[int] = field(default_factory=lambda: count(1), init=False)

    @property
    def lan(self) -> Address:
        return Address(self.oa.name, LAN)

    async def talk(self, text: str) -> str:
        """Say something as Lan; give what she is shown for it."""
        before = len(self.heard())
        await self.service.phone(LAN).says(text)
        return await self.hear(before)

    async def hear(self, before: int = 0) -> str:
        """Let the program work, and give what Lan is shown since."""
        await self.app.drain()
        await self.service.events.settle()
        self.clock.advance(seconds=1)
        return "\n".join(shown.text for shown in self.heard()[before:])

    def heard(self) -> list[Shown]:
        """Give everything Lan was shown."""
        return self.service.phone(LAN).heard()

    async def meet(self) -> None:
        """Let Lan have written just now, without an answer."""
        self.service.hook = None
        await self.service.phone(LAN).says("xin chào")
        async with self.app.database.write() as work:
            await work.inbox.add(self.lan, "first", "{}", now=self.clock.now())
        self.service.hook = self.take

    async def send(self, reply: Reply) -> list[Shown]:
        """Send a reply, each a row of its own in the outbox; give what Lan is shown."""
        before = len(self.heard())
        await self.oa.send(self.lan, reply, key=str(next(self._keys)))
        return self.heard()[before:]

    async def keep(self, label: str, data: bytes, media_type: str) -> ShownFile:
        """Keep a file of Lan's."""
        name = self.app.files.add(data)
        file = NewFile(name, media_type, len(data), label)
        async with self.app.database.write() as work:
            await work.files.add(self.lan, file, now=self.clock.now())
        return ShownFile(name, label)

    async def take(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take an event as the web application does."""
        try:
            for event in self.hook.read_hook(headers, body, now=self.clock.now()):
                await self.app.receiver.receive(event)
        except Forged:
            return 401
        except Malformed:
            return 400
        return 200

    async def pair(self) -> TokenPair:
        """Give the pair as it is kept."""
        async with self.app.database.read() as work:
            found = await work.token_pairs.find(self.oa.name)
        assert found
        return found

    def calls(self, method: str) -> int:
        """Count the calls of a method that the service has had."""
        return sum(name == method for name, _ in self.service.calls)


@asynccontextmanager
async def open_line(database: Database, **more: object) -> AsyncIterator[Line]:
    """Start a double with an account, and a program that serves it."""
    clock = FixedClock()
    async with ZaloOaDouble() as service:
        await connect(service, database, clock)
        async with open_program(service, database, clock, **more) as line:
            yield line


@asynccontextmanager
async def open_program(
    service: ZaloOaDouble, database: Database, clock: FixedClock, **more: object
) -> AsyncIterator[Line]:
    """Start a program that serves an account; several may run on one database."""
    files = {"files_dir": str(place_files(database))}
    settings = build_settings(**{**service.settings(), **files, **more})
    shelf = build_shelf(settings, database, clock)
    bots = await build_accounts(settings, database, shelf, clock)
    (oa,), (hook,) = bots.channels, bots.hooks
    assert isinstance(oa, ZaloOa)
    assert isinstance(hook, ZaloHook)
    app = build(settings, database, channels={oa.name: oa}, hooks=bots.hooks, clock=clock)
    line = Line(app, oa, hook, service, clock)
    service.hook = line.take
    yield line
    await service.events.close()
    await oa.close()
    app.library.close()
