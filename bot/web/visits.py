"""Browsers and their sessions: the secret stays in the cookie, the database knows a digest."""

import datetime as dt
import secrets
from dataclasses import dataclass

from fastapi import Request, Response

from bot.app import App
from bot.channels.web import NAME
from storage.cipher import digest_secret
from storage.values import Address

CITIZEN = "citizen"
OPERATOR = "operator"
CHAT_COOKIE = "motcua"
DESK_COOKIE = "motcua_quan_tri"
CHAT_LIFETIME = dt.timedelta(days=180)
DESK_LIFETIME = dt.timedelta(hours=12)
DESK_PATH = "/quan-tri"


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


async def is_operator(app: App, request: Request) -> bool:
    """Tell whether the request comes from a browser that used an operator's link."""
    return await _find_role(app, request.cookies.get(DESK_COOKIE)) == OPERATOR


async def use_link(app: App, link: str) -> str | None:
    """Use up a one-time link; give the new session's secret, or None if the link is void."""
    now = app.clock.now()
    secret = secrets.token_urlsafe(32)
    async with app.database.write() as work:
        role = await work.logins.consume_link(link, now=now)
        if role is None:
            return None
        await work.logins.open_session(secret, role=role, now=now, expires_at=now + DESK_LIFETIME)
    return secret


async def _find_role(app: App, secret: str | None) -> str | None:
    if not secret:
        return None
    async with app.database.read() as work:
        return await work.logins.find_role(secret, now=app.clock.now())


def give_chat_cookie(response: Response, request: Request, secret: str) -> None:
    """Put the chat's secret into the browser."""
    _give_cookie(response, request, CHAT_COOKIE, secret, lifetime=CHAT_LIFETIME, path="/")


def give_desk_cookie(response: Response, request: Request, secret: str) -> None:
    """Put the operator's secret into the browser."""
    _give_cookie(response, request, DESK_COOKIE, secret, lifetime=DESK_LIFETIME, path=DESK_PATH)


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
