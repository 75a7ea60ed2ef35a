"""An official's answer half written, kept until it is sent or dropped."""

import datetime as dt
from dataclasses import asdict, dataclass, replace

from handlers.dialogues import find_typed, read_dialogue, write_dialogue
from handlers.intake import drafts as feedback
from handlers.turn import Turn
from storage.values import Address
from storage.work import Work

KIND = "handover_answer"
VERSION = 1
FRESH = dt.timedelta(hours=1)  # an older preview is shown again before it is sent
KEPT = dt.timedelta(days=1)
SECOND = dt.timedelta(seconds=1)
WRITING, REVIEW, SENT, DROPPED = "writing", "review", "sent", "dropped"
SAVING, SAVED = "saving", "saved"
OVER = (SENT, DROPPED, SAVED)


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer to handover `number`; `step` is what it waits for, or what became of it.

    `question` is what an answer that is to be kept for all is found by.
    """

    step: str
    number: int
    language: str
    text: str = ""
    question: str = ""


def load_draft(turn: Turn) -> Draft | None:
    """Read the draft that bare words such as "gửi" are about.

    None where it was left for a day, or where feedback is being written that they may be about.
    """
    dialogue = turn.dialogues.get(KIND)
    state = read_dialogue(dialogue, VERSION, now=turn.now, kept=KEPT)
    if dialogue is None or state is None:
        return None
    draft = Draft(**state)
    rival = turn.dialogues.get(feedback.KIND)
    is_over = draft.step in OVER
    if rival and (is_over or rival.updated_at > dialogue.updated_at):
        return None
    return draft


def is_fresh(turn: Turn) -> bool:
    """Tell whether the draft was shown a short while ago."""
    return turn.now - turn.dialogues[KIND].updated_at <= FRESH


def find_unreadable(turn: Turn) -> str | None:
    """Give the text of a draft that another version of the program has left."""
    dialogue = turn.dialogues.get(KIND)
    if dialogue is None or dialogue.version == VERSION:
        return None
    return find_typed(dialogue)


async def doubt_drafts(work: Work, turn: Turn) -> None:
    """Let "gửi" show again what was being written: something else was meant since.

    Drafts about cases know the same word.
    """
    for kind in (KIND, "casework"):
        dialogue = turn.dialogues.get(kind)
        if dialogue:
            aged = replace(dialogue, updated_at=dialogue.updated_at - FRESH - SECOND)
            await work.dialogues.save(turn.message.address, aged)


async def close_unfit(work: Work, turn: Turn, number: int) -> bool:
    """Close an answer being written to a handover that has ended; tell whether there was one."""
    draft = load_draft(turn)
    if draft is None or draft.number != number or draft.step not in (WRITING, REVIEW):
        return False
    dropped = replace(draft, step=DROPPED, text="")
    await save_draft(work, turn.message.address, dropped, now=turn.now)
    return True


async def save_draft(work: Work, address: Address, draft: Draft, *, now: dt.datetime) -> None:
    """Keep a draft."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, asdict(draft), now=now))
