"""Officials and cases in chat: the inbox, one case, and everything that is done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.cases.moves import CaseDesk
from handlers.casework.closing import list_calls
from handlers.casework.commands import ON_DRAFT, Command, Verb, read_command, tidy
from handlers.casework.deed import Deed, word_error
from handlers.casework.deeds import NEEDS, ask, carry_out
from handlers.casework.drafts import (
    ASKING,
    CHOOSING,
    DONE,
    DROPPED,
    OVER,
    REVIEW,
    Draft,
    find_listed,
    is_fresh,
    is_last_list,
    load_draft,
    save_draft,
)
from handlers.casework.inbox import list_inbox
from handlers.casework.pieces import read_piece, read_pieces
from handlers.casework.publishing import is_correction
from handlers.casework.replying import find_choice
from handlers.casework.suggestion import Advice, Adviser
from handlers.errors import HandlerError
from handlers.library.scopes import Library
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Actor
from storage.database import Database
from storage.errors import Conflict
from storage.values import Case, Person
from storage.work import Work

_ADVISED = frozenset({Verb.SHOW, Verb.ACCEPT, Verb.ASSIGN})
_UNPLACED = frozenset(
    {CaseState.RECEIVED, CaseState.NEEDS_INFO, CaseState.ACCEPTED, CaseState.REOPENED}
)
_BY_CODE_ONLY = frozenset({Verb.ANSWER})  # "trả lời 5: …" answers a question


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
        if command.verb in ON_DRAFT:
            return await self._finish(turn, person, draft, command.verb) if draft else None
        if command.verb in (Verb.INBOX, Verb.CALLS):
            return self._list(turn, person, command)
        return await self._act(turn, person, command)

    def _list(self, turn: Turn, person: Person, command: Command) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            if command.verb is Verb.CALLS:
                return await list_calls(work, self._desk, turn, person, language=command.language)
            return await list_inbox(
                work, self._desk, turn, person, language=command.language, page=command.page
            )

        return effect

    async def _act(self, turn: Turn, person: Person, command: Command) -> Effect | None:
        code = _find_code(turn, command)
        pieces = read_pieces(command.verb, command.rest, turn.today)
        if code is None or "odd" in pieces:
            return None
        if not code:
            return None if command.is_bare else only_say(Reply(say("case_code_wrong")))
        draft = Draft(ASKING, command.verb, code, command.language, pieces)
        return await self._with_case(turn, person, draft, is_bare=command.is_bare)

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
            is_meant = verb in (Verb.SEND, Verb.CANCEL) and is_fresh(turn)
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
        is_asked = draft.verb in _ADVISED and case.state in _UNPLACED
        place = next((p for p in turn.places if p.id == case.locality_id), None)
        if not is_asked or place is None or not doer.actors & {Actor.CLERK, Actor.LEADER}:
            return None
        return await self._adviser.advise(case, person, place, today=turn.today)


def _find_code(turn: Turn, command: Command) -> str | None:
    """Give the code of the case that a command names, if it names one."""
    ref, verb = command.ref, command.verb
    if ref.code is not None:
        return ref.code
    if verb in _BY_CODE_ONLY or (verb is Verb.SHOW and not is_last_list(turn)):
        return None
    return find_listed(turn, ref.number)


async def _try(deed: Deed) -> Sequence[Reply]:
    try:
        return await carry_out(deed)
    except (HandlerError, Conflict) as error:
        return await word_error(deed, error.code, error.facts)


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
