"""Words that an application's menu stands for and nobody types alone."""

from handlers.buttons import make_word_button
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say

_LOOK_UP = ("tra cuu", "tra cuu phan anh", "tra ma", "tra ma phan anh", "look up")


def wants_look_up(turn: Turn) -> bool:
    """Tell whether somebody wants to look something up and does not say what."""
    return turn.folded in _LOOK_UP


class LookUpSkill:
    """Ask for a code where somebody wants to look one up, and tell how to do without.

    To be asked before alarms: the second word of "tra cứu" alone is a cry for help.
    """

    async def take(self, turn: Turn) -> Effect | None:
        """Take "tra cứu" and nothing else."""
        if not wants_look_up(turn):
            return None
        if turn.person:
            return only_say(Reply(say("look_up_ask_officer", turn.language)))
        button = make_word_button("own_cases", turn.language)
        return only_say(Reply(say("look_up_ask", turn.language), (button,)))
