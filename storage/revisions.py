"""Changes of stored rows: read again, corrected, traded between two versions of a plan."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.plan import PlannedParagraph
from storage.codec import dump_paragraph, dump_task, load_task
from storage.errors import Conflict
from storage.models import CorrectionRow, ParagraphRow, TaskRow
from storage.values import Correction, NewTask, StoredTask


class Revisions:
    """Change the rows of a plan; a task that is known keeps its id and what hangs on it."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def write_tasks(self, plan_id: int, tasks: Sequence[NewTask]) -> None:
        """Make these the plan's tasks, in this order; those it had and that are not named go."""
        known = [task.id for task in tasks if task.id is not None]
        await self._session.execute(
            delete(TaskRow).where(TaskRow.plan_id == plan_id, TaskRow.id.not_in(known))
        )
        await self._set_aside(plan_id)
        rows = [_task_row(plan_id, position, task) for position, task in enumerate(tasks)]
        await self._update(TaskRow, [row for row in rows if "id" in row])
        new = [row for row in rows if "id" not in row]
        if new:
            await self._session.execute(insert(TaskRow), new)

    async def _set_aside(self, plan_id: int) -> None:
        """Make room: no position of the plan is taken while rows change places."""
        await self._session.execute(
            update(TaskRow).where(TaskRow.plan_id == plan_id).values(position=-1 - TaskRow.position)
        )

    async def _update(
        self, model: type[TaskRow | CorrectionRow], rows: Sequence[dict[str, object]]
    ) -> None:
        if rows:
            await self._session.execute(update(model), rows)

    async def write_paragraphs(self, plan_id: int, paragraphs: Sequence[PlannedParagraph]) -> None:
        """Make these the plan's paragraphs."""
        await self._session.execute(delete(ParagraphRow).where(ParagraphRow.plan_id == plan_id))
        rows = [
            {"plan_id": plan_id, "position": i, "body": dump_paragraph(paragraph)}
            for i, paragraph in enumerate(paragraphs)
        ]
        if rows:
            await self._session.execute(insert(ParagraphRow), rows)

    async def trade(self, pairs: Sequence[tuple[StoredTask, StoredTask]]) -> None:
        """Let the tasks of each pair change plan, position and words; ids stay where they were.

        What was corrected in the second goes on as a correction of the first, which lives on.
        """
        if not pairs:
            return
        for plan_id in {task.plan_id for pair in pairs for task in pair}:
            await self._set_aside(plan_id)
        traded = [(one.id, other) for one, other in pairs] + [(two.id, one) for one, two in pairs]
        await self._update(
            TaskRow,
            [
                {"id": task_id, **_task_row(of.plan_id, of.position, NewTask(of.task, of.as_read))}
                for task_id, of in traded
            ],
        )
        await self._inherit({other.id: one.id for one, other in pairs})
        for plan_id in {task.plan_id for pair in pairs for task in pair}:
            await self._put_back(plan_id)

    async def _inherit(self, heirs: Mapping[int, int]) -> None:
        """Let the corrections of tasks go over to others, by id."""
        corrected = await self._session.execute(
            select(CorrectionRow.id, CorrectionRow.task_id).where(CorrectionRow.task_id.in_(heirs))
        )
        rows: list[dict[str, object]] = [
            {"id": each, "task_id": heirs[task_id]} for each, task_id in corrected
        ]
        await self._update(CorrectionRow, rows)

    async def _put_back(self, plan_id: int) -> None:
        """Give the rows that were set aside and not traded their positions again."""
        await self._session.execute(
            update(TaskRow)
            .where(TaskRow.plan_id == plan_id, TaskRow.position < 0)
            .values(position=-1 - TaskRow.position)
        )

    async def correct(
        self, stored: StoredTask, task: NewTask, corrections: Sequence[Correction]
    ) -> None:
        """Put a corrected task in place; raise `Conflict` if the row has changed meanwhile."""
        row = await self._session.get(
            TaskRow, stored.id, with_for_update=True, populate_existing=True
        )
        if row is None or row.position != stored.position or load_task(row.body) != stored.task:
            raise Conflict("conflict")
        row.body = dump_task(task.task)
        row.as_read = dump_task(task.as_read) if task.as_read else None
        self._session.add_all(
            CorrectionRow(
                task_id=each.task_id,
                field=each.field,
                old=each.old,
                new=each.new,
                actor=each.actor,
                at=each.at,
            )
            for each in corrections
        )
        await self._session.flush()

    async def of_plan(self, plan_id: int) -> Sequence[Correction]:
        """List the corrections of a plan's tasks, oldest first."""
        rows = await self._session.scalars(
            select(CorrectionRow)
            .join(TaskRow, TaskRow.id == CorrectionRow.task_id)
            .where(TaskRow.plan_id == plan_id)
            .order_by(CorrectionRow.id)
        )
        return [
            Correction(row.task_id, row.field, row.old, row.new, row.actor, row.at) for row in rows
        ]


def _task_row(plan_id: int, position: int, task: NewTask) -> dict[str, object]:
    known = {} if task.id is None else {"id": task.id}
    as_read = dump_task(task.as_read) if task.as_read else None
    body = {"body": dump_task(task.task), "as_read": as_read}
    return {**known, "plan_id": plan_id, "position": position, **body}
