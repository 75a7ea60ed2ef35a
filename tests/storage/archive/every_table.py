"""Rows in every table, with values that are hard to carry over."""

import datetime as dt
import json
from typing import Any

import sqlalchemy as sa

from storage.archive.kinds import Kind, find_kind
from storage.migrate import open_engine

ROWS = 3
DERIVED = {"postings"}
_FIRST = dt.datetime(2026, 2, 28, 17, 0, 0, 1, tzinfo=dt.UTC)
_JSONS: tuple[Any, ...] = ({"b": [1, 2.5, None], "a": "ô “x” \\ \n"}, None, [])
_BYTES = (b"\x00\xff'\"\\", b"", bytes(range(256)) * 300)


def fill_every_table(url: str, *, rows: int = ROWS) -> None:
    """Put rows into every table; those that refer to their own table refer to a later row."""
    with open_engine(url) as engine, engine.begin() as connection:
        metadata = sa.MetaData()
        metadata.reflect(connection)
        tables = [t for t in metadata.sorted_tables if t.name not in DERIVED | {"alembic_version"}]
        for table in tables:
            for number in range(rows):
                values = {c.name: _make(c, number) for c in table.columns}
                connection.execute(table.insert().values(values))
        for table in tables:
            _turn_round(connection, table, rows)


def _make(column: sa.Column[Any], number: int) -> Any:
    """Make a value; what refers to another table refers to its row of the same number."""
    kind = find_kind(column)
    if column.foreign_keys:
        return _refer(column, number)
    match kind:
        case Kind.PLAIN if isinstance(column.type, sa.Integer):
            return number + 1
        case Kind.PLAIN:
            return f"{number}"
        case Kind.BOOL:
            return number % 2 == 0
        case Kind.DATE:
            return _FIRST.date() + dt.timedelta(days=number)
        case Kind.TIME:
            return _FIRST + dt.timedelta(days=number)
        case Kind.JSON:
            return _JSONS[number % 3] or (_JSONS[0] if not column.nullable else sa.null())
        case Kind.BYTES:
            is_vector = column.name == "vector"
            return b"\x00\x00\x80\x3f" * (number + 1) if is_vector else _BYTES[number % 3]


def _refer(column: sa.Column[Any], number: int) -> Any:
    [key] = column.foreign_keys
    if key.column.table is column.table:
        return sa.null()
    return number + 1 if isinstance(key.column.type, sa.Integer) else f"{number}"


def _turn_round(connection: sa.Connection, table: sa.Table, rows: int) -> None:
    """Let the first row refer to the last of its own table."""
    for key in table.foreign_keys:
        if key.column.table is table:
            changed = sa.update(table).where(table.c.id == 1).values({key.parent.name: rows})
            connection.execute(changed)


def read_every_table(url: str) -> dict[str, list[Any]]:
    """Read all rows, as the databases give them but for zones, JSON's text and vectors' form."""
    with open_engine(url) as engine, engine.begin() as connection:
        metadata = sa.MetaData()
        metadata.reflect(connection)
        return {
            name: sorted(map(_plain, connection.execute(_select_all(table))), key=repr)
            for name, table in metadata.tables.items()
            if name not in DERIVED
        }


def _select_all(table: sa.Table) -> sa.Select[Any]:
    bare = ("length", "is_bare") if table.name == "passages" else ()
    columns = sorted((c for c in table.columns if c.name not in bare), key=lambda c: c.name)
    is_json = [isinstance(c.type, sa.JSON) for c in columns]
    return sa.select(
        *(sa.cast(c, sa.Text) if j else c for c, j in zip(columns, is_json, strict=True))
    )


def _plain(row: Any) -> tuple[Any, ...]:
    return tuple(_plain_value(value) for value in row)


def _plain_value(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=value.tzinfo or dt.UTC).astimezone(dt.UTC)
    if isinstance(value, str) and value[:1] in ("{", "[", "n"):
        return json.dumps(json.loads(value), sort_keys=True)
    return value
