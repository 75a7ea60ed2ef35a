"""Connections of a copy: one transaction each, and the database's own errors as ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, func, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from storage.errors import BadPlace, CannotOpen
from storage.faults import name_fault
from storage.migrate import open_engine

_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND usename = current_user AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


class Use(Enum):
    """What a connection is for; alone means that nobody else may have the database open."""

    SNAPSHOT = "snapshot"
    SNAPSHOT_ALONE = "snapshot alone"
    FILLING_ALONE = "filling alone"

    @property
    def is_alone(self) -> bool:
        """Tell whether nobody else may have the database open."""
        return self is not Use.SNAPSHOT


@contextmanager
def open_connection(url: str, use: Use) -> Iterator[Connection]:
    """Open one transaction, committed at its end; raise `CannotOpen` or `BadPlace`."""
    with open_engine(url) as engine, _judged(use), _prepare(engine, use).begin() as connection:
        _check_alone(connection, use)
        yield connection


def name_database(url: str) -> str:
    """Write a database's address without its password; raise `CannotOpen` for no address."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError as error:
        raise CannotOpen("database_unreachable") from error


def is_missing(url: str) -> bool:
    """Tell whether an SQLite file is not there; to open it would make one."""
    file = url.partition(":///")[2] if url.startswith("sqlite") else ""
    return bool(file) and not Path(file).exists()


def _prepare(engine: Engine, use: Use) -> Engine:
    is_filling = use is Use.FILLING_ALONE
    if engine.dialect.name == "sqlite":
        begin = "BEGIN IMMEDIATE" if is_filling else "BEGIN"
        event.listen(engine, "connect", lambda c, _: _tame_sqlite(c, use))
        event.listen(engine, "begin", lambda c: c.exec_driver_sql(begin))
        return engine
    if is_filling:
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _tame_sqlite(connection: Any, use: Use) -> None:
    """Let nobody else have the file open where we must be alone: fails where somebody has."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA secure_delete=ON")
    if use.is_alone:
        cursor.execute("PRAGMA busy_timeout=0")
        cursor.execute("PRAGMA locking_mode=EXCLUSIVE")
    cursor.close()


def _check_alone(connection: Connection, use: Use) -> None:
    """Refuse a PostgreSQL that others of our name are connected to; SQLite has refused before."""
    if use.is_alone and connection.dialect.name == "sqlite":
        connection.execute(select(func.count()).select_from(text("sqlite_master")))
    elif use.is_alone and connection.scalar(_OTHERS):
        raise BadPlace("place_in_use")


@contextmanager
def _judged(use: Use) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise BadPlace("rows_refused") from error
    except DBAPIError as error:
        code = name_fault(error)
        if code == "database_locked" and use.is_alone:
            raise BadPlace("place_in_use") from error
        raise (CannotOpen(code) if code else BadPlace("rows_refused")) from error
