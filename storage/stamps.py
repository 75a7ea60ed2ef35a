"""Stamps: what changes whenever something of a topic has changed, read in one statement.

Open pages of the desk compare them a few times a second, in every process, so that a change made
anywhere shows without any writer knowing of pages. Each part is an index's end, a version of what
changes seldom, or a small count.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    AssignmentRow,
    CaseEventRow,
    CaseNoticeRow,
    ChangeRow,
    ChosenOfficeRow,
    DueDayRow,
    DueEventRow,
    HandoverRow,
    OutboxRow,
    PostponementRow,
    UnansweredRow,
)
from storage.values import Topic
from storage.versions import Group, select_version


def _last(column: Any) -> ScalarSelect[Any]:
    return select(func.max(column)).scalar_subquery()


def _count(model: Any, *which: Any) -> ScalarSelect[Any]:
    return select(func.count()).select_from(model).where(*which).scalar_subquery()


_PARTS: Mapping[Topic, tuple[ScalarSelect[Any], ...]] = {
    Topic.CASES: (
        _last(CaseEventRow.id),
        _last(CaseNoticeRow.id),
        _last(CaseNoticeRow.told_at),
        _last(CaseNoticeRow.failed_at),
        _last(HandoverRow.changed_at),
    ),
    Topic.DUE: (
        _last(DueDayRow.id),
        _last(DueEventRow.id),
        _last(DueEventRow.undone_at),
        _last(PostponementRow.id),
        _last(PostponementRow.decided_at),
        _last(AssignmentRow.task_id),
        _count(ChosenOfficeRow),
        select_version(Group.PLANS),
    ),
    Topic.PLANS: (select_version(Group.PLANS),),
    Topic.ANSWERS: (
        _last(UnansweredRow.id),
        _count(UnansweredRow, UnansweredRow.state == "open"),
        select_version(Group.ANSWERS),
    ),
    Topic.PEOPLE: (select_version(Group.PEOPLE),),
    Topic.SETTINGS: (
        _last(ChangeRow.id),
        _last(ChangeRow.undone_at),
        select_version(Group.SETTINGS),
    ),
    Topic.DELIVERY: (_count(OutboxRow, OutboxRow.state == "parked"),),
}
_STATEMENT = select(*(part for parts in _PARTS.values() for part in parts))


class Stamps:
    """Read the stamps of all topics."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def read(self) -> Mapping[Topic, tuple[Any, ...]]:
        """Give each topic's stamp: values to compare with those read before."""
        values = iter((await self._session.execute(_STATEMENT)).one())
        return {topic: tuple(next(values) for _ in parts) for topic, parts in _PARTS.items()}
