"""What `motcua check` tells of bots and Official Accounts."""

import asyncio
import datetime as dt
from collections.abc import Mapping

import typer

from bot.app import App
from bot.channels.base import Bot, Refused, TryLater, Unreachable
from bot.cli.check_findings import Finding, Todo, choose, show_moment
from bot.cli.frame import say_here, tell
from bot.polling import name_conflict
from handlers.nudges.quotas import KEPT, name_month
from storage.values import Account, TokenPair, find_kind

PATIENCE = 30.0  # seconds that a service gets to answer
TOKENS = {"telegram": "MOTCUA_TELEGRAM_TOKENS", "zalo_bot": "MOTCUA_ZALO_BOT_TOKENS"}
URLS = {
    "telegram": "MOTCUA_TELEGRAM_URL",
    "zalo_bot": "MOTCUA_ZALO_BOT_URL",
    "zalo_oa": "MOTCUA_ZALO_OA_URL",
}
LASTING = dt.timedelta(hours=1)  # that two programs on one token are told of
SHUT_OUT = ("401", "404", "token")  # in the codes of who is not let in


async def ask_all(app: App) -> bool:
    """Ask each bot's service who we are, and say in a line each what works; tell if all do."""
    lines = await asyncio.gather(*(_ask(bot) for bot in app.bots))
    for line, _ in lines:
        typer.echo(line)
    if _lacks_account(app):
        tell("check_no_account")
        return False
    if not lines:
        tell("check_no_bots")
    return all(is_well for _, is_well in lines)


def _lacks_account(app: App) -> bool:
    """Tell whether an app is set for Official Accounts, and none has been logged in."""
    kinds = {find_kind(bot.name) for bot in app.bots}
    return bool(app.settings.zalo_app_id) and "zalo_oa" not in kinds


async def _ask(bot: Bot) -> tuple[str, bool]:
    kind = find_kind(bot.name)
    facts: Mapping[str, object] = {"channel": bot.name, "url": URLS.get(kind, "")}
    try:
        async with asyncio.timeout(PATIENCE):
            account = await bot.ask()
    except (TryLater, TimeoutError):
        key = "check_telegram_silent" if kind == "telegram" else "check_no_answer"
        return say_here(key, **facts), False
    except (Refused, Unreachable) as error:
        key = "check_token_bad" if kind in TOKENS else "check_login_needed"
        key = key if _is_shut_out(str(error)) else "check_refused"
        return say_here(key, **facts, code=error, setting=TOKENS.get(kind, "")), False
    return say_here("check_works", **facts, name=_name(account)), True


def _is_shut_out(code: str) -> bool:
    return any(word in code for word in SHUT_OUT)


def _name(account: Account) -> str:
    return " ".join(filter(None, [account.title or account.number, account.link]))


async def check_bots(app: App) -> list[Finding]:
    """Say of each bot whom it reaches, what it has sent, and what is wrong with it."""
    now = app.clock.now()
    async with app.database.read() as work:
        accounts = {account.channel: account for account in await work.accounts.list_all()}
        people, sent = await work.accounts.count_people(), await work.quotas.sent(name_month(now))
        pairs = {bot.name: await work.token_pairs.find(bot.name) for bot in app.bots}
        conflicts = {bot.name: await work.meta.find(name_conflict(bot.name)) for bot in app.bots}
    found = []
    for bot in app.bots:
        name = bot.name
        found.append(_count(app, bot, accounts.get(name), people.get(name, 0), sent.get(name, 0)))
        if pair := pairs[name]:
            found.append(_check_token(name, pair))
        if (at := conflicts[name]) and now - dt.datetime.fromisoformat(at) < LASTING:
            todo = Todo("todo_conflict", {"channel": name})
            facts = {"channel": name, "at": show_moment(dt.datetime.fromisoformat(at))}
            found.append(Finding("conflict", "check_conflict", facts, (todo,)))
    if not found or _lacks_account(app):
        todos = choose(todo_account=_lacks_account(app))
        key = "check_no_account" if todos else "check_no_bots"
        found.append(Finding("bots", key, {}, todos))
    return found


def _check_token(name: str, pair: TokenPair) -> Finding:
    facts: dict[str, object] = {"channel": name, "changed": show_moment(pair.changed_at)}
    if pair.failed_at is None:
        return Finding("token", "check_token", facts)
    facts |= {"since": show_moment(pair.failed_at), "code": pair.failure}
    return Finding("token", "check_token_failed", facts, choose(todo_login=True))


def _count(app: App, bot: Bot, account: Account | None, people: int, sent: int) -> Finding:
    seats, quota = _find_limits(app, bot)
    facts = {
        "channel": bot.name,
        "name": _name(account) if account else say_here("check_never_opened"),
        "people": _of(people, seats),
        "sent": _of(sent, quota),
    }
    todos = choose(
        todo_seats=seats is not None and people >= seats,
        todo_quota=quota is not None and sent >= quota * (1 - KEPT),
    )
    return Finding("bot", "check_bot", facts, todos)


def _of(count: int, limit: int | None) -> str:
    return f"{count}/{limit}" if limit else str(count)


def _find_limits(app: App, bot: Bot) -> tuple[int | None, int | None]:
    """Give how many people a bot reaches, and how many messages it may send in a month."""
    kind = find_kind(bot.name)
    seats = app.settings.zalo_bot_people if kind == "zalo_bot" else None
    return seats, app.settings.month_quotas.get(kind)
