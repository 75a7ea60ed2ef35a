"""A sender's own PAKN in chat, with a code or without; anybody's state by its code."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from handlers.cases.lookup import look_up
from handlers.cases.moves import CaseDesk
from handlers.cases.status import is_incomplete
from handlers.courtesy import is_courtesy
from handlers.files.wording import say_refusals
from handlers.handover.standing import is_open
from handlers.intake import drafts
from handlers.intake.effects import say_before
from handlers.intake.reading import asks_something
from handlers.intake.skill import start
from handlers.intake.starting import names_feedback
from handlers.messages import Reply
from handlers.own_cases import deeds
from handlers.own_cases.cards import show_card, show_list
from handlers.own_cases.commands import OwnCommand, Verb, read_command
from handlers.own_cases.consents import NAME, TEMPLATE, consent
from handlers.own_cases.deeds import Deed, Doing, do
from handlers.own_cases.pending import KIND, Awaited, Pending, files_of, load_pending
from handlers.own_cases.telling import ask_which, tell_stranger
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.case_codes import looks_like_code
from knowledge.cases.contacts import take_apart
from knowledge.cases.states import OPEN, CaseState
from knowledge.questions.grievances import is_grievance
from knowledge.text import syllables
from knowledge.wishes import find_wish
from storage.database import Database
from storage.work import Work

_YES = re.compile(
    r"^(?:dung|dung roi|phai|co|vang|u|dong y|chac chan|bo sung|dung,? bo sung|yes|ok)"
    r"(?: (?:a|roi|nhe))*$"
)
_NO = re.compile(r"^(?:khong|ko|k|khong phai|no)(?: (?:a|nhe|dau))*$")
_ASKS_WHEN = re.compile(
    r"^(?:the |vay |ma |cho hoi )*(?:bao gio|khi nao|bao lau|chung nao)(?: nua| thi)?"
    r" (?:xong|giai quyet|xu ly|tra loi|co ket qua|sua)(?: (?:xong|vay|a|the|roi|ad))*$"
    r"|^sao (?:lau|cham) (?:qua|the|vay)(?: (?:vay|a|ad))*$"
    r"|^(?:xu ly|giai quyet|lam) (?:toi|den) dau roi(?: (?:a|vay|ad))*$"
)
LONG_ENOUGH = 2  # syllables of a message that may answer an official's question
_ANSWERED = frozenset({CaseState.ANSWERED})
_MEANT: Mapping[Verb, Collection[CaseState]] = {
    Verb.RATE: _ANSWERED,
    Verb.REOPEN: _ANSWERED,
    Verb.WITHDRAW: OPEN,
    Verb.WITHDRAW_SURE: OPEN,
    Verb.ADD: OPEN,
}


class OwnCasesSkill:
    """Follow, rate, reopen, complete and withdraw one's own PAKN."""

    def __init__(self, desk: CaseDesk, database: Database) -> None:
        self._desk = desk
        self._database = database

    async def take(self, turn: Turn) -> Effect | None:
        """Take what names a case, what was asked for about one, or what may belong to one."""
        pending = load_pending(turn)
        command = read_command(turn.message.text)
        if command:
            return self._run(turn, command, pending)
        if looks_like_code(turn.text):
            return only_say(Reply(say("case_code_wrong", turn.language)))
        if pending:
            effect = self._take_awaited(turn, pending)
            if effect:
                return effect
        if _ASKS_WHEN.match(turn.folded):
            return await self._tell_when(turn)
        return await self._find_belonging(turn)

    async def _tell_when(self, turn: Turn) -> Effect | None:
        """Take "bao giờ xong" for one's own cases, where any is open."""
        async with self._database.read() as work:
            cases = await work.cases.of_sender(turn.message.address)
        return _list(turn) if any(case.state in OPEN for case in cases) else None

    def _run(self, turn: Turn, command: OwnCommand, pending: Pending | None) -> Effect | None:
        if command.verb is Verb.LIST:
            return _list(turn)
        if command.verb is Verb.AGREE_PUBLIC:
            return only_say(Reply(say("own_publication", turn.language)))
        if command.verb in (Verb.NEW, Verb.NOT_ADD, Verb.KEEP):
            return self._answer_pending(turn, command.verb, pending)
        deed = _choose_deed(turn, command, pending)
        code = command.code or (pending.code if pending and deed else "")
        if not code:
            return self._do_with_only(turn, command, deed) if deed else None
        return self._do(turn, code, deed)

    def _answer_pending(self, turn: Turn, verb: Verb, pending: Pending | None) -> Effect | None:
        if pending is None:
            return only_say(Reply(say("nothing_kept", turn.language)))
        if verb is Verb.KEEP:
            return self._do(turn, pending.code, deeds.keep)
        if verb is Verb.NEW:
            message = replace(turn.message, text=pending.text, attachments=pending.attachments)
            return start(replace(turn, message=message), pending.text)
        return _forget(turn, say("case_not_added", turn.language))

    def _take_awaited(self, turn: Turn, pending: Pending) -> Effect | None:
        """Take the next words for what was asked for."""
        is_asked = pending.awaited is not Awaited.DETAILS
        if is_asked and (turn.folded in ("huy", "cancel") or _declines(turn, pending)):
            return _forget(turn, say("case_not_added", turn.language))
        deed = _read_awaited(turn, pending)
        return say_before(_refused(turn), self._do(turn, pending.code, deed)) if deed else None

    async def _find_belonging(self, turn: Turn) -> Effect | None:
        """Ask whether a message belongs to a case whose sender is asked for more."""
        if turn.person or drafts.KIND in turn.dialogues or is_open(turn) or not _may_belong(turn):
            return None
        async with self._database.read() as work:
            cases = await work.cases.of_sender(turn.message.address)
        waiting = [case for case in cases if case.state is CaseState.NEEDS_INFO]
        if not waiting:
            return None
        text, files = turn.message.text.strip(), files_of(turn)
        told = take_apart(text)
        is_details = not told.is_empty and len(told.rest.split()) < 2
        if is_incomplete(waiting[0]) and is_details:
            return self._do(turn, waiting[0].code, deeds.add(text, files))
        effect = self._do(turn, waiting[0].code, deeds.ask_belonging(text, files))
        return say_before(_refused(turn), effect)

    def _do(self, turn: Turn, code: str, deed: Deed | None) -> Effect:
        """Do something with a case of the sender's own; of others the state is all there is."""

        async def effect(work: Work) -> Sequence[Reply]:
            address = turn.message.address
            key = f"{address.channel} {address.user}"
            found = await look_up(work, code, key, now=turn.now, sender=address)
            if found.case is None or found.case.sender != address:
                return [tell_stranger(found, turn)]
            if deed is None:
                return [await show_card(work, found.case, turn)]
            case = await work.cases.hold(found.code)
            assert case is not None
            return await do(Doing(work, case, turn, self._desk), deed)

        return effect

    def _do_with_only(self, turn: Turn, command: OwnCommand, deed: Deed) -> Effect:
        """Do something with the only case that can be meant; ask where there are several."""

        async def effect(work: Work) -> Sequence[Reply]:
            cases = await work.cases.of_sender(turn.message.address)
            meant = [case for case in cases if case.state in _MEANT.get(command.verb, CaseState)]
            meant = meant if command.verb in _MEANT else meant[:1]
            if not meant:
                key = "rate_none" if command.verb in (Verb.RATE, Verb.REOPEN) else "cases_none_open"
                return [Reply(say(key, turn.language))]
            if len(meant) > 1:
                return [ask_which(meant, command, turn)]
            case = await work.cases.hold(meant[0].code)
            assert case is not None
            return await do(Doing(work, case, turn, self._desk), deed)

        return effect


def _choose_deed(turn: Turn, command: OwnCommand, pending: Pending | None) -> Deed | None:
    """Choose what is done; None where only the state is wanted."""
    if command.verb is Verb.RATE and command.solved:
        return deeds.rate(command.solved)
    if command.verb is Verb.ADD:
        return _choose_addition(turn, command, pending)
    if command.verb is Verb.REMARK:
        return deeds.remark(command.text, files_of(turn))
    if command.verb is Verb.REOPEN:
        return deeds.reopen(command.text)
    plain: Mapping[Verb, Deed] = {
        Verb.WITHDRAW: deeds.ask_withdrawal,
        Verb.WITHDRAW_SURE: deeds.withdraw,
        Verb.CONSENT_NAME: consent(NAME),
        Verb.CONSENT_TEMPLATE: consent(TEMPLATE),
    }
    return plain.get(command.verb)


def _declines(turn: Turn, pending: Pending) -> bool:
    return pending.awaited is Awaited.BELONGING and _NO.match(turn.folded) is not None


def _read_awaited(turn: Turn, pending: Pending) -> Deed | None:
    """Read the answer to what was asked; None where something else is said."""
    text, files = turn.message.text.strip(), files_of(turn)
    if pending.awaited is Awaited.BELONGING:
        is_agreed = _YES.match(turn.folded)
        return deeds.add(pending.text, pending.files) if is_agreed else None
    if pending.awaited is Awaited.WITHDRAWAL:
        is_agreed, is_refused = _YES.match(turn.folded), _NO.match(turn.folded)
        return deeds.withdraw if is_agreed else deeds.keep if is_refused else None
    if is_courtesy(turn.folded) or names_feedback(turn) or is_open(turn):
        return None
    if pending.awaited is Awaited.REASON:
        return deeds.reopen(text) if text else None
    if pending.awaited is Awaited.ADDITION:
        return deeds.add(text, files)
    is_details = pending.awaited is Awaited.DETAILS and not take_apart(text).is_empty
    return deeds.add(text, files, pending.contact) if is_details else None


def _choose_addition(turn: Turn, command: OwnCommand, pending: Pending | None) -> Deed:
    """Add what was said with the wish, or what was said before it and asked about."""
    files = files_of(turn)
    if command.text or files or pending is None:
        return deeds.add(command.text, files)
    return deeds.add(pending.text, pending.files)


def _list(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        return [await show_list(work, turn)]

    return effect


def _forget(turn: Turn, text: str) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, KIND)
        return [Reply(text)]

    return effect


def _refused(turn: Turn) -> str | None:
    return say_refusals(turn.message.attachments, turn.language)


def _may_belong(turn: Turn) -> bool:
    """Tell whether a message may answer what an official has asked its writer."""
    if files_of(turn):
        return True
    text = turn.text
    if is_courtesy(turn.folded) or names_feedback(turn) or find_wish(text) or asks_something(text):
        return False
    if not take_apart(text).is_empty:
        return True
    return is_grievance(text) or len(syllables(text)) >= LONG_ENOUGH
