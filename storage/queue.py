"""A durable queue in a table: claim with a lease, record with the token, order per address.

A row is ready when it is new or its lease has ended; it is taken only when no earlier row of the
same address and kind is unfinished. The same statement claims without doubles on both databases:
PostgreSQL skips rows that another transaction has locked, SQLite has one writer.
"""

import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.errors import CannotOpen, LostClaim
from storage.models import InboxRow, OutboxRow
from storage.statements import count_changed

Row = TypeVar("Row", InboxRow, OutboxRow)
Value = TypeVar("Value")
MAX_ATTEMPTS = 5
UNFINISHED = ("new", "claimed")


class Queue(Generic[Row]):
    """Claim, finish and fail the rows of one table."""

    def __init__(self, session: AsyncSession, model: type[Row]) -> None:
        self._session = session
        self._model: type[Row] = model

    async def claim(
        self,
        *,
        now: dt.datetime,
        lease: dt.timedelta,
        limit: int,
        channels: Sequence[str] | None = None,
        user: str | None = None,
    ) -> Sequence[Row]:
        """Take up to `limit` ready rows, oldest first, for `lease` from `now`.

        A row whose claims kept ending without a result (it kills its worker, or outlives every
        lease) is parked instead of taken again.
        """
        model = self._model
        await self._park_hopeless(now)
        chosen = self._ready(now, channels, user).limit(limit).with_for_update(skip_locked=True)
        statement = (
            update(model)
            .where(model.id.in_(chosen.scalar_subquery()))
            .values(
                state="claimed",
                token=secrets.token_hex(16),
                lease_until=now + lease,
                attempts=model.attempts + 1,
            )
            .returning(model)
            .execution_options(synchronize_session=False)
        )
        rows = (await self._session.scalars(statement)).all()
        return sorted(rows, key=lambda row: row.id)

    async def _park_hopeless(self, now: dt.datetime) -> None:
        model = self._model
        await self._session.execute(
            update(model)
            .where(
                model.state == "claimed",
                model.token.is_not(None),
                model.lease_until <= now,
                model.attempts >= MAX_ATTEMPTS,
            )
            .values(state="parked", token=None, finished_at=now, error="never finished")
            .execution_options(synchronize_session=False)
        )

    def _ready(
        self, now: dt.datetime, channels: Sequence[str] | None, user: str | None
    ) -> Select[Any]:
        model = self._model
        earlier = aliased(model)
        blocked = exists().where(
            earlier.channel == model.channel,
            earlier.user == model.user,
            earlier.kind == model.kind,
            earlier.id < model.id,
            earlier.state.in_(UNFINISHED),
        )
        is_ready = or_(
            model.state == "new", and_(model.state == "claimed", model.lease_until <= now)
        )
        wanted: list[ColumnElement[bool]] = [is_ready, ~blocked]
        if channels is not None:
            wanted.append(model.channel.in_(channels))
        if user is not None:
            wanted.append(model.user == user)
        return select(model.id).where(*wanted).order_by(model.id)

    async def open_all(
        self, rows: Sequence[Row], unseal: Callable[[Row], Value], *, now: dt.datetime
    ) -> list[Value]:
        """Open claimed rows; one that no key opens is parked, so that it holds up nobody."""
        opened = []
        for row in rows:
            try:
                opened.append(unseal(row))
            except CannotOpen as error:
                values = {"state": "parked", "finished_at": now, "error": error.code}
                await self._record(row.id, row.token or "", **values)
        return opened

    async def finish(self, row_id: int, token: str, *, now: dt.datetime, state: str) -> None:
        """Record the end of a claim; raise `LostClaim` when it is no longer ours."""
        await self._record(row_id, token, state=state, finished_at=now, lease_until=None)

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
        await self._record(row_id, token, **values)
        return is_parked

    async def _record(self, row_id: int, token: str, **values: Any) -> None:
        model = self._model
        owned = (model.id == row_id, model.token == token, model.state == "claimed")
        statement = update(model).where(*owned).values(**values, token=None)
        if await count_changed(self._session, statement) != 1:
            raise LostClaim("claim_lost", row=row_id)

    async def has_unfinished(self, channel: str, user: str, kind: str) -> bool:
        """Tell whether an address has a row of a kind that is not finished."""
        model = self._model
        found = await self._session.scalar(
            select(model.id)
            .where(
                model.channel == channel,
                model.user == user,
                model.kind == kind,
                model.state.in_(UNFINISHED),
            )
            .limit(1)
        )
        return found is not None

    async def count(self, state: str) -> int:
        """Count the rows in a state."""
        statement = select(func.count()).select_from(self._model).where(self._model.state == state)
        return await self._session.scalar(statement) or 0

    async def purge(self, before: dt.datetime) -> int:
        """Delete rows finished before a moment; return how many."""
        statement = delete(self._model).where(self._model.finished_at < before)
        return await count_changed(self._session, statement)

    async def retry_parked(self) -> int:
        """Make parked rows new again; return how many."""
        return await count_changed(
            self._session,
            update(self._model)
            .where(self._model.state == "parked")
            .values(state="new", attempts=0, finished_at=None, lease_until=None),
        )
