"""`motcua check`: what is configured, what is not, what to do; which channels answer."""

import datetime as dt
from typing import Annotated

import typer

from bot.app import App
from bot.cli.check_channels import ask_all, check_bots
from bot.cli.check_findings import Finding, Todo, is_urgent, print_findings, print_json
from bot.cli.check_machine import (
    check_address,
    check_keys,
    check_tables,
    check_version,
    is_new,
    list_machine,
)
from bot.cli.check_outside import check_certificate, check_clock
from bot.cli.check_running import list_running
from bot.cli.frame import command, open_app, read_settings
from bot.clock import SystemClock
from bot.errors import Failure, exit_code, explain
from bot.health.looking import Looking
from bot.settings import Settings
from handlers.errors import HandlerError
from storage.errors import CannotOpen


@command
async def check(
    channels: Annotated[
        bool, typer.Option("--channels", help="Ask each bot's service whether it works.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, for monitoring.")
    ] = False,
) -> None:
    """Print what is configured, what is not, and what to do, the most urgent first.

    It ends with 1 where something has to be done now, with 2 where the database cannot be opened.

    Example: motcua check --json
    """
    if channels:
        await _check_channels()
        return
    settings = read_settings()
    findings, failure = await list_findings(settings)
    (print_json if json else print_findings)(findings)
    if isinstance(failure, CannotOpen):
        typer.echo(explain(failure), err=True)
        raise typer.Exit(exit_code(failure))
    if is_urgent(findings):
        raise typer.Exit(1)


async def _check_channels() -> None:
    async with open_app(with_bots=True, needs_embedder=False) as app:
        is_well = await ask_all(app)
    if not is_well:
        raise typer.Exit(1)


async def list_findings(settings: Settings) -> tuple[list[Finding], Failure | None]:
    """List all that is found, and why the database could not be opened where it could not."""
    findings = [check_version()]
    inside, failure, ahead = await _try_database(settings)
    clock = SystemClock()
    findings += [*inside, *list_machine(settings), check_address(settings)]
    certificate = await check_certificate(settings, now=clock.now())
    findings += [certificate] if certificate else []
    findings.append(await check_clock(settings, clock, ahead=ahead))
    return findings, failure


async def _try_database(
    settings: Settings,
) -> tuple[list[Finding], Failure | None, dt.timedelta | None]:
    findings: list[Finding] = []
    try:
        tables = check_tables(settings)
        keys = check_keys(settings, is_new=is_new(tables))
        findings += [tables, keys]
        if tables.todos or not settings.keys:
            return findings, None, None
        inside, ahead = await _look_inside(settings)
    except CannotOpen as error:
        return [*findings, describe_failure(error)], error, None
    return [*findings, *inside], None, ahead


async def _look_inside(settings: Settings) -> tuple[list[Finding], dt.timedelta | None]:
    """Look into the database; a bot that is set wrong does not hide the rest."""
    try:
        async with open_app(settings, with_bots=True) as app:
            return await _look(app, await check_bots(app))
    except HandlerError as error:
        async with open_app(settings) as app:
            return await _look(app, [describe_failure(error)])


async def _look(app: App, bots: list[Finding]) -> tuple[list[Finding], dt.timedelta | None]:
    look = await Looking(app).look(most_age=dt.timedelta(0))
    if look.found is None:
        raise CannotOpen("database_unreachable")
    return [*bots, *await list_running(app, look.found)], look.found.ahead


def describe_failure(error: Failure) -> Finding:
    """Say what cannot be done, as the other commands do."""
    sentence = explain(error)
    facts = {"sentence": sentence, "code": error.code}
    return Finding("failure", "check_failure", facts, (Todo("todo_failure", facts),))
