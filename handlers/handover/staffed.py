"""While a human of the office answers in the service's own window, the bot keeps silent."""

import datetime as dt

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.turn import Turn
from storage.values import Address
from storage.work import Work

KIND = "staffed"
VERSION = 1
SILENT_FOR = dt.timedelta(minutes=30)  # since the human's last words


async def note_staff(work: Work, address: Address, *, now: dt.datetime) -> None:
    """Note that a human has just answered this person."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, "", now=now))


def is_staffed(turn: Turn) -> bool:
    """Tell whether a human is answering this person now."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=SILENT_FOR)
    return state is not None
