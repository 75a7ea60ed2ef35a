"""Several workers and processes on one database: once each, in order for each, nobody held up."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, build
from bot.service import WORKERS, Role, Service
from handlers.messages import Message, Reply, dump_message
from handlers.turn import Effect, only_say
from knowledge.case_codes import build_code
from storage.database import Database
from storage.values import Address
from tests.bot.conftest import ROOT, Workers
from tests.bot.test_app import MOTCUA, process_environment
from tests.factories.bots import ToldBot
from tests.factories.talk import MONDAY, build_settings, place_files

PEOPLE, MESSAGES, PROCESSES = 12, 8, 3  # fewer look-ups of unknown codes than one may try

SERVICES = "from tests.bot import service_process as p; p.LEASE = 'PT30S'; p.serve()"  # none ends


def code(person: int, number: int) -> str:
    return build_code(MONDAY.date(), [0, 0, 0, person, number])


async def store_messages(database: Database, *, of: range = range(MESSAGES)) -> None:
    async with database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        for number in of:
            for person in range(PEOPLE):
                address = Address("web", f"p{person}")
                message = Message(address, f"{person}-{number}", code(person, number), MONDAY)
                await work.inbox.add(address, message.id, dump_message(message), now=MONDAY)


def read_heard(sent: Path) -> dict[str, list[str]]:
    heard: dict[str, list[str]] = defaultdict(list)
    for line in sent.read_text("utf-8").splitlines() if sent.exists() else ():
        delivered = json.loads(line)
        heard[delivered["user"]].append(delivered["text"])
    return heard


def check_order(sent: Path) -> None:
    heard = read_heard(sent)
    for person in range(PEOPLE):
        texts = heard[f"p{person}"]
        assert len(texts) == MESSAGES
        for number, text in enumerate(texts):
            assert code(person, number) in text


@pytest.mark.slow
async def test_three_processes_keep_order_and_count(
    database: Database, database_url: str, tmp_path: Path, workers: Workers
) -> None:
    await store_messages(database)
    sent = tmp_path / "sent.jsonl"
    assert await workers.run(database_url, sent, count=PROCESSES) == [0] * PROCESSES
    check_order(sent)


@contextlib.contextmanager
def run_services(line: str) -> Iterator[None]:
    """Run whole services, four workers and delivery beside each; stop them as a supervisor does."""
    command = [sys.executable, "-c", SERVICES]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as nursery:
        assert nursery.stdin
        assert nursery.stdout
        print(*[line] * PROCESSES, sep="\n", file=nursery.stdin, flush=True)
        started = [int(nursery.stdout.readline()) for _ in range(PROCESSES)]
        try:
            yield
        finally:
            for process in started:
                os.kill(process, signal.SIGTERM)
            nursery.communicate(timeout=30)


@pytest.mark.slow
async def test_three_services_keep_order_and_count_while_messages_come(
    database: Database, database_url: str, keys: list[str], tmp_path: Path
) -> None:
    sent = tmp_path / "sent.jsonl"
    await store_messages(database, of=range(2))
    with run_services(f"{database_url} {keys[0]} {sent}"):
        for number in range(2, MESSAGES):
            await store_messages(database, of=range(number, number + 1))
            await asyncio.sleep(0.05)
        async with asyncio.timeout(60):
            while sum(map(len, read_heard(sent).values())) < PEOPLE * MESSAGES:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    check_order(sent)


# Within one process


@dataclass
class GatedConversation:
    """Echo; what says “chậm” waits for the gate."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0

    async def respond(self, message: Message, **facts: Any) -> Effect:
        if message.text.startswith("chậm"):
            self.waiting += 1
            await self.gate.wait()
        return only_say(Reply(message.text))


@dataclass
class Scene:
    """A service that runs in this process, with one bot."""

    app: App
    bot: ToldBot
    conversation: GatedConversation

    async def says(self, user: str, text: str) -> None:
        event = self.bot.says(user, f"{user} {text}", text, at=MONDAY)
        await self.app.receiver.receive(event)

    def heard(self, user: str) -> list[str]:
        return [text for who, text in self.bot.sent if who == user]


async def wait_for(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110  what is waited for has no event
            await asyncio.sleep(0.005)


@asynccontextmanager
async def running(
    database: Database, bot: ToldBot, role: Role = Role.WORKER
) -> AsyncIterator[Scene]:
    conversation = GatedConversation()
    seams: dict[str, Any] = {"channels": {bot.name: bot}, "conversation": conversation}
    settings = build_settings(files_dir=str(place_files(database)), tick="PT1H")
    app = build(settings, database, **seams)
    service, started = Service(app, role=role), asyncio.Event()

    async def start() -> None:
        started.set()

    task = asyncio.create_task(service.run(on_started=start))
    await started.wait()
    yield Scene(app, bot, conversation)
    conversation.gate.set()
    service.stop()
    await asyncio.wait_for(task, 10)


async def test_slow_handlers_hold_up_only_their_own_chats(sqlite: Database) -> None:
    async with running(sqlite, ToldBot()) as scene:
        slow = [f"u{number}" for number in range(WORKERS - 1)]
        for user in slow:
            await scene.says(user, "chậm")
        await wait_for(lambda: scene.conversation.waiting == WORKERS - 1)  # side by side
        await scene.says("u0", "sau đó")
        for number in range(20):
            await scene.says(f"v{number}", "xin chào")
        await wait_for(lambda: len(scene.bot.sent) == 20)
        assert not any(map(scene.heard, slow))
        scene.conversation.gate.set()
        await wait_for(lambda: len(scene.heard("u0")) == 2)
    assert scene.heard("u0") == ["chậm", "sau đó"]


@dataclass
class HangingBot(ToldBot):
    """Hang in sending to one person."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    hanging: int = 0

    async def send(self, address: Address, reply: Reply, *, key: str) -> None:
        if address.user == "lan":
            self.hanging += 1
            await self.gate.wait()
        await ToldBot.send(self, address, reply, key=key)


async def test_a_send_that_hangs_holds_up_nobody_else(sqlite: Database) -> None:
    bot = HangingBot()
    async with running(sqlite, bot) as scene:
        for number in range(WORKERS * 2):
            await scene.says("lan", f"{number}")
        for number in range(20):
            await scene.says(f"v{number}", "xin chào")
        await wait_for(lambda: len(scene.bot.sent) == 20)
        bot.gate.set()
        await wait_for(lambda: len(scene.heard("lan")) == WORKERS * 2)
    assert scene.heard("lan") == [f"{number}" for number in range(WORKERS * 2)]


async def test_a_stop_finishes_what_was_begun(sqlite: Database) -> None:
    bot = HangingBot()
    async with running(sqlite, bot) as scene:
        await scene.says("lan", "xin chào")
        await wait_for(lambda: bot.hanging == 1)
        await scene.says("minh", "chậm")
        await wait_for(lambda: scene.conversation.waiting == 1)
        asyncio.get_running_loop().call_later(0.05, bot.gate.set)
    assert sorted(bot.sent) == [("lan", "xin chào"), ("minh", "chậm")]
    async with sqlite.read() as work:
        assert await work.outbox.count("delivered") == 2


async def test_a_process_for_the_web_takes_events_and_works_on_none(sqlite: Database) -> None:
    bot = ToldBot()
    async with running(sqlite, bot, Role.WEB) as scene:
        await scene.says("lan", "xin chào")
        await asyncio.sleep(0.05)
    assert (bot.opened, bot.polled, bot.sent) == (0, 0, [])
    async with running(sqlite, ToldBot()) as scene:
        await wait_for(lambda: scene.heard("lan") == ["xin chào"])


@pytest.mark.slow
def test_a_worker_of_its_own_takes_no_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with subprocess.Popen(
            [*MOTCUA, "run", "--role", "worker"],
            cwd=tmp_path,
            env=process_environment(tmp_path, MOTCUA_PORT=port),
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout
            assert "The worker is running" in process.stdout.readline()
            process.send_signal(signal.SIGTERM)
            rest, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "/vao/" not in rest
