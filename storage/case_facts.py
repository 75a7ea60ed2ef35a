"""Cases without what they say: for figures, nothing is opened."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.history import CaseHistory, Happening
from knowledge.cases.states import OPEN, CaseKind, CaseState, Notice, Solved
from knowledge.cases.steps import Action
from storage.models import CaseEventRow, CaseNoticeRow, CaseRow

AsDay = Callable[[dt.datetime], dt.date]


class CaseFacts:
    """Read the histories of a place's cases."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def list_histories(
        self, locality_id: int, as_day: AsDay, *, since: dt.datetime | None = None
    ) -> Sequence[CaseHistory]:
        """List a place's cases, oldest first; `as_day` gives the day in Viet Nam at a moment.

        With a moment, cases are left out that were over before it: nothing of them falls into a
        period that begins then.
        """
        which = [CaseRow.locality_id == locality_id, *_are_there(since)]
        rows = await self._session.execute(
            select(CaseRow.id, CaseRow.code, CaseRow.kind, CaseRow.sender_channel)
            .where(*which)
            .order_by(CaseRow.id)
        )
        happenings = await self._happenings(which, as_day)
        told = await self._told(which, as_day)
        return [
            CaseHistory(
                code, CaseKind(kind), tuple(happenings[case_id]), told.get(case_id), channel
            )
            for case_id, code, kind, channel in rows
        ]

    async def read_topics(self, locality_id: int) -> Mapping[str, str]:
        """Give what a place's erased cases were about, by code."""
        rows = await self._session.execute(
            select(CaseRow.code, CaseEventRow.facts)
            .join(CaseRow, CaseRow.id == CaseEventRow.case_id)
            .where(
                CaseRow.locality_id == locality_id,
                CaseRow.erased_at.is_not(None),
                CaseEventRow.action == Action.ERASE.value,
            )
        )
        return {code: facts["topic"] for code, facts in rows if facts and facts.get("topic")}

    async def _happenings(
        self, which: Sequence[ColumnElement[bool]], as_day: AsDay
    ) -> Mapping[int, list[Happening]]:
        rows = await self._session.execute(
            select(
                CaseEventRow.case_id,
                CaseEventRow.at,
                CaseEventRow.action,
                CaseEventRow.state,
                CaseEventRow.facts,
            )
            .join(CaseRow, CaseRow.id == CaseEventRow.case_id)
            .where(*which)
            .order_by(CaseEventRow.id)
        )
        found: dict[int, list[Happening]] = defaultdict(list)
        for case_id, at, action, state, facts in rows:
            found[case_id].append(_happening(as_day(at), action, state, facts or {}))
        return found

    async def _told(
        self, which: Sequence[ColumnElement[bool]], as_day: AsDay
    ) -> Mapping[int, dt.date]:
        rows = await self._session.execute(
            select(CaseNoticeRow.case_id, CaseNoticeRow.told_at)
            .join(CaseRow, CaseRow.id == CaseNoticeRow.case_id)
            .where(
                *which,
                CaseNoticeRow.notice == Notice.ANSWERED.value,
                CaseNoticeRow.told_at.is_not(None),
            )
            .order_by(CaseNoticeRow.id)
        )
        return {case_id: as_day(told_at) for case_id, told_at in rows if told_at}


def _are_there(since: dt.datetime | None) -> list[ColumnElement[bool]]:
    """Say which cases anything has happened to since a moment, or may still happen."""
    if since is None:
        return []
    ends = (CaseRow.answered_at, CaseRow.ended_at, CaseRow.published_at)
    is_open = CaseRow.state.in_([state.value for state in OPEN])
    return [or_(is_open, *(column >= since for column in ends))]


def _happening(on: dt.date, action: str, state: str, facts: Mapping[str, str]) -> Happening:
    due, solved, kind = facts.get("due"), facts.get("solved"), facts.get("kind")
    return Happening(
        on=on,
        action=Action(action),
        state=CaseState(state),
        unit=facts.get("office", ""),
        due_on=dt.date.fromisoformat(due) if due else None,
        solved=Solved(solved) if solved else None,
        kind=CaseKind(kind) if kind else None,
    )
