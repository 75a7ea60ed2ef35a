"""Telling one who has left, once, that the conversation is no official's any more."""

from collections.abc import Sequence

from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import local_day, write_day
from handlers.turn import Effect, Turn
from storage.work import Work


def with_farewell(turn: Turn, effect: Effect) -> Effect:
    """Let an effect begin with that sentence where it is due; the message is answered all the same.

    The address is forgotten with it, so that it is said once.
    """
    if turn.person:
        return effect

    async def both(work: Work) -> Sequence[Reply]:
        replies = await effect(work)
        left = await work.people.find_left(turn.message.address, on=turn.today)
        if left is None or left.left_at is None:
            return replies
        await work.people.forget_address(turn.message.address)
        place = next((p.name for p in turn.places if p.id == left.locality_id), "")
        day = write_day(local_day(left.left_at), turn.language)
        return [Reply(say("left_already", turn.language, place=place, day=day)), *replies]

    return both
