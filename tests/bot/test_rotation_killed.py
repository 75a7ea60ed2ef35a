"""SIGKILL in the middle of a rotation, again and again, while another process writes."""

import asyncio
import contextlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.opening import open_database
from bot.settings import Settings
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.file_store import FileStore
from storage.meta import ROTATION
from storage.rotation.files import SealedFiles
from storage.rotation.rotating import survey
from tests.bot.conftest import ROOT
from tests.bot.test_app import process_environment
from tests.factories.cases import CONTACT, CONTENT
from tests.storage.rotation_process import store_file
from tests.storage.sealed import add_cases, fill_tables

pytestmark = pytest.mark.slow

CASES, FILES = 2_000, 150
OLD, NEWEST = new_key(), new_key()


async def fill(url: str, folder: Path) -> None:
    settings = Settings(_env_file=None, database_url=url, keys=[OLD])
    opened = await open_database(settings)
    database = opened.database
    database.files = FileStore(folder / "files", database.cipher)
    await add_cases(database, range(CASES))
    for number in range(FILES):
        await store_file(database, number)
    await database.close()


@contextlib.contextmanager
def writing(url: str, folder: Path) -> Iterator[None]:
    """Let a program that has both keys write."""
    command = [sys.executable, "-m", "tests.storage.rotation_process"]
    with subprocess.Popen([*command, url, f"{NEWEST},{OLD}", str(folder)], cwd=ROOT) as process:
        try:
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            code = process.wait(30)
        assert code == 0


@dataclass(frozen=True, slots=True)
class Nursery:
    """What starts `motcua key` for us."""

    process: subprocess.Popen[str]

    def start(self, url: str, folder: Path, command: str = "rotate") -> int:
        changed = {
            "MOTCUA_DATABASE_URL": url,
            "MOTCUA_KEYS": f"{NEWEST},{OLD}",
            "MOTCUA_FILES_DIR": str(folder / "files"),
        }
        env = process_environment(folder, **changed)
        assert self.process.stdin
        print(json.dumps([str(folder), env, ["key", command]]), file=self.process.stdin, flush=True)
        return self._read()

    def _read(self) -> int:
        assert self.process.stdout
        return int(self.process.stdout.readline())

    async def wait(self) -> int:
        """Wait for the end; give the exit code."""
        return await asyncio.to_thread(self._read)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    command = [sys.executable, "-m", "tests.bot.key_process"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Nursery(process)
        process.communicate(timeout=30)


async def read_state(database: Database) -> dict[str, Any]:
    async with database.read() as work:
        state: dict[str, Any] = json.loads(await work.meta.find(ROTATION) or "{}")
    return state


async def kill_within(nursery: Nursery, process: int, database: Database, *, at: str) -> int:
    """Kill a rotation at a random moment after it has begun to write; give its exit code."""
    before, ended = await read_state(database), asyncio.create_task(nursery.wait())
    while not ended.done():
        state = await read_state(database)
        if state != before and at in state["at"]:
            await asyncio.sleep(random.uniform(0, 0.15))
            if not ended.done():
                os.kill(process, signal.SIGKILL)
            break
        await asyncio.sleep(0.002)
    return await ended


def read_told(folder: Path) -> list[dict[str, Any]]:
    """Read what the writing process was told to be committed."""
    return [json.loads(line) for line in (folder / "told").read_text("utf-8").splitlines()]


async def test_killed_again_and_again_nothing_is_lost(
    database_url: str, tmp_path: Path, nursery: Nursery, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(database_url, tmp_path)
    watcher = Database(database_url, Cipher([NEWEST, OLD]))
    codes = []
    with writing(database_url, tmp_path):
        for at in ("", "", "", "files"):  # the last one dies among the files
            process = nursery.start(database_url, tmp_path)
            codes.append(await kill_within(nursery, process, watcher, at=at))
        nursery.start(database_url, tmp_path)
        assert await nursery.wait() == 0, (tmp_path / "said").read_text("utf-8")
    await watcher.close()
    assert codes.count(-signal.SIGKILL) >= 2, codes  # the others were done before
    with capsys.disabled():
        print(f"\n{codes}, {len(read_told(tmp_path))} turns beside")
    await check_all(database_url, tmp_path)


async def check_all(url: str, folder: Path) -> None:
    """Look at everything with the newest key alone."""
    told, alone = read_told(folder), Database(url, Cipher([NEWEST]))
    assert len(told) > 10
    async with alone.read() as work:
        cases = {case.id: case for case in await work.cases.list_all()}
        place_id = next(iter(cases.values())).locality_id
        found = await work.cases.find_by_phone(CONTACT.phone, place_id)
        stored = {file.id: file for file in await work.files.list_by_id(range(1, 10_000))}
    contents = {case.content for case in cases.values()}
    wanted = [*range(CASES), *(each["added"] for each in told)]
    assert {f"{CONTENT} {number}" for number in wanted} <= contents
    assert {case.id for case in found} == cases.keys()
    for case_id, where in {each["changed"]: each["where"] for each in told[:-1]}.items():
        assert cases[case_id].where >= "đã sửa"
        assert turn_of(cases[case_id].where) >= turn_of(where)
    check_files(folder, stored, gone={each["removed"] for each in told})
    found_keys = await survey(alone, SealedFiles(folder / "files", alone.cipher))
    assert found_keys.lost.total() == 0
    assert found_keys.old_digests == 0
    await alone.close()


def turn_of(where: str) -> int:
    return int(where.rsplit(" ", 1)[1])


def check_files(folder: Path, stored: dict[int, Any], *, gone: set[int]) -> None:
    store = FileStore(folder / "files", Cipher([NEWEST]))
    assert not gone & stored.keys()
    for file in stored.values():
        assert store.read(file.name) == b"photo %s" % file.label.removesuffix(".png").encode()
    names = {file.name for file in stored.values()}
    there = set(os.listdir(folder / "files"))
    assert names <= there
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in there)  # nothing half written
    assert there == names


async def test_a_hundred_thousand_rows_take_minutes_at_most(
    tmp_path: Path, sqlite_url: str, nursery: Nursery, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = 4_000
    await fill_cases_alone(sqlite_url, rows)
    begun = time.monotonic()
    nursery.start(sqlite_url, tmp_path)
    assert await nursery.wait() == 0
    took = time.monotonic() - begun
    with capsys.disabled():
        print("\n" + (tmp_path / "said").read_text("utf-8").splitlines()[0])
    assert took * 100_000 / rows < 300


async def fill_cases_alone(url: str, rows: int) -> None:
    database = Database(url, Cipher([OLD]))
    await fill_tables(database)
    await add_cases(database, range(100, rows))
    await database.close()
