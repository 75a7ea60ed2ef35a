"""Due days, and which steps of their ladder were told to whom."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.codec import load_facts, load_task
from storage.models import DueDayRow, LocalityRow, NudgeRow, OfficeRow, PlanRow, TaskRow
from storage.statements import count_changed, dialect_insert, insert_once
from storage.values import CancelReason, DueDay, DueState, NewDueDay, PlanState


class DueDays:
    """Keep due days of confirmed plans; a step is told to a person once."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(self, due_days: Sequence[NewDueDay], *, locality_id: int) -> None:
        """Store due days; one that is known (task, office, day) is left as it is."""
        rows = [
            {
                "task_id": due.task_id,
                "office_id": due.office_id,
                "locality_id": locality_id,
                "label": due.label,
                "last_day": due.last_day,
                "state": due.state.value,
                "known_since": due.known_since,
            }
            for due in due_days
        ]
        if rows:
            statement = dialect_insert(self._session, DueDayRow).on_conflict_do_nothing()
            await self._session.execute(statement, rows)

    async def until(self, last_day: dt.date, *, with_past: bool = False) -> Sequence[DueDay]:
        """List open (or also past) due days of confirmed plans up to a day, earliest first."""
        states = [DueState.OPEN.value, *([DueState.PAST.value] if with_past else [])]
        return await self._list(
            self._select().where(
                DueDayRow.state.in_(states),
                DueDayRow.last_day <= last_day,
                PlanRow.state == PlanState.CONFIRMED.value,
            )
        )

    async def cancel(self, ids: Sequence[int], reason: CancelReason, *, now: dt.datetime) -> None:
        """Say that due days no longer hold; those that are done stay done."""
        live = (DueState.OPEN.value, DueState.PAST.value)
        await self._session.execute(
            update(DueDayRow)
            .where(DueDayRow.id.in_(ids), DueDayRow.state.in_(live))
            .values(state=DueState.CANCELLED.value, cancelled_at=now, cancelled_for=reason.value)
        )

    async def renew(self, due_day_id: int, state: DueState) -> None:
        """Let a cancelled due day hold again."""
        await self._session.execute(
            update(DueDayRow)
            .where(DueDayRow.id == due_day_id, DueDayRow.state == DueState.CANCELLED.value)
            .values(state=state.value, cancelled_at=None, cancelled_for=None)
        )

    async def find(self, due_day_id: int) -> DueDay | None:
        """Find a due day by id."""
        found = await self._list(self._select().where(DueDayRow.id == due_day_id))
        return found[0] if found else None

    async def of_plan(self, plan_id: int) -> Sequence[DueDay]:
        """List a plan's due days, whatever their state."""
        return await self._list(self._select().where(TaskRow.plan_id == plan_id))

    async def of_tasks(self, task_ids: Sequence[int]) -> Sequence[DueDay]:
        """List the due days of tasks, whatever their state."""
        return await self._list(self._select().where(DueDayRow.task_id.in_(task_ids)))

    async def of_offices(self, office_ids: Sequence[int], *, locality_id: int) -> Sequence[DueDay]:
        """List the open due days of a place's offices."""
        return await self._list(
            self._select().where(
                DueDayRow.state == DueState.OPEN.value,
                DueDayRow.locality_id == locality_id,
                DueDayRow.office_id.in_(office_ids),
                PlanRow.state == PlanState.CONFIRMED.value,
            )
        )

    def _select(self) -> Select[Any]:
        return (
            select(DueDayRow, LocalityRow.name, OfficeRow.name, PlanRow.facts, TaskRow.body)
            .join(TaskRow, TaskRow.id == DueDayRow.task_id)
            .join(PlanRow, PlanRow.id == TaskRow.plan_id)
            .join(LocalityRow, LocalityRow.id == DueDayRow.locality_id)
            .outerjoin(OfficeRow, OfficeRow.id == DueDayRow.office_id)
            .order_by(DueDayRow.last_day, DueDayRow.id)
        )

    async def _list(self, statement: Select[Any]) -> Sequence[DueDay]:
        return [
            DueDay(
                id=row.id,
                task_id=row.task_id,
                locality_id=row.locality_id,
                locality=locality,
                office_id=row.office_id,
                office=office,
                label=row.label,
                last_day=row.last_day,
                state=DueState(row.state),
                known_since=row.known_since,
                plan=load_facts(facts),
                task=load_task(body),
            )
            for row, locality, office, facts, body in await self._session.execute(statement)
        ]

    async def mark_done(
        self, due_day_id: int, *, person_id: int, note: str, now: dt.datetime
    ) -> bool:
        """Record that a task is done; tell whether it was open."""
        statement = (
            update(DueDayRow)
            .where(DueDayRow.id == due_day_id, DueDayRow.state == DueState.OPEN.value)
            .values(
                state=DueState.DONE.value,
                done_at=now,
                done_by=person_id,
                done_note_sealed=self._cipher.encrypt(note),
            )
        )
        return await count_changed(self._session, statement) == 1

    async def claim_step(
        self, due_day_id: int, person_id: int, step: int, *, now: dt.datetime
    ) -> bool:
        """Take a step of a ladder for a person; tell whether it is still due and was not told."""
        still_due = (DueDayRow.id == due_day_id, DueDayRow.state == DueState.OPEN.value)
        held = select(DueDayRow.id).where(*still_due).with_for_update(key_share=True)
        if await self._session.scalar(held) is None:
            return False
        values = {"due_day_id": due_day_id, "person_id": person_id, "step": step, "at": now}
        return await insert_once(self._session, NudgeRow, values)

    async def told_steps(self, due_day_ids: Sequence[int]) -> set[tuple[int, int, int]]:
        """Give the (due day, person, step) that were told."""
        rows = await self._session.execute(
            select(NudgeRow.due_day_id, NudgeRow.person_id, NudgeRow.step).where(
                NudgeRow.due_day_id.in_(due_day_ids)
            )
        )
        return {(due, person, step) for due, person, step in rows}
