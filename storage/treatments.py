"""What a clerk has decided for tasks: who answers for them, and what is done without a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ChosenOfficeRow, TreatmentRow
from storage.statements import dialect_insert, split_ids
from storage.values import Treatment


class Treatments:
    """Keep decisions by task; they outlive the replacement of a plan."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def choose_offices(self, task_id: int, office_ids: Sequence[int]) -> None:
        """Let these offices answer for a task; none: those that its plan names."""
        await self._session.execute(
            delete(ChosenOfficeRow).where(ChosenOfficeRow.task_id == task_id)
        )
        rows = [{"task_id": task_id, "office_id": each} for each in dict.fromkeys(office_ids)]
        if rows:
            await self._session.execute(insert(ChosenOfficeRow), rows)

    async def chosen_offices(self, task_ids: Collection[int]) -> Mapping[int, Sequence[int]]:
        """Give the offices that were chosen for tasks, by task id."""
        found: dict[int, list[int]] = defaultdict(list)
        for ids in split_ids(task_ids):
            rows = await self._session.execute(
                select(ChosenOfficeRow.task_id, ChosenOfficeRow.office_id)
                .where(ChosenOfficeRow.task_id.in_(ids))
                .order_by(ChosenOfficeRow.office_id)
            )
            for task_id, office_id in rows:
                found[task_id].append(office_id)
        return found

    async def of_tasks(self, task_ids: Collection[int]) -> Mapping[int, Treatment]:
        """Give what was decided on tasks without a day, by task id."""
        rows: list[TreatmentRow] = []
        for ids in split_ids(task_ids):
            statement = select(TreatmentRow).where(TreatmentRow.task_id.in_(ids))
            rows += await self._session.scalars(statement.execution_options(populate_existing=True))
        return {
            row.task_id: Treatment(row.task_id, row.rule_id, row.number, row.day, row.plan_id)
            for row in rows
        }

    async def pick_rule(self, task_id: int, rule_id: int | None) -> None:
        """Let a reporting rule give the days of a task."""
        await self._save(task_id, rule_id=rule_id)

    async def name_plan(self, task_id: int, number: str, day: dt.date | None) -> None:
        """Keep number and day of the plan that a task leaves its days to."""
        await self._save(task_id, number=number, day=day)

    async def link_plan(self, task_id: int, plan_id: int | None) -> None:
        """Say which loaded plan has taken a task over."""
        await self._save(task_id, plan_id=plan_id)

    async def inherit(self, heirs: Mapping[int, int]) -> None:
        """Let what was decided on tasks be decided on others (by id) too."""
        for task_id, office_ids in (await self.chosen_offices(heirs)).items():
            await self.choose_offices(heirs[task_id], office_ids)
        for task_id, found in (await self.of_tasks(heirs)).items():
            decided = {name: value for name, value in asdict(found).items() if value is not None}
            del decided["task_id"]
            await self._save(heirs[task_id], **decided)

    async def _save(self, task_id: int, **values: Any) -> None:
        statement = dialect_insert(self._session, TreatmentRow).values(
            {"task_id": task_id, **values}
        )
        await self._session.execute(
            statement.on_conflict_do_update(index_elements=[TreatmentRow.task_id], set_=values)
        )
