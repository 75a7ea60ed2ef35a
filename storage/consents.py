"""Consents, one for each purpose, with the words that were shown."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ConsentRow
from storage.values import Address, Consent


class Consents:
    """Keep what people have agreed to; a consent is withdrawn, never changed."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def give(
        self,
        owner: Address,
        purpose: str,
        *,
        case_id: int | None,
        wording: str,
        language: str,
        now: dt.datetime,
    ) -> bool:
        """Record a consent; tell whether it had not been given for this purpose and case."""
        given = [each for each in await self.of_owner(owner) if each.withdrawn_at is None]
        if any((each.purpose, each.case_id) == (purpose, case_id) for each in given):
            return False
        self._session.add(
            ConsentRow(
                channel=owner.channel,
                user=owner.user,
                case_id=case_id,
                purpose=purpose,
                wording=wording,
                language=language,
                given_at=now,
            )
        )
        await self._session.flush()
        return True

    async def of_owner(self, owner: Address) -> Sequence[Consent]:
        """List what an address has agreed to, withdrawn or not, oldest first."""
        statement = (
            select(ConsentRow)
            .where(ConsentRow.channel == owner.channel, ConsentRow.user == owner.user)
            .order_by(ConsentRow.id)
            .execution_options(populate_existing=True)
        )
        return [_consent(row) for row in await self._session.scalars(statement)]


def _consent(row: ConsentRow) -> Consent:
    return Consent(
        id=row.id,
        owner=Address(row.channel, row.user),
        case_id=row.case_id,
        purpose=row.purpose,
        wording=row.wording,
        language=row.language,
        given_at=row.given_at,
        withdrawn_at=row.withdrawn_at,
    )
