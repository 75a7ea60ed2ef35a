"""What the desk counts and lists first: by SQL, a few rows at most opened to be shown."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import OPEN, CaseState
from storage.cipher import Cipher
from storage.deliveries import GIVEN_UP, GivenUp
from storage.due_rows import load_due_day, select_due_days
from storage.models import (
    AddressRow,
    CaseNoticeRow,
    CaseRow,
    DueDayRow,
    OfficeRow,
    OutboxRow,
    PersonRow,
    PlanRow,
    TaskRow,
    UnansweredRow,
)
from storage.values import LIVE, DueDay, DueState, KeptFor, PlanState, Unanswered

_LIVE = [state.value for state in LIVE]
_IN_FORCE = or_(PlanRow.id.is_(None), PlanRow.state == PlanState.CONFIRMED.value)


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How much open work is overdue, due today, and due later up to a day."""

    overdue: int
    today: int
    later: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something with a day; `done_at` is None while it is not done."""

    office: str
    due_on: dt.date
    done_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class OpenWork:
    """How much work of an office is not done, and the earliest day of it."""

    count: int
    first_on: dt.date


class DeskCounts:
    """Count and list a place's work for the desk."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def count_due(
        self,
        locality_id: int,
        *,
        today: dt.date,
        until: dt.date,
        office_ids: Collection[int] | None = None,
    ) -> DueCounts:
        """Count the open work of a place (of some offices) up to a day."""
        day = DueDayRow.due_on
        statement = select(
            _count_if(day < today), _count_if(day == today), _count_if(day > today)
        ).select_from(DueDayRow)
        found = (
            await self._session.execute(
                _join(statement).where(*_open(locality_id, office_ids), day <= until)
            )
        ).one()
        return DueCounts(*(int(count or 0) for count in found))

    async def list_due(
        self,
        locality_id: int,
        first: dt.date | None,
        last: dt.date,
        *,
        office_ids: Collection[int] | None = None,
        limit: int,
    ) -> Sequence[DueDay]:
        """List the first open items of a place (of some offices) from a day to a day."""
        which = [*_open(locality_id, office_ids), DueDayRow.due_on <= last]
        if first:
            which.append(DueDayRow.due_on >= first)
        return await self._due_days(select_due_days().where(*which).limit(limit))

    async def list_disputed(self, locality_id: int, *, limit: int) -> Sequence[DueDay]:
        """List the first items of a place that offices say are not theirs."""
        which = _of(locality_id, None, [DueState.DISPUTED.value])
        return await self._due_days(select_due_days().where(*which).limit(limit))

    async def count_disputed(self, locality_id: int) -> int:
        """Count the items of a place that offices say are not theirs."""
        statement = _join(select(func.count()).select_from(DueDayRow))
        which = _of(locality_id, None, [DueState.DISPUTED.value])
        return int(await self._session.scalar(statement.where(*which)) or 0)

    async def _due_days(self, statement: Select[Any]) -> Sequence[DueDay]:
        rows = await self._session.execute(statement.execution_options(populate_existing=True))
        return [load_due_day(row, self._cipher) for row in rows]

    async def list_outcomes(
        self,
        locality_id: int,
        first: dt.date,
        last: dt.date,
        *,
        office_ids: Collection[int] | None = None,
    ) -> Sequence[Outcome]:
        """List what became of a place's due days from a day to a day, both included.

        What was over before it became known, or no longer holds, is left out.
        """
        states = [*_LIVE, DueState.DONE.value]
        whole = select(OfficeRow.name, DueDayRow.due_on, DueDayRow.done_at)
        statement = _join(whole.select_from(DueDayRow)).outerjoin(
            OfficeRow, OfficeRow.id == DueDayRow.office_id
        )
        rows = await self._session.execute(
            statement.where(
                *_of(locality_id, office_ids, states), DueDayRow.due_on.between(first, last)
            )
        )
        return [Outcome(name or "", due_on, done_at) for name, due_on, done_at in rows]

    async def list_case_outcomes(
        self,
        locality_id: int,
        since: dt.datetime,
        *,
        office_ids: Collection[int] | None = None,
    ) -> Sequence[Outcome]:
        """List what became of a place's cases: answered since a moment, or open with a term.

        A case whose sender is asked for more is left out: its term stands still.
        """
        running = [state.value for state in OPEN - {CaseState.NEEDS_INFO}]
        answered = and_(CaseRow.state.not_in(running), CaseRow.answered_at >= since)
        which = [
            CaseRow.locality_id == locality_id,
            CaseRow.due_on.is_not(None),
            or_(CaseRow.state.in_(running), answered),
        ]
        if office_ids is not None:
            which.append(CaseRow.office_id.in_(office_ids))
        rows = await self._session.execute(
            select(OfficeRow.name, CaseRow.due_on, CaseRow.answered_at)
            .select_from(CaseRow)
            .outerjoin(OfficeRow, OfficeRow.id == CaseRow.office_id)
            .where(*which)
        )
        return [Outcome(name or "", due, answered_at) for name, due, answered_at in rows if due]

    async def count_open_work(self, locality_id: int) -> Mapping[int | None, OpenWork]:
        """Count a place's work that is not done, by office (None: nobody named)."""
        whole = select(DueDayRow.office_id, func.count(), func.min(DueDayRow.due_on))
        rows = await self._session.execute(
            _join(whole.select_from(DueDayRow))
            .where(*_of(locality_id, None, _LIVE))
            .group_by(DueDayRow.office_id)
        )
        return {office_id: OpenWork(count, first_on) for office_id, count, first_on in rows}

    async def count_questions(self, locality_id: int) -> int:
        """Count the questions of a place that wait for an answer."""
        statement = select(func.count()).select_from(UnansweredRow)
        return int(await self._session.scalar(statement.where(*_waiting(locality_id))) or 0)

    async def list_questions(self, locality_id: int, *, limit: int) -> Sequence[Unanswered]:
        """List the latest questions of a place that wait for an answer, newest first."""
        rows = await self._session.scalars(
            select(UnansweredRow)
            .where(*_waiting(locality_id))
            .order_by(UnansweredRow.id.desc())
            .limit(limit)
        )
        return [
            Unanswered(
                row.id,
                row.locality_id,
                self._cipher.decrypt(row.question_sealed),
                KeptFor(row.reason),
                row.asked_at,
            )
            for row in rows
        ]

    async def list_calls(self, locality_id: int) -> Mapping[int, tuple[str, dt.datetime]]:
        """Give by case (id) the last notice that no channel could deliver, and since when."""
        rows = await self._session.execute(
            select(CaseNoticeRow.case_id, CaseNoticeRow.notice, CaseNoticeRow.failed_at)
            .join(CaseRow, CaseRow.id == CaseNoticeRow.case_id)
            .where(
                CaseRow.locality_id == locality_id,
                CaseNoticeRow.told_at.is_(None),
                CaseNoticeRow.failed_at.is_not(None),
            )
            .order_by(CaseNoticeRow.id)
        )
        return {case_id: (notice, at) for case_id, notice, at in rows if at}

    async def count_given_up(self, locality_id: int | None) -> int:
        """Count the replies that were given up: to a place's officers and senders, or all."""
        statement = select(func.count()).select_from(OutboxRow).where(*_given_up(locality_id))
        return int(await self._session.scalar(statement) or 0)

    async def list_given_up(self, locality_id: int | None, *, limit: int) -> Sequence[GivenUp]:
        """List the replies that were given up, newest first; see `count_given_up`."""
        rows = await self._session.scalars(
            select(OutboxRow)
            .where(*_given_up(locality_id))
            .order_by(OutboxRow.id.desc())
            .limit(limit)
        )
        return [
            GivenUp(row.id, row.state, row.kind, row.channel, row.error or "", row.created_at)
            for row in rows
        ]

    async def was_given_up(self, locality_id: int | None, outbox_id: int) -> bool:
        """Tell whether a reply is among those given up; see `count_given_up`."""
        found = await self._session.scalar(
            select(OutboxRow.id).where(*_given_up(locality_id), OutboxRow.id == outbox_id)
        )
        return found is not None


def _count_if(condition: ColumnElement[bool]) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _join(statement: Any) -> Any:
    """Join what tells whether a due day's plan is in force."""
    return statement.join(TaskRow, TaskRow.id == DueDayRow.task_id).outerjoin(
        PlanRow, PlanRow.id == TaskRow.plan_id
    )


def _of(
    locality_id: int, office_ids: Collection[int] | None, states: Collection[str]
) -> list[ColumnElement[bool]]:
    which = [DueDayRow.locality_id == locality_id, DueDayRow.state.in_(states), _IN_FORCE]
    return which if office_ids is None else [*which, DueDayRow.office_id.in_(office_ids)]


def _open(locality_id: int, office_ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    return _of(locality_id, office_ids, [DueState.OPEN.value])


def _waiting(locality_id: int) -> tuple[ColumnElement[bool], ...]:
    return UnansweredRow.locality_id == locality_id, UnansweredRow.state == "open"


def _given_up(locality_id: int | None) -> list[ColumnElement[bool]]:
    """Say which replies were given up; of a place those to its officers and to its senders."""
    which: list[ColumnElement[bool]] = [OutboxRow.state.in_(GIVEN_UP)]
    if locality_id is None:
        return which
    officers = (
        select(literal(1))
        .select_from(AddressRow)
        .join(PersonRow, PersonRow.id == AddressRow.person_id)
        .where(
            PersonRow.locality_id == locality_id,
            AddressRow.channel == OutboxRow.channel,
            AddressRow.user == OutboxRow.user,
        )
    )
    senders = (
        select(literal(1))
        .select_from(CaseRow)
        .where(
            CaseRow.locality_id == locality_id,
            CaseRow.sender_channel == OutboxRow.channel,
            CaseRow.sender_user == OutboxRow.user,
        )
    )
    return [*which, or_(officers.exists(), senders.exists())]
