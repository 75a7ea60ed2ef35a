"""The tables of a revision as the database itself tells them, and what is kept of their columns.

Models describe the newest tables only; an archive may be older, and so may the database that an
office backs up before it upgrades.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sqlalchemy import Column, Connection, MetaData, Table, create_engine, inspect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.types import JSON

from storage.archive.kinds import Kind, find_kind
from storage.errors import CannotOpen
from storage.migrate import upgrade_to

REVISIONS = "alembic_version"
# What PostgreSQL computes to search by, and makes anew at the next start where it is missing.
_REBUILT_TABLES = frozenset({"postings"})
_REBUILT_COLUMNS = MappingProxyType({"passages": frozenset({"length", "is_bare"})})


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table with those of its columns that are kept, by name."""

    table: Table
    columns: Mapping[str, Kind]

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name


@cache
def list_names(revision: str) -> frozenset[str]:
    """Name the tables that our migrations have made up to a revision.

    Found by making them in memory (0.2 s): an office's database may hold other people's tables.
    """
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrade_to(connection, revision)
        names = inspect(connection).get_table_names()
    engine.dispose()
    return frozenset(names) - {REVISIONS}


def reflect(connection: Connection, revision: str) -> MetaData:
    """Read our tables of a revision from the database; raise `CannotOpen` where one is missing."""
    metadata = MetaData()
    try:
        metadata.reflect(connection, only=sorted(list_names(revision)))
    except InvalidRequestError as error:
        raise CannotOpen("database_damaged") from error
    return metadata


def list_kept(metadata: MetaData) -> Mapping[str, KeptTable]:
    """List the tables that are kept, by name and in its order."""
    tables = [t for name, t in sorted(metadata.tables.items()) if name not in _REBUILT_TABLES]
    return {table.name: _keep(table) for table in tables}


def _keep(table: Table) -> KeptTable:
    rebuilt = _REBUILT_COLUMNS.get(table.name, frozenset())
    columns = {c.name: find_kind(c) for c in table.columns if c.name not in rebuilt}
    for name, kind in columns.items():
        if kind is Kind.JSON:
            _keep_nulls_apart(table.columns[name])
    return KeptTable(table, dict(sorted(columns.items())))


def _keep_nulls_apart(column: Column[object]) -> None:
    """Let None be NULL, and JSON's null a value of its own."""
    is_binary = isinstance(column.type, JSONB)
    column.type = JSONB(none_as_null=True) if is_binary else JSON(none_as_null=True)
