"""Web sessions and one-time links, known by digests only."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import digest_secret
from storage.models import LoginLinkRow, LoginRequestRow, PersonRow, WebSessionRow
from storage.statements import count_changed
from storage.values import Session


class Logins:
    """Keep sessions and consume links."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def open_session(
        self,
        secret: str,
        *,
        role: str,
        now: dt.datetime,
        expires_at: dt.datetime,
        person_id: int | None = None,
        browser: str = "",
    ) -> None:
        """Remember a session by its secret's digest."""
        self._session.add(
            WebSessionRow(
                digest=digest_secret(secret),
                role=role,
                person_id=person_id,
                browser=browser,
                created_at=now,
                expires_at=expires_at,
            )
        )
        await self._session.flush()

    async def find_session(self, secret: str, *, now: dt.datetime) -> Session | None:
        """Find a session that has not ended."""
        row = await self._session.scalar(
            select(WebSessionRow).where(
                WebSessionRow.digest == digest_secret(secret), WebSessionRow.expires_at > now
            )
        )
        return _session(row) if row else None

    async def list_sessions(
        self, roles: Sequence[str], *, now: dt.datetime, person_id: int | None = None
    ) -> Sequence[Session]:
        """List the sessions of some roles (of an officer) that have not ended, newest first."""
        which = [WebSessionRow.person_id == person_id] if person_id is not None else []
        return await self._list(WebSessionRow.role.in_(roles), *which, now=now)

    async def list_sessions_in(self, locality_id: int, *, now: dt.datetime) -> Sequence[Session]:
        """List the sessions of a place's officers that have not ended, newest first."""
        officers = select(PersonRow.id).where(PersonRow.locality_id == locality_id)
        return await self._list(WebSessionRow.person_id.in_(officers), now=now)

    async def _list(self, *which: ColumnElement[bool], now: dt.datetime) -> Sequence[Session]:
        rows = await self._session.scalars(
            select(WebSessionRow)
            .where(*which, WebSessionRow.expires_at > now)
            .order_by(WebSessionRow.created_at.desc(), WebSessionRow.digest)
            .execution_options(populate_existing=True)
        )
        return [_session(row) for row in rows]

    async def close_session(self, digest: str) -> bool:
        """End a session; tell whether it was there."""
        statement = delete(WebSessionRow).where(WebSessionRow.digest == digest)
        return await count_changed(self._session, statement) > 0

    async def close_sessions_of(self, person_id: int) -> int:
        """End all sessions of an officer; return how many there were."""
        statement = delete(WebSessionRow).where(WebSessionRow.person_id == person_id)
        return await count_changed(self._session, statement)

    async def forget_person(self, person_id: int) -> int:
        """End all sessions of an officer, and whatever would open one; return how many ended."""
        for model in (LoginLinkRow, LoginRequestRow):
            await self._session.execute(delete(model).where(model.person_id == person_id))
        return await self.close_sessions_of(person_id)

    async def renew(self, secret: str, *, expires_at: dt.datetime) -> None:
        """Let a session end later."""
        await self._session.execute(
            update(WebSessionRow)
            .where(WebSessionRow.digest == digest_secret(secret))
            .values(expires_at=expires_at)
        )

    async def add_link(
        self, secret: str, *, role: str, expires_at: dt.datetime, person_id: int | None = None
    ) -> None:
        """Remember a one-time link by its secret's digest."""
        self._session.add(
            LoginLinkRow(
                digest=digest_secret(secret), role=role, person_id=person_id, expires_at=expires_at
            )
        )
        await self._session.flush()

    async def has_link(self, secret: str, *, now: dt.datetime) -> bool:
        """Tell whether a link can be used."""
        statement = select(LoginLinkRow.digest).where(
            LoginLinkRow.digest == digest_secret(secret),
            LoginLinkRow.used_at.is_(None),
            LoginLinkRow.expires_at > now,
        )
        return await self._session.scalar(statement) is not None

    async def consume_link(self, secret: str, *, now: dt.datetime) -> tuple[str, int | None] | None:
        """Use a link up; give its role and officer, or None if it is unknown, used or expired."""
        found = await self._session.execute(
            update(LoginLinkRow)
            .where(
                LoginLinkRow.digest == digest_secret(secret),
                LoginLinkRow.used_at.is_(None),
                LoginLinkRow.expires_at > now,
            )
            .values(used_at=now)
            .returning(LoginLinkRow.role, LoginLinkRow.person_id)
        )
        row = found.one_or_none()
        return (row.role, row.person_id) if row else None


def _session(row: WebSessionRow) -> Session:
    return Session(row.digest, row.role, row.person_id, row.browser, row.created_at, row.expires_at)
