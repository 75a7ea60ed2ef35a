"""`motcua person`: invite officers, list them, say who moves, is away or leaves."""

import datetime as dt
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, open_app, say_here, tell, today
from bot.cli.invite import invite_person
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.people.holding import check_likely
from handlers.people.leaving import Departure, get_person, leave, move, set_away
from handlers.texts.forms import join_names, local_day, write_day
from storage.values import Person, Role

people = typer.Typer(help="Officers and their offices.", no_args_is_help=True)
people.command("invite")(invite_person)
Number = Annotated[int, typer.Argument(help="The number in `motcua person list`.")]
Day = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Today if not given.")]


@people.command("list")
@command
async def list_people(
    everybody: Annotated[bool, typer.Option("--all", help="Those who have left, too.")] = False,
) -> None:
    """List the officers with offices, role and channels.

    Example: motcua person list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        found = await work.people.list_all(on=today(app), with_left=everybody)
    if not found:
        tell("people_none")
    for person in found:
        channels = ", ".join(address.channel for address in person.addresses)
        tell(
            "person_line",
            id=person.id,
            name=person.name,
            offices=join_names(person.offices) or say_here("no_office"),
            role=say_here(f"role_{person.role}") + _mark(person),
            channels=channels or say_here("person_no_channel"),
        )


def _mark(person: Person) -> str:
    if person.left_at:
        day = write_day(local_day(person.left_at), terminal_language())
        return say_here("person_left", day=day)
    return say_here("person_away") if person.is_away else ""


@people.command("move")
@command
async def move_person(
    person: Number,
    from_office: Annotated[str, typer.Option("--from", help="The office held until then.")],
    to_office: Annotated[str, typer.Option("--to", help="The office held from then on.")],
    on: Day = None,
) -> None:
    """Let an officer hold another office from a day; what is open stays with the office.

    Example: motcua person move 3 --from "Phòng Kinh tế" --to "Văn phòng HĐND và UBND xã"
    """
    async with open_app(needs_embedder=False) as app:
        day = _day(app, on)
        async with app.database.write() as work:
            moved, unheld = await move(
                work, person, from_office=from_office, to_office=to_office, on=day
            )
    written = write_day(day, terminal_language())
    tell("person_moved", name=moved.name, office=to_office, day=written)
    _tell_unheld(unheld)


@people.command("role")
@command
async def change_role(
    person: Number, role: Annotated[Role, typer.Argument(help="officer, head, clerk or leader.")]
) -> None:
    """Give an officer another role.

    Example: motcua person role 3 head
    """
    if role is Role.OPERATOR:
        raise HandlerError("operator_not_invited")
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        found = await get_person(work, person, on=today(app))
        await work.people.set_role(found.id, role)
    tell("person_role_set", name=found.name, role=say_here(f"role_{role}"))


@people.command("leave")
@command
async def let_leave(
    person: Number,
    successor: Annotated[
        int | None, typer.Option(help="Who takes the offices and what was begun.")
    ] = None,
) -> None:
    """Let an officer go: at once nobody is an official at the addresses; open work is handed on.

    Example: motcua person leave 3 --successor 5
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        gone = await leave(work, person, successor_id=successor, now=app.clock.now())
    _tell_departure(gone)


def _tell_departure(gone: Departure) -> None:
    tell("person_gone", name=gone.person.name)
    if gone.successor and gone.person.offices:
        offices = join_names(gone.person.offices)
        tell("person_followed", name=gone.successor.name, offices=offices)
    if gone.handovers and gone.successor:
        tell("person_handed_on", count=gone.handovers, name=gone.successor.name)
    elif gone.handovers:
        tell("person_handed_back", count=gone.handovers)
    _tell_unheld(gone.unheld)


@people.command("away")
@command
async def away(
    person: Number,
    first: Annotated[
        dt.datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day away.")
    ],
    last: Annotated[
        dt.datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day away.")
    ],
    substitute: Annotated[int | None, typer.Option(help="Who stands in.")] = None,
) -> None:
    """Say that an officer is away on some days, and who stands in.

    Example: motcua person away 3 --from 2026-11-24 --to 2026-11-28 --substitute 5
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        absent, other = await set_away(
            work,
            person,
            from_day=first.date(),
            to_day=last.date(),
            substitute_id=substitute,
        )
    days = [write_day(day.date(), terminal_language()) for day in (first, last)]
    acting = other.name if other else say_here("nobody")
    tell("person_set_away", name=absent.name, first=days[0], last=days[1], substitute=acting)


@people.command("back")
@command
async def back(person: Number, on: Day = None) -> None:
    """Say that an officer is back; later absences are removed.

    Example: motcua person back 3
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        day = _day(app, on)
        found = await get_person(work, person, on=day)
        was_away = await work.absences.end(person, on=day)
    if was_away:
        tell("person_back", name=found.name, day=write_day(day, terminal_language()))
    else:
        tell("person_was_here", name=found.name)


def _day(app: App, on: dt.datetime | None) -> dt.date:
    day = on.date() if on else today(app)
    check_likely(day)
    return day


def _tell_unheld(names: tuple[str, ...]) -> None:
    if names:
        tell("office_unheld", names=join_names(names))
