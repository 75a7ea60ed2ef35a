"""Web sessions and one-time links, known by digests only."""

import datetime as dt

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import digest_secret
from storage.models import LoginLinkRow, WebSessionRow


class Logins:
    """Keep sessions and consume links."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def open_session(
        self, secret: str, *, role: str, now: dt.datetime, expires_at: dt.datetime
    ) -> None:
        """Remember a session by its secret's digest."""
        self._session.add(
            WebSessionRow(
                digest=digest_secret(secret), role=role, created_at=now, expires_at=expires_at
            )
        )
        await self._session.flush()

    async def find_role(self, secret: str, *, now: dt.datetime) -> str | None:
        """Find the role of a session that has not ended."""
        return await self._session.scalar(
            select(WebSessionRow.role).where(
                WebSessionRow.digest == digest_secret(secret), WebSessionRow.expires_at > now
            )
        )

    async def add_link(self, secret: str, *, role: str, expires_at: dt.datetime) -> None:
        """Remember a one-time link by its secret's digest."""
        self._session.add(
            LoginLinkRow(digest=digest_secret(secret), role=role, expires_at=expires_at)
        )
        await self._session.flush()

    async def consume_link(self, secret: str, *, now: dt.datetime) -> str | None:
        """Use a link up; give its role, or None if it is unknown, used or expired."""
        return await self._session.scalar(
            update(LoginLinkRow)
            .where(
                LoginLinkRow.digest == digest_secret(secret),
                LoginLinkRow.used_at.is_(None),
                LoginLinkRow.expires_at > now,
            )
            .values(used_at=now)
            .returning(LoginLinkRow.role)
        )

    async def renew(self, secret: str, *, expires_at: dt.datetime) -> None:
        """Let a session end later."""
        await self._session.execute(
            update(WebSessionRow)
            .where(WebSessionRow.digest == digest_secret(secret))
            .values(expires_at=expires_at)
        )

    async def purge(self, now: dt.datetime) -> None:
        """Delete sessions and links that have ended."""
        await self._session.execute(delete(WebSessionRow).where(WebSessionRow.expires_at <= now))
        await self._session.execute(delete(LoginLinkRow).where(LoginLinkRow.expires_at <= now))
