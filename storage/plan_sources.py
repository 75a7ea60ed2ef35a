"""What the files of plans say, for who compares rows with their source."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.plan import Place
from storage.models import PlanSourceRow
from storage.statements import dialect_insert
from storage.values import SourcePiece


class PlanSources:
    """Keep the text of each plan's file, piece by piece; it goes with the plan."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def save(self, plan_id: int, pieces: Sequence[SourcePiece]) -> None:
        """Keep what a plan's file says, in the place of what was kept."""
        written = [_write(piece) for piece in pieces]
        statement = dialect_insert(self._session, PlanSourceRow).values(
            {"plan_id": plan_id, "pieces": written}
        )
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=[PlanSourceRow.plan_id], set_={"pieces": written}
            )
        )

    async def forget(self, plan_id: int) -> None:
        """Keep the text of a plan's file no longer."""
        await self._session.execute(delete(PlanSourceRow).where(PlanSourceRow.plan_id == plan_id))

    async def has(self, plan_id: int) -> bool:
        """Tell whether the text of a plan's file is kept."""
        statement = select(func.count()).where(PlanSourceRow.plan_id == plan_id)
        return bool(await self._session.scalar(statement))

    async def find(self, plan_id: int, *, source: str = "") -> tuple[SourcePiece, ...]:
        """Give the pieces of a plan's file in reading order; none where they are not kept."""
        statement = select(PlanSourceRow.pieces).where(PlanSourceRow.plan_id == plan_id)
        found = await self._session.scalar(statement)
        return tuple(_read(piece, source) for piece in found or ())


def _write(piece: SourcePiece) -> list[Any]:
    at = piece.place
    return [
        [*piece.cells], int(piece.is_row),
        at.first_line, at.last_line, at.page, at.table, at.row,
    ]  # fmt: skip


def _read(written: list[Any], source: str) -> SourcePiece:
    cells, is_row, *place = written
    return SourcePiece(tuple(cells), Place(source, *place), bool(is_row))
