"""Running statements that change rows."""

from collections.abc import Collection, Iterator
from typing import Any, cast

from sqlalchemy import CursorResult, Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

AT_ONCE = 5_000  # ids a statement: SQLite takes 32,766 values, PostgreSQL 65,535


def split_ids(ids: Collection[int]) -> Iterator[list[int]]:
    """Yield ids in parts that one statement can take."""
    whole = list(ids)
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]


async def count_changed(session: AsyncSession, statement: Executable) -> int:
    """Execute a statement and return how many rows it changed."""
    result = cast("CursorResult[Any]", await session.execute(statement))
    return result.rowcount


def dialect_insert(
    session: AsyncSession | Session, model: type[Any]
) -> postgresql.Insert | sqlite.Insert:
    """Build the database's own insert, which knows ON CONFLICT."""
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    return postgresql.insert(model) if is_postgresql else sqlite.insert(model)


async def insert_once(session: AsyncSession, model: type[Any], values: dict[str, Any]) -> bool:
    """Insert a row unless a unique key forbids it; tell whether it is new."""
    statement = dialect_insert(session, model).values(**values).on_conflict_do_nothing()
    inserted = await session.execute(statement.returning(*model.__table__.primary_key))
    return inserted.first() is not None
