"""`motcua task`: work given out to offices, and how it stands."""

import datetime as dt
import re
from typing import Annotated

import typer

from bot.cli.frame import command, open_app, pick_place, say_here, tell, today
from bot.errors import terminal_language
from handlers.assigning.choosing import find_offices
from handlers.assigning.giving import NewWork, give_out, withdraw
from handlers.errors import HandlerError
from handlers.people.directory import Directory, load_directory
from handlers.tasks.acts import finish
from handlers.tasks.telling import open_directory
from handlers.tasks.wording import describe_content, describe_due_source, write_code
from handlers.texts.forms import join_names, write_day, write_time
from knowledge.calendar import ONE_DAY
from storage.values import DueDay, DueEvent, DueState, Locality, Office
from storage.work import Work

tasks = typer.Typer(help="Work given out to offices: add, list, done.", no_args_is_help=True)
Code = Annotated[str, typer.Argument(help="The item's code, such as V12.")]
Place = Annotated[str | None, typer.Option(help="The place; the only one if not given.")]
_SHOWN = (DueState.OPEN, DueState.DISPUTED)


@tasks.command("add")
@command
async def add(
    office: Annotated[str, typer.Argument(help="One of the names of an office or a group.")],
    content: Annotated[str, typer.Argument(help="What is to be done.")],
    by: Annotated[dt.datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day allowed.")],
    document: Annotated[str, typer.Option(help="The document that asks for it.")] = "",
    place: Place = None,
) -> None:
    """Give work to an office, a group's to each of its members; its officers are told.

    Example: motcua task add "Phòng Kinh tế" "Báo cáo giá chợ" --by 2026-12-03
    """
    async with open_app(needs_embedder=False) as app:
        here, now = await pick_place(app, place), app.clock.now()
        async with app.database.write() as work:
            directory = await load_directory(work, here, on=today(app))
            named = (_find_office(directory, office, today(app)),)
            new = NewWork(named, content, by.date(), document=document)
            given = await give_out(work, directory, new, by=None, now=now, calendar=app.calendar)
    for due in given.due_days:
        _print(due)
    if given.told:
        tell("task_cli_told", names=join_names([person.name for person in given.told]))
    if given.unlinked:
        tell("task_cli_unlinked", offices=join_names(given.unlinked))


@tasks.command("list")
@command
async def list_tasks(
    office: Annotated[str | None, typer.Option(help="Only this office's, or group's.")] = None,
    late: Annotated[bool, typer.Option("--late", help="Only what is past its day.")] = False,
    place: Place = None,
) -> None:
    """List the open work of a place, of plans and given out, the earliest first.

    Example: motcua task list --late
    """
    async with open_app(needs_embedder=False) as app:
        here = await pick_place(app, place)
        async with app.database.read() as work:
            found = await work.due_days.of_place(here.id, _SHOWN)
            ids = await _find_ids(work, here, office, today(app))
    until = today(app) - ONE_DAY if late else dt.date.max
    shown = [due for due in found if due.due_on <= until and (not ids or due.office_id in ids)]
    for due in shown:
        _print(due)
    if not shown:
        tell("task_cli_none")


@tasks.command("show")
@command
async def show(code: Code) -> None:
    """Show one item: its source, its state, and what was done about it by whom.

    Example: motcua task show V12
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        due = await _find(work, code)
        events = await work.due_events.of(due.id)
    _print(due)
    source = describe_due_source(due, terminal_language())
    tell("task_cli_source", source=source)
    if due.is_put_off:
        tell("task_cli_put_off", day=write_day(due.last_day, terminal_language()))
    if due.done_note:
        tell("task_cli_result", note=due.done_note)
    for event in events:
        _print_event(event)


@tasks.command("done")
@command
async def done(
    code: Code,
    note: Annotated[str, typer.Option(help="The result: a document's number, or words.")] = "",
) -> None:
    """Record that an item is done, for an office that cannot do so itself; it is told.

    Example: motcua task done V12 --note "Công văn số 45"
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        due = await _find(work, code)
        done = await finish(work, due, None, note=note, now=app.clock.now(), calendar=app.calendar)
    tell("task_cli_done", item=write_code(due.id), office=done.due.office or say_here("no_office"))


@tasks.command("withdraw")
@command
async def withdraw_task(code: Code) -> None:
    """Take back work that was given out; those who hold it are told.

    Example: motcua task withdraw V12
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        due, now = await _find(work, code), app.clock.now()
        directory = await open_directory(work, due.locality_id, now=now)
        await withdraw(work, directory, due, by=None, now=now, calendar=app.calendar)
    tell("work_withdrawn", code=write_code(due.id), office=due.office or say_here("no_office"))


def _print(due: DueDay) -> None:
    tell(
        "task_cli_line",
        item=write_code(due.id),
        day=write_day(due.due_on, terminal_language()),
        office=due.office or say_here("no_office"),
        content=describe_content(due),
        state=say_here(f"task_state_{due.state.value}"),
    )


def _print_event(event: DueEvent) -> None:
    language = terminal_language()
    tell(
        "task_cli_event",
        at=write_time(event.at, language),
        person=event.person or say_here("task_operator"),
        action=say_here(f"task_event_{event.action.value}"),
        day=f" {write_day(event.day, language)}" if event.day else "",
        note=f" – {event.note}" if event.note else "",
        undone=say_here("task_cli_undone") if event.undone_at else "",
    )


async def _find(work: Work, code: str) -> DueDay:
    """Find the item of a code; raise `HandlerError`."""
    written = re.fullmatch(r"[vV#]?\s*(\d{1,9})", code.strip())
    due = await work.due_days.find(int(written[1])) if written else None
    if due is None:
        raise HandlerError("task_unknown", item=code)
    return due


def _find_office(directory: Directory, name: str, on: dt.date) -> Office:
    found = find_offices(directory, [name], on=on)
    if not found:
        raise HandlerError("office_missing", office=name)
    return found[0]


async def _find_ids(work: Work, here: Locality, name: str | None, on: dt.date) -> set[int]:
    if name is None:
        return set()
    directory = await load_directory(work, here, on=on)
    office = _find_office(directory, name, on)
    return {office.id, *office.member_ids}
