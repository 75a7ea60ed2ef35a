"""How much open work the offices of a place have."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.cases.states import OPEN
from storage.models import CaseRow, DueDayRow, PlanRow, TaskRow
from storage.values import LIVE, OfficeLoad, PlanState

_LIVE = [state.value for state in LIVE]
_OPEN = [state.value for state in OPEN]


class OfficeLoads:
    """Count in the database: a province has tens of thousands of due days."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_place(self, locality_id: int, *, on: dt.date) -> Mapping[int, OfficeLoad]:
        """Count each office's open items, those of them late on a day, and its open cases."""
        items, late = await self._count_items(locality_id), await self._count_items(locality_id, on)
        cases = await self._count_cases(locality_id)
        found: dict[int, OfficeLoad] = defaultdict(OfficeLoad)
        for office_id in items.keys() | cases.keys():
            counts = (each.get(office_id, 0) for each in (items, late, cases))
            found[office_id] = OfficeLoad(*counts)
        return found

    async def _count_items(
        self, locality_id: int, late_on: dt.date | None = None
    ) -> dict[int, int]:
        statement = (
            select(DueDayRow.office_id, func.count())
            .join(TaskRow, TaskRow.id == DueDayRow.task_id)
            .outerjoin(PlanRow, PlanRow.id == TaskRow.plan_id)
            .where(
                DueDayRow.locality_id == locality_id,
                DueDayRow.state.in_(_LIVE),
                DueDayRow.office_id.is_not(None),
                or_(PlanRow.id.is_(None), PlanRow.state == PlanState.CONFIRMED.value),
            )
            .group_by(DueDayRow.office_id)
        )
        if late_on:
            statement = statement.where(DueDayRow.due_on < late_on)
        return {id_: count for id_, count in await self._session.execute(statement) if id_}

    async def _count_cases(self, locality_id: int) -> dict[int, int]:
        rows = await self._session.execute(
            select(CaseRow.office_id, func.count())
            .where(
                CaseRow.locality_id == locality_id,
                CaseRow.office_id.is_not(None),
                CaseRow.state.in_(_OPEN),
            )
            .group_by(CaseRow.office_id)
        )
        return {id_: count for id_, count in rows if id_}
