"""Browsers and their sessions: the secret stays in the cookie, the database knows a digest."""

import datetime as dt
import hmac
import secrets
from dataclasses import dataclass

from fastapi import Request, Response

from bot.app import App
from bot.channels.web import NAME
from storage.cipher import digest_secret
from storage.values import Address
from storage.work import Work

CITIZEN = "citizen"
OPERATOR = "operator"
OFFICER = "officer"  # whose role is theirs of the day, not of the session
CHAT_COOKIE = "motcua"
DESK_COOKIE = "motcua_desk"
CHAT_LIFETIME = dt.timedelta(days=180)
DESK_LIFETIME = dt.timedelta(hours=12)
DESK_PATH = "/desk"
LOGIN_PATH = "/vao"
_SIGNED = "desk session "


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser at the chat; one that is not known yet has no row until its page connects."""

    secret: str
    is_known: bool

    @property
    def address(self) -> Address:
        """Where this browser's replies go."""
        return Address(NAME, digest_secret(self.secret))


async def find_visit(app: App, request: Request) -> Visit:
    """Recognise a browser by its cookie, or make a new secret for it."""
    secret = request.cookies.get(CHAT_COOKIE)
    if secret and await _find_role(app, secret):
        await _renew(app, secret)
        return Visit(secret, is_known=True)
    return Visit(secrets.token_urlsafe(32), is_known=False)


async def _renew(app: App, secret: str) -> None:
    """Let a chat that is still used end later than it would."""
    async with app.database.write() as work:
        await work.logins.renew(secret, expires_at=app.clock.now() + CHAT_LIFETIME)


async def keep_visit(app: App, visit: Visit) -> None:
    """Remember a new browser; called when its page connects, so that crawlers leave no rows."""
    now = app.clock.now()
    async with app.database.write() as work:
        await work.logins.open_session(
            visit.secret, role=CITIZEN, now=now, expires_at=now + CHAT_LIFETIME
        )


def read_desk_cookie(app: App, request: Request) -> str | None:
    """Give the secret in a browser's cookie; None where it is not one that we have signed."""
    secret, _, signature = request.cookies.get(DESK_COOKIE, "").partition(".")
    known = app.database.cipher.digests(f"{_SIGNED}{secret}")
    is_ours = [hmac.compare_digest(signature.encode(), each.encode()) for each in known]
    return secret if secret and any(is_ours) else None


def sign_secret(app: App, secret: str) -> str:
    """Write a session's secret as its cookie holds it."""
    return f"{secret}.{app.database.cipher.digest(f'{_SIGNED}{secret}')}"


async def use_link(app: App, link: str, browser: str = "") -> str | None:
    """Use up a one-time link; give the new session's secret, or None if the link is void."""
    now = app.clock.now()
    async with app.database.write() as work:
        found = await work.logins.consume_link(link, now=now)
        if found is None:
            return None
        role, person_id = found
        return await open_desk_session(
            work, role=role, person_id=person_id, browser=browser, now=now
        )


async def open_desk_session(
    work: Work, *, role: str, person_id: int | None, browser: str, now: dt.datetime
) -> str:
    """Let a browser in; give the session's secret."""
    secret = secrets.token_urlsafe(32)
    await work.logins.open_session(
        secret,
        role=role,
        person_id=person_id,
        browser=browser,
        now=now,
        expires_at=now + DESK_LIFETIME,
    )
    return secret


async def _find_role(app: App, secret: str | None) -> str | None:
    if not secret:
        return None
    async with app.database.read() as work:
        session = await work.logins.find_session(secret, now=app.clock.now())
    return session.role if session else None


def give_chat_cookie(response: Response, request: Request, secret: str) -> None:
    """Put the chat's secret into the browser."""
    _give_cookie(response, request, CHAT_COOKIE, secret, lifetime=CHAT_LIFETIME, path="/")


def give_desk_cookie(app: App, response: Response, request: Request, secret: str) -> None:
    """Put a session's signed secret into the browser."""
    value = sign_secret(app, secret)
    _give_cookie(response, request, DESK_COOKIE, value, lifetime=DESK_LIFETIME, path=DESK_PATH)


def _give_cookie(
    response: Response,
    request: Request,
    name: str,
    secret: str,
    *,
    lifetime: dt.timedelta,
    path: str,
) -> None:
    response.set_cookie(
        name,
        secret,
        max_age=int(lifetime.total_seconds()),
        path=path,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
