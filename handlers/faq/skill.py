"""A clerk's questions in chat: which wait, answering one, taking one off the list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers import choices
from handlers.buttons import make_button, make_word_button
from handlers.errors import HandlerError
from handlers.faq.service import (
    NewFaq,
    Saved,
    Waiting,
    check_faq,
    describe_waiting,
    group_waiting,
    prepare_faq,
    store_faq,
)
from handlers.faq.state import KIND, Pending, State, load_state, save_state
from handlers.library.scopes import Library
from handlers.messages import Reply
from handlers.people.roles import is_clerk
from handlers.redacting import without_brackets
from handlers.texts import say
from handlers.texts.forms import clip
from handlers.turn import Effect, Turn, only_say
from knowledge.redaction import PersonalKind, find_personal
from knowledge.text import fold, nfc, strip_invisible
from storage.values import Person
from storage.work import Work

MOST_LISTED = 5
LONGEST_ITEM = 200
_LIST = re.compile(
    r"^(?:xem )?(?:cac |danh sach )?cau hoi"
    r"(?: (?:chua|cho|dang cho|con cho)(?: (?:duoc )?tra loi)?)?$"
    r"|^(?:open |waiting )?questions$"
)
_ANSWER = re.compile(
    r"(?:tra loi (?P<own>noi bo )?cau(?: hoi)?(?: so)?|answer (?P<own_en>internal )?question)"
    r" (?P<number>\d{1,3})(?!\d)\s*[:,.–-]?\s*(?P<answer>.*)",
    re.DOTALL,
)
_DROP = re.compile(r"^(?:bo|xoa|bo qua) cau(?: hoi)?(?: so)? (\d{1,3})$|^drop question (\d{1,3})$")
_CONFIRM = re.compile(r"^(?:xac nhan|dong y|luu|confirm|save)(?: (?:luu|nhe|a|di))*$")
_CANCEL = re.compile(r"^(?:huy|huy bo|thoi|cancel)(?: (?:nhe|a|di))*$")
_ENGLISH = ("confirm", "save", "cancel")
# Names and numbers of people; an office's phone, mail and address are meant to be told.
_PRIVATE = (
    PersonalKind.PAPER,
    PersonalKind.ACCOUNT,
    PersonalKind.NAME,
    PersonalKind.BIRTH,
    PersonalKind.PLATE,
)


class FaqSkill:
    """Answer "câu hỏi", "trả lời câu 2: …", "bỏ câu 2", and the confirming word, to a clerk."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def take(self, turn: Turn) -> Effect | None:
        """Take a clerk's words about questions; nobody else's."""
        person = turn.person
        if person is None or not is_clerk(person):
            return None
        state = load_state(turn.dialogues.get(KIND), now=turn.now)
        if _LIST.match(turn.folded):
            return _list(turn, person)
        if answered := _read_answer(turn):
            return _preview(turn, person, state, answered)
        if dropped := _DROP.match(turn.folded):
            return _drop(turn, person, state, int(dropped[1] or dropped[2]))
        if state.pending is None or _is_overtaken(turn):
            return None
        if turn.folded in _ENGLISH:  # a word alone keeps the chat's language
            turn = replace(turn, language="en")
        if _CANCEL.match(turn.folded):
            return _cancel(turn, state)
        return await self._confirm(turn, person, state) if _CONFIRM.match(turn.folded) else None

    async def _confirm(self, turn: Turn, person: Person, state: State) -> Effect | None:
        pending = state.pending
        if pending is None:
            return None
        new = NewFaq(
            person.locality_id,
            pending.question,
            pending.answer,
            f"person:{person.id}",
            pending.is_public,
        )
        entry = await prepare_faq(self._library, new, now=turn.now)

        async def effect(work: Work) -> Sequence[Reply]:
            await save_state(work, turn, replace(state, pending=None))
            own = {each.id for each in await work.faq.list_open(person.locality_id)}
            if not own.intersection(pending.ids):
                return [Reply(say("question_gone", turn.language))]
            settles = [each for each in pending.ids if each in own]
            return [_say_saved(await store_faq(work, entry, settles=settles), pending, turn)]

        return effect


def _list(turn: Turn, person: Person) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        waiting = group_waiting(await work.faq.list_open(person.locality_id))
        await save_state(work, turn, State(tuple(each.ids for each in waiting[:MOST_LISTED])))
        if not waiting:
            return [Reply(say("open_none", turn.language))]
        lines = [
            say("open_head", turn.language, count=len(waiting)),
            *(_item(number, each, turn) for number, each in enumerate(waiting[:MOST_LISTED], 1)),
            say("open_foot", turn.language),
        ]
        return [Reply("\n".join(lines))]

    return effect


def _item(number: int, waiting: Waiting, turn: Turn) -> str:
    question = clip(waiting.question, LONGEST_ITEM)
    details = describe_waiting(waiting, turn.language)
    return say("open_item", turn.language, number=number, question=question, details=details)


@dataclass(frozen=True, slots=True)
class _Answered:
    number: int
    answer: str
    is_public: bool


def _read_answer(turn: Turn) -> _Answered | None:
    """Read "trả lời câu 2: …", the answer with its own lines."""
    text = strip_invisible(nfc(turn.message.text)).strip()
    folded = fold(text)
    found = _ANSWER.match(folded)
    if found is None or len(folded) != len(text):
        return None
    is_public = not (found["own"] or found["own_en"])
    return _Answered(int(found["number"]), text[found.start("answer") :].strip(), is_public)


def _preview(turn: Turn, person: Person, state: State, answered: _Answered) -> Effect:
    if not answered.answer:
        return only_say(Reply(say("faq_empty", turn.language, number=answered.number)))

    async def effect(work: Work) -> Sequence[Reply]:
        found = await _find(work, person, state, answered.number)
        if found is None:
            return [Reply(say("open_unknown", turn.language, number=answered.number))]
        try:
            question, answer = check_faq(without_brackets(found.question), answered.answer)
        except HandlerError as error:
            return [Reply(say(f"error_{error.code}", turn.language, **error.facts))]
        pending = Pending(found.ids, question, answer, answered.is_public)
        await save_state(work, turn, replace(state, pending=pending))
        return [_show(pending, answered.number, turn)]

    return effect


async def _find(work: Work, person: Person, state: State, number: int) -> Waiting | None:
    """Find a question by its number in the last list, or in the list as it would be shown now."""
    waiting = group_waiting(await work.faq.list_open(person.locality_id))
    listed = state.listed or tuple(each.ids for each in waiting[:MOST_LISTED])
    if not 0 < number <= len(listed):
        return None
    ids = set(listed[number - 1])
    return next((each for each in waiting if ids.intersection(each.ids)), None)


def _show(pending: Pending, number: int, turn: Turn) -> Reply:
    facts = {"question": pending.question, "answer": pending.answer, "number": number}
    key = "faq_preview" if pending.is_public else "faq_preview_internal"
    lines = [say(key, turn.language, **facts), *warn_personal(pending.answer, turn.language)]
    buttons = (make_button("confirm", turn.language), make_word_button("cancel", turn.language))
    return Reply("\n".join(lines), buttons)


def warn_personal(answer: str, language: str) -> list[str]:
    """Say which personal data an answer seems to hold."""
    kinds = {each.kind for each in find_personal(answer)} & set(_PRIVATE)
    names = [
        say(f"hidden_{kind.value}", language).strip("[]") for kind in _PRIVATE if kind in kinds
    ]
    return [say("faq_personal", language, kinds=", ".join(names))] if names else []


def _say_saved(saved: Saved, pending: Pending, turn: Turn) -> Reply:
    text = say("faq_saved" if pending.is_public else "faq_saved_internal", turn.language)
    if saved.settled > 1:
        text += " " + say("faq_settled", turn.language, count=saved.settled)
    return Reply(text)


def _drop(turn: Turn, person: Person, state: State, number: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        found = await _find(work, person, state, number)
        if found is None:
            return [Reply(say("open_unknown", turn.language, number=number))]
        await work.faq.drop(found.ids)
        return [Reply(say("question_dropped", turn.language, number=number))]

    return effect


def _cancel(turn: Turn, state: State) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await save_state(work, turn, replace(state, pending=None))
        return [Reply(say("faq_cancelled", turn.language))]

    return effect


def _is_overtaken(turn: Turn) -> bool:
    """Say whether something else was begun or asked since the answer was shown."""
    own = turn.dialogues[KIND].updated_at
    others = (each for kind, each in turn.dialogues.items() if kind not in (KIND, choices.KIND))
    return any(each.updated_at > own for each in others)
