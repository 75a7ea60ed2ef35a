"""`motcua forget`: what has been kept long enough goes, or is listed."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, open_app, say_here, tell
from bot.errors import terminal_language
from handlers.retention.forgetting import STEPS, Coming
from handlers.texts.forms import local_day, write_day

AHEAD = dt.timedelta(days=30)
MOST_CODES = 20


@command
async def forget(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would go today and in 30 days; keep it.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Forget now what has been kept long enough; the running program does so every day.

    Example: motcua forget --dry-run
    """
    async with open_app(needs_embedder=False) as app:
        if app.settings.cases_kept_years:
            typer.echo(say_here("forget_old_name"), err=True)
        if dry_run:
            await _foresee(app, as_json=as_json)
        else:
            await _forget(app, as_json=as_json)


async def _foresee(app: App, *, as_json: bool) -> None:
    now = app.clock.now()
    async with app.database.read() as work:
        found = await app.forgetting.foresee(work, now=now, until=now + AHEAD)
    until = local_day(now + AHEAD)
    if as_json:
        kinds = {each.name: _dump(each) for each in found}
        _print({"today": local_day(now).isoformat(), "until": until.isoformat(), "kinds": kinds})
        return
    shown = [each for each in found if each.now.count or each.later.count]
    key = "forget_would" if shown else "forget_would_nothing"
    tell(key, until=write_day(until, terminal_language()))
    for each in shown:
        _tell_coming(each)


def _dump(each: Coming) -> dict[str, object]:
    parts = {"today": each.now, "later": each.later}
    return {
        name: {"count": part.count, "files": part.files, "codes": list(part.codes)}
        for name, part in parts.items()
    }


def _tell_coming(each: Coming) -> None:
    """Say how many of a kind go; of cases the codes and the files, never a word."""
    tell("forget_line", kind=_name(each.name), now=each.now.count, later=each.later.count)
    if each.now.files or each.later.files:
        tell("forget_files", now=each.now.files, later=each.later.files)
    for key, codes in (("now", each.now.codes), ("later", each.later.codes)):
        if codes:
            tell(f"forget_codes_{key}", codes=_join(codes))


def _join(codes: Sequence[str]) -> str:
    joined = ", ".join(codes[:MOST_CODES])
    more = len(codes) - MOST_CODES
    return say_here("forget_codes_more", codes=joined, count=more) if more > 0 else joined


async def _forget(app: App, *, as_json: bool) -> None:
    counts = {}
    for step in STEPS:
        counts[step.name] = 0
        while count := await app.forgetting.go_on(step, now=app.clock.now()):
            counts[step.name] += count
    if as_json:
        _print({"today": local_day(app.clock.now()).isoformat(), "forgotten": counts})
        return
    _tell_done({name: count for name, count in counts.items() if count})


def _tell_done(counts: Mapping[str, int]) -> None:
    tell("forget_done" if counts else "forget_done_nothing")
    for name, count in counts.items():
        tell("forget_done_line", kind=_name(name), count=count)


def _name(step: str) -> str:
    return say_here(f"forget_kind_{step}")


def _print(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
