"""Every message of every channel: read what is known, let the first fitting skill take it."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.courtesy import greet
from handlers.messages import Message, Reply
from handlers.places import own_place
from handlers.questions import chat_language
from handlers.texts import say
from handlers.turn import Effect, Skill, Turn, only_say
from knowledge.questions.language import Language, detect
from storage.database import Database
from storage.values import Dialogue
from storage.work import Work

LONGEST = 4000
FEW_WORDS = 3  # so few letters tell no language apart: "alo ad oi" looks English
_ENGLISH = frozenset(
    {"hello", "hi", "the", "a", "is", "are", "what", "who", "where", "when", "which", "how", "my"}
    | {"your", "you", "we", "i", "tasks", "report", "please", "thank", "thanks", "help", "cancel"}
    | {"broken", "problem", "plan", "plans", "deadline", "office", "hours", "phone", "human"}
)


class Conversation:
    """Answer messages; `place_name` is the locality that the chat itself belongs to."""

    def __init__(
        self, database: Database, skills: Sequence[Skill], *, place_name: str | None = None
    ) -> None:
        self._database = database
        self._skills = skills
        self._place_name = place_name

    async def respond(self, message: Message, *, now: dt.datetime) -> Effect:
        """Think about a message outside any transaction; return what comes of it."""
        turn = await self._turn(message, now)
        refusal = _refuse(turn)
        if refusal:
            return only_say(refusal)
        for skill in self._skills:
            effect = await skill.take(turn)
            if effect is not None:
                return effect
        return only_say(greet(turn))

    async def _turn(self, message: Message, now: dt.datetime) -> Turn:
        async with self._database.read() as work:
            dialogues = await work.dialogues.of(message.address)
            places = await work.localities.list_all()
            turn = Turn(
                message=message,
                language=_find_language(message.text, dialogues),
                now=now,
                dialogues=dialogues,
                person=None,
                places=places,
                place=own_place(places, self._place_name),
            )
            return await _with_person(turn, work)


def _find_language(text: str, dialogues: Mapping[str, Dialogue]) -> Language:
    """Tell a message's language; a word or a code alone keeps the chat's, Vietnamese at first."""
    words = [word.lower() for word in text.split() if word.isalpha()]
    if len(words) < 2:
        return chat_language(dialogues)
    if len(words) <= FEW_WORDS and not _ENGLISH.intersection(words):
        return "vi"
    return detect(text)


async def _with_person(turn: Turn, work: Work) -> Turn:
    person = await work.people.find(turn.message.address, on=turn.today)
    if person is None:
        return turn
    place = next((p for p in turn.places if p.id == person.locality_id), turn.place)
    return replace(turn, person=person, place=place)


def _refuse(turn: Turn) -> Reply | None:
    if not any(letter.isalnum() for letter in turn.text):
        return Reply(say("nothing_read", turn.language))
    if len(turn.text) > LONGEST:
        return Reply(say("too_long", turn.language, limit=LONGEST))
    return None


class StaleDialogueSkill:
    """Close politely a dialogue that another version of the program has left."""

    def __init__(self, kind: str, version: int) -> None:
        self._kind = kind
        self._version = version

    async def take(self, turn: Turn) -> Effect | None:
        """Give the text back when the dialogue cannot be read."""
        dialogue = turn.dialogues.get(self._kind)
        if dialogue is None or dialogue.version == self._version:
            return None

        async def effect(work: Work) -> Sequence[Reply]:
            await work.dialogues.remove(turn.message.address, self._kind)
            text = say("dialogue_from_other_version", turn.language, text=_typed(dialogue.state))
            return [Reply(text)]

        return effect


class CancelSkill:
    """Answer "hủy" when there is nothing to cancel."""

    async def take(self, turn: Turn) -> Effect | None:
        """Say that nothing is half done."""
        if turn.folded not in ("huy", "cancel"):
            return None
        return only_say(Reply(say("nothing_to_cancel", turn.language)))


def _typed(state: str) -> str:
    try:
        fields = json.loads(state)
    except ValueError:
        return ""
    texts = [v for v in fields.values() if isinstance(v, str)] if isinstance(fields, dict) else []
    return max(texts, key=len, default="")
