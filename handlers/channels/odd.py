"""What cannot be read at all: a sticker, a contact card, a place on the map, a button too old."""

from collections.abc import Sequence

from handlers.handover.standing import is_open
from handlers.intake import drafts
from handlers.messages import Attachment, Reply
from handlers.own_cases.pending import Awaited, load_pending
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say

OLD_BUTTON = "old_button"
STICKER = "sticker"
LOCATION = "location"
UNSUPPORTED = "unsupported"
_NAMED = (OLD_BUTTON, LOCATION, "contact", "audio")


class OddSkill:
    """Answer what came without a word and cannot be read; it must not be taken for an answer."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take stickers and the like; a draft takes those that come in the middle of it."""
        if not is_odd(turn):
            return None
        kind = find_odd(turn.message.attachments)
        if kind != OLD_BUTTON:
            if drafts.KIND in turn.dialogues or _begins_feedback(turn, kind):
                return None
            if is_open(turn) and not turn.person:
                return only_say(*_say_aside(turn, kind))
        return only_say(Reply(say_odd(kind, turn.language, is_officer=turn.person is not None)))


def is_odd(turn: Turn) -> bool:
    """Tell whether a message holds nothing but what cannot be read."""
    found = turn.message.attachments
    if not found or any(letter.isalnum() for letter in turn.text):
        return False
    return all(each.file_id is None and each.refusal is None for each in found)


def find_odd(attachments: Sequence[Attachment]) -> str:
    """Find what is to be said of several things: the one that matters most."""
    kinds = {each.kind for each in attachments}
    rest = STICKER if kinds == {STICKER} else UNSUPPORTED
    return next((kind for kind in _NAMED if kind in kinds), rest)


def say_odd(kind: str, language: str, *, is_officer: bool = False) -> str:
    """Say in a sentence what to do instead; a sticker is a nod, and gets no lesson."""
    key = "acknowledged" if kind == STICKER else f"odd_{kind}"
    return say(f"{key}_officer" if is_officer else key, language)


def _begins_feedback(turn: Turn, kind: str) -> bool:
    """Tell whether a place on the map begins feedback, as a photo does."""
    if kind != LOCATION or turn.person or is_open(turn) or not turn.places:
        return False
    pending = load_pending(turn)
    return pending is None or pending.awaited is Awaited.DETAILS


def _say_aside(turn: Turn, kind: str) -> Sequence[Reply]:
    """Say that an official does not see it; to a nod nothing needs to be said."""
    return [] if kind == STICKER else [Reply(say("odd_aside", turn.language))]
