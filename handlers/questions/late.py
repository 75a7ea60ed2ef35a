"""Work that is past its day without a result, for officials only."""

import datetime as dt
from collections.abc import Sequence

from handlers.questions.answers import Answer, Citation
from handlers.questions.memory import Memory
from handlers.sources import describe_place
from handlers.texts import say
from handlers.texts.forms import capital, clip, write_day
from knowledge.questions.understanding import Question
from storage.database import Database
from storage.values import DueDay, Locality

SHOWN = 5
LONGEST_ITEM = 150


async def answer_late(
    question: Question, place: Locality | None, database: Database, today: dt.date, memory: Memory
) -> Answer:
    """List the open due days of a place that are over, the oldest first."""
    if place is None:
        return refuse_late(question, memory)
    async with database.read() as work:
        found = await work.due_days.until(today - dt.timedelta(1))
    late = [due for due in found if due.locality_id == place.id]
    if not late:
        text = say("late_none", question.language, place=capital(place.name))
        return Answer("other", text, memory=memory)
    return Answer("answered", _say(question, place, late), _cite(late[:SHOWN]), memory=memory)


def refuse_late(question: Question, memory: Memory) -> Answer:
    """Say that progress is told to officials only."""
    return Answer("other", say("late_not_told", question.language), memory=memory)


def _say(question: Question, place: Locality, late: Sequence[DueDay]) -> str:
    language = question.language
    head = say("late_head", language, place=capital(place.name), count=len(late))
    items = [
        say(
            "late_item",
            language,
            number=number,
            content=clip(due.task.content.rstrip(" .;,"), LONGEST_ITEM),
            last_day=write_day(due.last_day, language),
            office=f" – {due.office}" if due.office else "",
        )
        for number, due in enumerate(late[:SHOWN], 1)
    ]
    left = len(late) - SHOWN
    more = [say("late_more", language, count=left)] if left > 0 else []
    return "\n".join([head, *items, *more])


def _cite(late: Sequence[DueDay]) -> tuple[Citation, ...]:
    return tuple(
        Citation(due.task.place, describe_place(due.task), due.task.content) for due in late
    )
