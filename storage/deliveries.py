"""How delivery stands, in figures: nothing here opens a reply or names a person."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OutboxRow
from storage.outbox_statements import build_look
from storage.values import Address, OutboxKind

GIVEN_UP = ("parked", "unreachable")
_due_at = func.coalesce(OutboxRow.not_before, OutboxRow.created_at)


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A reply that was not delivered: where it should have gone, and the kind of failure."""

    id: int
    state: str
    kind: str
    channel: str
    error: str
    made_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Lost:
    """A reply that was given up; `tried` are all addresses it was sent to, the last one last."""

    kind: OutboxKind
    state: str
    tried: tuple[Address, ...]


class Deliveries:
    """Count replies and find what waits or was given up."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self) -> Mapping[tuple[str, str], int]:
        """Count the replies kept, by state and kind."""
        rows = await self._session.execute(
            select(OutboxRow.state, OutboxRow.kind, func.count()).group_by(
                OutboxRow.state, OutboxRow.kind
            )
        )
        return {(state, kind): count for state, kind, count in rows}

    async def find_ready(self, channels: Collection[str], *, now: dt.datetime) -> set[str]:
        """Give those of some channels where a reply may be ready to be claimed."""
        if not channels:
            return set()
        looked = build_look(tuple(sorted(channels)))
        return set(await self._session.scalars(looked, {"looked_at": now}))

    async def find_oldest(self, *, now: dt.datetime) -> dt.datetime | None:
        """Give the moment since which the oldest waiting reply has been due."""
        waiting = (OutboxRow.finished_at.is_(None), _due_at <= now)
        oldest: dt.datetime | None = await self._session.scalar(
            select(_due_at).where(*waiting).order_by(_due_at).limit(1)
        )
        return oldest

    async def count_waiting(self, before: dt.datetime) -> Mapping[str, int]:
        """Count, by channel, the replies that wait and were due before a moment."""
        rows = await self._session.execute(
            select(OutboxRow.channel, func.count())
            .where(OutboxRow.finished_at.is_(None), _due_at < before)
            .group_by(OutboxRow.channel)
            .order_by(OutboxRow.channel)
        )
        return {channel: int(count) for channel, count in rows}

    async def count_errors(self) -> Mapping[str, int]:
        """Count the parked replies by the kind of their last failure, the most frequent first."""
        count = func.count()
        rows = await self._session.execute(
            select(OutboxRow.error, count)
            .where(OutboxRow.state == "parked")
            .group_by(OutboxRow.error)
            .order_by(count.desc(), OutboxRow.error)
        )
        return {error or "": number for error, number in rows}

    async def list_given_up(self, *, limit: int) -> Sequence[GivenUp]:
        """List the replies that can be sent again by number, the newest first."""
        rows = await self._session.scalars(
            select(OutboxRow)
            .where(OutboxRow.state.in_(GIVEN_UP))
            .order_by(OutboxRow.id.desc())
            .limit(limit)
        )
        return [
            GivenUp(row.id, row.state, row.kind, row.channel, row.error or "", row.created_at)
            for row in rows
        ]

    async def find_lost(self, outbox_ids: Collection[int]) -> Sequence[Lost]:
        """Find what was given up of some replies (ids), for whoever else must hear of it."""
        rows = await self._session.scalars(
            select(OutboxRow)
            .where(OutboxRow.id.in_(outbox_ids), OutboxRow.state.in_(GIVEN_UP))
            .order_by(OutboxRow.id)
            .execution_options(populate_existing=True)
        )
        return [
            Lost(OutboxKind(row.kind), row.state, (*_read(row), Address(row.channel, row.user)))
            for row in rows
        ]

    async def find_stale(self, outbox_ids: Collection[int]) -> Sequence[str]:
        """Find what some replies (ids) were about that went stale, and nothing of it arrived."""
        arrived = select(OutboxRow.subject).where(
            OutboxRow.state == "delivered", OutboxRow.subject.is_not(None)
        )
        rows = await self._session.scalars(
            select(OutboxRow.subject)
            .where(
                OutboxRow.id.in_(outbox_ids),
                OutboxRow.state == "stale",
                OutboxRow.subject.is_not(None),
                OutboxRow.subject.not_in(arrived),
            )
            .distinct()
        )
        return [subject for subject in rows if subject]


def _read(row: OutboxRow) -> Iterator[Address]:
    """Read the addresses tried before, as `storage.outbox.name_address` has named them."""
    for name in row.tried or ():
        channel, user = name.split(" ", 1)
        yield Address(channel, user)
