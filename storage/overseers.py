"""Which leader is in charge of which office."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OfficeRow, OverseerRow


class Overseers:
    """Keep the leaders in charge of offices."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def set(self, office_id: int, person_ids: Sequence[int]) -> None:
        """Let these leaders be in charge of an office; none: nobody in particular."""
        await self._session.execute(delete(OverseerRow).where(OverseerRow.office_id == office_id))
        rows = [{"office_id": office_id, "person_id": each} for each in dict.fromkeys(person_ids)]
        if rows:
            await self._session.execute(insert(OverseerRow), rows)

    async def of_place(self, locality_id: int) -> Mapping[int, Sequence[int]]:
        """Give the leaders (ids) in charge of a place's offices, by office id."""
        rows = await self._session.execute(
            select(OverseerRow.office_id, OverseerRow.person_id)
            .join(OfficeRow, OfficeRow.id == OverseerRow.office_id)
            .where(OfficeRow.locality_id == locality_id)
            .order_by(OverseerRow.office_id, OverseerRow.person_id)
        )
        found: dict[int, list[int]] = defaultdict(list)
        for office_id, person_id in rows:
            found[office_id].append(person_id)
        return found
