"""Tell what a migration would do, and change nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage.disk import measure_free
from storage.errors import CannotOpen
from storage.faults import name_fault
from storage.migrate import head_revision, load_scripts, open_engine, read_revision

GROWTH = 2  # times the file; measured 1.3 from 0001 with 30,000 rows each of cases and messages
SPARE = 16 * 2**20  # bytes
PATIENCE = "5s"  # for PostgreSQL's tables, which a migration under way holds


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes that a migration may take beside an SQLite file, and those that are free."""

    needed: int
    free: int

    @property
    def is_enough(self) -> bool:
        """Tell whether what is free suffices."""
        return self.free >= self.needed


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a migration would do: `steps` are the revisions it would add, oldest first.

    `revision` is None where there are no tables yet, `room` where the disk is another machine's.
    """

    revision: str | None
    head: str
    steps: tuple[str, ...]
    room: Room | None


def foresee(url: str) -> Outlook:
    """Tell what `migrate` would do; raise `CannotOpen` where it could do nothing."""
    path = _find_file(url)
    with _look(url, path) as connection:
        revision = read_revision(connection) if connection else None
    walked = load_scripts().iterate_revisions("head", revision or "base")
    steps = tuple(reversed([script.revision for script in walked]))
    if path and steps and path.exists() and not _is_writable(path):
        raise CannotOpen("database_readonly")
    return Outlook(revision, head_revision(), steps, _measure_room(path) if path else None)


def _find_file(url: str) -> Path | None:
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise CannotOpen("database_unreachable") from error
    is_file = parts.get_backend_name() == "sqlite" and parts.database
    return Path(str(parts.database)) if is_file else None


@contextmanager
def _look(url: str, path: Path | None) -> Iterator[Connection | None]:
    """Open a connection that cannot write; None where there is no file."""
    if path is None:
        with open_engine(url) as engine, engine.connect() as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}'"))
            yield connection
    elif not path.exists():
        yield None
    else:
        engine = create_engine("sqlite://", creator=lambda: _open_file(path))
        try:
            with engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise CannotOpen(name_fault(error) or "database_unopened") from error
        finally:
            engine.dispose()


def _open_file(path: Path) -> sqlite3.Connection:
    """Open an SQLite file so that looking leaves no trace.

    Where no log stands beside it nobody is writing, and SQLite need not make files of its own: so
    it works in a folder that cannot be written to, too.
    """
    is_still = not path.with_name(f"{path.name}-wal").exists()
    how = "immutable=1" if is_still else "mode=ro"
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{how}", uri=True, timeout=5)


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def _measure_room(path: Path) -> Room:
    """Compare what is free beside an SQLite file with what its migration may take."""
    size = path.stat().st_size if path.exists() else 0
    return Room(GROWTH * size + SPARE, measure_free(path.parent))
