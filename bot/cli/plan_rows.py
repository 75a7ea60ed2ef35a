"""What `motcua plan` does of single rows: lists what waits, and takes decisions on rows."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.frame import command, open_app, tell, today
from bot.cli.reports import print_lines
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.places import choose_place
from handlers.plans.bringing import Planned
from handlers.plans.deciding import DecidedRow, assign_row, name_separate, pick_rule
from handlers.plans.deciding_skill import word_decision
from handlers.plans.waiting import list_past, list_unassigned, list_undated
from handlers.plans.waiting_words import word_past_list, word_unassigned, word_undated
from storage.values import Locality
from storage.work import Work

PlanId = Annotated[
    int, typer.Argument(min=1, max=2**63 - 1, help="The plan's number in `motcua plan list`.")
]
Row = Annotated[int, typer.Argument(help="The task's number in `motcua plan show`.")]
Place = Annotated[str | None, typer.Option(help="The place; the plan's own if not given.")]
_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


@command
async def waiting(
    place: Annotated[str | None, typer.Option(help="The place; all if not given.")] = None,
) -> None:
    """List rows without a day, due days of offices that nobody holds, and days that were over.

    Example: motcua plan waiting
    """
    language = terminal_language()
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        known = await work.localities.list_all()
        for here in [choose_place(place, known)] if place else known:
            tell("place_head", name=here.name)
            print_lines(word_undated(await list_undated(work, here, today=today(app)), language))
            unassigned = await list_unassigned(work, here, today=today(app))
            print_lines(word_unassigned(unassigned, language))
            print_lines(word_past_list(await list_past(work, here), language))


@command
async def assign(
    plan: PlanId,
    row: Row,
    offices: Annotated[
        list[str] | None, typer.Argument(help="Offices; none: those that the plan names.")
    ] = None,
    place: Place = None,
) -> None:
    """Let offices answer for a row, in the place of those that the plan names.

    Example: motcua plan assign 3 5 "Phòng Kinh tế" "Công an xã"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        here = await _pick(work, plan, place)
        names: Sequence[str] = offices or ()
        decided = await assign_row(work, here, plan, row, names, now=app.clock.now())
    _print(decided)


@command
async def rule(
    plan: PlanId,
    row: Row,
    number: Annotated[int, typer.Argument(help="The rule's number in `motcua rule list`.")],
    place: Place = None,
) -> None:
    """Let a reporting rule give a row its days.

    Example: motcua plan rule 3 5 2
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        here = await _pick(work, plan, place)
        decided = await pick_rule(work, here, plan, row, number, now=app.clock.now())
    _print(decided)


@command
async def separate(
    plan: PlanId,
    row: Row,
    number: Annotated[str, typer.Option(help="The number of the row's own plan: 12/KH-UBND.")],
    day: Annotated[str | None, typer.Option(help="Its day of issue: 03/4/2026.")] = None,
    place: Place = None,
) -> None:
    """Say which plan has the days of a row that is left to one of its own.

    Example: motcua plan separate 3 5 --number 12/KH-UBND --day 03/4/2026
    """
    issued = _read_day(day) if day else None
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        here = await _pick(work, plan, place)
        decided = await name_separate(work, here, plan, row, number, issued, now=app.clock.now())
    _print(decided)


def _read_day(text: str) -> dt.date:
    """Read a day as offices write it, or as a computer does."""
    found = _DAY.match(text.strip())
    try:
        if found is None:
            return dt.date.fromisoformat(text.strip())
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError as error:
        raise HandlerError("day_format", text=text) from error


async def _pick(work: Work, plan_id: int, place: str | None) -> Locality:
    """Give the place named, else the plan's own."""
    known = await work.localities.list_all()
    if place:
        return choose_place(place, known)
    plan = await work.plans.find(plan_id)
    if plan is None:
        raise HandlerError("plan_unknown", plan=plan_id)
    return next(each for each in known if each.id == plan.locality_id)


def tell_planned(planned: Planned) -> None:
    """Print what has become of due days, where anything has."""
    counts = asdict(planned)
    if any(counts.values()):
        tell("replanned", **counts)


def _print(decided: DecidedRow) -> None:
    typer.echo(word_decision(decided, terminal_language()))
