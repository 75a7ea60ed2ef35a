"""Numbers typed for the buttons of the last reply, where it was numbered."""

import datetime as dt
from collections.abc import Mapping, Sequence

from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Reply
from storage.values import Address, Dialogue
from storage.work import Work

KIND = "choices"
VERSION = 1
REMEMBERED = dt.timedelta(hours=1)
LONGEST = 2  # digits; what has more is a phone or a code


def find_choice(folded: str, dialogues: Mapping[str, Dialogue], *, now: dt.datetime) -> str | None:
    """Give what a number stands for, or None where it stands for nothing."""
    says: Sequence[str] = (
        read_dialogue(dialogues.get(KIND), VERSION, now=now, kept=REMEMBERED) or ()
    )
    if not folded.isdecimal() or len(folded) > LONGEST:
        return None
    number = int(folded)
    return says[number - 1] if 0 < number <= len(says) else None


async def remember_choices(
    work: Work, address: Address, replies: Sequence[Reply], *, now: dt.datetime
) -> None:
    """Keep what the numbers of the last reply stand for; without numbers they stand for nothing."""
    own = [reply for reply in replies if reply.to in (None, address)]
    if not own:
        return
    if not own[-1].numbered:
        await work.dialogues.remove(address, KIND)
        return
    says = [button.says for button in own[-1].buttons[: own[-1].numbered]]
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, says, now=now))
