"""Bring a database to the newest tables."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import ArgumentError, DBAPIError

from storage.errors import CannotOpen
from storage.meta import KEY_CHECK
from storage.models import MetaRow

_FOLDER = Path(__file__).parent / "migrations"


def migrate(url: str) -> bool:
    """Upgrade the database at `url`; tell whether anything changed. Raise `CannotOpen`."""
    engine = _connect(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
        event.listen(engine, "connect", lambda c, _: setattr(c, "isolation_level", None))
    try:
        with engine.begin() as connection:
            before = _revision(connection)
            _check_known(before)
            command.upgrade(_config(connection), "head")
            return before != _revision(connection)
    except DBAPIError as error:
        raise _cannot_open(error) from error
    except CommandError as error:
        raise CannotOpen("database_newer") from error
    finally:
        engine.dispose()


def current_revision(url: str) -> str | None:
    """Give the revision of the database at `url`; None when it has no tables yet."""
    engine = _connect(url)
    try:
        with engine.connect() as connection:
            return _revision(connection)
    except DBAPIError as error:
        raise _cannot_open(error) from error
    finally:
        engine.dispose()


def has_key_check(url: str) -> bool:
    """Tell whether the migrated database at `url` was ever opened with a key."""
    engine = _connect(url)
    try:
        with engine.connect() as connection:
            return (
                connection.scalar(select(MetaRow.key).where(MetaRow.key == KEY_CHECK)) is not None
            )
    except DBAPIError as error:
        raise _cannot_open(error) from error
    finally:
        engine.dispose()


def head_revision() -> str | None:
    """Give the newest revision that this program knows."""
    return ScriptDirectory(str(_FOLDER)).get_current_head()


def _check_known(revision: str | None) -> None:
    known = {script.revision for script in ScriptDirectory(str(_FOLDER)).walk_revisions()}
    if revision is not None and revision not in known:
        raise CannotOpen("database_newer")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _connect(url: str) -> Engine:
    try:
        return create_engine(_sync_url(url), hide_parameters=True)
    except ModuleNotFoundError as error:
        raise CannotOpen("driver_missing") from error
    except (ArgumentError, ValueError) as error:
        raise CannotOpen("database_unreachable") from error


def _sync_url(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{'postgresql+psycopg' if scheme == 'postgresql' else scheme}://{rest}"


def _cannot_open(error: DBAPIError) -> CannotOpen:
    text = str(error.orig).lower()
    if "readonly" in text or "read-only" in text:
        return CannotOpen("database_readonly")
    if "locked" in text:
        return CannotOpen("database_locked")
    if "not a database" in text or "malformed" in text:
        return CannotOpen("database_damaged")
    return CannotOpen("database_unreachable")
