"""Plans with their tasks and paragraphs."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.plan import Plan, PlannedParagraph
from knowledge.text import fold
from storage.codec import (
    dump_facts,
    dump_paragraph,
    dump_task,
    load_facts,
    load_paragraph,
    load_task,
)
from storage.errors import Conflict
from storage.models import LocalityRow, ParagraphRow, PlanRow, TaskRow
from storage.statements import count_changed
from storage.values import PlanState, StoredPlan, StoredTask


class Plans:
    """Keep plans, draft until a clerk confirms them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self, plan: Plan, *, locality_id: int, digest: str, is_sample: bool, now: dt.datetime
    ) -> int:
        """Store a plan as a draft; a second copy in the same place breaks a unique key."""
        row = PlanRow(
            locality_id=locality_id,
            digest=digest,
            facts=dump_facts(plan),
            state=PlanState.DRAFT.value,
            is_sample=is_sample,
            is_public=is_sample,
            added_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        self._session.add_all(
            TaskRow(plan_id=row.id, position=i, body=dump_task(task))
            for i, task in enumerate(plan.tasks)
        )
        self._session.add_all(
            ParagraphRow(plan_id=row.id, position=i, body=dump_paragraph(paragraph))
            for i, paragraph in enumerate(plan.paragraphs)
        )
        await self._session.flush()
        return row.id

    async def refuse_second_copy(self, place: str, digest: str) -> None:
        """Raise `Conflict("plan_known")` when the place holds this very file."""
        known = await self._session.scalar(
            select(PlanRow.id)
            .join(LocalityRow, LocalityRow.id == PlanRow.locality_id)
            .where(LocalityRow.key == fold(place), PlanRow.digest == digest)
        )
        if known is not None:
            raise Conflict("plan_known", plan=known)

    async def find(self, plan_id: int) -> StoredPlan | None:
        """Find a plan by id."""
        found = await self._stored(self._select().where(PlanRow.id == plan_id))
        return found[0] if found else None

    async def list_all(self, *, state: PlanState | None = None) -> Sequence[StoredPlan]:
        """List plans, oldest first."""
        statement = self._select().order_by(PlanRow.id)
        if state:
            statement = statement.where(PlanRow.state == state.value)
        return await self._stored(statement)

    def _select(self) -> Select[Any]:
        tasks = select(func.count()).where(TaskRow.plan_id == PlanRow.id).scalar_subquery()
        return select(PlanRow, LocalityRow.name, tasks).join(
            LocalityRow, LocalityRow.id == PlanRow.locality_id
        )

    async def _stored(self, statement: Select[Any]) -> Sequence[StoredPlan]:
        rows = await self._session.execute(statement)
        return [_stored_plan(row, locality, count) for row, locality, count in rows]

    async def tasks(self, plan_id: int) -> Sequence[StoredTask]:
        """List a plan's tasks in order."""
        rows = await self._session.execute(
            select(TaskRow, PlanRow.locality_id)
            .join(PlanRow, PlanRow.id == TaskRow.plan_id)
            .where(TaskRow.plan_id == plan_id)
            .order_by(TaskRow.position)
        )
        return [
            StoredTask(row.id, row.plan_id, locality_id, load_task(row.body))
            for row, locality_id in rows
        ]

    async def paragraphs(self, plan_id: int) -> Sequence[PlannedParagraph]:
        """List a plan's paragraphs in order."""
        rows = await self._session.scalars(
            select(ParagraphRow.body)
            .where(ParagraphRow.plan_id == plan_id)
            .order_by(ParagraphRow.position)
        )
        return [load_paragraph(body) for body in rows]

    async def confirm(self, plan_id: int, *, now: dt.datetime) -> bool:
        """Confirm a draft; tell whether it was one."""
        statement = (
            update(PlanRow)
            .where(PlanRow.id == plan_id, PlanRow.state == PlanState.DRAFT.value)
            .values(state=PlanState.CONFIRMED.value, confirmed_at=now)
        )
        return await count_changed(self._session, statement) == 1

    async def remove(self, plan_id: int) -> None:
        """Delete a plan with all that hangs on it."""
        await self._session.execute(delete(PlanRow).where(PlanRow.id == plan_id))


def _stored_plan(row: PlanRow, locality: str, task_count: int) -> StoredPlan:
    return StoredPlan(
        id=row.id,
        locality_id=row.locality_id,
        locality=locality,
        facts=load_facts(row.facts),
        state=PlanState(row.state),
        is_sample=row.is_sample,
        is_public=row.is_public,
        added_at=row.added_at,
        confirmed_at=row.confirmed_at,
        task_count=task_count,
    )
