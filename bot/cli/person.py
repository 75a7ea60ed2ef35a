"""`motcua person`: invite officers, list them."""

from typing import Annotated

import typer

from bot.cli.frame import command, open_app, pick_place, say_here, tell, today
from handlers.people import NewInvitation, invite
from handlers.texts.forms import join_names
from storage.values import Role

people = typer.Typer(help="Officers and their offices.", no_args_is_help=True)


@people.command("invite")
@command
async def invite_person(
    office: Annotated[str, typer.Option(help="The office, as the plan names it.")],
    name: Annotated[str, typer.Option(help="The officer's name.")],
    place: Annotated[str | None, typer.Option(help="The place; the only one if not given.")] = None,
    new_office: Annotated[
        bool, typer.Option("--new-office", help="The office is one that no plan names.")
    ] = False,
    role: Annotated[Role, typer.Option(help="A clerk also checks and confirms plans.")] = (
        Role.OFFICER
    ),
) -> None:
    """Make a single-use code that links an officer's chat to an office.

    Example: motcua person invite --office "Văn phòng HĐND và UBND xã" --name "Trần Văn An"
    """
    async with open_app(needs_embedder=False) as app:
        found = await pick_place(app, place)
        invitation = NewInvitation(found.name, office, name, role, makes_office=new_office)
        code = await invite(app.database, invitation, now=app.clock.now())
    tell("invited", name=name, office=office, place=found.name, code=code)


@people.command("list")
@command
async def list_people() -> None:
    """List the officers who are linked.

    Example: motcua person list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        found = await work.people.list_all(on=today(app))
    if not found:
        tell("people_none")
    for person in found:
        channels = ", ".join(address.channel for address in person.addresses)
        offices = join_names(person.offices) or say_here("no_office")
        tell(
            "person_line",
            id=person.id,
            name=person.name,
            offices=offices,
            role=say_here(f"role_{person.role}"),
            channels=channels,
        )
