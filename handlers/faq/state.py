"""What a clerk was shown of the questions that wait, and an answer not kept yet."""

import datetime as dt
from dataclasses import asdict, dataclass

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.turn import Turn
from storage.values import Dialogue
from storage.work import Work

KIND = "faq"
VERSION = 1
REMEMBERED = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pending:
    """An answer shown to the clerk, not kept yet."""

    ids: tuple[int, ...]
    question: str
    answer: str
    is_public: bool


@dataclass(frozen=True, slots=True)
class State:
    """The questions of the last list, each by the ids it stands for, and an answer not kept."""

    listed: tuple[tuple[int, ...], ...] = ()
    pending: Pending | None = None


async def save_state(work: Work, turn: Turn, state: State) -> None:
    """Keep what the clerk was shown."""
    dialogue = write_dialogue(KIND, VERSION, asdict(state), now=turn.now)
    await work.dialogues.save(turn.message.address, dialogue)


def load_state(dialogue: Dialogue | None, *, now: dt.datetime) -> State:
    """Read what a clerk was shown; what is old or of another program is forgotten."""
    kept = read_dialogue(dialogue, VERSION, now=now, kept=REMEMBERED)
    if kept is None:
        return State()
    listed = tuple(tuple(ids) for ids in kept["listed"])
    pending = kept["pending"]
    if pending is None:
        return State(listed)
    return State(listed, Pending(**{**pending, "ids": tuple(pending["ids"])}))
