"""What comes before everything else: danger to life, and denunciation, which is never recorded."""

from collections.abc import Sequence

from handlers import feedback
from handlers.messages import Reply
from handlers.office.profile import describe_reception
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.signals import Signal, find_signal
from storage.work import Work


class AlarmSkill:
    """Answer danger with the emergency numbers, denunciation with where it can be made."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take a message that shows a signal, also in the middle of feedback."""
        signal = find_signal(turn.text)
        if signal is None:
            return None
        if signal is Signal.DANGER:
            return only_say(Reply(say("danger", turn.language)))
        return _turn_away(turn)


def _turn_away(turn: Turn) -> Effect:
    text = say("denunciation", turn.language)
    reception = describe_reception(turn.place, turn.language) if turn.place else None
    reply = Reply("\n".join(filter(None, (text, reception))))

    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, feedback.KIND)
        return [reply]

    return effect
