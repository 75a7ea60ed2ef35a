"""`motcua zalo login`: the first pair of tokens of an Official Account, never on a command line."""

import base64
import hashlib
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated
from urllib.parse import unquote

import typer

from bot.app import App
from bot.channels.base import Refused, TryLater
from bot.channels.names import name_channel
from bot.channels.wire import Wire
from bot.channels.zalo_oa.account import KIND
from bot.channels.zalo_oa.api import ACCOUNT, OaAccount, call_with, read_account
from bot.channels.zalo_oa.codes import ZaloFailure
from bot.channels.zalo_oa.tokens import FIRST_LIFE, NewPair, fetch_pair
from bot.cli.frame import command, open_app, pick_place, read_settings, say_here, tell
from bot.settings import Settings
from handlers.errors import HandlerError
from storage.values import Account, Locality

_CODE = re.compile(r"(?:^|[?&]code=)([^\s?&#=/]{8,})(?:[&#]|$)")
_PATIENCE = 20.0  # seconds
_GOVERNMENT = "4"


@command
async def login(
    place: Annotated[str | None, typer.Option(help="The place; not needed with one.")] = None,
    code: Annotated[str | None, typer.Option(help="The code; asked for if not given.")] = None,
    verifier: Annotated[str | None, typer.Option(help="What the code was asked with.")] = None,
    tokens: Annotated[
        bool, typer.Option("--tokens", help="Enter a pair from the API Explorer.")
    ] = False,
) -> None:
    """Connect an Official Account: an administrator of it agrees in a browser.

    Example: motcua zalo login --place "xã Bến Lụa"
    """
    settings = read_settings()
    need_app(settings)
    async with open_app(settings, needs_embedder=False) as app, _told():
        locality = await pick_place(app, place)
        if tokens:
            pair = _ask_pair()
        else:
            pair = await _exchange(settings, *_ask_code(settings, code, verifier))
        found = await _fetch_account(settings, pair.access)
        await _keep(app, found, pair, locality)
    _tell_what_may_hinder(found)


def need_app(settings: Settings) -> None:
    """Stop where the app is not set."""
    if not (settings.zalo_app_id and settings.zalo_app_secret):
        raise HandlerError("zalo_not_set")


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    """Turn what the service does into one sentence."""
    try:
        yield
    except (ZaloFailure, Refused) as error:
        raise HandlerError("zalo_refused", reason=str(error.code)) from None
    except TryLater:
        raise HandlerError("zalo_no_answer") from None


def _ask_pair() -> NewPair:
    access = _ask("zalo_login_access")
    refresh = _ask("zalo_login_refresh")
    if not access or not refresh:
        raise HandlerError("zalo_no_pair")
    return NewPair(access, refresh, FIRST_LIFE)


def _ask_code(settings: Settings, code: str | None, verifier: str | None) -> tuple[str, str]:
    """Give a code and what it was asked with; tell how to get one where nothing was given."""
    if code is None and verifier is None:
        verifier = secrets.token_urlsafe(32)
        facts = {"verifier": verifier, "challenge": write_challenge(verifier)}
        tell("zalo_login_open", app=settings.zalo_app_id, **facts)
    found = _CODE.search((code or _ask("zalo_login_code")).strip())
    if found is None:
        raise HandlerError("zalo_no_code")
    return unquote(found[1]), verifier or ""


def write_challenge(verifier: str) -> str:
    """Write a PKCE challenge (S256) for a verifier."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _ask(key: str) -> str:
    answer: str = typer.prompt(say_here(key), hide_input=True, default="", show_default=False)
    return answer.strip()


async def _exchange(settings: Settings, code: str, verifier: str) -> NewPair:
    wire = Wire(settings.zalo_oauth_url, patience=_PATIENCE)
    proof = {"code_verifier": verifier} if verifier else {}
    grant = {"grant_type": "authorization_code", "code": code, **proof}
    try:
        return await fetch_pair(wire, settings, grant)
    finally:
        await wire.close()


async def _fetch_account(settings: Settings, access: str) -> OaAccount:
    wire = Wire(settings.zalo_oa_url, patience=_PATIENCE)
    try:
        return read_account(await call_with(wire, access, "GET", ACCOUNT, is_sending=False))
    finally:
        await wire.close()


async def _keep(app: App, found: OaAccount, pair: NewPair, place: Locality) -> None:
    """Keep the account and its pair; which endpoint takes its messages is found out anew."""
    channel, now = name_channel(KIND, found.number), app.clock.now()
    link = f"https://zalo.me/{found.number}"
    account = Account(channel, found.number, found.name[:120], link, place.id)
    async with app.database.write() as work:
        await work.accounts.save(account, now=now)
        await work.accounts.remember_endpoint(channel, "")
        await work.token_pairs.save(
            channel, pair.access, pair.refresh, expires_at=now + pair.lasts, now=now
        )
    facts = {"name": found.name, "number": found.number, "link": link}
    tell("zalo_logged_in", place=place.name, **facts)


def _tell_what_may_hinder(found: OaAccount) -> None:
    if found.type == _GOVERNMENT:
        tell("zalo_government")
    if not found.is_verified:
        tell("zalo_unverified")
