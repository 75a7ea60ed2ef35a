"""What a chat's last reply was about, for the questions that follow it within an hour."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.library.scopes import RowKey
from storage.values import Dialogue

KIND = "question"
VERSION = 2
REMEMBERED = dt.timedelta(hours=1)
MOST_TURNS = 3
MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Memory:
    """The questions so far, oldest first, and the rows of the last reply.

    Of a list `shown` rows were said; else it is 0. `focus` is the row that is spoken of, None for
    all of a list.
    """

    asked: tuple[str, ...] = ()
    rows: tuple[RowKey, ...] = ()
    shown: int = 0
    focus: int | None = 0


def dump_memory(memory: Memory, language: str) -> str:
    """Turn a memory into a dialogue's state."""
    state = {
        "asked": memory.asked[-MOST_TURNS:],
        "rows": memory.rows[:MOST_ROWS],
        "shown": memory.shown,
        "focus": memory.focus,
        "language": language,
    }
    return json.dumps(state, ensure_ascii=False)


def load_memory(dialogue: Dialogue | None, *, now: dt.datetime) -> Memory:
    """Read a memory back; one that is too old, or of a newer program, is empty."""
    if dialogue is None or dialogue.version > VERSION:
        return Memory()
    if now - dialogue.updated_at > REMEMBERED:
        return Memory()
    state = json.loads(dialogue.state)
    if dialogue.version == 1:
        return Memory(tuple(state["asked"]))
    rows = tuple((plan, kind, position) for plan, kind, position in state["rows"])
    return Memory(tuple(state["asked"]), rows, state["shown"], state["focus"])


def load_language(dialogue: Dialogue | None) -> str:
    """Give the language of the last question, Vietnamese where there is none."""
    if dialogue is None or dialogue.version > VERSION:
        return "vi"
    return str(json.loads(dialogue.state).get("language", "vi"))


def remember(memory: Memory, text: str, rows: Sequence[RowKey], *, shown: int = 0) -> Memory:
    """Give the memory after a question that stands for itself."""
    return Memory((*memory.asked, text), tuple(rows), shown, None if shown else 0)
