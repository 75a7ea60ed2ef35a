"""Officials and cases in chat: the inbox, one case, and everything that is done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.cases.moves import CaseDesk
from handlers.casework.by_phone import list_of_phone
from handlers.casework.closing import list_calls
from handlers.casework.commands import LISTS, ON_DRAFT, Command, Verb, read_command
from handlers.casework.deed import Deed, word_error
from handlers.casework.deeds import NEEDS, ask, carry_out
from handlers.casework.drafts import (
    ASKING,
    CHOOSING,
    DONE,
    DROPPED,
    LIST_KIND,
    OVER,
    QUESTION_RIVALS,
    REVIEW,
    Draft,
    find_listed,
    is_fresh,
    is_last_list,
    load_draft,
    save_draft,
)
from handlers.casework.inbox import list_inbox, list_unpublished
from handlers.casework.pieces import read_piece, read_pieces
from handlers.casework.publishing import is_correction
from handlers.casework.replying import find_choice
from handlers.casework.suggestion import Advice, Adviser, needs_advice
from handlers.errors import HandlerError
from handlers.handover.officials import may_answer
from handlers.handover.shown import is_shown_last
from handlers.library.scopes import Library
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.text import tidy
from storage.database import Database
from storage.errors import Conflict
from storage.values import Case, Person
from storage.work import Work

_ADVISED = frozenset({Verb.SHOW, Verb.ACCEPT, Verb.ASSIGN})
_MEANS_DRAFT = frozenset({Verb.SEND, Verb.CANCEL, Verb.AGREE_PUBLISH})


class CaseworkSkill:
    """Take what officials write about cases; what is not for them falls through."""

    def __init__(self, database: Database, desk: CaseDesk, library: Library) -> None:
        self._database = database
        self._desk = desk
        self._adviser = Adviser(database, desk, library)

    async def take(self, turn: Turn) -> Effect | None:
        """Take an official's command about a case, or the words that one waits for."""
        person, draft = turn.person, load_draft(turn)
        if person is None:
            return None
        command = read_command(turn.message.text)
        if command is None:
            return await self._go_on(turn, person, draft) if draft and is_fresh(turn) else None
        if command.verb is Verb.AGREE_PUBLISH and not _is_publication(turn, draft):
            return self._list(turn, person, command)
        if command.verb in ON_DRAFT:
            return await self._finish(turn, person, draft, command.verb) if draft else None
        if command.verb in LISTS:
            return self._list(turn, person, command)
        return await self._act(turn, person, command)

    def _list(self, turn: Turn, person: Person, command: Command) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            language = command.language
            if command.verb is Verb.CALLS:
                return await list_calls(work, self._desk, turn, person, language=language)
            if command.verb is Verb.AGREE_PUBLISH:
                return await list_unpublished(work, self._desk, turn, person, language=language)
            if command.verb is Verb.FIND:
                return await list_of_phone(work, self._desk, turn, person, command)
            return await list_inbox(
                work, self._desk, turn, person, language=language, page=command.page
            )

        return effect

    async def _act(self, turn: Turn, person: Person, command: Command) -> Effect | None:
        code = _find_code(turn, command)
        pieces = read_pieces(command.verb, command.rest, turn.today)
        if code is None or "odd" in pieces or await self._means_question(turn, person, command):
            return None
        if not code:
            return None if command.is_bare else only_say(Reply(say("case_code_wrong")))
        draft = Draft(ASKING, command.verb, code, command.language, pieces)
        return await self._with_case(turn, person, draft, is_bare=command.is_bare)

    async def _means_question(self, turn: Turn, person: Person, command: Command) -> bool:
        """Tell whether "trả lời 5" is about a citizen's question, shown or asked since the list."""
        number = command.ref.number
        if command.verb is not Verb.ANSWER or not number:
            return False
        async with self._database.read() as work:
            handover = await work.handovers.find(number)
            if handover is None or not await may_answer(work, person, handover, now=turn.now):
                return False
        asked = handover.waiting_since
        is_new = asked is not None and asked > turn.dialogues[LIST_KIND].updated_at
        return is_new or not is_last_list(turn, QUESTION_RIVALS)

    async def _go_on(self, turn: Turn, person: Person, draft: Draft) -> Effect | None:
        """Take the words that a command waits for."""
        text = tidy(turn.message.text)
        if draft.step == CHOOSING:
            verb = find_choice(turn.folded)
            return await self._with_case(turn, person, replace(draft, verb=verb)) if verb else None
        if draft.step == REVIEW and draft.verb is Verb.PUBLISH and is_correction(text):
            corrected = replace(draft, fields={**draft.fields, "correction": text})
            return await self._with_case(turn, person, corrected)
        if draft.step != ASKING:
            return None
        is_past = draft.verb in (Verb.ANSWER, Verb.APPROVE)
        pieces = read_piece(draft.asks, text, turn.today, is_past=is_past)
        if not pieces:
            return only_say(Reply(say(f"casework_unread_{draft.asks}", draft.language)))
        return await self._with_case(
            turn, person, replace(draft, fields={**draft.fields, **pieces})
        )

    async def _finish(self, turn: Turn, person: Person, draft: Draft, verb: Verb) -> Effect | None:
        """Do what was said about a command half given, or say what became of it."""
        if draft.step in OVER:
            is_meant = verb in _MEANS_DRAFT and is_fresh(turn)
            return only_say(_say_over(draft)) if is_meant else None
        if verb is Verb.CANCEL:
            return _drop(turn, draft)
        if draft.step == CHOOSING:
            chosen = replace(draft, verb=Verb.DRAFT)
            return await self._with_case(turn, person, chosen) if verb is Verb.SEND else None
        if verb is Verb.EDIT or draft.step == ASKING:
            return await self._with_case(turn, person, draft, is_asked_again=True)
        is_agreed = is_fresh(turn) and not (draft.verb is Verb.PUBLISH and verb is Verb.SEND)
        return await self._with_case(turn, person, draft, is_confirmed=is_agreed)

    async def _with_case(
        self,
        turn: Turn,
        person: Person,
        draft: Draft,
        *,
        is_bare: bool = False,
        is_confirmed: bool = False,
        is_asked_again: bool = False,
    ) -> Effect | None:
        """Act on a case that this person may handle; another is as if it were not there."""
        async with self._database.read() as work:
            case = await work.cases.find(draft.code)
        if case is None or not self._may_handle(turn, person, case):
            is_own = case is not None and case.sender in (turn.message.address, *person.addresses)
            return None if is_bare or is_own else only_say(_say_unknown(draft))
        advice = await self._advise(turn, person, case, draft)

        async def effect(work: Work) -> Sequence[Reply]:
            deed = await self._hold(work, turn, person, draft)
            if deed is None:
                return [_say_unknown(draft)]
            deed = replace(deed, is_confirmed=is_confirmed, advice=advice)
            if is_asked_again:
                return await _ask_again(deed, draft)
            return await _try(deed)

        return effect

    def _may_handle(self, turn: Turn, person: Person, case: Case) -> bool:
        return self._desk.find_doer(case, turn.message.address, person).is_staff

    async def _hold(self, work: Work, turn: Turn, person: Person, draft: Draft) -> Deed | None:
        case = await work.cases.hold(draft.code)
        if case is None:
            return None
        doer = self._desk.find_doer(case, turn.message.address, person)
        if not doer.is_staff:
            return None
        return Deed(
            work, turn, self._desk, person, case, doer, draft.verb, draft.language, draft.fields
        )

    async def _advise(self, turn: Turn, person: Person, case: Case, draft: Draft) -> Advice | None:
        """Think about offices and similar cases, for those who choose between them."""
        doer = self._desk.find_doer(case, None, person)
        is_asked = draft.verb in _ADVISED and needs_advice(case, doer)
        place = next((p for p in turn.places if p.id == case.locality_id), None)
        if not is_asked or place is None:
            return None
        return await self._adviser.advise(case, person, place, today=turn.today)


def _is_publication(turn: Turn, draft: Draft | None) -> bool:
    """Tell whether a draft is of a publication, open or over a short while ago."""
    if draft is None or draft.verb is not Verb.PUBLISH:
        return False
    return draft.step not in OVER or is_fresh(turn)


def _find_code(turn: Turn, command: Command) -> str | None:
    """Give the code of the case that a command names, if it names one."""
    ref, verb = command.ref, command.verb
    if ref.code is not None:
        return ref.code
    if verb is Verb.SHOW and (not is_last_list(turn) or is_shown_last(turn, ref.number)):
        return None
    return find_listed(turn, ref.number)


async def _try(deed: Deed) -> Sequence[Reply]:
    try:
        return await carry_out(deed)
    except Conflict as error:
        return await word_error(deed, error.code, error.facts)
    except HandlerError as error:
        said = await word_error(deed, error.code, error.facts)
        return await _close_draft(deed, said) if deed.is_confirmed else said


async def _close_draft(deed: Deed, said: Sequence[Reply]) -> Sequence[Reply]:
    """Close what was agreed to and cannot be done any more; say so before the reason."""
    await replace(deed, fields={}).keep(DROPPED)
    first, *others = said
    return [replace(first, text=f"{deed.say('casework_unfit')} {first.text}"), *others]


async def _ask_again(deed: Deed, draft: Draft) -> Sequence[Reply]:
    """Ask for the words once more; those of a publication are typed with their names."""
    if draft.verb is Verb.PUBLISH:
        return [Reply(deed.say("casework_ask_correction"))]
    if draft.step == ASKING and draft.asks:
        return await ask(deed, draft.asks)
    needs: Mapping[Verb, Sequence[str]] = NEEDS
    return await ask(replace(deed, fields={}), needs[draft.verb][0])


def _drop(turn: Turn, draft: Draft) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        dropped = replace(draft, step=DROPPED, fields={}, asks="")
        await save_draft(work, turn.message.address, dropped, now=turn.now)
        return [Reply(say("casework_cancelled", draft.language, code=draft.code))]

    return effect


def _say_over(draft: Draft) -> Reply:
    key = "casework_over_done" if draft.step == DONE else "casework_over_dropped"
    return Reply(say(key, draft.language, code=draft.code))


def _say_unknown(draft: Draft) -> Reply:
    return Reply(say("case_unknown", draft.language, code=draft.code))
