"""Filling an empty database with the rows of another, in one transaction.

The tables are made as they were at the rows' revision, filled, and only then brought to the newest.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select, text
from sqlalchemy import Integer as SqlInteger

from storage.archive.engines import Use, open_connection
from storage.archive.kinds import decode
from storage.archive.schema import REVISIONS, KeptTable, list_kept, reflect
from storage.archive.snapshot import Rows, Snapshot
from storage.errors import BadArchive, BadPlace
from storage.migrate import read_revision, upgrade_to, wait_turn

MAY_HOLD = "meta"  # what an installation notes of itself at its first start


@dataclass(frozen=True, slots=True)
class Target:
    """An empty database that is being filled."""

    connection: Connection
    revision: str
    tables: Mapping[str, KeptTable]

    def insert(self, name: str, columns: Sequence[str], rows: Rows) -> None:
        """Insert rows as an archive holds them; raise `BadArchive` where they do not fit."""
        kept = self.tables.get(name)
        if kept is None or sorted(columns) != list(kept.columns):
            raise BadArchive("archive_damaged")
        kinds = [(column, kept.columns[column]) for column in columns]
        try:
            values = [
                {name: decode(kind, value) for (name, kind), value in zip(kinds, row, strict=True)}
                for row in rows
            ]
        except (ValueError, TypeError, LookupError) as error:
            raise BadArchive("archive_damaged") from error
        if values:
            self.connection.execute(kept.table.insert(), values)

    def look_back(self) -> Snapshot:
        """Give what is in it by now."""
        return Snapshot(self.connection, self.revision, self.tables)

    def finish(self) -> None:
        """Check what refers to what, set the counters, and bring the tables to the newest."""
        _check_references(self.connection, self.tables)
        if self.connection.dialect.name == "postgresql":
            for kept in self.tables.values():
                _set_counters(self.connection, kept.table)
        upgrade_to(self.connection)


@contextmanager
def open_target(url: str, revision: str) -> Iterator[Target]:
    """Open an empty database with the tables of a revision; commit at the end.

    Raise `BadPlace` where it has rows or is in use, `CannotOpen` where it cannot be used.
    """
    with open_connection(url, Use.FILLING_ALONE) as connection:
        wait_turn(connection)
        tables = list_kept(_make_tables(connection, revision))
        connection.execute(tables[MAY_HOLD].table.delete())
        _defer_references(connection, tables)
        yield Target(connection, revision, tables)


def _make_tables(connection: Connection, revision: str) -> MetaData:
    """Make the tables of a revision, in place of empty ones of another."""
    found = read_revision(connection)
    if found is not None:
        made = reflect(connection, found)
        _lock(connection, made)
        _check_empty(connection, made)
        if found == revision:
            return made
        made.drop_all(connection)
        connection.execute(text(f"DROP TABLE {REVISIONS}"))
    upgrade_to(connection, revision)
    return reflect(connection, revision)


def _lock(connection: Connection, metadata: MetaData) -> None:
    """Let a program that is started meanwhile wait: it would add rows of its own."""
    if connection.dialect.name == "postgresql":
        quote = connection.dialect.identifier_preparer.quote
        names = ", ".join(quote(name) for name in sorted(metadata.tables))
        connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))


def _check_empty(connection: Connection, metadata: MetaData) -> None:
    for table in metadata.tables.values():
        is_free = table.name == MAY_HOLD
        if not is_free and connection.execute(select(1).select_from(table).limit(1)).first():
            raise BadPlace("place_not_empty")


def _defer_references(connection: Connection, tables: Mapping[str, KeptTable]) -> None:
    """Let rows come in any order: tables refer to themselves. SQLite does not look by default."""
    if connection.dialect.name == "postgresql":
        _alter_references(connection, tables, "DEFERRABLE INITIALLY DEFERRED")


def _check_references(connection: Connection, tables: Mapping[str, KeptTable]) -> None:
    """Look at every reference; raise `BadPlace` or an `IntegrityError`."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        _alter_references(connection, tables, "NOT DEFERRABLE")
    elif connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise BadPlace("rows_refused")


def _alter_references(connection: Connection, tables: Mapping[str, KeptTable], how: str) -> None:
    quote = connection.dialect.identifier_preparer.quote
    for kept in tables.values():
        for key in kept.table.foreign_key_constraints:
            named = f"{quote(kept.name)} ALTER CONSTRAINT {quote(str(key.name))}"
            connection.execute(text(f"ALTER TABLE {named} {how}"))


def _set_counters(connection: Connection, table: Table) -> None:
    """Let the next row get the number after the highest."""
    quote = connection.dialect.identifier_preparer.quote
    for column in table.primary_key:
        if not isinstance(column.type, SqlInteger):
            continue
        counter = select(func.pg_get_serial_sequence(quote(table.name), column.name))
        name: Any = connection.scalar(counter)
        highest = connection.scalar(select(func.max(column)))
        if name and highest is not None:
            connection.execute(select(func.setval(name, highest)))
