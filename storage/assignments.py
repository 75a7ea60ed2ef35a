"""Work given out in chat or on the command line: tasks of no plan."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.plan import PlannedTask
from storage.cipher import Cipher
from storage.codec import dump_task
from storage.models import AssignmentRow, TaskRow


class Assignments:
    """Keep work given out; what is to be done is stored encrypted."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(
        self,
        task: PlannedTask,
        *,
        locality_id: int,
        document: str,
        by: int | None,
        now: dt.datetime,
    ) -> int:
        """Store a task of no plan; return its id. Its due days are added beside."""
        row = TaskRow(plan_id=None, position=0, body=dump_task(replace(task, content="")))
        self._session.add(row)
        await self._session.flush()
        self._session.add(
            AssignmentRow(
                task_id=row.id,
                locality_id=locality_id,
                content_sealed=self._cipher.encrypt(task.content),
                document=document,
                assigned_by=by,
                assigned_at=now,
            )
        )
        await self._session.flush()
        return row.id

    async def of_place(self, locality_id: int) -> Sequence[int]:
        """List the ids of tasks that were given out in a place, oldest first."""
        rows = await self._session.scalars(
            select(AssignmentRow.task_id)
            .where(AssignmentRow.locality_id == locality_id)
            .order_by(AssignmentRow.task_id)
        )
        return list(rows)
