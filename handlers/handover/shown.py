"""Which citizens' questions an official was shown last: a bare number may mean one of them."""

import datetime as dt
from collections.abc import Sequence

from handlers.dialogues import is_overtaken, read_dialogue, write_dialogue
from handlers.turn import Turn
from storage.values import Address
from storage.work import Work

KIND = "handover_list"
VERSION = 1
KEPT = dt.timedelta(days=1)
RIVALS = ("casework_list", "task_list", "question")  # they know "xem 5", too


async def remember_shown(
    work: Work, address: Address, numbers: Sequence[int], *, now: dt.datetime
) -> None:
    """Remember which handovers were listed, or shown one by one."""
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, list(numbers), now=now))


def is_shown_last(turn: Turn, number: int) -> bool:
    """Tell whether "xem 5" means a handover: it was shown, and nothing was listed since."""
    shown = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=KEPT)
    return number in (shown or ()) and not is_overtaken(turn, KIND, RIVALS)
