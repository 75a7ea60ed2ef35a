"""Greetings, thanks and the question who is speaking."""

import re

from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say

_PARTICLES = r"(?: (?:a|nhe|nha|ad|em|ban|anh|chi|em oi|ad oi|nhieu|may|bot|moi nguoi|ca nha))*"
_GREETING = re.compile(
    rf"^(?:da )?(?:xin )?(?:chao|alo|hello|hi|help|tro giup|bat dau|/start){_PARTICLES}"
    r"(?: co ai(?: o do)?(?: khong| ko| k)?)?$"
)
_THANKS = re.compile(rf"^(?:da )?(?:xin )?(?:cam on|thank you|thanks|bye|tam biet){_PARTICLES}$")
_ASSENT = re.compile(rf"^(?:da|ok|oke|okay|vang|u|uh|duoc roi|roi|biet roi|hieu roi){_PARTICLES}$")
_WHO = re.compile(
    r"^(?:(?:ban|day|e|ad|em) (?:la|co phai(?: la)?) (?:ai|bot|may|nguoi)|bot)\b.{0,20}$"
    r"|^(?:who|what) are you$|^are you (?:a )?(?:bot|human|robot)$"
)


class CourtesySkill:
    """Answer what is said out of courtesy."""

    async def take(self, turn: Turn) -> Effect | None:
        """Greet, thank, assent or introduce itself."""
        folded = turn.folded
        if _GREETING.match(folded):
            return only_say(greet(turn))
        if _WHO.match(folded):
            return only_say(_introduce(turn))
        for pattern, key in ((_THANKS, "thanked"), (_ASSENT, "acknowledged")):
            if pattern.match(folded):
                return only_say(Reply(say(key, turn.language)))
        return None


def greet(turn: Turn) -> Reply:
    """Say who speaks and what it can do."""
    if turn.person:
        return Reply(say("greeting_officer", turn.language, place=_name_place(turn)))
    label = say("button_feedback", turn.language)
    text = say("greeting", turn.language, place=_name_place(turn))
    return Reply(text, (Button(label, label),))


def _introduce(turn: Turn) -> Reply:
    text = say("who_i_am", turn.language, place=_name_place(turn))
    phone = turn.place.profile.get("office.phone") if turn.place else None
    if phone:
        text += " " + say("meet_official", turn.language, phone=phone)
    return Reply(text)


def _name_place(turn: Turn) -> str:
    return f"UBND {turn.place.name}" if turn.place else say("place_unknown", turn.language)
