"""`motcua handover`: citizens' questions to officials, for an office that works from a terminal."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer

from bot.cli.frame import command, open_app, tell, today
from bot.errors import terminal_language
from handlers.errors import HandlerError
from handlers.handover.answering import end_handover, give_answer, word_answer, word_closing
from handlers.handover.officials import tell_officials
from handlers.handover.wording import say_waiting, word_item, word_lines
from handlers.messages import Reply, dump_reply
from handlers.texts import say
from knowledge.text import tidy
from storage.database import Database
from storage.values import Handover, HandoverLine, HandoverState, Locality, OutboxKind
from storage.work import Work

handovers = typer.Typer(help="Citizens' questions to officials.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="The number in `motcua handover list`.")]


@handovers.command("list")
@command
async def list_handovers() -> None:
    """List the questions that wait for an official, oldest first.

    Example: motcua handover list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        found = await work.handovers.list_open()
        places = {place.id: place.name for place in await work.localities.list_all()}
        names = {p.id: p.name for p in await work.people.list_all(on=today(app))}
        now = app.clock.now()
    if not found:
        tell("handovers_none")
    for each in found:
        line = word_item(each, names, language=terminal_language(), now=now)
        typer.echo(f"{line}  {places[each.locality_id]}")


@handovers.command("show")
@command
async def show(number: Number) -> None:
    """Print a question with what was said since.

    Example: motcua handover show 5
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        handover = await _find(work, number)
        said = await work.handovers.lines(number)
        now = app.clock.now()
    _print(handover, said, now=now)


def _print(handover: Handover, said: Sequence[HandoverLine], *, now: dt.datetime) -> None:
    language = terminal_language()
    state = say_waiting(handover, language=language, now=now)
    tell("handover_cli_head", number=handover.id, state=state)
    for line in word_lines(handover, said, language):
        typer.echo(line)


@handovers.command("answer")
@command
async def answer(
    number: Number,
    text: Annotated[str, typer.Argument(help="The answer, as the citizen will read it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Send without asking again.")] = False,
) -> None:
    """Send an answer to the citizen, after showing it as it will be read.

    Example: motcua handover answer 5 "Ông/Bà nộp đơn tại Văn phòng UBND xã, phòng 102."
    """
    words = tidy(text)
    if not any(letter.isalnum() for letter in words):
        raise HandlerError("handover_answer_empty")
    async with open_app(needs_embedder=False) as app:
        preview = await _preview(app.database, number, words)
        tell("handover_cli_preview", number=number, answer=preview)
        if not yes and not typer.confirm(say("handover_cli_ask", terminal_language())):
            tell("handover_draft_cancelled", number=number)
            return
        async with app.database.write() as work:
            handover = await _hold(work, number)
            place = await _find_place(work, handover)
            now = app.clock.now()
            told = await give_answer(work, handover, place.name, words, now=now)
            await _put_out(work, told, now=now)
            notice = Reply(say("handover_notice_answered", number=number, answer=words))
            await tell_officials(work, handover, notice, now=now)
    tell("handover_sent", number=number)


@handovers.command("close")
@command
async def close(number: Number) -> None:
    """End a conversation; the citizen is told, and the assistant answers there again.

    Example: motcua handover close 5
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        handover = await _hold(work, number)
        place = await _find_place(work, handover)
        now = app.clock.now()
        text = word_closing(handover, place.name)
        await _put_out(work, await end_handover(work, handover, text, now=now), now=now)
        notice = Reply(say("handover_notice_closed_here", number=number))
        await tell_officials(work, handover, notice, now=now)
    tell("handover_close_done", number=number)


async def _preview(database: Database, number: int, words: str) -> str:
    async with database.read() as work:
        handover = await _find(work, number, is_open=True)
        place = await _find_place(work, handover)
    return word_answer(handover, place.name, words)


async def _find(work: Work, number: int, *, is_open: bool = False) -> Handover:
    return _check(await work.handovers.find(number), number, is_open=is_open)


async def _hold(work: Work, number: int) -> Handover:
    return _check(await work.handovers.hold(number), number, is_open=True)


def _check(found: Handover | None, number: int, *, is_open: bool) -> Handover:
    if found is None:
        raise HandlerError("handover_unknown", number=number)
    if is_open and found.state is HandoverState.CLOSED:
        raise HandlerError("handover_closed", number=number)
    return found


async def _find_place(work: Work, handover: Handover) -> Locality:
    places = await work.localities.list_all()
    return next(place for place in places if place.id == handover.locality_id)


async def _put_out(work: Work, reply: Reply, *, now: dt.datetime) -> None:
    """Leave a reply in the outbox, for the running program to deliver."""
    assert reply.to is not None
    await work.outbox.add(reply.to, dump_reply(reply), kind=OutboxKind.NOTICE, now=now)
