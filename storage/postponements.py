"""Requests for more time, and what was decided."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import DueDayRow, PostponementRow
from storage.statements import count_changed
from storage.values import DueState, Postponement, PostponementState


class Postponements:
    """Keep requests; one of a due day waits at most."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def ask(
        self,
        due_day_id: int,
        *,
        person_id: int | None,
        new_day: dt.date,
        reason: str,
        now: dt.datetime,
        state: PostponementState = PostponementState.WAITING,
    ) -> Postponement:
        """Keep a request; one that waits for the same due day is withdrawn."""
        await self._session.execute(
            update(PostponementRow)
            .where(PostponementRow.due_day_id == due_day_id, _waits())
            .values(state=PostponementState.WITHDRAWN.value, decided_at=now)
        )
        row = PostponementRow(
            due_day_id=due_day_id,
            person_id=person_id,
            asked_at=now,
            new_day=new_day,
            reason_sealed=self._cipher.encrypt(reason),
            state=state.value,
        )
        self._session.add(row)
        await self._session.flush()
        return self._load(row)

    async def find_waiting(self, due_day_id: int) -> Postponement | None:
        """Find the request of a due day that waits for a decision."""
        found = await self._list(
            select(PostponementRow).where(PostponementRow.due_day_id == due_day_id, _waits())
        )
        return found[0] if found else None

    async def of(self, due_day_id: int) -> Sequence[Postponement]:
        """List a due day's requests, oldest first."""
        return await self._list(
            select(PostponementRow)
            .where(PostponementRow.due_day_id == due_day_id)
            .order_by(PostponementRow.id)
        )

    async def list_waiting(self, locality_id: int) -> Sequence[Postponement]:
        """List the requests of a place that wait for a decision on open work, oldest first."""
        return await self._list(
            select(PostponementRow)
            .join(DueDayRow, DueDayRow.id == PostponementRow.due_day_id)
            .where(
                DueDayRow.locality_id == locality_id,
                DueDayRow.state == DueState.OPEN.value,
                _waits(),
            )
            .order_by(PostponementRow.id)
        )

    async def decide(
        self, id_: int, state: PostponementState, *, by: int | None, now: dt.datetime
    ) -> bool:
        """Keep what was decided; tell whether the request still waited."""
        statement = (
            update(PostponementRow)
            .where(PostponementRow.id == id_, _waits())
            .values(state=state.value, decided_by=by, decided_at=now)
        )
        return await count_changed(self._session, statement) == 1

    async def _list(self, statement: Select[Any]) -> Sequence[Postponement]:
        rows = await self._session.scalars(statement.execution_options(populate_existing=True))
        return [self._load(row) for row in rows]

    def _load(self, row: PostponementRow) -> Postponement:
        return Postponement(
            id=row.id,
            due_day_id=row.due_day_id,
            person_id=row.person_id,
            asked_at=row.asked_at,
            new_day=row.new_day,
            reason=self._cipher.decrypt(row.reason_sealed),
            state=PostponementState(row.state),
            decided_by=row.decided_by,
        )


def _waits() -> Any:
    return PostponementRow.state == PostponementState.WAITING.value
