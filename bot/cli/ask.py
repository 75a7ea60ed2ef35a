"""`motcua ask`: one question, or one a line as JSON."""

import json
import sys
from typing import Annotated, Any

import typer

from bot.app import App
from bot.cli.frame import command, open_app, today
from handlers.answers import Answer
from handlers.errors import HandlerError
from handlers.places import find_place
from storage.values import Locality


@command
async def ask(
    question: Annotated[str | None, typer.Argument(help="The question.")] = None,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Read questions and print answers, one JSON a line.")
    ] = False,
    place: Annotated[str | None, typer.Option(help="The place the asker belongs to.")] = None,
) -> None:
    """Answer a question from the confirmed plans.

    Example: motcua ask "Hạn báo cáo quý III là khi nào?"
    """
    async with open_app() as app:
        own = await _find_place(app, place)
        if as_lines:
            await _ask_lines(app, own)
        elif question:
            answer = await app.questions.answer(question, today=today(app), place=own)
            typer.echo(answer.text)
        else:
            raise typer.BadParameter("give a question, or --jsonl")


async def _find_place(app: App, name: str | None) -> Locality | None:
    if name is None:
        return None
    async with app.database.read() as work:
        found = find_place(name, await work.localities.list_all())
    if found is None:
        raise HandlerError("place_unknown", name=name)
    return found


async def _ask_lines(app: App, place: Locality | None) -> None:
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        asked = _read_line(line, number)
        answer = await app.questions.answer(
            asked["question"],
            today=today(app),
            earlier=asked.get("context", []),
            place=place,
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
