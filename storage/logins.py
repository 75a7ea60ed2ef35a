"""Web sessions, one-time links and requests to log in, known by digests only."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import digest_secret
from storage.models import LoginLinkRow, LoginRequestRow, WebSessionRow
from storage.statements import count_changed
from storage.values import LoginRequest, LoginState, Session

_WAITING = (LoginState.SHOWN, LoginState.TYPED)


class Logins:
    """Keep sessions, consume links, and let a browser in on an officer's word in chat."""

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
        statement = (
            select(WebSessionRow)
            .where(WebSessionRow.role.in_(roles), WebSessionRow.expires_at > now)
            .order_by(WebSessionRow.created_at.desc(), WebSessionRow.digest)
        )
        if person_id is not None:
            statement = statement.where(WebSessionRow.person_id == person_id)
        return [_session(row) for row in await self._session.scalars(statement)]

    async def close_session(self, digest: str) -> bool:
        """End a session; tell whether it was there."""
        statement = delete(WebSessionRow).where(WebSessionRow.digest == digest)
        return await count_changed(self._session, statement) > 0

    async def close_sessions_of(self, person_id: int) -> int:
        """End all sessions of an officer; return how many there were."""
        statement = delete(WebSessionRow).where(WebSessionRow.person_id == person_id)
        return await count_changed(self._session, statement)

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

    async def add_request(
        self,
        code: str,
        secret: str,
        *,
        browser: str,
        now: dt.datetime,
        expires_at: dt.datetime,
    ) -> None:
        """Remember a browser (by its secret) that shows a code."""
        self._session.add(
            LoginRequestRow(
                code_digest=digest_secret(code),
                browser_digest=digest_secret(secret),
                browser=browser,
                made_at=now,
                expires_at=expires_at,
                state=LoginState.SHOWN.value,
            )
        )
        await self._session.flush()

    async def type_code(
        self, code: str, *, person_id: int, now: dt.datetime
    ) -> LoginRequest | None:
        """Note who has typed a code; None if it is unknown, expired or another's."""
        return await self._change(
            LoginRequestRow.code_digest == digest_secret(code),
            LoginRequestRow.state == LoginState.SHOWN.value,
            LoginRequestRow.expires_at > now,
            state=LoginState.TYPED.value,
            person_id=person_id,
        )

    async def decide(
        self, request_id: int, state: LoginState, *, person_id: int, now: dt.datetime
    ) -> LoginRequest | None:
        """Keep what the officer who typed the code says: agreed or refused."""
        return await self._change(
            LoginRequestRow.id == request_id,
            LoginRequestRow.person_id == person_id,
            LoginRequestRow.state == LoginState.TYPED.value,
            LoginRequestRow.expires_at > now,
            state=state.value,
        )

    async def find_request(self, secret: str, *, now: dt.datetime) -> LoginRequest | None:
        """Find the request of a browser by its secret, unless it has expired."""
        row = await self._session.scalar(
            select(LoginRequestRow)
            .where(
                LoginRequestRow.browser_digest == digest_secret(secret),
                LoginRequestRow.expires_at > now,
            )
            .order_by(LoginRequestRow.id.desc())
            .limit(1)
        )
        return _request(row) if row else None

    async def consume_request(self, secret: str, *, now: dt.datetime) -> LoginRequest | None:
        """Use up what an officer has agreed to; None where nobody has."""
        return await self._change(
            LoginRequestRow.browser_digest == digest_secret(secret),
            LoginRequestRow.state == LoginState.AGREED.value,
            LoginRequestRow.expires_at > now,
            state=LoginState.USED.value,
        )

    async def _change(self, *which: object, **values: object) -> LoginRequest | None:
        statement = (
            update(LoginRequestRow).where(*which).values(**values).returning(LoginRequestRow)  # type: ignore[arg-type]
        )
        row = await self._session.scalar(statement.execution_options(populate_existing=True))
        return _request(row) if row else None

    async def purge(self, now: dt.datetime) -> None:
        """Delete sessions, links and requests that have ended."""
        for model in (WebSessionRow, LoginLinkRow, LoginRequestRow):
            await self._session.execute(delete(model).where(model.expires_at <= now))


def _session(row: WebSessionRow) -> Session:
    return Session(row.digest, row.role, row.person_id, row.browser, row.created_at, row.expires_at)


def _request(row: LoginRequestRow) -> LoginRequest:
    return LoginRequest(
        row.id, row.browser, row.made_at, row.expires_at, LoginState(row.state), row.person_id
    )
