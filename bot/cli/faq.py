"""`motcua faq`: the office's own answers, and the questions that wait for one."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, open_app, pick_place, say_here, tell, today
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.faq.service import (
    NewFaq,
    Waiting,
    add_faq,
    describe_waiting,
    group_waiting,
    remove_faq,
)
from handlers.redacting import without_brackets
from handlers.texts.forms import local_day, write_day
from storage.values import FaqEntry

faq = typer.Typer(help="The office's own answers.", no_args_is_help=True)
RATED_WITHIN = dt.timedelta(days=30)
Number = Annotated[int, typer.Argument(help="The number, as the list shows it.", min=1)]


@faq.command("add")
@command
async def add(
    answer: Annotated[str, typer.Option(help="The answer, in the office's own words.")],
    question: Annotated[str | None, typer.Option(help="The question that it answers.")] = None,
    place: Annotated[str | None, typer.Option(help="The place; the only one if not given.")] = None,
    internal: Annotated[bool, typer.Option("--internal", help="For officials only.")] = False,
    number: Annotated[
        int | None, typer.Option("--for", min=1, help="A waiting question (motcua faq open).")
    ] = None,
) -> None:
    """Answer a question once for all who ask it.

    Example: motcua faq add --question "Thôn 3 bao giờ có nước sạch?" --answer "Tháng 3/2027."
    """
    async with open_app() as app:
        waiting = await _find_waiting(app, number) if number else None
        asked = without_brackets(waiting.question) if waiting and question is None else question
        if asked is None:
            raise HandlerError("faq_question_missing")
        own = waiting.locality_id if waiting and place is None else None
        locality_id = own or (await pick_place(app, place)).id
        saved = await add_faq(
            app.database,
            app.library,
            NewFaq(locality_id, asked, answer, "operator", is_public=not internal),
            now=app.clock.now(),
            settles=waiting.ids if waiting else (),
        )
    tell("faq_added" if saved.is_new else "faq_changed", faq=saved.faq_id)
    if saved.settled:
        tell("faq_settled", count=saved.settled)


async def _list_waiting(app: App) -> Sequence[Waiting]:
    async with app.database.read() as work:
        return group_waiting(await work.faq.list_open())


async def _find_waiting(app: App, number: int) -> Waiting:
    found = next((each for each in await _list_waiting(app) if number in each.ids), None)
    if found is None:
        raise HandlerError("question_unknown", number=number)
    return found


@faq.command("list")
@command
async def list_answers() -> None:
    """List the office's own answers.

    Example: motcua faq list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        entries = await work.faq.list_all()
        names = {place.id: place.name for place in await work.localities.list_all()}
    if not entries:
        tell("faq_none")
    for entry in entries:
        _print(entry, names[entry.locality_id])


def _print(entry: FaqEntry, place: str) -> None:
    day = write_day(local_day(entry.written_at), terminal_language())
    audience = say_here("faq_audience_public" if entry.is_public else "faq_audience_internal")
    tell(
        "faq_line",
        faq=entry.id,
        question=entry.question,
        answer=entry.answer.replace("\n", "\n   "),
        place=place,
        day=day,
        audience=audience,
    )


@faq.command("remove")
@command
async def remove(number: Number) -> None:
    """Remove one of the office's own answers.

    Example: motcua faq remove 3
    """
    async with open_app(needs_embedder=False) as app:
        await remove_faq(app.database, number)
    tell("faq_removed", faq=number)


@faq.command("open")
@command
async def list_open() -> None:
    """List the questions that wait for an answer, the most asked first.

    Example: motcua faq open
    """
    async with open_app(needs_embedder=False) as app:
        waiting = await _list_waiting(app)
        async with app.database.read() as work:
            names = {place.id: place.name for place in await work.localities.list_all()}
        await _tell_ratings(app, list(names))
    if not waiting:
        tell("open_none")
        return
    for each in waiting:
        tell(
            "open_line",
            number=each.ids[0],
            question=each.question,
            place=names.get(each.locality_id or 0) or say_here("no_place"),
            details=describe_waiting(each, terminal_language()),
        )
    tell("open_hint", number=waiting[0].ids[0])


async def _tell_ratings(app: App, place_ids: Sequence[int]) -> None:
    last = today(app)
    first = last - RATED_WITHIN
    async with app.database.read() as work:
        counted = [await work.faq.count_ratings(each, first, last) for each in place_ids]
    good, bad = sum(each.good for each in counted), sum(each.bad for each in counted)
    if good or bad:
        tell("open_ratings", days=RATED_WITHIN.days, good=good, bad=bad)


@faq.command("drop")
@command
async def drop(number: Number) -> None:
    """Take a question off the list of those that wait.

    Example: motcua faq drop 5
    """
    async with open_app(needs_embedder=False) as app:
        waiting = await _find_waiting(app, number)
        async with app.database.write() as work:
            count = await work.faq.drop(waiting.ids)
    tell("questions_dropped", count=count)
