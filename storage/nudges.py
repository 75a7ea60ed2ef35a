"""Which steps of a due day were told to whom, and who has asked to be told later."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import NudgeRow, PauseRow, PersonRow
from storage.noting import Notes
from storage.statements import count_changed, dialect_insert, split_ids
from storage.values import NewNudge, Told

_TABLE: Any = NudgeRow.__table__
_KEY = ("due_day_id", "due_on", "person_id", "step")


class Nudges:
    """Keep what is told; the key makes a second telling of a step impossible.

    What is claimed is told a little later, in transactions of its own.
    """

    def __init__(self, session: AsyncSession, notes: Notes) -> None:
        self._session = session
        self._notes = notes

    async def told(self, due_day_ids: Collection[int]) -> set[Told]:
        """Give the steps of due days that were told or claimed, and to whom."""
        found: set[Told] = set()
        for ids in split_ids(due_day_ids):
            rows = await self._session.execute(
                select(
                    NudgeRow.due_day_id, NudgeRow.due_on, NudgeRow.person_id, NudgeRow.step
                ).where(NudgeRow.due_day_id.in_(ids))
            )
            found.update(Told(*row) for row in rows)
        return found

    async def claim(self, nudges: Sequence[NewNudge], *, now: dt.datetime) -> None:
        """Keep what is to be told; the work fails (`Conflict`) where any was claimed already."""
        rows = [
            {
                "due_day_id": each.told.due_day_id,
                "due_on": each.told.due_on,
                "person_id": each.told.person_id,
                "step": each.told.step,
                "at": now,
                "part": each.part,
                "is_late": each.is_late,
                "holder_id": each.holder_id,
            }
            for each in nudges
        ]
        if rows:  # the table, not the class: the session need not know a thousand rows
            await self._session.execute(insert(_TABLE), rows)
        for each in nudges:
            self._notes.add("nudge", each.part, "late" if each.is_late else "in_time")

    async def find_places_untold(self, *, parts: Collection[str] | None = None) -> set[int]:
        """Give the places (ids) of which somebody has something to be told."""
        statement = (
            select(PersonRow.locality_id)
            .join(NudgeRow, NudgeRow.person_id == PersonRow.id)
            .where(*_untold(parts))
            .distinct()
        )
        return set(await self._session.scalars(statement))

    async def untold(
        self,
        locality_id: int,
        *,
        people: int,
        parts: Collection[str] | None = None,
        person_ids: Collection[int] | None = None,
    ) -> Mapping[int, Sequence[NewNudge]]:
        """Give what is to be told to the first so many people of a place (or these), by person."""
        which = [PersonRow.locality_id == locality_id, *_untold(parts)]
        if person_ids is not None:
            which.append(PersonRow.id.in_(person_ids))
        first = (
            select(NudgeRow.person_id)
            .join(PersonRow, PersonRow.id == NudgeRow.person_id)
            .where(*which)
            .distinct()
            .order_by(NudgeRow.person_id)
            .limit(people)
        )
        rows = await self._session.scalars(
            select(NudgeRow).where(NudgeRow.person_id.in_(first), *_untold(parts))
        )
        found: dict[int, list[NewNudge]] = defaultdict(list)
        for row in rows:
            told = Told(row.due_day_id, row.due_on, row.person_id, row.step)
            found[row.person_id].append(NewNudge(told, row.part, row.is_late, row.holder_id))
        return found

    async def tell(self, nudges: Sequence[NewNudge], *, now: dt.datetime) -> None:
        """Say that these are told now."""
        rows = [{f"its_{name}": getattr(each.told, name) for name in _KEY} for each in nudges]
        if rows:
            own = [_TABLE.c[name] == bindparam(f"its_{name}") for name in _KEY]
            await self._session.execute(update(_TABLE).where(*own).values(told_at=now), rows)

    async def drop(self, nudges: Sequence[NewNudge]) -> None:
        """Forget what need not be told any more."""
        for each in nudges:
            told = each.told
            await self._session.execute(
                delete(NudgeRow).where(
                    NudgeRow.due_day_id == told.due_day_id,
                    NudgeRow.due_on == told.due_on,
                    NudgeRow.person_id == told.person_id,
                    NudgeRow.step == told.step,
                )
            )

    async def take_back(self, person_id: int, told_at: dt.datetime) -> int:
        """Let what a person was told at a moment be told again: it never arrived."""
        statement = (
            update(NudgeRow)
            .where(NudgeRow.person_id == person_id, NudgeRow.told_at == told_at)
            .values(told_at=None, is_late=True)
        )
        return await count_changed(self._session, statement)

    async def pause(self, due_day_id: int, person_id: int, until: dt.date) -> None:
        """Tell a person of a due day again on a morning, and not before."""
        values = {"due_day_id": due_day_id, "person_id": person_id, "until": until}
        statement = dialect_insert(self._session, PauseRow).values(**values)
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=[PauseRow.due_day_id, PauseRow.person_id], set_={"until": until}
            )
        )

    async def resume(self, due_day_id: int, person_id: int) -> bool:
        """Forget that a person is to be told later; tell whether they were."""
        statement = delete(PauseRow).where(
            PauseRow.due_day_id == due_day_id, PauseRow.person_id == person_id
        )
        return await count_changed(self._session, statement) == 1

    async def pauses(self, due_day_ids: Collection[int]) -> dict[tuple[int, int], dt.date]:
        """Give until when (due day, person) are told nothing."""
        found: dict[tuple[int, int], dt.date] = {}
        for ids in split_ids(due_day_ids):
            rows = await self._session.execute(
                select(PauseRow.due_day_id, PauseRow.person_id, PauseRow.until).where(
                    PauseRow.due_day_id.in_(ids)
                )
            )
            found.update({(due, person): until for due, person, until in rows})
        return found


def _untold(parts: Collection[str] | None) -> tuple[ColumnElement[bool], ...]:
    some = () if parts is None else (NudgeRow.part.in_(parts),)
    return NudgeRow.told_at.is_(None), *some
