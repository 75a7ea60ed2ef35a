"""`motcua ask`: one question, or one a line as JSON."""

import json
import sys
from typing import Annotated, Any

import typer

from bot.app import App
from bot.cli.frame import command, open_app, pick_place, today
from handlers.errors import HandlerError
from handlers.questions.answers import Answer
from storage.values import Locality


@command
async def ask(
    question: Annotated[str | None, typer.Argument(help="The question.")] = None,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Read questions and print answers, one JSON a line.")
    ] = False,
    place: Annotated[str | None, typer.Option(help="The place the asker belongs to.")] = None,
    citizen: Annotated[
        bool, typer.Option("--citizen", help="Answer as a citizen is answered.")
    ] = False,
) -> None:
    """Answer a question from the confirmed plans, as an official is answered.

    Example: motcua ask "Hạn báo cáo quý III là khi nào?"
    """
    async with open_app() as app:
        own = await pick_place(app, place) if place else None
        if as_lines:
            await _ask_lines(app, own, is_official=not citizen)
        elif question:
            answer = await app.questions.answer(
                question, today=today(app), place=own, is_official=not citizen
            )
            typer.echo(answer.text)
        else:
            raise typer.BadParameter("give a question, or --jsonl")


async def _ask_lines(app: App, place: Locality | None, *, is_official: bool) -> None:
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        asked = _read_line(line, number)
        answer = await app.questions.answer(
            asked["question"],
            today=today(app),
            earlier=asked.get("context", []),
            place=place,
            is_official=is_official,
        )
        typer.echo(json.dumps(_to_json(asked, answer), ensure_ascii=False))


def _read_line(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError:
        asked = None
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        raise HandlerError("bad_question", line=number)
    return asked


def _to_json(asked: dict[str, Any], answer: Answer) -> dict[str, Any]:
    citations = [
        {
            "source": c.place.source,
            "lines": [c.place.first_line, c.place.last_line] if c.place.first_line else None,
            "ref": c.ref,
            "quote": c.quote,
        }
        for c in answer.citations
    ]
    return {
        "id": asked.get("id"),
        "status": answer.status,
        "answer": answer.text,
        "citations": citations,
        "basis": list(answer.basis),
    }
