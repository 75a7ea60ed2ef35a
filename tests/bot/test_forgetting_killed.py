"""SIGKILL while things are forgotten: each case is whole or anonymous, and the rest goes on."""

import asyncio
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.files.sweeping import UNKNOWN_KEPT, sweep_files
from knowledge.cases.states import CaseState
from storage.database import Database
from storage.file_store import FileStore
from tests.bot.conftest import ROOT
from tests.bot.forgetting_process import BATCH
from tests.factories.aged import DAY, WORDS, attach, end, open_named, read_all
from tests.factories.cases import found_town
from tests.factories.talk import build_chat

pytestmark = pytest.mark.slow
CASES = 10


async def fill(database: Database, folder: Path) -> None:
    """Keep ended cases with a photo each."""
    chat = build_chat(database, files_dir=str(folder))
    async with database.write() as work:
        town = await found_town(work)
        cases = [await open_named(work, town, number=number) for number in range(1, CASES + 1)]
        for case in cases:
            await end(work, case, CaseState.REFUSED)
    for case in cases:
        await attach(chat, case)


async def run(url: str, key: str, folder: Path, point: str) -> int:
    command = [sys.executable, "-m", "tests.bot.forgetting_process", url, key, str(folder), point]
    done = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, check=False, timeout=60)
    return done.returncode


async def count_whole(database: Database, store: FileStore) -> int:
    """Count the cases that are as they were; fail for one that is neither whole nor anonymous."""
    whole = 0
    async with database.read() as work:
        for case in await work.cases.list_all():
            files = await work.files.of_case(case.id)
            kept = [bool(case.content), bool(case.contact), bool(files), not case.is_erased]
            assert len(set(kept)) == 1, case.code
            assert all(store.read(file.name) for file in files)
            whole += kept[0]
    return whole


@pytest.mark.parametrize(
    ("point", "left"),
    [("in_batch", CASES - BATCH), ("between", CASES - BATCH), ("after_commit", CASES - BATCH)],
)
async def test_nothing_is_half_done_and_the_rest_goes_on(
    database: Database, database_url: str, keys: list[str], tmp_path: Path, point: str, left: int
) -> None:
    folder = tmp_path / "files"
    store = FileStore(folder, database.cipher)
    await fill(database, folder)
    assert await run(database_url, keys[0], folder, point) == -9
    assert await count_whole(database, store) == left
    assert await run(database_url, keys[0], folder, "none") == 0
    assert await count_whole(database, store) == 0
    kept = BATCH if point == "after_commit" else 0  # of which nobody knows any more
    assert len(list(folder.iterdir())) == kept
    await sweep(database, store, folder)
    assert list(folder.iterdir()) == []
    text = await read_all(database, keys)
    assert [word for word in WORDS if word in text] == []


async def sweep(database: Database, store: FileStore, folder: Path) -> None:
    """Let the hourly sweep come by after a day."""
    now = dt.datetime.now(dt.UTC) + max(DAY, 2 * UNKNOWN_KEPT)
    async with database.write() as work:
        await sweep_files(work, store, now=now)
