"""Put in place what older programs left behind: see README.md."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Connection, create_engine, make_url, text

from storage.columns import vector_text
from storage.migrate import _config, _sync_url, head_revision

FOLDER = Path(__file__).parent
RELEASES = sorted(path.stem for path in FOLDER.glob("r*.sql"))


def is_older(release: str) -> bool:
    """Tell whether a release has other tables than the program of today."""
    return release != f"r{head_revision()}"


def load_release(release: str, url: str) -> None:
    """Put what a release left behind in place of the database at `url`."""
    dump = (FOLDER / f"{release}.sql").read_text("utf-8")
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        path = Path(str(parts.database))
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as file:
            file.execute("PRAGMA journal_mode=WAL")
            file.executescript(dump)
        return
    with closing(sqlite3.connect(":memory:")) as memory, _open(url) as connection:
        memory.executescript(dump)
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        command.upgrade(_config(connection), release.removeprefix("r"))
        _copy(memory, connection, has_vectors=release >= "r0003")


def read_presses(release: str) -> list[tuple[str, str, str]]:
    """Give who was shown which button, as (user, token, what it says), as signed back then."""
    dump = (FOLDER / f"{release}.sql").read_text("utf-8")
    found = re.findall(r"^-- press (\S+) (\S+) (.+)$", dump, re.MULTILINE)
    return [(user, token, says) for user, token, says in found]


def count_rows(url: str) -> dict[str, int]:
    """Count the rows of every table."""
    with _open(url) as connection:
        if connection.dialect.name == "sqlite":
            listed = "SELECT name FROM sqlite_master WHERE type = 'table'"
        else:
            listed = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        names = [row[0] for row in connection.execute(text(listed))]
        return {
            name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names
        }


@contextmanager
def _open(url: str) -> Iterator[Connection]:
    engine = create_engine(_sync_url(url))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _copy(memory: sqlite3.Connection, connection: Connection, *, has_vectors: bool) -> None:
    """Copy all rows; PostgreSQL reads what was stored from text."""
    vectors = {"vector"} if has_vectors else set[str]()
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    connection.exec_driver_sql("SET LOCAL TimeZone = 'UTC'")
    tables = memory.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        found = memory.execute(f'SELECT * FROM "{table}"')
        columns = [each[0] for each in found.description]
        rows = [
            tuple(
                _as_text(value, is_vector=name in vectors)
                for name, value in zip(columns, row, strict=True)
            )
            for row in found
        ]
        if rows and table != "alembic_version":
            names = ", ".join(f'"{name}"' for name in columns)
            holes = ", ".join(["%s"] * len(columns))
            connection.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({holes})', rows)
            _count_on(connection, table, columns)


def _as_text(value: Any, *, is_vector: bool) -> Any:
    if isinstance(value, bytes):
        return vector_text(value) if is_vector else value
    return None if value is None else str(value)


def _count_on(connection: Connection, table: str, columns: list[str]) -> None:
    """Let the next row get the next number."""
    if "id" in columns:
        statement = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
        connection.exec_driver_sql(statement)
