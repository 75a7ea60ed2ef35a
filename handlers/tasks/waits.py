"""What was asked back about an item, so that the next message answers it within a while."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.tasks.extending import find_number
from handlers.texts.forms import capital
from handlers.turn import Turn
from knowledge.tasks.acts import ActKind, ItemRef, TaskAct
from knowledge.tasks.days import find_days
from knowledge.tasks.words import is_asking
from knowledge.text import fold
from storage.values import DueDay
from storage.work import Work

KIND = "task_wait"
VERSION = 1
KEPT = dt.timedelta(minutes=15)
LONGEST_LINE = 500  # characters of a result
MOST_WORDS = 10  # of a day or an office said alone


class Wanted(StrEnum):
    """What the next message is asked to say."""

    NOTE = "note"
    LINE = "line"  # a result without which nothing is done
    DAY = "day"
    NUMBER = "number"  # of the request to a superior
    MORNING = "morning"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Wait:
    """What is waited for, about which item, and what was said so far."""

    wanted: Wanted
    due_day_id: int
    day: dt.date | None = None
    reason: str = ""

    @property
    def items(self) -> tuple[ItemRef, ...]:
        """The item as an act names it."""
        return (ItemRef(due_day_id=self.due_day_id),)


async def wait_for(
    work: Work,
    turn: Turn,
    wanted: Wanted,
    due: DueDay,
    *,
    day: dt.date | None = None,
    reason: str = "",
) -> None:
    """Remember what the next message is to say."""
    state = {
        "wanted": wanted.value,
        "due_day": due.id,
        "day": day.isoformat() if day else None,
        "reason": reason,
    }
    await work.dialogues.save(
        turn.message.address, write_dialogue(KIND, VERSION, state, now=turn.now)
    )


async def wait_no_more(work: Work, turn: Turn) -> None:
    """Forget what was waited for."""
    if KIND in turn.dialogues:
        await work.dialogues.remove(turn.message.address, KIND)


def load_wait(turn: Turn) -> Wait | None:
    """Read what is waited for; None where nothing is, or it was asked too long ago."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=KEPT)
    if state is None:
        return None
    day = dt.date.fromisoformat(state["day"]) if state["day"] else None
    return Wait(Wanted(state["wanted"]), state["due_day"], day, state["reason"])


def read_waited(wait: Wait, turn: Turn, act: TaskAct | None) -> TaskAct | None:
    """Read a message as the answer to what was asked back; None where it is none."""
    if act and act.items:
        return None
    if act and act.kind is ActKind.MORE_TIME and wait.wanted in (Wanted.DAY, Wanted.NUMBER):
        return replace(act, items=wait.items, note=act.note or wait.reason)
    if act and act.kind is ActKind.LATER and wait.wanted is Wanted.MORNING:
        return replace(act, items=wait.items)
    if act and act.kind is not ActKind.NOTE:
        return None
    return _read_plain(wait, turn, act.note if act else "")


def _read_plain(wait: Wait, turn: Turn, note: str) -> TaskAct | None:
    """Read a message that is no act by itself: a result, a number, a day, an office."""
    if wait.wanted is Wanted.NOTE:
        return TaskAct(ActKind.NOTE, wait.items, note) if note else None
    if is_asking(fold(turn.text)):
        return None
    if wait.wanted is Wanted.LINE:
        text = note or capital(turn.text)
        is_line = len(text) <= LONGEST_LINE
        return TaskAct(ActKind.DONE, wait.items, text) if is_line else None
    if wait.wanted is Wanted.NUMBER:
        return _read_number(wait, note or find_number(turn.text))
    if len(turn.text.split()) > MOST_WORDS:
        return None
    if wait.wanted is Wanted.OFFICE:
        return TaskAct(ActKind.GIVE, wait.items, office=turn.text.strip(" .,"))
    return _read_day(wait, turn)


def _read_number(wait: Wait, document: str | None) -> TaskAct | None:
    if not document:
        return None
    note = f"{document}; {wait.reason}" if wait.reason else document
    return TaskAct(ActKind.MORE_TIME, wait.items, note, wait.day)


def _read_day(wait: Wait, turn: Turn) -> TaskAct | None:
    days = find_days(turn.folded, turn.today)
    if not days:
        return None
    if wait.wanted is Wanted.MORNING:
        return TaskAct(ActKind.LATER, wait.items, day=days[0].first)
    return TaskAct(ActKind.MORE_TIME, wait.items, wait.reason, days[0].last)
