"""`motcua nudge`: who would be told what."""

import datetime as dt
from typing import Annotated

import typer

from bot.cli.frame import command, open_app, today
from bot.cli.reports import print_nudges
from handlers.texts.forms import write_weekday


@command
async def nudge(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only print; `motcua run` sends.")
    ] = True,
    at: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="A day, past or to come; today if not given."),
    ] = None,
) -> None:
    """Print who would be told of which due day, quoting the plan's row.

    A day before the plans were confirmed is answered as if they had been.

    Example: motcua nudge --dry-run --at 2026-11-23
    """
    del dry_run
    async with open_app(needs_embedder=False) as app:
        day = at.date() if at else today(app)
        if not 2000 <= day.year <= 2100:
            raise typer.BadParameter("a day between 2000 and 2100 is needed", param_hint="--at")
        nudges = await app.nudges.preview(day, today=today(app))
    print_nudges(nudges, write_weekday(day))
