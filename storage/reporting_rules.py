"""By which days offices send their periodic reports, as they have entered it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ReportingRuleRow
from storage.values import NewReportingRule, ReportingRule


class ReportingRules:
    """Keep the reporting rules of places."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_localities(self, locality_ids: Sequence[int]) -> Sequence[ReportingRule]:
        """List the rules of some places, in the order they were entered."""
        statement = (
            select(ReportingRuleRow)
            .where(ReportingRuleRow.locality_id.in_(locality_ids))
            .order_by(ReportingRuleRow.id)
            .execution_options(populate_existing=True)
        )
        return [_rule(row) for row in await self._session.scalars(statement)]

    async def add(self, new: NewReportingRule) -> ReportingRule:
        """Keep a rule; whether it fits beside the others is for the caller to know."""
        row = ReportingRuleRow(**asdict(new))
        self._session.add(row)
        await self._session.flush()
        return _rule(row)

    async def find(self, rule_id: int) -> ReportingRule | None:
        """Find a rule by its number."""
        row = await self._session.get(ReportingRuleRow, rule_id)
        return _rule(row) if row else None

    async def end(self, rule_id: int, valid_to: dt.date) -> None:
        """Let a rule hold until a day."""
        await self._session.execute(
            update(ReportingRuleRow).where(ReportingRuleRow.id == rule_id).values(valid_to=valid_to)
        )

    async def remove(self, rule_id: int) -> None:
        """Forget a rule."""
        await self._session.execute(delete(ReportingRuleRow).where(ReportingRuleRow.id == rule_id))


def _rule(row: ReportingRuleRow) -> ReportingRule:
    return ReportingRule(
        id=row.id,
        locality_id=row.locality_id,
        period=row.period,
        day=row.day,
        months_after=row.months_after,
        basis=row.basis,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        written_at=row.written_at,
        written_by=row.written_by,
    )
