"""What clerks are asked at the beginning of a quarter: tasks that wait for a rule or a plan."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Protocol

from handlers.nudges.notes import ClerkNote
from handlers.plans.deciding import list_separate, list_unruled
from handlers.texts import say
from handlers.texts.forms import clip
from knowledge.calendar import Calendar
from knowledge.plan import PlannedTask
from storage.values import Locality
from storage.work import Work

OPEN_FOR = 5  # working days, should nothing have been told on the first
MOST_NAMED = 5
LONGEST_NAMED = 100
_ROMAN = ("I", "II", "III", "IV")


class Waiting(Protocol):
    """A task without a day: its plan, its row and what is to be done."""

    @property
    def plan_id(self) -> int: ...  # noqa: D102

    @property
    def row(self) -> int: ...  # noqa: D102

    @property
    def task(self) -> PlannedTask: ...  # noqa: D102


async def find_quarterly(
    work: Work, place: Locality, *, today: dt.date, calendar: Calendar
) -> Sequence[ClerkNote]:
    """Find, at the beginning of a quarter, the tasks whose day still waits for the clerk."""
    quarter = (today.month - 1) // 3
    first = calendar.working_day_on_or_after(dt.date(today.year, 3 * quarter + 1, 1))
    if not first <= today < calendar.plus_working_days(first, OPEN_FOR):
        return ()
    key = f"quarter {place.id} {today.year} {quarter + 1}"
    if await work.once.find([key]):
        return ()
    name = f"{_ROMAN[quarter]}/{today.year}"
    waiting = {
        "clerk_separate": await list_separate(work, place.id, today=today),
        "clerk_unruled": await list_unruled(work, place.id, today=today),
    }
    texts = [_word(kind, rows, name) for kind, rows in waiting.items() if rows]
    return [ClerkNote(key, "\n".join(texts))] if texts else ()


def _word(key: str, rows: Sequence[Waiting], quarter: str) -> str:
    return say(
        key,
        quarter=quarter,
        count=len(rows),
        items="\n".join(_list(rows)),
        row=rows[0].row,
        plan=rows[0].plan_id,
    )


def _list(rows: Sequence[Waiting]) -> Iterator[str]:
    for each in rows[:MOST_NAMED]:
        content = clip(each.task.content.rstrip(" .;,"), LONGEST_NAMED)
        yield say("clerk_waiting_item", row=each.row, plan=each.plan_id, content=content)
    if len(rows) > MOST_NAMED:
        yield say("clerk_items_more", count=len(rows) - MOST_NAMED)
