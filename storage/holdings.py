"""Who has held which office from when to when, past and to come."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import HoldingRow, OfficeRow, PersonRow
from storage.values import Holding


class Holdings:
    """Read holdings; officers get and lose them in `People`."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def of_office(self, office_id: int) -> Sequence[Holding]:
        """List who has held an office, the last first."""
        return await self._list(HoldingRow.office_id == office_id)

    async def of_person(self, person_id: int) -> Sequence[Holding]:
        """List what an officer has held, the last first."""
        return await self._list(HoldingRow.person_id == person_id)

    async def _list(self, which: ColumnElement[bool]) -> Sequence[Holding]:
        rows = await self._session.execute(
            select(HoldingRow, PersonRow.name_sealed, OfficeRow.name)
            .join(PersonRow, PersonRow.id == HoldingRow.person_id)
            .join(OfficeRow, OfficeRow.id == HoldingRow.office_id)
            .where(which)
            .order_by(HoldingRow.from_day.desc(), HoldingRow.id.desc())
            .execution_options(populate_existing=True)
        )
        return [
            Holding(
                id=row.id,
                person_id=row.person_id,
                person=self._cipher.decrypt(name),
                office_id=row.office_id,
                office=office,
                from_day=row.from_day,
                to_day=row.to_day,
            )
            for row, name, office in rows
        ]
