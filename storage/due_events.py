"""What was done about due days: an append-only history, of which a last step can be undone."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import DueDayRow, DueEventRow, PersonRow
from storage.statements import count_changed
from storage.values import DueAction, DueEvent


class DueEvents:
    """Keep who has done what about a due day."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(
        self,
        due_day_id: int,
        action: DueAction,
        *,
        person_id: int | None,
        now: dt.datetime,
        day: dt.date | None = None,
        note: str = "",
    ) -> int:
        """Keep an event; return its id."""
        row = DueEventRow(
            due_day_id=due_day_id,
            action=action.value,
            at=now,
            person_id=person_id,
            day=day,
            note_sealed=self._cipher.encrypt(note) if note else None,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def of(self, due_day_id: int) -> Sequence[DueEvent]:
        """List the events of a due day, oldest first, undone ones too."""
        which = _select().where(DueEventRow.due_day_id == due_day_id)
        return await self._list(which.order_by(DueEventRow.id))

    async def of_place(
        self, locality_id: int, action: DueAction, *, since: dt.datetime
    ) -> Sequence[DueEvent]:
        """List the events of a kind in a place since a moment, oldest first."""
        which = (
            _select()
            .join(DueDayRow, DueDayRow.id == DueEventRow.due_day_id)
            .where(
                DueDayRow.locality_id == locality_id,
                DueEventRow.action == action.value,
                DueEventRow.at >= since,
                DueEventRow.undone_at.is_(None),
            )
        )
        return await self._list(which.order_by(DueEventRow.id))

    async def find_last(
        self, person_id: int, *, since: dt.datetime, due_day_id: int | None = None
    ) -> DueEvent | None:
        """Find the last thing that a person has done since a moment and not undone."""
        which = [
            DueEventRow.person_id == person_id,
            DueEventRow.at >= since,
            DueEventRow.undone_at.is_(None),
        ]
        if due_day_id is not None:
            which.append(DueEventRow.due_day_id == due_day_id)
        found = await self._list(_select().where(*which).order_by(DueEventRow.id.desc()).limit(1))
        return found[0] if found else None

    async def undo(self, event_id: int, *, now: dt.datetime) -> bool:
        """Say that an event was undone; tell whether it stood until now."""
        statement = (
            update(DueEventRow)
            .where(DueEventRow.id == event_id, DueEventRow.undone_at.is_(None))
            .values(undone_at=now)
        )
        return await count_changed(self._session, statement) == 1

    async def _list(self, statement: Select[Any]) -> Sequence[DueEvent]:
        rows = await self._session.execute(statement.execution_options(populate_existing=True))
        return [
            DueEvent(
                id=row.id,
                due_day_id=row.due_day_id,
                action=DueAction(row.action),
                at=row.at,
                person_id=row.person_id,
                person=self._cipher.decrypt(name) if name else None,
                day=row.day,
                note=self._cipher.decrypt(row.note_sealed) if row.note_sealed else "",
                undone_at=row.undone_at,
            )
            for row, name in rows
        ]


def _select() -> Select[Any]:
    columns: tuple[Any, ...] = DueEventRow, PersonRow.name_sealed
    return select(*columns).outerjoin(PersonRow, PersonRow.id == DueEventRow.person_id)
