"""Bots and Official Accounts by which channels reach people."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AccountRow, AddressRow, PersonRow
from storage.statements import dialect_insert
from storage.values import Account


class Accounts:
    """Find and keep accounts by their channels' names."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def save(self, account: Account, *, now: dt.datetime) -> None:
        """Keep what an account's service says of it; what worked (`endpoint`) stays."""
        values = {
            "number": account.number,
            "title": account.title[:120],
            "link": account.link[:200],
            "locality_id": account.locality_id,
            "seen_at": now,
        }
        insert = dialect_insert(self._session, AccountRow).values(
            channel=account.channel, endpoint=account.endpoint, **values
        )
        await self._session.execute(
            insert.on_conflict_do_update(index_elements=[AccountRow.channel], set_=values)
        )

    async def remember_endpoint(self, channel: str, endpoint: str) -> None:
        """Remember which of a service's endpoints worked."""
        await self._session.execute(
            update(AccountRow).where(AccountRow.channel == channel).values(endpoint=endpoint)
        )

    async def find(self, channel: str) -> Account | None:
        """Find a channel's account."""
        row = await self._session.get(AccountRow, channel)
        return _account(row) if row else None

    async def list_all(self) -> Sequence[Account]:
        """List all accounts, by their channels' names."""
        rows = await self._session.scalars(select(AccountRow).order_by(AccountRow.channel))
        return [_account(row) for row in rows]

    async def count_people(self) -> dict[str, int]:
        """Count the officers whom each channel reaches."""
        rows = await self._session.execute(
            select(AddressRow.channel, func.count())
            .join(PersonRow, PersonRow.id == AddressRow.person_id)
            .where(PersonRow.left_at.is_(None))
            .group_by(AddressRow.channel)
        )
        return {row[0]: row[1] for row in rows}


def _account(row: AccountRow) -> Account:
    return Account(row.channel, row.number, row.title, row.link, row.locality_id, row.endpoint)
