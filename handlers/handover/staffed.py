"""While a human of the office answers in the service's own window, the bot keeps silent."""

import datetime as dt

from handlers.channels.danger import tells_danger
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.texts import say
from handlers.turn import Effect, Skill, Turn, only_say
from storage.values import Address
from storage.work import Work

KIND = "staffed"
VERSION = 1
SILENT_FOR = dt.timedelta(minutes=30)  # since the human's last words


async def note_staff(work: Work, address: Address, *, now: dt.datetime) -> None:
    """Note that a human has answered this person, and whoever waits to do so need not."""
    known = (await work.dialogues.of(address)).get(KIND)
    if known and known.updated_at >= now:  # events do not come in order
        return
    await work.dialogues.save(address, write_dialogue(KIND, VERSION, "", now=now))
    handover = await work.handovers.hold_of(address)
    if handover and handover.waiting_since:
        told = say("handover_answered_there", handover.language)
        await work.handovers.add_answer(handover.id, told, now=now)


def is_staffed(turn: Turn) -> bool:
    """Tell whether a human is answering this person now."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=SILENT_FOR)
    return state is not None


class StaffedSkill:
    """Say nothing while a human answers; danger to life alone is answered, by `alarms`."""

    def __init__(self, alarms: Skill) -> None:
        self._alarms = alarms

    async def take(self, turn: Turn) -> Effect | None:
        """Take whatever is written meanwhile, and leave it to the human."""
        if not is_staffed(turn):
            return None
        danger = await self._alarms.take(turn) if tells_danger(turn) else None
        return danger or only_say()
