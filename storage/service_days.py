"""How well each day was served: counted while messages are kept, remembered afterwards."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import InboxRow, OutboxRow, ServiceDayRow
from storage.statements import dialect_insert
from storage.values.service import ServiceDay

_NEVER_ARRIVED = ("parked", "stale")
_KEY = ("day", "channel")


class ServiceDays:
    """Count, keep and list days."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(
        self,
        day: dt.date,
        since: dt.datetime,
        until: dt.datetime,
        *,
        seconds: int,
        now: dt.datetime,
    ) -> Sequence[ServiceDay]:
        """Count what came from `since` and before `until`, by channel.

        A reply counts once it has arrived, or once it is late.
        """
        is_late = OutboxRow.asked_at <= now - dt.timedelta(seconds=seconds)
        in_time = case((OutboxRow.took_ms <= seconds * 1000, 1), else_=0)
        rows = await self._session.execute(
            select(OutboxRow.channel, func.count(), func.sum(in_time), func.max(OutboxRow.took_ms))
            .where(OutboxRow.asked_at >= since, OutboxRow.asked_at < until)
            .where(or_(OutboxRow.took_ms.is_not(None), is_late))
            .where(OutboxRow.state != "unreachable")  # who has blocked us is not kept waiting
            .group_by(OutboxRow.channel)
        )
        found = {channel: (int(n), int(good), int(slow or 0)) for channel, n, good, slow in rows}
        lost = await self._count_lost(since, until)
        return [
            ServiceDay(day, channel, n, good, seconds, slow, lost.get(channel, 0))
            for channel in sorted({*found, *lost})
            for n, good, slow in [found.get(channel, (0, 0, 0))]
        ]

    async def _count_lost(self, since: dt.datetime, until: dt.datetime) -> dict[str, int]:
        """Count messages given up, replies and others given up, and replies of no use any more."""
        lost: dict[str, int] = defaultdict(int)
        is_reply = or_(OutboxRow.state == "parked", OutboxRow.asked_at.is_not(None))
        for model, which in (
            (InboxRow, (InboxRow.state == "parked",)),
            (OutboxRow, (OutboxRow.state.in_(_NEVER_ARRIVED), is_reply)),
        ):
            created: Any = model.created_at
            rows = await self._session.execute(
                select(model.channel, func.count())
                .where(*which, created >= since, created < until)
                .group_by(model.channel)
            )
            for channel, count in rows:
                lost[channel] += count
        return lost

    async def save(self, days: Sequence[ServiceDay], *, now: dt.datetime) -> None:
        """Keep how days stand; what fewer replies are left of is kept as it was."""
        for each in days:
            values = {
                "day": each.day,
                "channel": each.channel,
                "replies": each.replies,
                "in_time": each.in_time,
                "seconds": each.seconds,
                "slowest_ms": each.slowest_ms,
                "lost": each.lost,
                "counted_at": now,
            }
            changed = {name: value for name, value in values.items() if name not in _KEY}
            statement = dialect_insert(self._session, ServiceDayRow).values(**values)
            await self._session.execute(
                statement.on_conflict_do_update(
                    index_elements=list(_KEY),
                    set_=changed,
                    where=ServiceDayRow.replies <= statement.excluded.replies,
                )
            )

    async def list_from(self, first: dt.date) -> Sequence[ServiceDay]:
        """List the days from one on, the latest first."""
        row = ServiceDayRow
        rows = await self._session.execute(
            select(
                row.day,
                row.channel,
                row.replies,
                row.in_time,
                row.seconds,
                row.slowest_ms,
                row.lost,
            )
            .where(row.day >= first)
            .order_by(row.day.desc(), row.channel)
        )
        return [ServiceDay(*each) for each in rows]
