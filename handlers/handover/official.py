"""Officials and citizens' questions: the list, taking one, answering after a review, closing."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from handlers.handover import deeds, saving
from handlers.handover.commands import Command, Verb, read_command
from handlers.handover.deeds import Deed
from handlers.handover.drafts import (
    DROPPED,
    KIND,
    OVER,
    REVIEW,
    SAVED,
    SAVING,
    SENT,
    WRITING,
    Draft,
    doubt_drafts,
    find_unreadable,
    is_fresh,
    load_draft,
    save_draft,
)
from handlers.handover.officials import list_answerable, may_answer
from handlers.handover.shown import is_shown_last, remember_shown
from handlers.handover.wording import word_list
from handlers.library.scopes import Library
from handlers.messages import Reply
from handlers.people.roles import is_clerk
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.text import tidy
from storage.values import Person
from storage.work import Work

_DEEDS: Mapping[Verb, Callable[[Deed], Awaitable[Sequence[Reply]]]] = {
    Verb.SHOW: deeds.show,
    Verb.TAKE: deeds.take,
    Verb.TAKE_OVER: deeds.take_over,
    Verb.ANSWER: deeds.answer,
    Verb.CLOSE: deeds.close,
    Verb.SAVE: saving.propose,
}
_ON_DRAFT = (Verb.SEND, Verb.EDIT, Verb.CANCEL, Verb.CONFIRM)


class HandoverOfficialSkill:
    """Answer "hỏi đáp", "nhận 5", "trả lời 5: …", "gửi", "lưu hỏi đáp 5", "đóng 5" of officials."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def take(self, turn: Turn) -> Effect | None:
        """Take an official's words about citizens' questions; nobody else's."""
        person = turn.person
        if person is None:
            return None
        unreadable = find_unreadable(turn)
        if unreadable is not None:
            return _give_back(turn, unreadable)
        command, draft = _read_command(turn), load_draft(turn)
        if command is None:
            is_answer = draft and draft.step == WRITING and is_fresh(turn)
            return _review(turn, person, draft) if draft and is_answer else None
        if command.verb in _ON_DRAFT:
            return await self._finish(turn, person, draft, command) if draft else None
        if command.verb is Verb.LIST:
            return _list(turn, person, command)
        return _act(turn, person, command)

    async def _finish(
        self, turn: Turn, person: Person, draft: Draft, command: Command
    ) -> Effect | None:
        """Do what was said about a draft, or say what became of it."""
        if draft.step in OVER or (draft.step == SAVING and command.verb in (Verb.SEND, Verb.EDIT)):
            return only_say(
                Reply(say(_find_outcome(draft, command.verb), draft.language, number=draft.number))
            )
        if command.verb is Verb.CANCEL:
            return _drop(turn, draft)
        about = replace(command, language=draft.language, number=draft.number)
        if draft.step == SAVING:
            entry = await saving.prepare(self._library, draft, person, now=turn.now)
            return _with_deed(turn, person, about, partial(saving.keep, draft=draft, entry=entry))
        return _answer(turn, person, draft, about)


def _read_command(turn: Turn) -> Command | None:
    """Read a command; "xem 5" is one where question 5 was shown last."""
    command = read_command(turn.message.text)
    is_number = command and command.verb is Verb.SHOW_NUMBER
    if command is None or not is_number:
        return command
    return replace(command, verb=Verb.SHOW) if is_shown_last(turn, command.number) else None


def _find_outcome(draft: Draft, verb: Verb) -> str:
    """Name the sentence on what became of a draft that is spoken of too late."""
    if draft.step == DROPPED:
        return "handover_draft_dropped"
    if verb is Verb.CONFIRM or (verb is Verb.CANCEL and draft.step == SAVED):
        return "handover_draft_saved" if draft.step == SAVED else "handover_draft_unsaved"
    return "handover_draft_sent"


def _answer(turn: Turn, person: Person, draft: Draft, about: Command) -> Effect:
    """Send the answer; show it again where it is old, ask for its words where there are none."""
    if about.verb is Verb.EDIT or draft.step == WRITING:
        return _act(turn, person, replace(about, verb=Verb.ANSWER))
    if draft.step == REVIEW and not is_fresh(turn):
        return _act(turn, person, replace(about, verb=Verb.ANSWER, text=draft.text))
    return _with_deed(turn, person, about, partial(deeds.send, draft=draft))


def _act(turn: Turn, person: Person, command: Command) -> Effect:
    act = _DEEDS[command.verb]
    return _with_deed(turn, person, command, act)


def _with_deed(
    turn: Turn,
    person: Person,
    command: Command,
    act: Callable[[Deed], Awaitable[Sequence[Reply]]],
) -> Effect:
    """Act on a handover of the official's own; another's is as if it were not there."""

    async def effect(work: Work) -> Sequence[Reply]:
        handover = await work.handovers.hold(command.number)
        if handover is None or not await may_answer(work, person, handover, now=turn.now):
            await doubt_drafts(work, turn)
            return [_say_unknown(person, command)]
        await remember_shown(work, turn.message.address, [handover.id], now=turn.now)
        return await act(Deed(work, turn, person, handover, command))

    return effect


def _say_unknown(person: Person, command: Command) -> Reply:
    """Say that there is no such handover; to a clerk also how the other list is answered."""
    keys = ["handover_unknown"]
    if is_clerk(person) and command.verb is Verb.ANSWER:
        keys.append("handover_or_question")
    return Reply(" ".join(say(key, command.language, number=command.number) for key in keys))


def _review(turn: Turn, person: Person, draft: Draft) -> Effect:
    """Take the message as the answer that was asked for."""
    text = tidy(turn.message.text)
    return _act(turn, person, Command(Verb.ANSWER, draft.language, draft.number, text))


def _drop(turn: Turn, draft: Draft) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        was_sent = draft.step == SAVING
        dropped = replace(draft, step=SENT if was_sent else DROPPED, text="", question="")
        await save_draft(work, turn.message.address, dropped, now=turn.now)
        key = "faq_cancelled" if was_sent else "handover_draft_cancelled"
        return [Reply(say(key, draft.language, number=draft.number))]

    return effect


def _give_back(turn: Turn, text: str) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, KIND)
        return [Reply(say("handover_draft_unreadable", turn.language, text=text))]

    return effect


def _list(turn: Turn, person: Person, command: Command) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        own = await list_answerable(work, person, now=turn.now)
        names = await work.people.names(each.person_id for each in own)
        if own:
            await remember_shown(work, turn.message.address, [h.id for h in own], now=turn.now)
        return [word_list(own, names, language=command.language, now=turn.now)]

    return effect
