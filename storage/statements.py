"""Running statements that change rows."""

from typing import Any, cast

from sqlalchemy import CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncSession


async def count_changed(session: AsyncSession, statement: Executable) -> int:
    """Execute a statement and return how many rows it changed."""
    result = cast("CursorResult[Any]", await session.execute(statement))
    return result.rowcount
