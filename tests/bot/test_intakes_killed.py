"""Hundreds send at once while the program is killed: every code shown exists, no case twice."""

import asyncio
import contextlib
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.case_codes import find_code
from storage.cipher import Cipher
from storage.database import Database
from storage.values import Address
from tests.factories.cases import found_town
from tests.factories.intakes import name_senders, send_all_at_once

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("MOTCUA_INTAKES", "60"))  # 500 are run apart from the suite
PATIENCE = 60.0  # seconds


@pytest.fixture(scope="module")
def nursery() -> Iterator[subprocess.Popen[str]]:
    """Load the program once, for all the processes that are to be killed."""
    command = [sys.executable, "-m", "tests.bot.service_process"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        process.communicate(timeout=30)


@contextlib.contextmanager
def run_service(nursery: subprocess.Popen[str], line: str) -> Iterator[None]:
    """Run the service until the end of the block, then kill it."""
    assert nursery.stdin
    assert nursery.stdout
    print(line, file=nursery.stdin, flush=True)
    number = int(nursery.stdout.readline())
    try:
        yield
    finally:
        os.kill(number, signal.SIGKILL)  # fails where it has ended by itself
    with contextlib.suppress(ProcessLookupError):
        while True:
            os.kill(number, 0)
            time.sleep(0.01)


def read_shown(file: Path) -> dict[str, set[str]]:
    """Read the codes that each sender was shown; a line that a kill has cut off was not sent."""
    shown: dict[str, set[str]] = defaultdict(set)
    lines = file.read_text("utf-8", errors="replace").splitlines() if file.exists() else []
    for line in lines:
        with contextlib.suppress(json.JSONDecodeError):
            told = json.loads(line)
            if told["user"].startswith("dan-"):
                code = find_code(told["text"])
                assert code, told["text"]
                shown[told["user"]].add(code)
    return shown


async def wait_for(count: int, file: Path) -> None:
    """Wait until so many senders have been shown a code."""
    deadline = time.monotonic() + PATIENCE
    while len(read_shown(file)) < count:
        assert time.monotonic() < deadline, len(read_shown(file))
        await asyncio.sleep(0.05)


async def list_cases(database: Database, senders: list[Address]) -> dict[str, list[str]]:
    """List the codes of each sender's cases."""
    found: dict[str, list[str]] = {sender.user: [] for sender in senders}
    async with database.read() as work:
        for case in await work.cases.list_all():
            found[case.sender.user].append(case.code)
    return found


async def test_what_was_shown_exists_and_nothing_twice(
    nursery: subprocess.Popen[str],
    database_url: str,
    keys: list[str],
    tmp_path: Path,
) -> None:
    senders, shown = name_senders(COUNT), tmp_path / "shown.jsonl"
    database = Database(database_url, Cipher(keys))
    async with database.write() as work:
        await found_town(work)
    await send_all_at_once(database, senders, now=dt.datetime.now(dt.UTC))
    for part in (0.25, 0.6, 1):
        with run_service(nursery, f"{database_url} {keys[0]} {shown}"):
            await wait_for(int(COUNT * part), shown)
    cases, codes = await list_cases(database, senders), read_shown(shown)
    await database.close()
    assert {user: list(seen) for user, seen in codes.items()} == cases
    assert all(len(of_one) == 1 for of_one in cases.values())
    assert len({code for [code] in cases.values()}) == COUNT
