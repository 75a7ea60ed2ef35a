"""A number alone that stands for nothing: asked about, instead of being taken for a question."""

import re

from handlers.handover import is_open
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say

_NUMBER = re.compile(r"\d{1,2}")


class StrayNumberSkill:
    """Say that a number stands for no choice; to be asked after all that knows numbers."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take one or two digits and nothing else, where nobody waits for them."""
        if not _NUMBER.fullmatch(turn.folded) or is_open(turn) or turn.message.attachments:
            return None
        key = "number_stray_officer" if turn.person else "number_stray"
        return only_say(Reply(say(key, turn.language, number=turn.folded)))
