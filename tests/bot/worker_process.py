"""Workers in processes of their own, for tests that kill one or run several.

python -m tests.bot.worker_process

It loads the program once and forks for each line on its standard input, COUNT POINT URL KEY FILE;
it answers with how each of those processes has ended. POINT says where the process kills itself with SIGKILL ("none": it works until nothing is left).
FILE collects what the channel delivered, a JSON line each.
"""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.app import App, build
from bot.channels.base import Channel
from handlers.conversation import Conversation
from handlers.messages import Message, Reply
from handlers.turn import Effect
from knowledge.calendar import load_calendar
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from storage.work import Work
from tests.factories.talk import build_settings

LEASE, LAST_LEASE = "PT30S", "PT0.2S"  # the second is waited for after a kill
PATIENCE = 20.0  # seconds


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class FileChannel:
    """Append what is delivered to a file, as a service on the wire would keep it."""

    path: str
    point: str
    name: str = "web"
    shows_later: bool = False

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        if self.point == "after_commit":
            die()
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps({"user": address.user, "key": key, "text": reply.text}) + "\n")
        if self.point == "after_send":
            die()


class DyingConversation:
    """A conversation that does not live to see its effect committed."""

    def __init__(self, real: Conversation, point: str) -> None:
        self._real = real
        self._point = point

    async def respond(self, message: Message, **facts: Any) -> Effect:
        if self._point == "after_claim":
            die()
        effect = await self._real.respond(message, **facts)

        async def dying(work: Work) -> Sequence[Reply]:
            replies = await effect(work)
            if self._point == "before_commit":
                die()
            return replies

        return dying


def build_app(url: str, key: str, channel: Channel, point: str) -> App:
    database = Database(url, Cipher([key]))
    settings = build_settings(lease=LEASE if point == "none" else LAST_LEASE)
    seams: dict[str, Any] = {"channels": {channel.name: channel}, "embedder": WordEmbedder()}
    app = build(settings, database, **seams)
    if point in ("after_claim", "before_commit"):
        dying: Any = DyingConversation(app.conversation, point)
        return build(settings, database, **seams, conversation=dying)
    return app


async def receive(app: App) -> None:
    """Store the message as a channel does, and die before the channel can be told."""
    message = Message(Address("web", "lan"), "m-kill", "gửi", app.clock.now())
    await app.intake.receive(message)
    die()


async def work_until_done(app: App) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        await app.drain()
        async with app.database.read() as work:
            left = [
                await queue.count(state)
                for queue in (work.inbox, work.outbox)
                for state in ("new", "claimed")
            ]
        if not any(left):
            return
        await asyncio.sleep(0.05)


async def main(point: str, url: str, key: str, path: str) -> None:
    app = build_app(url, key, FileChannel(path, point), point)
    await (receive(app) if point == "before_ack" else work_until_done(app))
    await app.close()


def fork(arguments: Sequence[str]) -> int:
    """Start a worker; give its number."""
    if process := os.fork():
        return process
    code = 1
    try:
        asyncio.run(main(*arguments))
        code = 0
    finally:
        os._exit(code)  # whatever happens, this is not a second server


def serve() -> None:
    """Fork for each line and wait."""
    load_calendar()  # what is read once and not changed
    for line in sys.stdin:
        count, *arguments = line.split()
        started = [fork(arguments) for _ in range(int(count))]
        ended = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in started]
        print(*ended, flush=True)


if __name__ == "__main__":
    serve()
