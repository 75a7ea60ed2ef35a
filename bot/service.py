"""The running program: one TaskGroup owns every loop, from start to drained stop."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial

import uvicorn
from fastapi import FastAPI

from bot.app import App
from bot.key_holding import tell_key
from bot.polling import Polling
from bot.schedule import Schedule
from bot.waiting import pause
from bot.web.health import build_health_site
from handlers.errors import HandlerError
from handlers.library.embedding import re_embed
from storage.values import Incoming

WORKERS = 16  # messages handled side by side
IDLE_WORKER = 0.5  # seconds between looks into the inbox for other processes' messages
IDLE_COURIER = 1.0
BETWEEN_LOOKS = 0.1  # seconds, however much arrives
GRACE = 5  # seconds that open connections get to end


class Role(StrEnum):
    """What a process does."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


class Service:
    """Run what a role asks for until told to stop; then finish what was begun."""

    def __init__(self, app: App, *, site: FastAPI | None = None, role: Role = Role.ALL) -> None:
        self._app = app
        self._site = site if role is not Role.WORKER else None
        self._works = role is not Role.WEB
        self._stop = asyncio.Event()
        self._polling = Polling(app, self._stop)
        self._attempt = app.troubles.attempt
        self._tick_now = asyncio.Event()

    def stop(self) -> None:
        """Ask for a drained stop."""
        self._stop.set()
        self._app.wake.set()
        self._app.courier.hurry()

    async def run(self, *, on_started: Callable[[], Awaitable[None]]) -> None:
        """Run until stopped by `stop()`, SIGINT or SIGTERM."""
        servers = self._build_servers()
        schedule = Schedule(self._tick_now.set, interval=self._app.settings.tick)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        try:
            async with tell_key(self._app), asyncio.TaskGroup() as tasks:
                for server, listener in servers:
                    tasks.create_task(self._serve(server, listener))
                cut = self._start_work(tasks, schedule) if self._works else []
                await on_started()
                await self._stop.wait()
                schedule.stop()
                for task in cut:
                    task.cancel()
                self._tick_now.set()
                for server, _ in servers:
                    server.should_exit = True
        finally:
            await self._app.courier.settle()

    async def _serve(self, server: uvicorn.Server, listener: socket.socket) -> None:
        """Serve pages; a server that ends by itself ends the program."""
        await server.serve(sockets=[listener])
        self.stop()

    def _start_work(
        self, tasks: asyncio.TaskGroup, schedule: Schedule
    ) -> Sequence[asyncio.Task[int | None]]:
        """Start what works on queues; return the tasks that a stop may cut off."""
        tasks.create_task(self._work())
        tasks.create_task(self._deliver())
        tasks.create_task(self._tick())
        tasks.create_task(self._attempt("warming up", self._app.questions.warm_up))
        for bot in self._app.bots:
            tasks.create_task(self._polling.run(bot))
        schedule.start()
        return [tasks.create_task(self._attempt("embedding anew", self._embed_anew))]

    async def _work(self) -> None:
        """Take what there is room for, and handle each beside: a slow one holds up nobody else."""
        wake, busy = self._app.wake, set[asyncio.Task[None]]()
        while not self._stop.is_set():
            wake.clear()  # before looking: what is stored from here on wakes us
            room = WORKERS - len(busy)
            claim = partial(self._app.worker.claim, room)
            claimed = await self._attempt("looking into the inbox", claim) or ()
            for incoming in claimed:
                task = asyncio.create_task(self._handle(incoming))
                busy.add(task)
                task.add_done_callback(busy.discard)
            if len(busy) >= WORKERS:
                await asyncio.wait(busy, return_when=asyncio.FIRST_COMPLETED)
            elif len(claimed) < room:  # what was ready is taken
                await pause(wake, IDLE_WORKER)
        await asyncio.gather(*busy)

    async def _handle(self, incoming: Incoming) -> None:
        await self._attempt("handling a message", partial(self._app.worker.handle, incoming))
        self._app.wake.set()  # the next of this person may follow

    async def _tick(self) -> None:
        """Tick when the schedule wakes us; a tick begun is finished before the stop."""
        while True:
            await self._tick_now.wait()
            self._tick_now.clear()
            if self._stop.is_set():
                return
            await self._attempt("a tick", self._app.duties.do)

    async def _deliver(self) -> None:
        """Deliver what waits: at once when it may follow what arrived, else after a while."""
        stirred = self._app.courier.stirred
        while not self._stop.is_set():
            stirred.clear()
            if not await self._attempt("delivering", self._app.courier.sweep_on):
                await pause(stirred, IDLE_COURIER)
                await pause(self._stop, BETWEEN_LOOKS)

    async def _embed_anew(self) -> int:
        """Give texts the vectors of a model that was configured after they were stored."""
        return await re_embed(self._app.database, self._app.library, at_once=4)

    def _build_servers(self) -> Sequence[tuple[uvicorn.Server, socket.socket]]:
        """Build what serves the pages, and on a port of its own what tells how we stand."""
        settings = self._app.settings
        sites = [(self._site, settings.port)] if self._site else []
        if settings.health_port:
            sites.append((build_health_site(self._app), settings.health_port))
        return [(_build_server(site), _bind(settings.host, port)) for site, port in sites]


def _build_server(site: FastAPI) -> uvicorn.Server:
    config = uvicorn.Config(
        site,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    return _Server(config)


def _bind(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise HandlerError("port_in_use", host=host, port=port) from error
    listener.listen(128)
    return listener


class _Server(uvicorn.Server):
    """A server that leaves signals to the service."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing: uvicorn would raise the signal again and spoil the exit code."""
        yield
