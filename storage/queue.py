"""A durable queue in a table: claim with a lease, record with the token, order per address.

A row is ready when its moment has come, and it is new or its lease has ended; it is taken only
when no earlier row of the same address and kind waits for the same. The same statement claims
without doubles on both databases: PostgreSQL skips rows that another transaction has locked,
SQLite has one writer.
"""

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.columns import UtcDateTime
from storage.errors import CannotOpen, LostClaim
from storage.models import InboxRow, OutboxRow
from storage.statements import count_changed

Row = TypeVar("Row", InboxRow, OutboxRow)
Value = TypeVar("Value")
Wanted = Callable[[], tuple[ColumnElement[bool], ...]]
MAX_ATTEMPTS = 5
_NOW: Any = bindparam("claimed_at", type_=UtcDateTime)


def want_any() -> tuple[ColumnElement[bool], ...]:
    """Want every row of a table."""
    return ()


class Queue(Generic[Row]):
    """Claim, finish and fail the rows of one table."""

    def __init__(self, session: AsyncSession, model: type[Row]) -> None:
        self._session = session
        self._model: type[Row] = model

    async def claim(
        self,
        wanted: Wanted = want_any,
        *,
        now: dt.datetime,
        lease: dt.timedelta,
        limit: int,
        **given: object,
    ) -> Sequence[Row]:
        """Take up to `limit` ready rows, oldest first, for `lease` from `now`.

        Of an address and kind it is one row at most. `given` are the values for the parameters
        that `wanted` names.
        """
        given |= {
            "claimed_at": now,
            "claimed_until": now + lease,
            "claimed_by": secrets.token_hex(16),
            "at_most": limit,
        }
        rows = (await self._session.scalars(_build_claim(self._model, wanted), given)).all()
        return sorted(rows, key=lambda row: row.id)

    async def park_hopeless(self, now: dt.datetime) -> Sequence[int]:
        """Park rows whose claims kept ending without a result; return their ids.

        Such a row kills its worker, or outlives every lease.
        """
        statement = _build_parking(self._model)
        return (await self._session.scalars(statement, {"claimed_at": now})).all()

    async def open_all(
        self, rows: Sequence[Row], unseal: Callable[[Row], Value], *, now: dt.datetime
    ) -> tuple[list[Value], list[int]]:
        """Open claimed rows; park those that no key opens, and give their ids, too."""
        opened, parked = [], []
        for row in rows:
            try:
                opened.append(unseal(row))
            except CannotOpen as error:
                token = row.token or ""
                await self.record(row.id, token, state="parked", finished_at=now, error=error.code)
                parked.append(row.id)
        return opened, parked

    async def finish(self, row_id: int, token: str, *, now: dt.datetime, state: str) -> None:
        """Record the end of a claim; raise `LostClaim` when it is no longer ours."""
        await self.record(row_id, token, state=state, finished_at=now, lease_until=None)

    async def fail(
        self, row_id: int, token: str, *, now: dt.datetime, error: str, delay: dt.timedelta
    ) -> bool:
        """Let a row be taken again after `delay`, or park it; tell whether it was parked."""
        attempts = await self._session.scalar(
            select(self._model.attempts).where(self._model.id == row_id)
        )
        is_parked = (attempts or 0) >= MAX_ATTEMPTS
        values: dict[str, Any] = {"error": error[:100], "lease_until": now + delay}
        if is_parked:
            values |= {"state": "parked", "finished_at": now}
        await self.record(row_id, token, **values)
        return is_parked

    async def record(
        self, row_id: int, token: str, *, next_token: str | None = None, **values: Any
    ) -> None:
        """Change a claimed row and end the claim, or make it another's; `LostClaim` if not ours."""
        model = self._model
        owned = (model.id == row_id, model.token == token, model.state == "claimed")
        statement = update(model).where(*owned).values(**values, token=next_token)
        if await count_changed(self._session, statement) != 1:
            raise LostClaim("claim_lost", row=row_id)

    async def has_unfinished(self, channel: str, user: str, kind: str, *, now: dt.datetime) -> bool:
        """Tell whether an address has a row of a kind that waits or is being worked on."""
        model = self._model
        found = await self._session.scalar(
            select(model.id)
            .where(
                model.channel == channel,
                model.user == user,
                model.kind == kind,
                *_waits(model, now),
            )
            .limit(1)
        )
        return found is not None

    async def find_unfinished(
        self, users: Collection[tuple[str, str]], *, now: dt.datetime
    ) -> Sequence[tuple[str, str, str]]:
        """Give (channel, user, kind) of what waits or is being worked on for some users."""
        model = self._model
        rows = await self._session.execute(
            select(model.channel, model.user, model.kind)
            .where(tuple_(model.channel, model.user).in_(users), *_waits(model, now))
            .distinct()
        )
        return [(channel, user, kind) for channel, user, kind in rows]

    async def find_states(self, row_ids: Collection[int]) -> Sequence[tuple[str, str]]:
        """Give (channel, state) of some rows, as they stand in this unit of work."""
        if not row_ids:
            return []
        model = self._model
        rows = await self._session.execute(
            select(model.channel, model.state).where(model.id.in_(row_ids))
        )
        return [(channel, state) for channel, state in rows]

    async def count(self, state: str) -> int:
        """Count the rows in a state."""
        statement = select(func.count()).select_from(self._model).where(self._model.state == state)
        return await self._session.scalar(statement) or 0

    async def retry(self, *which: ColumnElement[bool], **values: Any) -> int:
        """Make rows that had ended new again; return how many."""
        fresh = {"state": "new", "attempts": 0, "finished_at": None, "lease_until": None}
        statement = update(self._model).where(*which).values(fresh | values)
        return await count_changed(
            self._session, statement.execution_options(synchronize_session=False)
        )


def has_come(model: Any, now: Any) -> ColumnElement[bool]:
    """Pick the rows whose moment has come."""
    return or_(model.not_before.is_(None), model.not_before <= now)


def _waits(model: Any, now: Any) -> tuple[ColumnElement[bool], ...]:
    """Pick the rows that have not ended and whose moment has come."""
    return model.finished_at.is_(None), has_come(model, now)


@cache  # what every idle process asks several times a second
def _build_claim(model: Any, wanted: Wanted) -> Any:
    chosen = (
        select(model.id)
        .where(*wanted(), *_ready(model))
        .order_by(model.id)
        .limit(bindparam("at_most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("chosen")  # run once: PostgreSQL may repeat a subquery, and so lock more rows
    )
    return (
        update(model)
        .where(model.id.in_(select(chosen.c.id)))
        .values(
            state="claimed",
            token=bindparam("claimed_by"),
            lease_until=bindparam("claimed_until"),
            attempts=model.attempts + 1,
        )
        .returning(model)
        .execution_options(synchronize_session=False)
    )


@cache
def _build_parking(model: Any) -> Any:
    is_dead = (model.token.is_not(None), model.lease_until <= _NOW)
    return (
        update(model)
        .where(*is_dead, model.attempts >= MAX_ATTEMPTS)
        .values(state="parked", token=None, finished_at=_NOW, error="never finished")
        .returning(model.id)
        .execution_options(synchronize_session=False)
    )


def _ready(model: Any) -> list[ColumnElement[bool]]:
    earlier = aliased(model)
    first = (  # looked up in an index for each candidate, whatever the planner believes
        select(earlier.id)
        .where(
            earlier.channel == model.channel,
            earlier.user == model.user,
            earlier.kind == model.kind,
            *_waits(earlier, _NOW),
        )
        .order_by(earlier.id)
        .limit(1)
        .scalar_subquery()
    )
    has_hope = or_(model.token.is_(None), model.attempts < MAX_ATTEMPTS)  # the others are parked
    is_free = or_(model.state == "new", and_(model.lease_until <= _NOW, has_hope))
    return [*_waits(model, _NOW), is_free, model.id == first]
