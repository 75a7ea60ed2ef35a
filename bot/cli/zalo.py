"""`motcua zalo`: log an Official Account in, see how it stands, check a captured event."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.app import App
from bot.channels.base import Refused, TryLater
from bot.channels.zalo_oa.account import KIND, ZaloOa, build_accounts
from bot.channels.zalo_oa.api import QUOTA
from bot.channels.zalo_oa.codes import ZaloFailure
from bot.channels.zalo_oa.signatures import Signatures, is_timely
from bot.channels.zalo_oa.tokens import find_renewal
from bot.cli.frame import command, open_app, read_settings, say_here, tell
from bot.cli.zalo_login import login, need_app
from bot.errors import terminal_language
from handlers.texts.forms import write_time
from knowledge.errors import KnowledgeError
from storage.values import Account, TokenPair

MAX_BYTES = 1_000_000
zalo = typer.Typer(help="Zalo Official Accounts.", no_args_is_help=True)
zalo.command("login")(login)
_SUB_QUOTA = {"quota_owner": "OA", "product_type": "cs", "quota_type": "sub_quota"}


@zalo.command("status")
@command
async def status() -> None:
    """Print how each account stands: what Zalo says of it, its tokens, its quota.

    Example: motcua zalo status
    """
    settings = read_settings()
    need_app(settings)
    async with open_app(settings, needs_embedder=False) as app:
        bots = await build_accounts(settings, app.database, app.shelf, app.clock)
        if not bots.channels:
            tell("zalo_none")
        for bot in bots.channels:
            assert isinstance(bot, ZaloOa)
            await _tell_account(app, bot)
            await bot.close()


async def _tell_account(app: App, oa: ZaloOa) -> None:
    async with app.database.read() as work:
        account = await work.accounts.find(oa.name)
    assert account
    try:
        found = await oa.api.fetch_account()
    except (ZaloFailure, TryLater, Refused) as error:
        reason = _name(error)
        tell("zalo_status_unseen", name=account.title, number=account.number, reason=reason)
    else:
        verified = say_here("zalo_verified" if found.is_verified else "zalo_not_verified")
        package = found.package or "?"
        facts = {"name": found.name, "number": account.number, "package": package}
        tell("zalo_status_line", verified=verified, **facts)
    async with app.database.read() as work:
        _tell_tokens(await work.token_pairs.find(oa.name))
    endpoint = account.endpoint or say_here("zalo_status_unknown")
    tell("zalo_status_endpoint", endpoint=endpoint)
    await _tell_quota(oa)


def _tell_tokens(pair: TokenPair | None) -> None:
    if pair is None:
        tell("zalo_status_no_tokens")
        return
    moments = {
        "changed": pair.changed_at,
        "next": find_renewal(pair),
        "expires": pair.expires_at,
    }
    language = terminal_language()
    tell("zalo_status_tokens", **{key: write_time(at, language) for key, at in moments.items()})
    if pair.failed_at:
        since = write_time(pair.failed_at, language)
        tell("zalo_status_failed", since=since, failure=pair.failure)


async def _tell_quota(oa: ZaloOa) -> None:
    try:
        data = await oa.api.post(QUOTA, _SUB_QUOTA)
    except (ZaloFailure, TryLater, Refused) as error:
        tell("zalo_status_no_quota", reason=_name(error))
        return
    rows = [row for row in (data if isinstance(data, list) else [data]) if isinstance(row, Mapping)]
    for row in rows:
        kind, total = row.get("product_type", "cs"), row.get("total", "?")
        tell("zalo_status_quota", kind=kind, left=row.get("remain", "?"), total=total)


def _name(error: Exception) -> str:
    if isinstance(error, TryLater):
        return say_here("zalo_status_no_answer")
    return str(error.code) if isinstance(error, ZaloFailure | Refused) else ""


@dataclass(frozen=True, slots=True)
class _Captured:
    """An event as it came."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def told(self) -> Mapping[str, Any]:
        """What the body says."""
        try:
            told = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return told if isinstance(told, Mapping) else {}


@zalo.command("verify")
@command
async def verify(
    file: Annotated[
        Path, typer.Argument(help='{"headers": {…}, "body": "…"}, or the body as it came.')
    ],
    signature: Annotated[str, typer.Option(help="X-ZEvent-Signature, with a body alone.")] = "",
    timestamp: Annotated[str, typer.Option(help="X-ZEvent-Timestamp, if there is one.")] = "",
) -> None:
    """Check a captured event against the settings: which secret and which time were signed.

    Example: motcua zalo verify event.json
    """
    settings = read_settings()
    need_app(settings)
    event = _read(file, {"x-zevent-signature": signature, "x-zevent-timestamp": timestamp})
    async with open_app(settings, needs_embedder=False) as app:
        async with app.database.read() as work:
            accounts = [a for a in await work.accounts.list_all() if a.channel.startswith(KIND)]
        numbers = [account.number for account in accounts]
        match = Signatures(settings, numbers).find(
            event.headers, event.body, event.told.get("timestamp")
        )
        now = app.clock.now()
    if match is None:
        _tell_mismatch(event, settings.zalo_app_id)
        raise typer.Exit(1)
    moment = write_time(match.moment, terminal_language())
    tell("zalo_verify_match", match=match.describe(), moment=moment)
    if not is_timely(match.moment, now=now):
        tell("zalo_verify_old")
    _tell_unknown(event, accounts)


def _read(file: Path, given: Mapping[str, str]) -> _Captured:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise KnowledgeError("too_large", name=file.name)
        data = file.read_bytes()
    except OSError as error:
        raise KnowledgeError("file_missing", name=file.name) from error
    told = _Captured(given, data).told
    headers, body = told.get("headers"), told.get("body")
    if isinstance(headers, Mapping) and isinstance(body, str):
        lower = {str(name).lower(): str(value) for name, value in headers.items()}
        return _Captured({**given, **lower}, body.encode(errors="replace"))
    return _Captured(given, data)


def _tell_mismatch(event: _Captured, app_id: str) -> None:
    if not event.headers.get("x-zevent-signature"):
        tell("zalo_verify_unsigned")
        return
    theirs = str(event.told.get("app_id", app_id))
    other = say_here("zalo_verify_other_app", app=theirs) if theirs != app_id else ""
    tell("zalo_verify_nothing", app=other)


def _tell_unknown(event: _Captured, accounts: list[Account]) -> None:
    """Tell that events of an account are passed over, where nobody has logged it in."""
    named = [event.told.get("sender"), event.told.get("recipient")]
    ids = {str(each.get("id")) for each in named if isinstance(each, Mapping)}
    ids.add(str(event.told.get("oa_id")))
    if not ids & {account.number for account in accounts}:
        recipient = event.told.get("recipient")
        number = recipient.get("id") if isinstance(recipient, Mapping) else event.told.get("oa_id")
        tell("zalo_verify_unknown_oa", number=number)
