"""Tasks that people asked to be reminded of."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.codec import load_facts, load_task
from storage.models import PlanRow, ReminderRow, TaskRow
from storage.statements import count_changed, insert_once
from storage.values import Address, PlanState, Reminder


class Reminders:
    """Keep reminders, one for each person, task and day."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self, to: Address, task_id: int, *, last_day: dt.date, remind_on: dt.date
    ) -> bool:
        """Keep a reminder for a morning; tell whether there was none of this task and day."""
        values = {
            "channel": to.channel,
            "user": to.user,
            "task_id": task_id,
            "last_day": last_day,
            "remind_on": remind_on,
        }
        return await insert_once(self._session, ReminderRow, values)

    async def find(self, to: Address, task_id: int, *, last_day: dt.date) -> Reminder | None:
        """Find a person's reminder of a task and day, told or not."""
        found = await self._list(
            self._select().where(
                *_of(to), ReminderRow.task_id == task_id, ReminderRow.last_day == last_day
            )
        )
        return found[0] if found else None

    async def waiting(self, to: Address) -> Sequence[Reminder]:
        """List a person's reminders that were not told yet, of plans in force, the next first."""
        return await self._list(
            self._select().where(
                *_of(to),
                ReminderRow.told_at.is_(None),
                PlanRow.state == PlanState.CONFIRMED.value,
            )
        )

    async def due(self, on: dt.date) -> Sequence[Reminder]:
        """List what is to be told on a day or was before, of plans in force."""
        return await self._list(
            self._select().where(
                ReminderRow.told_at.is_(None),
                ReminderRow.remind_on <= on,
                PlanRow.state == PlanState.CONFIRMED.value,
            )
        )

    async def claim(self, reminder_id: int, *, now: dt.datetime) -> bool:
        """Take a reminder to tell it; tell whether nobody had."""
        statement = (
            update(ReminderRow)
            .where(ReminderRow.id == reminder_id, ReminderRow.told_at.is_(None))
            .values(told_at=now)
        )
        return await count_changed(self._session, statement) == 1

    async def move(self, reminder_id: int, remind_on: dt.date) -> None:
        """Let a reminder be told on another morning, again where it was told."""
        await self._session.execute(
            update(ReminderRow)
            .where(ReminderRow.id == reminder_id)
            .values(remind_on=remind_on, told_at=None)
        )

    async def remove(self, reminder_id: int) -> bool:
        """Forget a reminder; tell whether it was there."""
        statement = delete(ReminderRow).where(ReminderRow.id == reminder_id)
        return await count_changed(self._session, statement) == 1

    def _select(self) -> Select[Any]:
        return (
            select(ReminderRow, PlanRow.facts, PlanRow.locality_id, PlanRow.is_public, TaskRow.body)
            .join(TaskRow, TaskRow.id == ReminderRow.task_id)
            .join(PlanRow, PlanRow.id == TaskRow.plan_id)
            .order_by(ReminderRow.remind_on, ReminderRow.last_day, ReminderRow.id)
        )

    async def _list(self, statement: Select[Any]) -> Sequence[Reminder]:
        rows = await self._session.execute(statement.execution_options(populate_existing=True))
        return [
            Reminder(
                id=row.id,
                to=Address(row.channel, row.user),
                task_id=row.task_id,
                last_day=row.last_day,
                remind_on=row.remind_on,
                told_at=row.told_at,
                plan=load_facts(facts),
                locality_id=locality_id,
                is_public=is_public,
                task=load_task(body),
            )
            for row, facts, locality_id, is_public, body in rows
        ]


def _of(to: Address) -> tuple[Any, ...]:
    return ReminderRow.channel == to.channel, ReminderRow.user == to.user
