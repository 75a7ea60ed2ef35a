"""Days on which officers are away, and who stands in."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AbsenceRow
from storage.values import Absence


class Absences:
    """Keep absences; those of one officer never overlap."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def set(
        self, person_id: int, *, from_day: dt.date, to_day: dt.date, substitute_id: int | None
    ) -> None:
        """Say that an officer is away, both days included; what overlaps is replaced."""
        await self._session.execute(
            delete(AbsenceRow).where(
                AbsenceRow.person_id == person_id,
                AbsenceRow.from_day <= to_day,
                AbsenceRow.to_day >= from_day,
            )
        )
        row = AbsenceRow(
            person_id=person_id, from_day=from_day, to_day=to_day, substitute_id=substitute_id
        )
        self._session.add(row)
        await self._session.flush()

    async def end(self, person_id: int, *, on: dt.date) -> bool:
        """Say that an officer is back on a day; tell whether one was away or would be."""
        later = (AbsenceRow.person_id == person_id, AbsenceRow.to_day >= on)
        found = list(await self._session.scalars(select(AbsenceRow).where(*later)))
        for row in found:
            if row.from_day >= on:
                await self._session.delete(row)
            else:
                row.to_day = on - dt.timedelta(days=1)
        await self._session.flush()
        return bool(found)

    async def restore(self, person_id: int, absences: Sequence[Absence], *, on: dt.date) -> None:
        """Let an officer be away from a day on as these say, and at no other time."""
        await self._session.execute(
            delete(AbsenceRow).where(AbsenceRow.person_id == person_id, AbsenceRow.to_day >= on)
        )
        self._session.add_all(
            AbsenceRow(person_id=person_id, from_day=each.from_day, to_day=each.to_day,
                       substitute_id=each.substitute_id)
            for each in absences
        )  # fmt: skip
        await self._session.flush()

    async def on(self, day: dt.date) -> dict[int, Absence]:
        """Give the absences of a day, by the officer's id."""
        rows = await self._session.scalars(
            select(AbsenceRow).where(AbsenceRow.from_day <= day, AbsenceRow.to_day >= day)
        )
        return {row.person_id: _absence(row) for row in rows}

    async def ahead(self, person_id: int, *, on: dt.date) -> Sequence[Absence]:
        """List an officer's absences that last until a day or come after it."""
        rows = await self._session.scalars(
            select(AbsenceRow)
            .where(AbsenceRow.person_id == person_id, AbsenceRow.to_day >= on)
            .order_by(AbsenceRow.from_day)
        )
        return [_absence(row) for row in rows]

    async def replace_substitute(
        self, person_id: int, substitute_id: int | None, *, on: dt.date
    ) -> None:
        """Let another stand in where an officer would have, from a day on."""
        await self._session.execute(
            update(AbsenceRow)
            .where(AbsenceRow.substitute_id == person_id, AbsenceRow.to_day >= on)
            .values(substitute_id=substitute_id)
        )
        # Nobody stands in for themselves.
        await self._session.execute(
            update(AbsenceRow)
            .where(AbsenceRow.person_id == substitute_id, AbsenceRow.substitute_id == substitute_id)
            .values(substitute_id=None)
        )


def find_stand_ins(away: Mapping[int, Absence]) -> dict[int, int]:
    """Give who stands in for each officer away: a substitute who is away too names the next."""
    found = {}
    for person_id, absence in away.items():
        seen, substitute = {person_id}, absence.substitute_id
        while substitute is not None and substitute in away and substitute not in seen:
            seen.add(substitute)
            substitute = away[substitute].substitute_id
        if substitute is not None and substitute not in seen:
            found[person_id] = substitute
    return found


def _absence(row: AbsenceRow) -> Absence:
    return Absence(row.id, row.person_id, row.from_day, row.to_day, row.substitute_id)
