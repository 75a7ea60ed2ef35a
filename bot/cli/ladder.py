"""`motcua place ladder`: when people of a place are told of a due day."""

from typing import Annotated

import typer

from bot.cli.frame import command, open_app, say_here, tell, today
from handlers.errors import HandlerError
from handlers.inherited import find_ladder
from handlers.ladders import find_settings, save_ladder
from handlers.places import choose_place
from knowledge.ladder import LadderSettings, read_settings

Steps = Annotated[
    str | None, typer.Option(help="Working days before the due day, such as 7,3,1,0.")
]


@command
async def ladder(
    name: Annotated[str | None, typer.Argument(help="The place.")] = None,
    early: Steps = None,
    usual: Steps = None,
    short: Steps = None,
    escalate: Annotated[
        str | None,
        typer.Option(help="Working days after it and who is told: 1:office,2:head,3:clerk."),
    ] = None,
    weekly: Annotated[
        bool | None, typer.Option("--weekly/--no-weekly", help="Whether it is told every week.")
    ] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Go back to what is usual.")] = False,
) -> None:
    """Show or set when people are told of a due day; open ones are planned anew.

    Example: motcua place ladder "xã Bến Lụa" --usual 5,2,0 --escalate 1:office,2:head,3:clerk
    """
    lists = {"early": early, "usual": usual, "short": short}
    changes: dict[str, object] = {k: _read_days(v) for k, v in lists.items() if v is not None}
    if escalate is not None:
        changes["escalations"] = _read_escalations(escalate)
    if weekly is not None:
        changes["is_weekly"] = weekly
    if reset and changes:
        raise HandlerError("ladder_nothing")
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        place = choose_place(name, await work.localities.list_all())
        if reset or changes:
            kept = (await find_ladder(work, place.id)).value or {}
            own = None if reset else read_settings({**kept, **changes})
            count = await save_ladder(work, place.id, own, on=today(app))
            tell("ladder_saved", count=count)
        settings = await find_settings(work, place.id)
    _print(place.name, settings)


def _read_days(text: str) -> list[object]:
    return [int(part) if part.isdecimal() else part for part in _split(text)]


def _read_escalations(text: str) -> list[object]:
    """Read "1:office,2:head"; what is no number is left for the settings to refuse."""
    pairs = (part.partition(":") for part in _split(text))
    return [{"offset": _read_days(day)[0], "audience": who} for day, _, who in pairs]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def _print(place: str, settings: LadderSettings) -> None:
    is_usual = settings == LadderSettings()
    tell("ladder_head", place=place, is_own=say_here("ladder_usual_mark") if is_usual else "")
    tell("ladder_line_early", days=settings.early_from, steps=_join(settings.early))
    tell("ladder_line_usual", steps=_join(settings.usual))
    tell("ladder_line_short", days=settings.short_until, steps=_join(settings.short))
    steps = ",".join(f"{each.offset}:{each.audience.value}" for each in settings.escalations)
    tell("ladder_line_escalate", steps=steps)
    tell("ladder_line_weekly", answer=say_here("ladder_yes" if settings.is_weekly else "ladder_no"))


def _join(days: tuple[int, ...]) -> str:
    return ",".join(map(str, days))
