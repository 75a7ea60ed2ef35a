"""Due days: kept, planned for the next time somebody is to be told, and ended."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.due_rows import IN_FORCE, load_due_day, select_due_days
from storage.models import DueDayRow, TaskRow
from storage.statements import count_changed, dialect_insert, split_ids
from storage.values import (
    LIVE,
    CancelReason,
    DueDay,
    DueKind,
    DueState,
    NewDueDay,
    PlannedDay,
)

_LIVE = [state.value for state in LIVE]


class DueDays:
    """Keep due days of confirmed plans and of work given out."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(self, due_days: Sequence[NewDueDay], *, locality_id: int) -> None:
        """Store due days; one that is known (task, office, day) is left as it is.

        What is open is looked at by the next tick, unless `next_on` says otherwise.
        """
        rows = [_write(due, locality_id) for due in due_days]
        if rows:
            statement = dialect_insert(self._session, DueDayRow).on_conflict_do_nothing()
            await self._session.execute(statement, rows)

    async def until(
        self, last_day: dt.date, *, with_past: bool = False, locality_id: int | None = None
    ) -> Sequence[DueDay]:
        """List what is not done (or also past) up to a day, of plans in force, earliest first."""
        states = [*_LIVE, *([DueState.PAST.value] if with_past else [])]
        which = [DueDayRow.state.in_(states), DueDayRow.due_on <= last_day, IN_FORCE]
        if locality_id is not None:
            which.append(DueDayRow.locality_id == locality_id)
        return await self._list(select_due_days().where(*which))

    async def of_place(self, locality_id: int, states: Collection[DueState]) -> Sequence[DueDay]:
        """List a place's due days in some states, of plans in force, earliest first."""
        return await self._list(
            select_due_days().where(
                DueDayRow.locality_id == locality_id,
                DueDayRow.state.in_([state.value for state in states]),
                IN_FORCE,
            )
        )

    async def of_offices(
        self,
        office_ids: Collection[int],
        *,
        locality_id: int,
        states: Collection[DueState] = (DueState.OPEN,),
    ) -> Sequence[DueDay]:
        """List the open due days of a place's offices."""
        return await self._list(
            select_due_days().where(
                DueDayRow.state.in_([state.value for state in states]),
                DueDayRow.locality_id == locality_id,
                DueDayRow.office_id.in_(office_ids),
                IN_FORCE,
            )
        )

    async def of_plan(self, plan_id: int) -> Sequence[DueDay]:
        """List a plan's due days, whatever their state."""
        return await self._list(select_due_days().where(TaskRow.plan_id == plan_id))

    async def of_tasks(self, task_ids: Collection[int]) -> Sequence[DueDay]:
        """List the due days of tasks, whatever their state, earliest first."""
        found: list[DueDay] = []
        for ids in split_ids(task_ids):
            found += await self._list(select_due_days().where(DueDayRow.task_id.in_(ids)))
        return sorted(found, key=lambda due: (due.due_on, due.id))

    async def find(self, due_day_id: int) -> DueDay | None:
        """Find a due day by id."""
        found = await self.find_many([due_day_id])
        return found[0] if found else None

    async def find_many(self, due_day_ids: Sequence[int]) -> Sequence[DueDay]:
        """Find due days by id, in this order; those that are gone are left out."""
        found: dict[int, DueDay] = {}
        for ids in split_ids(due_day_ids):
            rows = await self._list(select_due_days().where(DueDayRow.id.in_(ids)))
            found |= {due.id: due for due in rows}
        return [found[each] for each in due_day_ids if each in found]

    async def find_open(
        self, due_day_ids: Collection[int]
    ) -> Mapping[int, tuple[dt.date, int | None]]:
        """Give the day that counts and the office of those of some due days that are open."""
        found: dict[int, tuple[dt.date, int | None]] = {}
        for ids in split_ids(due_day_ids):
            rows = await self._session.execute(
                select(DueDayRow.id, DueDayRow.due_on, DueDayRow.office_id).where(
                    DueDayRow.id.in_(ids), DueDayRow.state == DueState.OPEN.value
                )
            )
            found |= {id_: (due_on, office_id) for id_, due_on, office_id in rows}
        return found

    async def hold(self, due_day_id: int) -> DueDay | None:
        """Find a due day as it is now; nobody else changes it while the work lasts."""
        await self._session.execute(
            select(DueDayRow.id).where(DueDayRow.id == due_day_id).with_for_update(key_share=True)
        )
        return await self.find(due_day_id)

    async def _list(self, statement: Select[Any]) -> Sequence[DueDay]:
        rows = await self._session.execute(statement.execution_options(populate_existing=True))
        return [load_due_day(row, self._cipher) for row in rows]

    async def cancel(self, ids: Collection[int], reason: CancelReason, *, now: dt.datetime) -> None:
        """Say that due days no longer hold; those that are done stay done."""
        states = [*_LIVE, DueState.PAST.value]
        for some in split_ids(ids):
            await self._session.execute(
                update(DueDayRow)
                .where(DueDayRow.id.in_(some), DueDayRow.state.in_(states))
                .values(
                    state=DueState.CANCELLED.value,
                    cancelled_at=now,
                    cancelled_for=reason.value,
                    next_on=None,
                )
            )

    async def renew(self, due_day_id: int, state: DueState) -> None:
        """Let a cancelled due day hold again."""
        is_open = state is DueState.OPEN
        await self._session.execute(
            update(DueDayRow)
            .where(DueDayRow.id == due_day_id, DueDayRow.state == DueState.CANCELLED.value)
            .values(
                state=state.value,
                cancelled_at=None,
                cancelled_for=None,
                next_on=DueDayRow.known_since if is_open else None,
            )
        )

    async def describe(self, due_day_id: int, due: NewDueDay) -> None:
        """Let a due day say what is wanted now: its kind, label and group, and when it ends."""
        values = _write(due, 0)
        changed = {key: values[key] for key in ("kind", "label", "group_id", "ends_on")}
        await self._session.execute(
            update(DueDayRow).where(DueDayRow.id == due_day_id).values(**changed)
        )

    async def finish(
        self, due_day_id: int, *, person_id: int | None, note: str, now: dt.datetime
    ) -> bool:
        """Record that a task is done; tell whether it was not yet."""
        return await self._change(
            due_day_id,
            LIVE | {DueState.PAST},
            state=DueState.DONE.value,
            next_on=None,
            done_at=now,
            done_by=person_id,
            done_note_sealed=self._cipher.encrypt(note),
        )

    async def note(self, due_day_id: int, note: str) -> bool:
        """Replace what was noted as the result; tell whether the task is done."""
        sealed = self._cipher.encrypt(note)
        return await self._change(due_day_id, {DueState.DONE}, done_note_sealed=sealed)

    async def reopen(self, due_day_id: int, state: DueState, *, on: dt.date) -> bool:
        """Let a done or disputed due day be open (or past) again; tell whether it was either."""
        return await self._change(
            due_day_id,
            {DueState.DONE, DueState.DISPUTED},
            state=state.value,
            next_on=on if state is DueState.OPEN else None,
            done_at=None,
            done_by=None,
            done_note_sealed=None,
        )

    async def dispute(self, due_day_id: int) -> bool:
        """Stop telling an office that says it is not theirs; tell whether it was open."""
        return await self._change(
            due_day_id, {DueState.OPEN}, state=DueState.DISPUTED.value, next_on=None
        )

    async def put_off(self, due_day_id: int, due_on: dt.date, *, on: dt.date) -> bool:
        """Let another day count; its steps are told anew from `on`."""
        return await self._change(due_day_id, LIVE, due_on=due_on, known_since=on, next_on=on)

    async def give(self, due_day_id: int, office_id: int, *, on: dt.date) -> bool:
        """Let another office answer for work that was given out; it is open again."""
        return await self._change(
            due_day_id,
            LIVE,
            office_id=office_id,
            state=DueState.OPEN.value,
            known_since=on,
            next_on=on,
        )

    async def _change(self, due_day_id: int, states: Collection[DueState], **values: Any) -> bool:
        was = [state.value for state in states]
        statement = (
            update(DueDayRow)
            .where(DueDayRow.id == due_day_id, DueDayRow.state.in_(was))
            .values(**values)
        )
        return await count_changed(self._session, statement) == 1

    async def plan_anew(
        self, *, on: dt.date, locality_id: int | None = None, ids: Collection[int] | None = None
    ) -> int:
        """Let a tick look at open due days again on a day: all, a place's, or some.

        What is looked at sooner stays so.
        """
        which = [DueDayRow.state == DueState.OPEN.value]
        if locality_id is not None:
            which.append(DueDayRow.locality_id == locality_id)
        sooner = case((DueDayRow.next_on < on, DueDayRow.next_on), else_=on)
        statement = update(DueDayRow).where(*which).values(next_on=sooner)
        if ids is None:
            return await count_changed(self._session, statement)
        parts = [statement.where(DueDayRow.id.in_(some)) for some in split_ids(ids)]
        return sum([await count_changed(self._session, each) for each in parts])

    async def find_places_planned(self, on: dt.date) -> Sequence[int]:
        """List the places where somebody may have to be told by a day."""
        planned = (DueDayRow.next_on.is_not(None), DueDayRow.next_on <= on)  # names the small index
        rows = await self._session.scalars(select(DueDayRow.locality_id).where(*planned).distinct())
        return sorted(rows)

    async def claim_planned(self, locality_id: int, on: dt.date) -> Sequence[PlannedDay]:
        """Take a place's due days of which somebody may have to be told by a day.

        They stay taken until the work ends; what another process has taken is left to it.
        """
        rows = await self._session.execute(
            select(
                DueDayRow.id,
                DueDayRow.task_id,
                DueDayRow.office_id,
                DueDayRow.group_id,
                DueDayRow.kind,
                DueDayRow.state,
                DueDayRow.due_on,
                DueDayRow.ends_on,
                DueDayRow.known_since,
                DueDayRow.next_on,
            )
            .where(DueDayRow.next_on <= on, DueDayRow.locality_id == locality_id)
            .order_by(DueDayRow.due_on, DueDayRow.id)
            .with_for_update(key_share=True, skip_locked=True)
        )
        return [
            PlannedDay(id_, task, office, group, DueKind(kind), DueState(state), *days)
            for id_, task, office, group, kind, state, *days in rows
        ]

    async def supporting(self, task_ids: Collection[int]) -> Mapping[int, Sequence[str]]:
        """Give the units that support tasks, as their rows name them, by task id."""
        named = TaskRow.body["supporting"]
        found: dict[int, Sequence[str]] = {}
        for ids in split_ids(task_ids):
            rows = await self._session.execute(select(TaskRow.id, named).where(TaskRow.id.in_(ids)))
            found |= {task_id: tuple(units or ()) for task_id, units in rows}
        return found

    async def plan_next(self, days: Mapping[int, dt.date | None]) -> None:
        """Keep on which day somebody may have to be told of each due day next."""
        alike: dict[dt.date | None, list[int]] = defaultdict(list)
        for id_, day in days.items():
            alike[day].append(id_)
        for day, ids in alike.items():  # few days, so few statements
            for some in split_ids(ids):
                await self._session.execute(
                    update(DueDayRow)
                    .where(DueDayRow.id.in_(some))
                    .values(next_on=day)
                    .execution_options(synchronize_session=False)
                )


def _write(due: NewDueDay, locality_id: int) -> dict[str, Any]:
    is_open = due.state is DueState.OPEN
    return {
        "task_id": due.task_id,
        "office_id": due.office_id,
        "group_id": due.group_id,
        "locality_id": locality_id,
        "kind": due.kind.value,
        "label": due.label,
        "last_day": due.last_day,
        "due_on": due.last_day,
        "ends_on": due.ends_on or dt.date(due.last_day.year, 12, 31),
        "state": due.state.value,
        "known_since": due.known_since,
        "next_on": due.next_on or (due.known_since if is_open else None),
    }
