"""How many messages each channel has sent in a month, for those that have a quota."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ChannelCountRow
from storage.statements import dialect_insert


class Quotas:
    """Count what was sent, by channel and month (“2026-11”)."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, channel: str, month: str, *, by: int = 1) -> int:
        """Count messages more; return how many the month has seen."""
        insert = dialect_insert(self._session, ChannelCountRow).values(
            channel=channel, month=month, count=by
        )
        statement = insert.on_conflict_do_update(
            index_elements=[ChannelCountRow.channel, ChannelCountRow.month],
            set_={"count": ChannelCountRow.count + by},
        )
        counted = await self._session.execute(statement.returning(ChannelCountRow.count))
        return int(counted.scalar_one())

    async def sent(self, month: str) -> dict[str, int]:
        """Give how many messages a month has seen, by channel."""
        rows = await self._session.execute(
            select(ChannelCountRow.channel, ChannelCountRow.count).where(
                ChannelCountRow.month == month
            )
        )
        return {row[0]: row[1] for row in rows}
