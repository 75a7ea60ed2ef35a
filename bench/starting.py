"""From the start of a process to its first answer, and the memory that it takes."""

import asyncio
import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any

import psutil  # type: ignore[import-untyped]

from bench.figures import Figure
from bench.installation import KEY, Asked, open_installation
from bot.app import App
from handlers.messages import Message
from storage.values import Address

MOST_SECONDS = 5
MOST_MB = 400
QUESTIONS = 60  # that a process has answered when its memory is looked at
PATIENCE = 120  # seconds, on a machine with much else to do
_ASKER = Address("web", "bench")


@dataclass(frozen=True, slots=True)
class _Start:
    """What a new process took until its first answer, and its memory after many."""

    seconds: float
    processor: float
    memory: float


async def measure_start(folder: Path, asked: Sequence[Asked]) -> list[Figure]:
    """Start `motcua ask` and `motcua run` anew and let them answer."""
    asked = asked[:QUESTIONS]
    return [
        *_figures("ask", await asyncio.to_thread(_start_ask, folder, asked)),
        *_figures("run", await _start_run(folder, asked)),
    ]


def _figures(command: str, start: _Start) -> list[Figure]:
    return [
        Figure(f"`motcua {command}`: start to first answer", start.seconds, "s", MOST_SECONDS),
        Figure("  of it on the processor", start.processor, "s"),
        Figure(f"`motcua {command}`: memory after {QUESTIONS}", start.memory, "MB", MOST_MB),
    ]


def _start_ask(folder: Path, asked: Sequence[Asked]) -> _Start:
    started = time.perf_counter()
    with _start(folder, "ask", "--jsonl") as process:
        _ask(process, asked[:1])
        spent, processor = time.perf_counter() - started, _find_processor_time(process)
        _ask(process, asked[1:])
        return _Start(spent, processor, _find_memory(process))


def _ask(process: Any, asked: Sequence[Asked]) -> None:
    for each in asked:
        process.stdin.write(json.dumps({"question": each.text}) + "\n")
        process.stdin.flush()
        process.stdout.readline()


async def _start_run(folder: Path, asked: Sequence[Asked]) -> _Start:
    async with open_installation(folder, None) as app:
        await _send(app, asked[0].text)
        started = time.perf_counter()
        with _start(folder, "run", MOTCUA_PORT=str(find_port())) as process:
            await _wait_for_replies(app, 1)
            spent, processor = time.perf_counter() - started, _find_processor_time(process)
            for each in asked[1:]:
                await _send(app, each.text)
            await _wait_for_replies(app, len(asked))
            return _Start(spent, processor, _find_memory(process))


async def _send(app: App, text: str) -> None:
    await app.intake.receive(Message(_ASKER, uuid.uuid4().hex, text, app.clock.now()))


async def _wait_for_replies(app: App, number: int) -> None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        async with app.database.read() as work:
            thread = await work.thread.recent(_ASKER, limit=2 * QUESTIONS)
        if sum(not entry.is_own for entry in thread) >= number:
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


@contextmanager
def _start(folder: Path, *arguments: str, **more: str) -> Iterator[Any]:
    command = [str(Path(sys.executable).with_name("motcua")), *arguments]
    settings = {"MOTCUA_DATA_DIR": str(folder), "MOTCUA_KEYS": KEY, "LANG": "vi_VN.UTF-8", **more}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


def _find_memory(process: Any) -> float:
    return float(psutil.Process(process.pid).memory_info().rss) / 2**20


def _find_processor_time(process: Any) -> float:
    times = psutil.Process(process.pid).cpu_times()
    return float(times.user + times.system)


def find_port() -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
