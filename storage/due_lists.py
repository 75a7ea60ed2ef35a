"""Lists of due days, filtered, counted and paged in the database: a place may have 20,000."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    any_,
    bindparam,
    case,
    column,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.codec import load_facts
from storage.columns import BigId
from storage.due_rows import IN_FORCE, load_due_day, select_due_days
from storage.models import (
    AssignmentRow,
    CorrectionRow,
    DueDayRow,
    NudgeRow,
    PersonRow,
    PlanRow,
    PostponementRow,
    TaskRow,
)
from storage.values import LIVE, DueDay, DueState, PostponementState
from storage.values.due_lists import DueFilter, DueGroup, DueShown, OpenWork, TextStamp, ToldStep

_OPEN = DueDayRow.state == DueState.OPEN.value
_DONE = DueDayRow.state == DueState.DONE.value
_OTHERS = {
    DueShown.DISPUTED: DueState.DISPUTED,
    DueShown.CANCELLED: DueState.CANCELLED,
    DueShown.PAST: DueState.PAST,
}
_HOLDS = DueDayRow.state.in_([s.value for s in (*LIVE, DueState.DONE)])
_WAITS = exists().where(
    PostponementRow.due_day_id == DueDayRow.id,
    PostponementRow.state == PostponementState.WAITING.value,
)


class DueLists:
    """Read lists of due days."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def count(self, wanted: DueFilter) -> int:
        """Count what a filter lets through."""
        statement = _join(select(func.count()).select_from(DueDayRow))
        return await self._session.scalar(statement.where(*self._which(wanted))) or 0

    async def page(self, wanted: DueFilter, *, limit: int, offset: int = 0) -> Sequence[DueDay]:
        """List what a filter lets through, the earliest first."""
        # Numbers first: sorting 20,000 whole rows took ten times as long.
        ids = await self._session.scalars(
            _join(select(DueDayRow.id).select_from(DueDayRow))
            .where(*self._which(wanted))
            .order_by(DueDayRow.due_on, DueDayRow.id)
            .limit(limit)
            .offset(offset)
        )
        statement = select_due_days().where(DueDayRow.id.in_(ids.all()))
        rows = await self._session.execute(statement.execution_options(populate_existing=True))
        return [load_due_day(row, self._cipher) for row in rows]

    async def group(self, wanted: DueFilter, *, most: int) -> Sequence[DueGroup]:
        """Group what a filter lets through by day and task: the first so many of each day.

        What is open comes first.
        """
        is_open = func.sum(case((_OPEN, 1), else_=0))
        grouped = _join(
            select(
                DueDayRow.due_on,
                func.coalesce(func.min(case((_OPEN, DueDayRow.id))), func.min(DueDayRow.id)).label(
                    "first"
                ),
                func.count().label("count"),
                func.sum(case((_DONE, 1), else_=0)).label("done"),
                case((is_open > 0, 0), else_=1).label("rest"),
            ).select_from(DueDayRow)
        ).where(*self._which(wanted))
        days = grouped.group_by(DueDayRow.due_on, DueDayRow.task_id, DueDayRow.last_day).subquery()
        in_day: Any = {"partition_by": days.c.due_on}
        ranked = select(
            days.c.due_on,
            days.c.first,
            days.c.count,
            days.c.done,
            func.count().over(**in_day).label("in_day"),
            func.row_number().over(**in_day, order_by=(days.c.rest, days.c.first)).label("rank"),
        ).subquery()
        rows = await self._session.execute(
            select(ranked).where(ranked.c.rank <= most).order_by(ranked.c.due_on, ranked.c.rank)
        )
        return [DueGroup(row[0], row[1], row[2], int(row[3]), row[4]) for row in rows]

    async def plans(self, locality_id: int) -> Mapping[int, Any]:
        """Give the plans in force (by id, their facts) that a place has due days of."""
        has_days = exists().where(
            TaskRow.plan_id == PlanRow.id,
            DueDayRow.task_id == TaskRow.id,
            DueDayRow.locality_id == locality_id,
        )
        rows = await self._session.execute(
            select(PlanRow.id, PlanRow.facts).where(IN_FORCE, has_days).order_by(PlanRow.id)
        )
        return {id_: load_facts(facts) for id_, facts in rows}

    async def positions(self, task_ids: Collection[int]) -> Mapping[int, int]:
        """Give the numbers, from 1, of tasks in their plans, by task id."""
        rows = await self._session.execute(
            select(TaskRow.id, TaskRow.position).where(
                TaskRow.id.in_(task_ids), TaskRow.plan_id.is_not(None)
            )
        )
        return {id_: position + 1 for id_, position in rows}

    async def told(self, due_day_id: int) -> Sequence[ToldStep]:
        """List the steps of a due day that were told, and to whom, in their order."""
        rows = await self._session.execute(
            select(NudgeRow, PersonRow.name_sealed)
            .join(PersonRow, PersonRow.id == NudgeRow.person_id)
            .where(NudgeRow.due_day_id == due_day_id)
            .order_by(NudgeRow.at, NudgeRow.person_id)
        )
        return [
            ToldStep(row.due_on, row.step, self._cipher.decrypt(name), row.at, row.told_at)
            for row, name in rows
        ]

    async def count_unassigned(self, locality_id: int, held: Collection[int]) -> int:
        """Count the work of a place that none of the offices held answers for."""
        work = _unassigned(locality_id, held).subquery()
        statement = select(func.count()).select_from(work).where(work.c.rank == 1)
        return await self._session.scalar(statement) or 0

    async def unassigned(
        self, locality_id: int, held: Collection[int], *, limit: int, offset: int = 0
    ) -> Sequence[OpenWork]:
        """List the work of a place that none of the offices held answers for, earliest first.

        The days of one task for one office are one piece of work.
        """
        work = _unassigned(locality_id, held).subquery()
        rows = await self._session.execute(
            select(work.c.id, work.c.days)
            .where(work.c.rank == 1)
            .order_by(work.c.due_on, work.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [OpenWork(id_, days - 1) for id_, days in rows]

    async def read_text_stamp(self, locality_id: int) -> TextStamp:
        """Give what changes whenever the texts of a place's tasks do."""
        parts: tuple[Any, ...] = (
            select(func.max(DueDayRow.id)).where(DueDayRow.locality_id == locality_id),
            select(func.max(CorrectionRow.id)),
            select(func.count(PlanRow.id)),
            select(func.max(PlanRow.confirmed_at)),
            select(func.count(PlanRow.id)).where(PlanRow.state == "superseded"),
        )
        row = (await self._session.execute(select(*(p.scalar_subquery() for p in parts)))).one()
        return TextStamp(row[0] or 0, row[1] or 0, tuple(row[2:]))

    async def texts(
        self, locality_id: int, *, after: int = 0, corrected_after: int | None = None
    ) -> Mapping[int, str]:
        """Give what a place's tasks (by id) say and bring: those of due days after one (by id).

        With `corrected_after` those that were corrected since then, too.
        """
        newer = select(DueDayRow.task_id).where(
            DueDayRow.locality_id == locality_id, DueDayRow.id > after
        )
        which: ColumnElement[bool] = TaskRow.id.in_(newer)
        if corrected_after is not None:
            corrected = select(CorrectionRow.task_id).where(CorrectionRow.id > corrected_after)
            which = or_(which, TaskRow.id.in_(corrected))
        rows = await self._session.execute(
            select(
                TaskRow.id,
                TaskRow.body["content"].as_string(),
                TaskRow.body["deliverable"].as_string(),
                AssignmentRow.content_sealed,
            )
            .outerjoin(AssignmentRow, AssignmentRow.task_id == TaskRow.id)
            .where(which)
        )
        return {
            id_: f"{self._cipher.decrypt(sealed) if sealed else content} {product or ''}"
            for id_, content, product, sealed in rows
        }

    def _which(self, wanted: DueFilter) -> list[ColumnElement[bool]]:
        which = [DueDayRow.locality_id == wanted.locality_id, *self._shown(wanted)]
        if wanted.office_ids is not None:
            which.append(DueDayRow.office_id.in_(wanted.office_ids))
        if wanted.office_id is not None:
            mine = DueDayRow.office_id
            which.append(mine == wanted.office_id if wanted.office_id else mine.is_(None))
        if wanted.plan_id is not None:
            which.append(TaskRow.plan_id == wanted.plan_id)
        if wanted.task_ids is not None:
            which.append(self._among(wanted.task_ids))
        if wanted.since:
            which.append(DueDayRow.due_on >= wanted.since)
        if wanted.until:
            which.append(DueDayRow.due_on <= wanted.until)
        return which

    def _shown(self, wanted: DueFilter) -> list[ColumnElement[bool]]:
        shown = wanted.shown
        if shown in _OTHERS:
            own = DueDayRow.state == _OTHERS[shown].value
            return [own] if shown is DueShown.CANCELLED else [own, IN_FORCE]
        own = {
            DueShown.ALL: _HOLDS,
            DueShown.OPEN: _OPEN,
            DueShown.OVERDUE: _OPEN & (DueDayRow.due_on < wanted.today),
            DueShown.DONE: _DONE,
            DueShown.DONE_LATE: _DONE & self._is_done_late(),
            DueShown.ASKED: _OPEN & _WAITS,
        }[shown]
        return [own, IN_FORCE]

    def _is_done_late(self) -> ColumnElement[bool]:
        """Compare the day in Viet Nam on which it was done."""
        if self._is_postgresql():
            return (
                func.date(func.timezone("Asia/Ho_Chi_Minh", DueDayRow.done_at)) > DueDayRow.due_on
            )
        return func.date(DueDayRow.done_at, "+7 hours") > DueDayRow.due_on

    def _among(self, task_ids: Collection[int]) -> ColumnElement[bool]:
        """Name thousands of tasks in one value, as a database takes only so many."""
        if self._is_postgresql():
            ids = bindparam(None, list(task_ids), type_=ARRAY(BigId), unique=True)
            return DueDayRow.task_id == any_(ids)
        named = func.json_each(literal(json.dumps(list(task_ids)))).table_valued(column("value"))
        return DueDayRow.task_id.in_(select(named.c.value))

    def _is_postgresql(self) -> bool:
        return self._session.get_bind().dialect.name == "postgresql"


def _join(statement: Select[Any]) -> Select[Any]:
    joined = statement.join(TaskRow, TaskRow.id == DueDayRow.task_id)
    return joined.outerjoin(PlanRow, PlanRow.id == TaskRow.plan_id)


def _unassigned(locality_id: int, held: Collection[int]) -> Select[Any]:
    """Rank the live days of each task and office of which nobody holds the office."""
    own: Any = {"partition_by": (DueDayRow.task_id, DueDayRow.office_id)}
    order = (DueDayRow.due_on, DueDayRow.id)
    return _join(
        select(
            DueDayRow.id,
            DueDayRow.due_on,
            func.count().over(**own).label("days"),
            func.row_number().over(**own, order_by=order).label("rank"),
        ).select_from(DueDayRow)
    ).where(
        DueDayRow.locality_id == locality_id,
        DueDayRow.state.in_([state.value for state in LIVE]),
        or_(DueDayRow.office_id.is_(None), DueDayRow.office_id.not_in(held)),
        IN_FORCE,
    )
