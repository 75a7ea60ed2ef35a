"""By which days offices send their periodic reports, as they have entered it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ReportingRuleRow
from storage.values import ReportingRule


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
        )
        return [_rule(row) for row in await self._session.scalars(statement)]


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
