"""SIGKILL while a backup is brought back: the place is empty, and the next try brings all of it."""

import asyncio
import datetime as dt
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.archive.files_place import BELOW
from storage.archive.restoring import restore_backup
from storage.archive.taking import take_backup
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import open_engine
from tests.bot.test_app import ROOT
from tests.bot.test_drill import begin

# ruff: noqa: TID251 - the test counts all rows
pytestmark = pytest.mark.slow

NOW = dt.datetime.now(dt.UTC)
POINTS = ["after insert", "add", "show", "after show"]


def count_rows(url: str) -> int:
    with open_engine(url) as engine, engine.begin() as connection:
        metadata = sa.MetaData()
        metadata.reflect(connection)
        tables = [t for name, t in metadata.tables.items() if name != "alembic_version"]
        count = sa.func.count()
        return sum(connection.scalar(sa.select(count).select_from(t)) or 0 for t in tables)


async def take(url: str, keys: list[str], folder: Path) -> Path:
    """Take a backup of an installation with three people's photos."""
    database = Database(url, Cipher(keys))
    traffic = await begin(database, folder / "sent")
    for number in range(3):
        await traffic.let_in(number)
    await database.close()
    with (folder / "m.backup").open("w+b") as raw:
        take_backup(url, folder / "sent-files", raw, keys, program="1", now=NOW)
    return folder / "m.backup"


async def test_the_place_stays_empty(
    database_url: str, new_postgres: Callable[[], str], keys: list[str], tmp_path: Path
) -> None:
    archive, rows = await take(database_url, keys, tmp_path), count_rows(database_url)
    is_sqlite = database_url.startswith("sqlite")
    url, place = f"sqlite:///{tmp_path}/new.sqlite" if is_sqlite else new_postgres(), tmp_path / "f"
    command = [sys.executable, "-m", "tests.bot.restore_process"]
    for point in POINTS:  # each finds what the one before has left
        killed = await asyncio.create_subprocess_exec(
            *command, point, str(archive), url, str(place), keys[0], cwd=ROOT
        )
        assert await killed.wait() == -signal.SIGKILL
        assert count_rows(url) == 0
        assert point == "after insert" or BELOW in os.listdir(place)
    with archive.open("rb") as raw:
        restore_backup(raw, keys, url=url, folder=place, now=NOW, sends=False)
    assert sorted(os.listdir(place)) == sorted(os.listdir(tmp_path / "sent-files"))
    assert count_rows(url) == rows
