"""Greetings, thanks, the question who is speaking, and insults."""

import re

from handlers.buttons import make_button, make_word_button
from handlers.inherited import find_greeting
from handlers.messages import Reply
from handlers.people.roles import is_clerk
from handlers.places import name_office
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.wishes import Wish, find_wish

_PARTICLES = (
    r"(?: (?:a|nhe|nha|ad|em|ban|anh|chi|em oi|ad oi|nhieu|may|bot|moi nguoi|ca nha"
    r"|can bo|ong|ba|co|chu|bac|quy co quan))*"
)
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
        """Greet, thank, assent, stay calm or introduce itself."""
        folded = turn.folded
        if _GREETING.match(folded):
            return only_say(greet(turn))
        if find_wish(turn.text) is Wish.INSULT:
            return only_say(_stay_calm(turn))
        if _WHO.match(folded):
            return only_say(_introduce(turn))
        for pattern, key in ((_THANKS, "thanked"), (_ASSENT, "acknowledged")):
            if pattern.match(folded):
                key += "_officer" if turn.person else ""
                return only_say(Reply(say(key, turn.language)))
        return None


def is_courtesy(folded: str) -> bool:
    """Say whether a folded text is a greeting, thanks or assent and nothing else."""
    return any(pattern.match(folded) for pattern in (_GREETING, _THANKS, _ASSENT))


def greet(turn: Turn) -> Reply:
    """Say who speaks and what it can do."""
    if turn.person:
        text = say("greeting_officer", turn.language, place=name_office(turn.place, turn.language))
        if is_clerk(turn.person):
            text += " " + say("joined_clerk", turn.language)
        return Reply(text)
    text = say("greeting", turn.language, place=name_office(turn.place, turn.language))
    if turn.place and (added := find_greeting(turn.place, turn.places).value):
        text += f"\n{added}"
    return Reply(text, (make_word_button("feedback", turn.language),))


def _introduce(turn: Turn) -> Reply:
    text = say("who_i_am", turn.language, place=name_office(turn.place, turn.language))
    phone = turn.place.profile.get("office.phone") if turn.place else None
    if phone:
        text += " " + say("meet_official", turn.language, phone=phone)
    return Reply(text)


def _stay_calm(turn: Turn) -> Reply:
    """Answer an insult with what can be done, and none of its words."""
    if turn.person:
        return Reply(say("calm_officer", turn.language))
    return Reply(say("calm", turn.language), (make_button("human", turn.language),))
