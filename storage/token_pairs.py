"""Tokens of Official Accounts: sealed; the pair before is kept to find out what happened."""

import datetime as dt

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import TokenPairRow
from storage.values import TokenPair


class TokenPairs:
    """Keep one pair a channel."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def find(self, channel: str) -> TokenPair | None:
        """Find a channel's pair, as it stands in the database now."""
        row = await self._session.get(TokenPairRow, channel, populate_existing=True)
        if row is None:
            return None
        return TokenPair(
            self._cipher.decrypt(row.access_sealed),
            self._cipher.decrypt(row.refresh_sealed),
            row.expires_at,
            row.changed_at,
            row.failed_at,
            row.failure,
        )

    async def save(
        self,
        channel: str,
        access: str,
        refresh: str,
        *,
        expires_at: dt.datetime,
        now: dt.datetime,
    ) -> None:
        """Put a new pair in place of the one before, which is kept beside it."""
        row = await self._session.get(TokenPairRow, channel)
        if row is None:
            row = TokenPairRow(channel=channel)
            self._session.add(row)
        else:
            before = map(self._cipher.decrypt, (row.access_sealed, row.refresh_sealed))
            row.previous_sealed = self._cipher.encrypt(" ".join(before))
        row.access_sealed = self._cipher.encrypt(access)
        row.refresh_sealed = self._cipher.encrypt(refresh)
        row.expires_at, row.changed_at = expires_at, now
        row.failed_at, row.failure = None, ""
        await self._session.flush()

    async def note_failure(self, channel: str, failure: str, *, now: dt.datetime) -> bool:
        """Note that no new pair could be had; tell whether that is the first time in a row."""
        changed = await self._session.scalar(
            update(TokenPairRow)
            .where(TokenPairRow.channel == channel, TokenPairRow.failed_at.is_(None))
            .values(failed_at=now, failure=failure[:40])
            .returning(TokenPairRow.channel)
        )
        return changed is not None
