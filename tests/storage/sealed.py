"""A row in every table, whatever tables there are, and what is sealed in a database."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Integer, LargeBinary, Table, insert, select
from sqlalchemy.dialects.postgresql import JSONB

from knowledge.case_codes import build_code
from knowledge.cases.states import CaseKind
from storage.case_rows import new_row
from storage.cipher import Cipher
from storage.columns import Embedding, UtcDateTime
from storage.database import Database
from storage.models import Base
from storage.rotation.tables import list_sealed_tables
from storage.values import Address, NewCase
from storage.work import Work
from tests.factories.cases import CONTACT, CONTENT
from tests.factories.talk import MONDAY


async def fill_tables(database: Database) -> None:
    """Put a row into every table; what is sealed says where it stands."""
    async with database.write() as work:
        for table in Base.metadata.sorted_tables:
            values = {
                column.name: _invent(table, column, database.cipher) for column in table.columns
            }
            await work._session.execute(insert(table).values(values))


def _invent(table: Table, column: Column[Any], cipher: Cipher) -> Any:
    kind = column.type
    if isinstance(kind, LargeBinary) and column.name.endswith("_sealed"):
        text = f"{table.name}.{column.name}"
        return cipher.encrypt('["", "0912345678", ""]' if "contact" in text else text)
    if column.foreign_keys and column.nullable:
        return None
    if isinstance(kind, Embedding | LargeBinary):
        return None if column.nullable else b"12345678"
    if isinstance(kind, JSON | JSONB):
        return None if column.nullable else {}
    plain = {Boolean: True, Integer: 7, UtcDateTime: MONDAY, Date: dt.date(2026, 11, 23)}
    found = (value for each, value in plain.items() if isinstance(kind, each))
    return next(found, "x")


async def read_sealed(work: Work) -> dict[str, Any]:
    """Give everything that is sealed, by table, row and column."""
    return {
        f"{of.name} {row.key} {name}": row.values[name]
        for of in list_sealed_tables()
        for row in await work.sealed_rows.list_page(of, None, 1_000_000)
        for name in of.sealed
        if row.values[name] is not None
    }


async def read_unsealed(work: Work) -> dict[str, list[Any]]:
    """Give what a rotation must not touch."""
    kept = {of.name: set(of.kept) for of in list_sealed_tables()}
    return {
        table.name: [tuple(row) for row in await work._session.execute(_select(table, kept))]
        for table in Base.metadata.sorted_tables
        if table.name != "meta"
    }


def _select(table: Table, kept: dict[str, set[str]]) -> Any:
    columns = [c for c in table.columns if c.name not in kept.get(table.name, ())]
    return select(*columns).order_by(*table.primary_key)


async def add_cases(database: Database, numbers: range) -> int:
    """Record cases, each with a phone; give their place."""
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        for number in numbers:
            work._session.add(new_row(_invent_case(place.id, number), database.cipher))
    return place.id


def _invent_case(place_id: int, number: int) -> NewCase:
    code = build_code(MONDAY.date(), list(_digits(number)))
    sender = Address("web", f"p{number}")
    text = f"{CONTENT} {number}"
    return NewCase(code, place_id, CaseKind.SCENE, sender, text, MONDAY, None, contact=CONTACT)


def _digits(number: int) -> Iterator[int]:
    return (number // 32**power % 32 for power in range(5))
