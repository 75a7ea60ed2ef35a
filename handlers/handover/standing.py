"""Where a citizen's chat stands with the officials, kept as a dialogue of the chat.

The handover's row is the truth; this says how the next message is read.
"""

import datetime as dt
from dataclasses import asdict, dataclass

from handlers.dialogues import find_typed, read_dialogue, write_dialogue
from handlers.turn import Turn
from storage.values import Address, Dialogue
from storage.work import Work

KIND = "handover"
VERSION = 1
ASKED_FOR = dt.timedelta(hours=1)  # how long an asked place or question is waited for
PLACE, QUESTION, OPEN = "place", "question", "open"


@dataclass(frozen=True, slots=True)
class Standing:
    """A handover asked for (`step` place or question) or open.

    `complaint` is what somebody tired of waiting wrote, which may be all there is; `aside` while
    the assistant answers again; `acknowledged` once a message was said to be passed on;
    `limited_at` when the last warning of too many messages was given (ISO, UTC).
    """

    step: str
    language: str
    place: str | None = None
    question: str = ""
    complaint: str = ""
    asked_again: bool = False
    aside: bool = False
    acknowledged: bool = False
    limited_at: str | None = None


def load_standing(dialogue: Dialogue | None, *, now: dt.datetime) -> Standing | None:
    """Read a standing back; None where there is none, or nobody waits for its answer any more.

    One of another version counts as open: the handover's row decides.
    """
    if dialogue is None:
        return None
    if dialogue.version != VERSION:
        return Standing(OPEN, "vi", question=find_typed(dialogue))
    standing = Standing(**read_dialogue(dialogue, VERSION))
    is_old = standing.step != OPEN and now - dialogue.updated_at > ASKED_FOR
    return None if is_old else standing


def is_open(turn: Turn) -> bool:
    """Tell whether what this chat says now goes to an official, words or not."""
    standing = load_standing(turn.dialogues.get(KIND), now=turn.now)
    return standing is not None and standing.step == OPEN and not standing.aside


async def save_standing(
    work: Work, address: Address, standing: Standing, *, now: dt.datetime
) -> None:
    """Keep a standing."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, asdict(standing), now=now))
