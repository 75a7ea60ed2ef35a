"""A citizen who wants a human: asked where and what, passed on, silent until it ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_button
from handlers.courtesy import is_courtesy
from handlers.handover.opening import Request, end_button, open_handover
from handlers.handover.passing import come_back, end, forget, forward, typed
from handlers.handover.standing import (
    KIND,
    OPEN,
    PLACE,
    QUESTION,
    Standing,
    load_standing,
    save_standing,
)
from handlers.intake import drafts as feedback
from handlers.messages import Button, Reply
from handlers.places import find_open_place, follow, open_places
from handlers.questions.memory import KIND as QUESTION_KIND
from handlers.questions.memory import load_memory
from handlers.texts import say
from handlers.turn import Effect, Skill, Turn, only_say
from knowledge.calendar import Calendar
from knowledge.questions.places import LocalityName, find_places
from knowledge.text import syllables
from knowledge.wishes import Wish, asks_beside_human, find_wish, wants_only_human
from storage.values import Locality
from storage.work import Work

FEW_SYLLABLES = 6  # so short a question leans on the one before it: "còn quý IV thì sao?"
MOST_PLACES = 8
_END = re.compile(
    r"^(?:huy|ket thuc|dung lai|thoi (?:khoi|khong) (?:hoi|can) nua|cancel|end|stop)"
    r"(?: (?:di|nhe|nha|a|luon|tro chuyen|cuoc tro chuyen|trao doi|hoi can bo|chat))*$"
)
_END_ONLY = re.compile(r"^(?:ket thuc|end)(?: (?:tro chuyen|cuoc tro chuyen|chat))?$")
_ASSISTANT = re.compile(
    r"^(?:(?:cho|toi|em|minh|muon|da|xin) )*(?:hoi|gap|quay lai)(?: lai)? tro ly(?: tu dong)?\b"
    r"|^ask the assistant\b"
)


class HandoverSkill:
    """Pass a citizen on to the officials; `assistant` answers what is asked of it meanwhile."""

    def __init__(self, calendar: Calendar, assistant: Skill) -> None:
        self._calendar = calendar
        self._assistant = assistant

    async def take(self, turn: Turn) -> Effect | None:
        """Pass messages on while a handover is open; open one when a human is wanted."""
        standing = load_standing(turn.dialogues.get(KIND), now=turn.now)
        if standing and standing.step == OPEN:
            return await self._pass_on(turn, standing)
        if standing:
            effect = self._take_missing(turn, standing)
            if effect:
                return effect
        if _END_ONLY.match(turn.folded):
            return only_say(Reply(say("handover_none_open", turn.language)))
        wish = find_wish(turn.text)
        if wish is Wish.HUMAN or wish is Wish.IMPATIENCE:
            return self._begin(turn, wish)
        return None

    def _begin(self, turn: Turn, wish: Wish) -> Effect:
        if turn.person:
            return only_say(Reply(say("handover_officer", turn.language)))
        if not turn.places:
            return only_say(Reply(say("handover_no_place", turn.language)))
        question = _find_question(turn, wish)
        complaint = typed(turn) if wish is Wish.IMPATIENCE else ""
        standing = Standing(
            PLACE, turn.language, question=question or complaint, complaint=complaint
        )
        place = turn.place or _find_place(f"{turn.text} {question}", turn.places)
        effect = self._go_on(turn, standing, place)
        return _leave_feedback(turn, effect) if feedback.KIND in turn.dialogues else effect

    def _go_on(self, turn: Turn, standing: Standing, place: Locality | None) -> Effect:
        """Ask for what is missing, else open the handover."""
        if place is None:
            key = "handover_sorry_ask_place" if standing.complaint else "handover_ask_place"
            buttons = [
                Button(each.name, each.name) for each in open_places(turn.places)[:MOST_PLACES]
            ]
            return _ask(turn, replace(standing, step=PLACE), key, *buttons)
        standing = replace(standing, place=place.name)
        if not standing.question:
            return _ask(turn, replace(standing, step=QUESTION), "handover_ask_question")
        request = Request(turn.message.address, place, standing, turn.now)

        async def effect(work: Work) -> Sequence[Reply]:
            return await open_handover(work, request, self._calendar)

        return effect

    def _take_missing(self, turn: Turn, standing: Standing) -> Effect | None:
        """Take the place or the question that was asked for."""
        if _END.match(turn.folded):
            return forget(turn, say("handover_dropped", standing.language))
        if standing.step == PLACE:
            place = _find_place(turn.text, turn.places)
            if place or not standing.asked_again:
                return self._go_on(turn, replace(standing, asked_again=True), place)
            return None
        place = find_open_place(standing.place or "", turn.places)
        is_empty = is_courtesy(turn.folded) or wants_only_human(turn.text)
        said = "" if is_empty else typed(turn)
        return self._go_on(turn, replace(standing, question=said), place)

    async def _pass_on(self, turn: Turn, standing: Standing) -> Effect | None:
        if _END.match(turn.folded):
            return end(turn, standing)
        asked = _ASSISTANT.match(turn.folded)
        if asked:
            return await self._step_aside(turn, standing, len(asked[0].split()))
        if standing.aside:
            if find_wish(turn.text) not in (Wish.HUMAN, Wish.IMPATIENCE):
                return None
            if wants_only_human(turn.text):
                return come_back(turn, standing)
        return forward(turn, replace(standing, aside=False))

    async def _step_aside(self, turn: Turn, standing: Standing, said: int) -> Effect:
        """Let the assistant answer again, at once where the question was said with it."""
        question = " ".join(turn.text.split()[said:]).strip(" ,.:;-")
        message = replace(turn.message, text=question)
        answer = await self._assistant.take(replace(turn, message=message)) if question else None

        async def effect(work: Work) -> Sequence[Reply]:
            aside = replace(standing, aside=True)
            await save_standing(work, turn.message.address, aside, now=turn.now)
            return await answer(work) if answer else [_say_aside(turn)]

        return effect


def _say_aside(turn: Turn) -> Reply:
    language = turn.language
    buttons = (make_button("human", language), end_button(language))
    return Reply(say("handover_aside", language), buttons)


def _find_question(turn: Turn, wish: Wish) -> str:
    """Give what the officials are asked: what was said with the wish, else the last question."""
    if wish is Wish.HUMAN and asks_beside_human(turn.text):
        return typed(turn)
    asked = load_memory(turn.dialogues.get(QUESTION_KIND), now=turn.now).asked
    leans = len(asked) > 1 and len(syllables(asked[-1])) < FEW_SYLLABLES
    return "\n".join(asked[-2:] if leans else asked[-1:]) or _find_feedback(turn)


def _find_feedback(turn: Turn) -> str:
    """Give what was written for feedback that is given up for a human."""
    return feedback.find_content(turn.dialogues.get(feedback.KIND))


def _leave_feedback(turn: Turn, effect: Effect) -> Effect:
    """Close feedback half written, which would take the next message for its own."""

    async def both(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, feedback.KIND)
        first, *others = await effect(work)
        left = say("handover_feedback_left", turn.language)
        return [replace(first, text=f"{left} {first.text}"), *others]

    return both


def _find_place(text: str, places: Sequence[Locality]) -> Locality | None:
    """Find the one place that a text is or names, with or without its level."""
    names = [LocalityName(place.id, place.name) for place in places]
    found = {each.key for each in find_places(text, names).ours}
    named = [place for place in places if place.id in found]
    one = named[0] if len(named) == 1 else None
    return find_open_place(text, places) or (follow(one, places) if one else None)


def _ask(turn: Turn, standing: Standing, key: str, *buttons: Button) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await save_standing(work, turn.message.address, standing, now=turn.now)
        return [Reply(say(key, standing.language), buttons, numbered=len(buttons))]

    return effect
