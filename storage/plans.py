"""Plans with their tasks and paragraphs."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.plan import Plan, PlannedParagraph
from knowledge.text import fold
from storage.codec import dump_facts, load_facts, load_paragraph, load_task
from storage.errors import Conflict
from storage.models import LocalityRow, ParagraphRow, PlanRow, TaskRow
from storage.revisions import Revisions
from storage.statements import count_changed
from storage.values import NewTask, PlanState, StoredPlan, StoredTask


class Plans:
    """Keep plans, draft until a clerk confirms them."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self,
        plan: Plan,
        *,
        locality_id: int,
        digest: str,
        is_sample: bool,
        now: dt.datetime,
        is_public: bool = False,
        tasks: Sequence[NewTask] = (),
        replaces_id: int | None = None,
    ) -> int:
        """Store a plan as a draft, with `tasks` where corrections are carried over.

        A second draft of the same file in the same place breaks a unique key.
        """
        row = PlanRow(
            locality_id=locality_id,
            digest=digest,
            facts=dump_facts(plan),
            state=PlanState.DRAFT.value,
            is_sample=is_sample,
            is_public=is_public or is_sample,
            added_at=now,
            replaces_id=replaces_id,
        )
        self._session.add(row)
        await self._session.flush()
        await self._write_rows(row.id, plan, tasks or [NewTask(task) for task in plan.tasks])
        return row.id

    async def _write_rows(self, plan_id: int, plan: Plan, tasks: Sequence[NewTask]) -> None:
        revisions = Revisions(self._session)
        await revisions.write_tasks(plan_id, tasks)
        await revisions.write_paragraphs(plan_id, plan.paragraphs)

    async def read_again(
        self,
        plan_id: int,
        plan: Plan,
        tasks: Sequence[NewTask],
        *,
        replaces_id: int | None = None,
    ) -> None:
        """Put a new reading of its file in the place of a draft's; named tasks keep their ids."""
        named = {} if replaces_id is None else {"replaces_id": replaces_id}
        await self._session.execute(
            update(PlanRow).where(PlanRow.id == plan_id).values(facts=dump_facts(plan), **named)
        )
        await self._write_rows(plan_id, plan, tasks)

    async def find_copy(self, place: str, digest: str) -> StoredPlan | None:
        """Find the draft, else the confirmed plan, that a place holds of this very file."""
        found = await self._stored(
            self._select().where(
                LocalityRow.key == fold(place),
                PlanRow.digest == digest,
                PlanRow.state != PlanState.SUPERSEDED.value,
            )
        )
        drafts_first = sorted(found, key=lambda plan: plan.state is not PlanState.DRAFT)
        return drafts_first[0] if found else None

    async def find(self, plan_id: int) -> StoredPlan | None:
        """Find a plan by id."""
        found = await self._stored(self._select().where(PlanRow.id == plan_id))
        return found[0] if found else None

    async def hold(self, plan_id: int) -> StoredPlan | None:
        """Find a plan as it is now; nobody else changes its place's plans while the work lasts.

        The lock is the place's, since a confirmation may change any two plans of one; it lets
        rows that point at the place be added meanwhile.
        """
        place = select(LocalityRow.id).join(PlanRow, PlanRow.locality_id == LocalityRow.id)
        await self._session.execute(
            place.where(PlanRow.id == plan_id).with_for_update(of=LocalityRow, key_share=True)
        )
        statement = self._select().where(PlanRow.id == plan_id)
        found = await self._stored(statement.execution_options(populate_existing=True))
        return found[0] if found else None

    async def list_all(
        self, *, state: PlanState | None = None, locality_ids: Sequence[int] | None = None
    ) -> Sequence[StoredPlan]:
        """List plans, oldest first; of some places only where these are given."""
        statement = self._select().order_by(PlanRow.id)
        if locality_ids is not None:
            statement = statement.where(PlanRow.locality_id.in_(locality_ids))
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
            .execution_options(populate_existing=True)
        )
        return [
            StoredTask(
                id=row.id,
                plan_id=plan_id,
                locality_id=locality_id,
                position=row.position,
                task=load_task(row.body),
                as_read=load_task(row.as_read) if row.as_read else None,
            )
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

    async def publish(self, plan_id: int, *, is_public: bool) -> bool:
        """Let everybody be answered from a plan, or officials only; tell whether that is new."""
        statement = (
            update(PlanRow)
            .where(PlanRow.id == plan_id, PlanRow.is_public != is_public)
            .values(is_public=is_public)
        )
        return await count_changed(self._session, statement) == 1

    async def supersede(self, old_id: int, *, by: int) -> None:
        """Let a confirmed plan be replaced; drafts that were to replace it replace its heir.

        Raise `Conflict` if another plan has replaced it meanwhile.
        """
        statement = (
            update(PlanRow)
            .where(PlanRow.id == old_id, PlanRow.state == PlanState.CONFIRMED.value)
            .values(state=PlanState.SUPERSEDED.value)
        )
        if await count_changed(self._session, statement) != 1:
            raise Conflict("conflict")
        await self._session.execute(
            update(PlanRow)
            .where(PlanRow.replaces_id == old_id, PlanRow.state == PlanState.DRAFT.value)
            .values(replaces_id=by)
        )
        await self._session.execute(
            update(PlanRow).where(PlanRow.id == by).values(replaces_id=old_id)
        )

    async def name_replaced(self, plan_id: int, replaces_id: int | None) -> None:
        """Say which confirmed plan a draft is to replace; None: the one of its number."""
        await self._session.execute(
            update(PlanRow)
            .where(PlanRow.id == plan_id, PlanRow.state == PlanState.DRAFT.value)
            .values(replaces_id=replaces_id)
        )

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
        digest=row.digest,
        is_sample=row.is_sample,
        is_public=row.is_public,
        added_at=row.added_at,
        confirmed_at=row.confirmed_at,
        replaces_id=row.replaces_id,
        task_count=task_count,
    )
