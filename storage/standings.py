"""How the installation stands, in figures: nothing here opens a row or names a person."""

import datetime as dt
from typing import Any

from sqlalchemy import case, func, literal_column, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.meta import BACKUP_TAKEN_AT
from storage.models import (
    CaseRow,
    CaseTermRow,
    InboxRow,
    LeaseRow,
    LocalityRow,
    MetaRow,
    OutboxRow,
    TokenPairRow,
)
from storage.queue import has_come
from storage.values.service import QueueState, Standing, TermCounts, TokenState

NEAR = dt.timedelta(days=2)
_GIVEN_UP = ("parked", "unreachable", "stale")  # few, and found by an index


class Standings:
    """Read how the installation stands; every statement ends in an index or a few rows."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def read(self, *, today: dt.date, now: dt.datetime) -> Standing:
        """Read all of it."""
        return Standing(
            revision=await self._session.scalar(text("SELECT version_num FROM alembic_version")),
            inbox=await self._read_queue(InboxRow, now),
            outbox=await self._read_queue(OutboxRow, now),
            leases=await self._read_leases(),
            tokens=await self._read_tokens(),
            terms=await self._count_terms(today),
            cases=await self._count_cases(),
            index_revisions=await self._sum_revisions(),
            backup_taken_at=await self._find_backup(),
        )

    async def find_time(self) -> dt.datetime | None:
        """Give the database server's own time; None where the database is a file."""
        if self._session.get_bind().dialect.name != "postgresql":
            return None
        at: dt.datetime | None = await self._session.scalar(select(func.clock_timestamp()))
        return at.astimezone(dt.UTC) if at else None

    async def _read_queue(self, model: Any, now: dt.datetime) -> QueueState:
        """Read what waits, and may be worked on now, and what was given up."""
        due_at = func.coalesce(model.not_before, model.created_at)
        waiting = await self._session.execute(
            select(model.channel, func.min(due_at), func.count())
            .where(model.finished_at.is_(None), has_come(model, now))
            .group_by(model.channel)
        )
        counts, oldest = {}, {}
        for channel, since, count in waiting:
            oldest[channel], counts[channel, "waiting"] = since, count
        given_up = await self._session.execute(
            select(model.channel, model.state, func.count())
            .where(model.state.in_(_GIVEN_UP))
            .group_by(model.channel, model.state)
        )
        counts |= {(channel, state): count for channel, state, count in given_up}
        return QueueState(oldest, counts)

    async def _read_leases(self) -> dict[str, dt.datetime]:
        rows = await self._session.execute(select(LeaseRow.name, LeaseRow.held_until))
        return {row.name: row.held_until for row in rows}

    async def _read_tokens(self) -> dict[str, TokenState]:
        pair = TokenPairRow
        rows = await self._session.execute(
            select(pair.channel, pair.changed_at, pair.expires_at, pair.failed_at)
        )
        return {channel: TokenState(got, ends, failed) for channel, got, ends, failed in rows}

    async def _count_terms(self, today: dt.date) -> TermCounts:
        term = CaseTermRow
        near = term.due_on.between(today, today + NEAR)
        counts = await self._session.execute(
            select(func.count(), _count_if(near), _count_if(term.due_on < today)).where(
                term.ended_on.is_(None), term.paused_on.is_(None)
            )
        )
        return TermCounts(*(int(count or 0) for count in counts.one()))

    async def _count_cases(self) -> dict[str, int]:
        rows = await self._session.execute(
            select(CaseRow.state, func.count()).group_by(CaseRow.state)
        )
        return {row[0]: row[1] for row in rows}

    async def _sum_revisions(self) -> int:
        total = await self._session.scalar(select(func.sum(LocalityRow.index_revision)))
        return int(total or 0)

    async def _find_backup(self) -> dt.datetime | None:
        statement = select(MetaRow.value).where(MetaRow.key == BACKUP_TAKEN_AT)
        value = await self._session.scalar(statement)
        return dt.datetime.fromisoformat(value) if value else None


def _count_if(condition: Any) -> Any:
    return func.sum(case((condition, literal_column("1")), else_=literal_column("0")))
