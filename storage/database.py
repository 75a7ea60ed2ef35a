"""Engines, transactions and what makes SQLite and PostgreSQL behave alike."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from storage.cipher import Cipher
from storage.errors import Conflict, Unavailable
from storage.faults import READS, WRITES, Watching, name_fault
from storage.file_store import FileStore
from storage.noting import Counting
from storage.place_book import BOOK, PlaceBook
from storage.versions import VersionedSession
from storage.work import Work

_WRITING = "motcua_writing"
_PATIENCE = MappingProxyType(  # a server that is gone without a word is given up within 30 s
    {
        "connect_timeout": 10,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,  # milliseconds
    }
)


def async_url(url: str) -> str:
    """Name the asynchronous driver for a plain `sqlite:` or `postgresql:` address."""
    scheme, _, rest = url.partition("://")
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
    return f"{drivers.get(scheme, scheme)}://{rest}"


class Database:
    """Open read and write units of work; only the edge commits, by leaving `write()`."""

    def __init__(self, url: str, cipher: Cipher) -> None:
        self._engine = create_async_engine(
            async_url(url), pool_pre_ping=not _is_sqlite(url), hide_parameters=True, **_options(url)
        )
        self._writer = self._engine.execution_options(**{_WRITING: True})
        self.cipher = cipher
        self._book = PlaceBook()
        self._turn: AbstractAsyncContextManager[object] = nullcontext()
        self.files: FileStore | None = None  # where the bytes are that go with removed rows
        self.watching: Watching | None = None
        self.counting: Counting | None = None
        if _is_sqlite(url):
            _tame_sqlite(self._engine)
            self._turn = asyncio.Lock()  # SQLite lets others wait by sleeping, and in no order

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        """Open a unit of work that changes nothing; raise `Unavailable` if that fails for now."""
        with self._judged(READS):
            async with self._open(self._engine) as session:
                yield Work(session, self.cipher)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Work]:
        """Open a unit of work that commits at its end, or rolls back on an error.

        On SQLite it starts with BEGIN IMMEDIATE, so that what is read in it stays true. The bytes
        of removed files go after the commit; what a crash leaves there is swept later. It raises
        `Conflict`, or `Unavailable`: then nothing has changed, unless the line was cut while the
        database said that it had; claims and unique keys bear that.
        """
        with self._judged(READS, WRITES):
            async with (
                self._turn,
                self._open(self._writer) as session,
                session.begin(),
            ):
                work = Work(session, self.cipher)
                yield work
        if self.counting and work.notes.kept:
            self.counting.count(work.notes.kept)
        if self.files and work.removed_files:
            self.files.remove(work.removed_files)

    def _open(self, engine: AsyncEngine) -> AsyncSession:
        return AsyncSession(
            engine,
            expire_on_commit=False,
            sync_session_class=VersionedSession,
            info={BOOK: self._book},
        )

    @contextmanager
    def _judged(self, *where: str) -> Iterator[None]:
        """Raise the database's own errors as ours, and tell who watches."""
        try:
            yield
        except IntegrityError as error:
            raise Conflict("conflict") from error
        except (DBAPIError, NoConnection) as error:
            code = name_fault(error)
            if code is None:
                raise
            fault = Unavailable(code)
            if self.counting:
                self.counting.count_fault(code)
            if self.watching:
                self.watching.failed(fault, where[-1])
            raise fault from error
        if self.watching:
            self.watching.worked(*where)

    async def empty_log(self) -> None:
        """Let nothing deleted stand in SQLite's log any more; what is read just now is waited for.

        Secure deletion overwrites the pages of the file; their earlier state is in the log.
        """
        if isinstance(self._turn, asyncio.Lock):
            with self._judged(WRITES):
                async with self._turn, self._engine.connect() as connection:
                    await connection.run_sync(_empty_log)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def _is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def _options(url: str) -> dict[str, Any]:
    """Give PostgreSQL's driver our patience, where the address does not say its own."""
    if _is_sqlite(url):
        return {}
    told = make_url(async_url(url)).query
    return {"connect_args": {name: v for name, v in _PATIENCE.items() if name not in told}}


def _empty_log(connection: Connection) -> None:
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA busy_timeout=1000")  # readers are short; the next time will do, too
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


def _tame_sqlite(engine: AsyncEngine) -> None:
    sync_engine = engine.sync_engine
    event.listen(sync_engine, "connect", _set_pragmas)
    event.listen(sync_engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "busy_timeout=30000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
