"""Whether an answer helped: a word or a thumb right after it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_button, make_word_button
from handlers.faq.service import keep_question
from handlers.messages import Reply
from handlers.questions import memory
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.text import clean, fold
from storage.values import Dialogue, KeptFor
from storage.work import Work

KIND = "rating"
VERSION = 1
FEW_WORDS = 6  # a question so short is told with the one before it
_PARTICLES = r"(?: (?:a|nhe|nha|roi|lam|qua|ad|em|ban|luon|that|nhieu))*"
_GOOD = re.compile(
    rf"^(?:(?:rat )?(?:huu ich|co ich)|(?:rat )?tot|ro rang|tra loi tot){_PARTICLES}$"
)
_BAD = re.compile(
    r"^(?:tra loi |thong tin |cau tra loi )?"
    r"(?:(?:chua|khong|ko|k|hong) (?:dung|huu ich|co ich|giup duoc(?: gi)?)|sai|sai het|nham)"
    rf"{_PARTICLES}$"
)
_ENGLISH = {
    "helpful": True, "very helpful": True, "useful": True, "that was helpful": True,
    "not helpful": False, "not useful": False, "wrong": False, "that is wrong": False,
    "incorrect": False,
}  # fmt: skip
_THUMB_UP, _THUMB_DOWN = "👍👌❤♥💯", "👎"
_DRESSING = re.compile("[\ufe0f\u200d\U0001f3fb-\U0001f3ff\\s.!]")


def is_rating(text: str) -> bool:
    """Say whether a text rates an answer, a thumb without any word included."""
    return read_rating(text) is not None


def read_rating(text: str) -> bool | None:
    """Return whether a text calls an answer good, None where it rates none."""
    bare = _DRESSING.sub("", text)
    if bare and (set(bare) <= set(_THUMB_UP) or set(bare) <= set(_THUMB_DOWN)):
        return bare[0] in _THUMB_UP
    folded = fold(clean(text)).strip(" .!?,")
    if folded in _ENGLISH:
        return _ENGLISH[folded]
    if _GOOD.match(folded):
        return True
    return False if _BAD.match(folded) else None


class RatingSkill:
    """Count what an asker thinks of the last answer, once; keep the question where it was wrong."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take a rating within an hour of an answer; a thumb alone at any time."""
        is_good = read_rating(turn.message.text)
        if is_good is None:
            return None
        asked = turn.dialogues.get(memory.KIND)
        remembered = memory.load_memory(asked, now=turn.now).asked
        if asked is None or not remembered:
            has_words = any(map(str.isalnum, turn.text))
            return None if has_words else only_say(Reply(say("acknowledged", turn.language)))
        turn = replace(turn, language=_find_language(turn))
        if _is_rated(turn, asked):
            return only_say(Reply(say("rated_already", turn.language)))
        return _rate(turn, asked, remembered, is_good=is_good)


def _find_language(turn: Turn) -> str:
    """Give the language of the rating: two words are too few to tell it otherwise."""
    return "en" if turn.folded in _ENGLISH else turn.language


def _is_rated(turn: Turn, asked: Dialogue) -> bool:
    rated = turn.dialogues.get(KIND)
    return rated is not None and rated.state == asked.updated_at.isoformat()


def _rate(turn: Turn, asked: Dialogue, questions: Sequence[str], *, is_good: bool) -> Effect:
    place_id = turn.place.id if turn.place else None
    flag = Dialogue(KIND, VERSION, asked.updated_at.isoformat(), turn.now)

    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.save(turn.message.address, flag)
        if place_id is not None:
            await work.faq.rate(place_id, turn.today, is_good=is_good)
        if not is_good:
            text = _tell(questions)
            await keep_question(work, place_id, text, KeptFor.DISLIKED, now=asked.updated_at)
        return [_thank(turn, is_good=is_good)]

    return effect


def _tell(questions: Sequence[str]) -> str:
    """Return the last question, with the one before it where it is too short to tell anything."""
    if len(questions) < 2 or len(questions[-1].split()) > FEW_WORDS:
        return questions[-1]
    return f"{questions[-2]} – {questions[-1]}"


def _thank(turn: Turn, *, is_good: bool) -> Reply:
    key = ("rated_good" if is_good else "rated_bad") + ("_officer" if turn.person else "")
    if is_good or turn.person:
        return Reply(say(key, turn.language))
    feedback = make_word_button("feedback", turn.language)
    return Reply(say(key, turn.language), (make_button("human", turn.language), feedback))
