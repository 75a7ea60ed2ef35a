"""How much of plans is left to settle, counted by the database without reading every row."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import DueDayRow, TaskRow
from storage.values import LIVE, DueKind

_LIVE = [state.value for state in LIVE]


class PlanCounts:
    """Count rows of plans, by the plan's id; a plan with none is left out."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def doubtful(self, plan_ids: Sequence[int]) -> Mapping[int, int]:
        """Count the rows that a clerk has to look at again."""
        rows = await self._session.execute(
            select(TaskRow.plan_id, TaskRow.body["doubts"]).where(TaskRow.plan_id.in_(plan_ids))
        )
        counts: dict[int, int] = {}
        for plan_id, doubts in rows:
            if doubts and plan_id is not None:
                counts[plan_id] = counts.get(plan_id, 0) + 1
        return counts

    async def undated(self, plan_ids: Sequence[int], *, locality_id: int) -> Mapping[int, int]:
        """Count the rows that no day in a place follows from, lines for reports aside."""
        all_ = await self._count(
            select(TaskRow.plan_id, func.count())
            .where(TaskRow.plan_id.in_(plan_ids))
            .group_by(TaskRow.plan_id)
        )
        dated = await self._count(
            select(TaskRow.plan_id, func.count(func.distinct(DueDayRow.task_id)))
            .join(DueDayRow, DueDayRow.task_id == TaskRow.id)
            .where(
                TaskRow.plan_id.in_(plan_ids),
                DueDayRow.locality_id == locality_id,
                DueDayRow.kind != DueKind.LINE.value,
            )
            .group_by(TaskRow.plan_id)
        )
        left = {plan_id: count - dated.get(plan_id, 0) for plan_id, count in all_.items()}
        return {plan_id: count for plan_id, count in left.items() if count}

    async def unheld(
        self, plan_ids: Sequence[int], *, locality_id: int, held: Collection[int]
    ) -> Mapping[int, int]:
        """Count the rows with open days in a place that no office answers for, or an empty one."""
        unheld = or_(DueDayRow.office_id.is_(None), DueDayRow.office_id.not_in(held))
        return await self._count(
            select(TaskRow.plan_id, func.count(func.distinct(TaskRow.id)))
            .join(DueDayRow, DueDayRow.task_id == TaskRow.id)
            .where(
                TaskRow.plan_id.in_(plan_ids),
                and_(DueDayRow.locality_id == locality_id, DueDayRow.state.in_(_LIVE)),
                unheld,
            )
            .group_by(TaskRow.plan_id)
        )

    async def _count(self, statement: Select[Any, int]) -> Mapping[int, int]:
        rows = await self._session.execute(statement)
        return {row[0]: row[1] for row in rows}
