"""Browsers and their sessions: the secret stays in the cookie, the database knows a digest."""

import datetime as dt
import hmac
import secrets
from dataclasses import dataclass

from fastapi import Request, Response

from bot.app import App
from bot.channels.web import NAME
from handlers.login.links import PATH
from handlers.login.requests import VALID_FOR
from handlers.login.sessions import LIFETIME
from storage.cipher import digest_secret
from storage.values import Address

CITIZEN = "citizen"
CHAT_COOKIE = "motcua"
DESK_COOKIE = "motcua_desk"
CHAT_LIFETIME = dt.timedelta(days=180)
DESK_PATH = "/desk"
LOGIN_PATH = PATH
LOGIN_COOKIE = "motcua_vao"
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
    """Recognise a browser by its cookie, or make a new secret for it.

    A session of the desk is none of the chat's: used as such it would be renewed past its end.
    """
    secret = request.cookies.get(CHAT_COOKIE)
    if secret and await _find_role(app, secret) == CITIZEN:
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
    _give_cookie(response, request, DESK_COOKIE, value, lifetime=LIFETIME, path=DESK_PATH)


def give_login_cookie(response: Response, request: Request, secret: str) -> None:
    """Put the secret of a request to log in into the browser, for the login's pages only."""
    _give_cookie(response, request, LOGIN_COOKIE, secret, lifetime=VALID_FOR, path=LOGIN_PATH)


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
