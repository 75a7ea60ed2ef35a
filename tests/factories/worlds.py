"""A program that is reached in one way, started and stopped around a double that stays."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from bot.app import App, build
from bot.channels.base import Bot, Channel, Event, Polled, Receive, TryLater
from bot.channels.building import build_bots
from bot.channels.console import ConsoleChannel
from bot.channels.web import WebChannel
from bot.settings import Settings
from bot.web.site import build_site
from knowledge.search.words import WordEmbedder
from storage.database import Database
from tests.doubles.base import Phone
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo_bot import ZaloBotDouble
from tests.doubles.zalo_oa import ZaloOaDouble
from tests.factories.accounts import connect
from tests.factories.channels import ConsolePhone, Way, WebPhone
from tests.factories.talk import FixedClock, build_settings

PATIENCE = 10.0  # seconds; a service tries again after some
PUBLIC = "https://motcua.test"
Double = TelegramDouble | ZaloBotDouble | ZaloOaDouble
_DOUBLES: Mapping[str, Callable[[], Double]] = {
    "telegram": TelegramDouble,
    "zalo_bot": ZaloBotDouble,
    "zalo_oa": ZaloOaDouble,
}


@dataclass(slots=True)
class World:
    """A way to reach the program, and the program while it runs."""

    way: Way
    double: Double | None
    database: Database
    folder: Path
    changes: Mapping[str, object] = field(default_factory=dict)
    clock: FixedClock = field(default_factory=FixedClock)
    printed: list[str] = field(default_factory=list)
    received: list[Event] = field(default_factory=list)
    port: int = 0
    console: ConsoleChannel = field(init=False)
    _came: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _app: App | None = field(default=None, init=False)
    _site: FastAPI | None = field(default=None, init=False)
    _running: contextlib.AsyncExitStack = field(
        default_factory=contextlib.AsyncExitStack, init=False
    )

    @property
    def app(self) -> App:
        assert self._app, "the program is down"
        return self._app

    async def start(self) -> None:
        """Start the program: build it, listen, open its bots and poll them."""
        web, self.console = WebChannel(), ConsoleChannel(self.printed.append)
        settings = self._settings()
        bots = await build_bots(settings, self.database, self.clock)
        there: list[Channel] = [web, self.console, *bots.channels]
        channels = {each.name: each for each in there}
        self._app = build(
            settings,
            self.database,
            channels=channels,
            hooks=bots.hooks,
            clock=self.clock,
            embedder=WordEmbedder(),
        )
        self._running.callback(self.app.library.close)
        receiver = self.app.receiver
        receiver.receive = self._count(receiver.receive)  # type: ignore[method-assign, assignment]
        if self.way.kind == "web" or self.way.by == "webhook":
            self._site = build_site(self.app, web)
            await self._listen(self._site)
        for bot in bots.channels:
            await self._open(bot)

    async def stop(self) -> None:
        """Stop the program; the service goes on without it."""
        await self._running.aclose()
        self._app = None

    def phone(self, user: str = "700100200300") -> Phone:
        """Give the telephone, browser or terminal of somebody."""
        if self.way.kind == "console":
            return ConsolePhone(self, self.folder)
        if self.way.kind == "web":
            return WebPhone(self, user * 3)
        assert self.double
        return self.double.phone(user)

    def _count(self, receive: Receive) -> Receive:
        """Keep what was received, repeats among it."""

        async def receive_and_keep(event: Event) -> bool:
            is_new = await receive(event)
            self.received.append(event)
            self._came.set()
            return is_new

        return receive_and_keep

    async def until_received(self, count: int) -> None:
        """Wait until so many events have come in since the beginning."""
        async with asyncio.timeout(PATIENCE):
            while len(self.received) < count:
                self._came.clear()
                await self._came.wait()

    def _settings(self) -> Settings:
        given = self.double.settings() if self.double else {}
        files = str(self.folder / "files")
        by = {"receive_by": self.way.by} if self.way.by else {}
        own = {"closed_to_citizens": "", "public_url": PUBLIC, "files_dir": files}
        return build_settings(**{**own, **given, **by, **self.changes})

    async def _open(self, bot: Bot) -> None:
        self._running.push_async_callback(bot.close)
        account = await bot.open()
        async with self.database.write() as work:
            await work.accounts.save(account, now=self.clock.now())
        if isinstance(bot, Polled) and self.way.by == "polling":
            polling = asyncio.create_task(self._poll(bot))
            self._running.push_async_callback(partial(_end, polling))

    async def _poll(self, bot: Polled) -> None:
        while True:
            with contextlib.suppress(TryLater):
                await bot.poll(self.app.receiver.receive)

    async def _listen(self, site: FastAPI) -> None:
        """Listen at the same port as before, and tell the service where that is."""
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        _aim(self.double, f"http://127.0.0.1:{self.port}")
        config = uvicorn.Config(site, log_config=None, access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        self._running.push_async_callback(partial(_shut, server, serving))
        while not server.started:  # noqa: ASYNC110  uvicorn has no event for it
            await asyncio.sleep(0.005)


def _aim(double: Double | None, url: str) -> None:
    """Let a service bring its events to this machine instead of the public address."""
    if isinstance(double, TelegramDouble):
        double.feed.reach = url
    elif isinstance(double, ZaloBotDouble):
        double.reach = url
    elif double:
        double.hook = f"{url}/webhook/zalo-oa"


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _shut(server: uvicorn.Server, serving: asyncio.Task[None]) -> None:
    server.should_exit = True
    await serving


@contextlib.asynccontextmanager
async def open_world(
    way: Way, database: Database, folder: Path, **changes: object
) -> AsyncIterator[World]:
    """Start a program that is reached in a way."""
    async with contextlib.AsyncExitStack() as stack:
        kind = _DOUBLES.get(way.kind)
        double = kind() if kind else None
        if double:
            await stack.enter_async_context(double)
        world = World(way, double, database, folder, changes)
        if isinstance(double, ZaloOaDouble):
            await connect(double, database, world.clock)
        stack.push_async_callback(world.stop)
        await world.start()
        yield world
