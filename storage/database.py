"""Engines, transactions and what makes SQLite and PostgreSQL behave alike."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from storage.cipher import Cipher
from storage.errors import CannotOpen, Conflict
from storage.file_store import FileStore
from storage.work import Work

_WRITING = "motcua_writing"


def async_url(url: str) -> str:
    """Name the asynchronous driver for a plain `sqlite:` or `postgresql:` address."""
    scheme, _, rest = url.partition("://")
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
    return f"{drivers.get(scheme, scheme)}://{rest}"


class Database:
    """Open read and write units of work; only the edge commits, by leaving `write()`."""

    def __init__(self, url: str, cipher: Cipher) -> None:
        self._engine = create_async_engine(
            async_url(url), pool_pre_ping=not _is_sqlite(url), hide_parameters=True
        )
        self._writer = self._engine.execution_options(**{_WRITING: True})
        self.cipher = cipher
        self._turn: AbstractAsyncContextManager[object] = nullcontext()
        self.files: FileStore | None = None  # where the bytes are that go with removed rows
        if _is_sqlite(url):
            _tame_sqlite(self._engine)
            self._turn = asyncio.Lock()  # SQLite lets others wait by sleeping, and in no order

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        """Open a unit of work that changes nothing."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            yield Work(session, self.cipher)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Work]:
        """Open a unit of work that commits at its end, or rolls back on an error.

        On SQLite it starts with BEGIN IMMEDIATE, so that what is read in it stays true. The bytes
        of removed files go after the commit; what a crash leaves there is swept later.
        """
        try:
            async with (
                self._turn,
                AsyncSession(self._writer, expire_on_commit=False) as session,
                session.begin(),
            ):
                work = Work(session, self.cipher)
                yield work
        except IntegrityError as error:
            raise Conflict("conflict") from error
        except DBAPIError as error:
            raise _cannot_write(error) from error
        if self.files and work.removed_files:
            self.files.remove(work.removed_files)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def _is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def _cannot_write(error: DBAPIError) -> Exception:
    text = str(error.orig).lower()
    if "readonly" in text or "read-only" in text:
        return CannotOpen("database_readonly")
    if "locked" in text or "unable to open" in text:
        return CannotOpen("database_locked")
    return error


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
