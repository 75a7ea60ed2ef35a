"""What is searched: text and vector of every task and paragraph."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import PassageRow, PlanRow
from storage.values import NewPassage, PlanState, StoredPassage


class Passages:
    """Keep passages beside the plans they come from."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self,
        passages: Sequence[NewPassage],
        *,
        plan_id: int,
        locality_id: int,
        embedder: str | None,
    ) -> None:
        """Store a plan's passages; `embedder` names the model that made the vectors."""
        self._session.add_all(
            PassageRow(
                plan_id=plan_id,
                locality_id=locality_id,
                kind=passage.kind,
                position=passage.position,
                text=passage.text,
                embedder=embedder,
                vector=passage.vector,
            )
            for passage in passages
        )
        await self._session.flush()

    async def remove(self, plan_id: int, *, task: int | None = None) -> None:
        """Forget a plan's passages, or only those of the task at a position."""
        statement = delete(PassageRow).where(PassageRow.plan_id == plan_id)
        if task is not None:
            statement = statement.where(PassageRow.kind == "task", PassageRow.position == task)
        await self._session.execute(statement)

    async def searchable(
        self, locality_ids: Sequence[int], *, embedder: str | None
    ) -> Sequence[StoredPassage]:
        """List the passages of confirmed plans; vectors of another model are left out."""
        rows = await self._session.execute(
            select(PassageRow)
            .join(PlanRow, PlanRow.id == PassageRow.plan_id)
            .where(
                PassageRow.locality_id.in_(locality_ids),
                PlanRow.state == PlanState.CONFIRMED.value,
            )
            .order_by(PassageRow.id)
        )
        return [_stored(row, embedder) for row in rows.scalars()]

    async def texts(self, *, most: int) -> Sequence[str]:
        """List the latest texts of confirmed plans, of every place."""
        rows = await self._session.scalars(
            select(PassageRow.text)
            .join(PlanRow, PlanRow.id == PassageRow.plan_id)
            .where(PlanRow.state == PlanState.CONFIRMED.value)
            .order_by(PassageRow.id.desc())
            .limit(most)
        )
        return list(rows)


def _stored(row: PassageRow, embedder: str | None) -> StoredPassage:
    vector = row.vector if row.embedder == embedder else None
    return StoredPassage(
        row.id, row.plan_id, row.locality_id, row.kind, row.position, row.text, vector
    )
