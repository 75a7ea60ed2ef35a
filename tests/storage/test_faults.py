"""What a database's own errors mean: all that may pass are known, and no others."""

import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg.errors
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from handlers.texts import LANGUAGES
from storage import faults
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import Conflict, Unavailable
from storage.faults import map_disk, name_fault
from storage.file_store import FileStore
from storage.values import Address
from tests.factories.talk import MONDAY

PASSING = ("08", "53", "57P", "58030")


def wrap(error: Exception) -> OperationalError:
    return OperationalError("SELECT 1", {}, error)


def walk() -> Iterator[type[psycopg.Error]]:
    for kind in vars(psycopg.errors).values():
        if isinstance(kind, type) and getattr(kind, "sqlstate", None):
            yield kind


def test_every_error_of_postgresql_that_passes_has_a_code() -> None:
    kinds = [kind for kind in walk() if str(kind.sqlstate).startswith(PASSING)]
    assert len(kinds) > 10
    assert [kind.__name__ for kind in kinds if not name_fault(wrap(kind()))] == []


def test_a_wrong_statement_is_no_fault_of_the_database() -> None:
    wrong = (
        psycopg.errors.SyntaxError,
        psycopg.errors.UndefinedTable,
        psycopg.errors.NotNullViolation,
    )
    assert [name_fault(wrap(kind())) for kind in wrong] == [None] * 3


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (psycopg.OperationalError, "database_unreachable"),
        (psycopg.errors.ConnectionTimeout, "database_unreachable"),
        (psycopg.errors.AdminShutdown, "database_unreachable"),
        (psycopg.errors.CannotConnectNow, "database_unreachable"),
        (psycopg.errors.DiskFull, "disk_full"),
        (psycopg.errors.TooManyConnections, "database_busy"),
        (psycopg.errors.ReadOnlySqlTransaction, "database_readonly"),
        (psycopg.errors.IoError, "disk_failing"),
    ],
)
def test_an_error_of_postgresql(kind: type[psycopg.Error], code: str) -> None:
    assert name_fault(wrap(kind())) == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk_failing"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "database_readonly"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "database_locked"),
        (sqlite3.SQLITE_CANTOPEN, "database_unopened"),
        (sqlite3.SQLITE_NOTADB, "database_damaged"),
        (sqlite3.SQLITE_ERROR, None),
    ],
)
def test_an_error_of_sqlite(number: int, code: str | None) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = number
    assert name_fault(wrap(error)) == code


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "files_unwritable"), (errno.EIO, "disk_failing")],
)
def test_an_error_of_the_disk(number: int, code: str) -> None:
    mapped = map_disk(OSError(number, "words with a path"))
    assert isinstance(mapped, Unavailable)
    assert mapped.code == code
    other = OSError(errno.EMFILE, "")
    assert map_disk(other) is other


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_fault_has_a_sentence(language: str) -> None:
    codes = {*faults._SQLITE.values(), *faults._POSTGRESQL.values(), *faults._DISK.values()}
    assert {f"error_{code}" for code in codes} <= LANGUAGES[language].keys()


class Heard:
    """Note what is told of units of work."""

    def __init__(self) -> None:
        self.told: list[tuple[str, ...]] = []

    def failed(self, fault: Unavailable, where: str) -> None:
        self.told.append((fault.code, where))

    def worked(self, *where: str) -> None:
        self.told.append(where)


async def test_who_watches_hears_what_works_and_what_does_not(database: Database) -> None:
    heard = database.watching = Heard()
    async with database.read() as work:
        await work.meta.find("x")
    async with database.write() as work:
        await work.meta.save("x", "1")
    with pytest.raises(ValueError, match="ours"):
        async with database.write() as work:
            raise ValueError("ours")
    assert heard.told == [("reads",), ("reads", "writes")]


async def test_a_database_that_is_gone_says_so(keys: list[str], tmp_path: Path) -> None:
    for url, code in (
        (f"sqlite:///{tmp_path}/nothing/here.sqlite", "database_unopened"),
        ("postgresql://motcua@127.0.0.1:1/motcua", "database_unreachable"),
    ):
        gone = Database(url, Cipher(keys))
        heard = gone.watching = Heard()
        with pytest.raises(Unavailable) as failed:
            async with gone.write() as work:
                await work.meta.save("x", "1")
        assert failed.value.code == code
        with pytest.raises(Unavailable):
            async with gone.read() as work:
                await work.meta.find("x")
        assert heard.told == [(code, "writes"), (code, "reads")]
        await gone.close()


async def test_a_connection_that_is_ended_in_the_middle_leaves_nothing_half_done(
    postgres_url: str, keys: list[str]
) -> None:
    database = Database(postgres_url, Cipher(keys))

    async def add_and_be_cut() -> None:
        async with database.write() as work:
            await work.inbox.add(Address("web", "lan"), "1", "{}", now=MONDAY)
            await work._session.execute(sa.text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(Unavailable, match="database_unreachable"):
        await add_and_be_cut()
    async with database.read() as work:  # on another connection, by itself
        assert await work.inbox.count("new") == 0
    await database.close()


async def test_two_of_one_name_are_a_conflict_and_no_trouble(database: Database) -> None:
    heard = database.watching = Heard()

    async def add_twice() -> None:
        async with database.write() as work:
            for _ in range(2):
                insert = sa.text("INSERT INTO meta (key, value) VALUES ('x', 'y')")
                await work._session.execute(insert)

    with pytest.raises(Conflict):
        await add_twice()
    assert heard.told == []


def test_a_folder_that_takes_nothing_is_told(keys: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = FileStore(tmp_path / "file" / "in", Cipher(keys))
    heard = store.watching = Heard()
    with pytest.raises(Unavailable, match="files_unwritable"):
        store.add(b"x")
    assert heard.told == [("files_unwritable", "files")]
