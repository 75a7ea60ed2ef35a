"""Browsers that show a code, let in on the word of the officer who types it in chat."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher, digest_secret
from storage.models import LoginRequestRow
from storage.values import LoginRequest, LoginState

_CODE = "login code "
ENDED_KEPT = dt.timedelta(hours=1)  # so that a code typed late is told from one never shown


class LoginRequests:
    """Keep requests: one browser, one code, one officer.

    Codes are short enough to be tried out, so they are digested under the key.
    """

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def add(
        self,
        code: str,
        secret: str,
        *,
        browser: str,
        now: dt.datetime,
        expires_at: dt.datetime,
    ) -> None:
        """Remember a browser (by its secret) that shows a code."""
        ended = delete(LoginRequestRow).where(LoginRequestRow.expires_at <= now - ENDED_KEPT)
        await self._session.execute(ended)
        self._session.add(
            LoginRequestRow(
                code_digest=self._cipher.digest(_CODE + code),
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
            LoginRequestRow.code_digest.in_(self._digest(code)),
            LoginRequestRow.state == LoginState.SHOWN.value,
            LoginRequestRow.expires_at > now,
            state=LoginState.TYPED.value,
            person_id=person_id,
        )

    async def find_by_code(self, code: str) -> LoginRequest | None:
        """Find the request of a code, whatever has become of it; for a while one that has ended."""
        row = await self._session.scalar(
            select(LoginRequestRow)
            .where(LoginRequestRow.code_digest.in_(self._digest(code)))
            .execution_options(populate_existing=True)
        )
        return _request(row) if row else None

    async def find_typed(self, person_id: int, *, now: dt.datetime) -> Sequence[LoginRequest]:
        """List the requests that an officer has typed the code of and not decided on."""
        rows = await self._session.scalars(
            select(LoginRequestRow)
            .where(
                LoginRequestRow.person_id == person_id,
                LoginRequestRow.state == LoginState.TYPED.value,
                LoginRequestRow.expires_at > now,
            )
            .order_by(LoginRequestRow.id.desc())
            .execution_options(populate_existing=True)
        )
        return [_request(row) for row in rows]

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

    async def find(self, secret: str, *, now: dt.datetime) -> LoginRequest | None:
        """Find the request of a browser by its secret, unless it has expired."""
        row = await self._session.scalar(
            select(LoginRequestRow)
            .where(
                LoginRequestRow.browser_digest == digest_secret(secret),
                LoginRequestRow.expires_at > now,
            )
            .order_by(LoginRequestRow.id.desc())
            .limit(1)
            .execution_options(populate_existing=True)
        )
        return _request(row) if row else None

    async def consume(self, secret: str, *, now: dt.datetime) -> LoginRequest | None:
        """Use up what an officer has agreed to; None where nobody has."""
        return await self._change(
            LoginRequestRow.browser_digest == digest_secret(secret),
            LoginRequestRow.state == LoginState.AGREED.value,
            LoginRequestRow.expires_at > now,
            state=LoginState.USED.value,
        )

    def _digest(self, code: str) -> Sequence[str]:
        return self._cipher.digests(_CODE + code)

    async def _change(self, *which: ColumnElement[bool], **values: object) -> LoginRequest | None:
        statement = (
            update(LoginRequestRow).where(*which).values(**values).returning(LoginRequestRow)
        )
        row = await self._session.scalar(statement.execution_options(populate_existing=True))
        return _request(row) if row else None


def _request(row: LoginRequestRow) -> LoginRequest:
    return LoginRequest(
        row.id, row.browser, row.made_at, row.expires_at, LoginState(row.state), row.person_id
    )
