"""Cases that have ended long enough ago: whose files, whose words, and which as a whole may go.

A case's years begin with its answer, else with its end. One that is open, or of which its sender
waits for a copy, is not listed whatever its age.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import OPEN, CaseState
from storage.models import CaseRow, DataRequestRow, FileRow
from storage.statements import count_changed, split_ids
from storage.values import CaseKey, RequestKind

_HAS_ENDED = CaseRow.state.not_in([state.value for state in OPEN])
_IS_WHOLE = CaseRow.erased_at.is_(None)
_UNANSWERED = CaseRow.answered_at.is_(None)
_IS_AWAITED = (
    select(DataRequestRow.id)
    .where(
        DataRequestRow.channel == CaseRow.sender_channel,
        DataRequestRow.user == CaseRow.sender_user,
        DataRequestRow.kind == RequestKind.ACCESS.value,
        DataRequestRow.done_at.is_(None),
    )
    .exists()
)


class OldCases:
    """List what has come of age, oldest first, and delete cases altogether."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def list_with_files(
        self, before: dt.datetime, *, limit: int | None = None
    ) -> Sequence[CaseKey]:
        """List the cases that ended before a moment and still have photos or documents."""
        over = or_(*(and_(*each) for each in _split_over(before)))
        has_files = CaseRow.id.in_(select(FileRow.case_id).where(FileRow.case_id.is_not(None)))
        return await self._list(has_files, over, _HAS_ENDED, ~_IS_AWAITED, limit=limit)

    async def list_whole(
        self, before: dt.datetime, *, lapsed_before: dt.datetime, limit: int | None = None
    ) -> Sequence[CaseKey]:
        """List the cases that ended before a moment and still hold personal data.

        One that lapsed, so that nobody ever worked on it, has a moment of its own.
        """
        answered, unanswered = _split_over(before)
        lapsed = (CaseRow.state == CaseState.CLOSED.value, CaseRow.ended_at < lapsed_before)
        earliest = (_UNANSWERED, CaseRow.ended_at < max(before, lapsed_before))
        some = (_IS_WHOLE, _HAS_ENDED, ~_IS_AWAITED)
        found = [
            *await self._list(*answered, *some, limit=limit),
            *await self._list(*earliest, or_(and_(*unanswered), and_(*lapsed)), *some, limit=limit),
        ]
        return sorted(found)[:limit]

    async def list_anonymous(
        self, before: dt.datetime, *, erased_before: dt.datetime, limit: int | None = None
    ) -> Sequence[CaseKey]:
        """List the cases that ended before a moment and whose personal data has gone before one."""
        is_empty = CaseRow.erased_at < erased_before
        found: list[CaseKey] = []
        for over in _split_over(before):
            found += await self._list(*over, is_empty, _HAS_ENDED, limit=limit)
        return sorted(found)[:limit]

    async def count_files(self, case_ids: Collection[int]) -> int:
        """Count the photos and documents of some cases."""
        count = 0
        for some in split_ids(case_ids):
            statement = select(func.count()).select_from(FileRow).where(FileRow.case_id.in_(some))
            count += await self._session.scalar(statement) or 0
        return count

    async def delete(self, case_ids: Collection[int]) -> int:
        """Delete cases with all that belongs to them; return how many there were."""
        statement = delete(CaseRow).where(CaseRow.id.in_(case_ids), CaseRow.erased_at.is_not(None))
        statement = statement.where(_HAS_ENDED)
        return await count_changed(
            self._session, statement.execution_options(synchronize_session=False)
        )

    async def _list(self, *which: ColumnElement[bool], limit: int | None) -> Sequence[CaseKey]:
        rows = await self._session.execute(
            select(CaseRow.id, CaseRow.code, CaseRow.state)
            .where(*which)
            .order_by(CaseRow.answered_at, CaseRow.ended_at)  # as the indexes are: few are read
            .limit(limit)
        )
        return sorted(CaseKey(number, code, CaseState(state)) for number, code, state in rows)


def _split_over(before: dt.datetime) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Say which cases were over before a moment: the answered, and the others.

    Each is looked for by itself: both databases then read a range of an index.
    """
    return (CaseRow.answered_at < before,), (_UNANSWERED, CaseRow.ended_at < before)
