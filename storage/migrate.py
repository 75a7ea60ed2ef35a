"""Bring a database to the newest tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage.errors import CannotOpen
from storage.faults import name_fault
from storage.meta import KEY_CHECK
from storage.models import MetaRow

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 77200811  # PostgreSQL's advisory locks are numbers; this one is ours
WAIT = 30.0  # seconds to wait for SQLite's other writers, as everywhere else


def migrate(url: str) -> bool:
    """Upgrade the database at `url`; tell whether this call did it. Raise `CannotOpen`.

    All of it is one transaction: killed in the middle, nothing has happened. Of several processes
    one upgrades and the others wait for it; a database that is up to date is not locked at all.
    """
    if current_revision(url) == head_revision():
        return False
    with open_engine(url) as engine:
        if engine.dialect.name == "sqlite":
            event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
            event.listen(engine, "connect", lambda c, _: setattr(c, "isolation_level", None))
        with engine.begin() as connection:
            wait_turn(connection)
            before = read_revision(connection)
            command.upgrade(_config(connection), "head")
            return before != read_revision(connection)


def current_revision(url: str) -> str | None:
    """Give the revision of the database at `url`; None when it has no tables yet.

    Raise `CannotOpen`, also where a newer program wrote it.
    """
    with open_engine(url) as engine, engine.connect() as connection:
        return read_revision(connection)


def has_key_check(url: str) -> bool:
    """Tell whether the migrated database at `url` was ever opened with a key."""
    wanted = select(MetaRow.key).where(MetaRow.key == KEY_CHECK)
    with open_engine(url) as engine, engine.connect() as connection:
        return connection.scalar(wanted) is not None


def head_revision() -> str:
    """Give the newest revision that this program knows."""
    head = load_scripts().get_current_head()
    assert head is not None
    return head


@cache
def load_scripts() -> ScriptDirectory:
    """Load the migrations that this program knows."""
    return ScriptDirectory(str(_FOLDER))


def read_revision(connection: Connection) -> str | None:
    """Read a database's revision; raise `CannotOpen` for one that this program does not know."""
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in load_scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise CannotOpen("database_newer")
    return revision


def wait_turn(connection: Connection) -> None:
    """Let nobody else make or change tables until the transaction ends; SQLite has one writer."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def upgrade_to(connection: Connection, revision: str = "head") -> None:
    """Upgrade inside the caller's transaction."""
    command.upgrade(_config(connection), revision)


@contextmanager
def open_engine(url: str) -> Iterator[Engine]:
    """Open a database for a moment; whatever it says against that is one `CannotOpen`."""
    engine = _connect(url)
    try:
        yield engine
    except DBAPIError as error:
        raise CannotOpen(name_fault(error) or "database_unreachable") from error
    finally:
        engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _connect(url: str) -> Engine:
    waiting = {"timeout": WAIT} if url.startswith("sqlite") else {}
    try:
        return create_engine(_sync_url(url), hide_parameters=True, connect_args=waiting)
    except ModuleNotFoundError as error:
        raise CannotOpen("driver_missing") from error
    except (ArgumentError, ValueError) as error:
        raise CannotOpen("database_unreachable") from error


def _sync_url(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{'postgresql+psycopg' if scheme == 'postgresql' else scheme}://{rest}"
