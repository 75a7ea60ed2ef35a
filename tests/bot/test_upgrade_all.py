"""Every release on both databases; processes that upgrade at once; one killed while it does."""

import asyncio
import sqlite3
import sys
from asyncio.subprocess import PIPE
from contextlib import closing
from pathlib import Path

import pytest

from storage.migrate import current_revision, head_revision, migrate
from tests.bot.conftest import ROOT
from tests.factories.upgrades import check_going_on
from tests.storage.releases.loading import RELEASES, count_rows, is_older, load_release
from tests.storage.releases.make import KEY

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("release", RELEASES)
async def test_what_a_release_had_begun_goes_on(release: str, database_url: str) -> None:
    await check_going_on(release, database_url)


@pytest.mark.parametrize("release", RELEASES)
def test_no_row_is_lost_on_postgresql(release: str, postgres_url: str) -> None:
    load_release(release, postgres_url)
    before = count_rows(postgres_url)
    assert migrate(postgres_url) is is_older(release)
    after = count_rows(postgres_url)
    assert {table: after.get(table) for table in before} == before


async def upgrade_in_processes(url: str, *, count: int = 1, step: str = "none") -> list[str]:
    """Let processes upgrade a database at once; give how each has ended."""
    command = [
        sys.executable,
        "-m",
        "tests.storage.releases.upgrade_process",
        url,
        KEY,
        str(count),
        step,
    ]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=PIPE)
    told, _ = await asyncio.wait_for(process.communicate(), timeout=60)
    assert process.returncode == 0
    return sorted(told.decode().splitlines())


async def test_of_several_processes_one_upgrades(database_url: str) -> None:
    load_release("r0001", database_url)
    ended = await upgrade_in_processes(database_url, count=4)
    assert ended == ["found it done", "found it done", "found it done", "upgraded"]
    assert current_revision(database_url) == head_revision()


async def test_killed_in_the_middle_nothing_has_happened(database_url: str) -> None:
    load_release("r0002", database_url)
    before = count_rows(database_url)
    assert await upgrade_in_processes(database_url, step="0007") == ["killed"]
    assert current_revision(database_url) == "0002"
    assert count_rows(database_url) == before
    assert migrate(database_url)
    after = count_rows(database_url)
    assert {table: after.get(table) for table in before} == before


def test_a_reader_is_not_disturbed(sqlite_url: str) -> None:
    """A backup that reads while an upgrade runs has the database of before."""
    load_release("r0003", sqlite_url)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        query = "SELECT version_num FROM alembic_version"
        assert reader.execute(query).fetchone() == ("0003",)
        assert migrate(sqlite_url)
        assert reader.execute(query).fetchone() == ("0003",)
