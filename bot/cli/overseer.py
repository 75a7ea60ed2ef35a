"""`motcua office overseer`: which leaders are in charge of an office."""

from typing import Annotated

import typer

from bot.cli.frame import command, open_app, tell
from handlers.errors import HandlerError
from handlers.people.offices import set_overseers
from handlers.places import choose_place
from handlers.texts.forms import join_names


@command
async def oversee(
    office: Annotated[str, typer.Argument(help="One of the office's names.")],
    people: Annotated[
        list[int] | None,
        typer.Argument(help="Leaders, by number in `motcua person list`; none removes."),
    ] = None,
    place: Annotated[str | None, typer.Option(help="The place; the only one if not given.")] = None,
) -> None:
    """Say which leaders are in charge of an office: they hear of what is long overdue.

    Example: motcua office overseer "Phòng Kinh tế" 4
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        here = choose_place(place, await work.localities.list_all())
        found = await work.offices.find(here.id, office)
        if found is None:
            raise HandlerError("office_missing", office=office)
        named = await set_overseers(work, found, people or (), now=app.clock.now())
    if named:
        tell("overseers_set", office=found.name, names=join_names([p.name for p in named]))
    else:
        tell("overseers_none", office=found.name)
