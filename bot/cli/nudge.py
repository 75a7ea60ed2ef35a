"""`motcua nudge`: who would be told what, and sheets for those who have no chat."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.cli.case.group import read_bytes, write_bytes
from bot.cli.frame import command, open_app, pick_place, tell, today
from bot.cli.reports import print_nudges
from handlers.letters.sheet import NAME, write_sheet
from handlers.texts.forms import write_weekday

nudges = typer.Typer(help="Who would be told what; sheets to print.", invoke_without_command=True)
_EARLIEST, _LATEST = 2000, 2100


@nudges.callback()
def nudge(
    context: typer.Context,
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
    if context.invoked_subcommand is None:
        _preview(at)


@command
async def _preview(at: dt.datetime | None) -> None:
    async with open_app(needs_embedder=False) as app:
        day = at.date() if at else today(app)
        if not _EARLIEST <= day.year <= _LATEST:
            raise typer.BadParameter("a day between 2000 and 2100 is needed", param_hint="--at")
        found = await app.nudges.preview(day, today=today(app))
    print_nudges(found, write_weekday(day))


@nudges.command("sheet")
@command
async def sheet(
    out: Annotated[Path, typer.Option("--out", "-o", help="The .docx to write.")],
    office: Annotated[str | None, typer.Option(help="One office; all if not given.")] = None,
    days: Annotated[int, typer.Option(help="How many days ahead.")] = 14,
    place: Annotated[str | None, typer.Option(help="The place; the only one if not given.")] = None,
    template: Annotated[
        Path | None, typer.Option(help="A template of the office's own (.docx).")
    ] = None,
) -> None:
    """Write a sheet to print: what each office has open, overdue items first.

    Example: motcua nudge sheet --office "Phòng Kinh tế" -o phieu.docx
    """
    async with open_app(needs_embedder=False) as app:
        own = template or _find_own(app)
        here = await pick_place(app, place)
        async with app.database.read() as work:
            made = await write_sheet(
                work,
                here,
                days=days,
                now=app.clock.now(),
                office=office,
                template=read_bytes(own) if own else None,
            )
    write_bytes(out, made.data)
    tell("sheet_written", path=out, offices=made.offices, items=made.items)


def _find_own(app: App) -> Path | None:
    path = app.settings.data_dir / "templates" / f"{NAME}.docx"
    return path if path.is_file() else None
