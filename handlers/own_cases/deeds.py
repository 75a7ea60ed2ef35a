"""What a sender does with a PAKN of theirs, each in one transaction."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from handlers.buttons import make_button
from handlers.cases.access import Doer
from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.cases.status import is_incomplete
from handlers.errors import HandlerError
from handlers.files.wording import count_words
from handlers.intake.asking import list_missing
from handlers.messages import Reply
from handlers.own_cases.cards import state_line
from handlers.own_cases.pending import KIND, Awaited, Pending, save_pending
from handlers.texts import say
from handlers.texts.forms import local_day, write_day, write_weekday
from handlers.turn import Turn
from knowledge.cases.contacts import take_apart
from knowledge.cases.states import CaseState, Solved
from knowledge.cases.steps import Action, Actor
from knowledge.cases.terms import MAY_REOPEN
from storage.errors import Conflict
from storage.values import Case, Contact
from storage.work import Work

NOTHING_GIVEN = Contact()
SENDER = Doer(frozenset({Actor.CITIZEN}))
Deed = Callable[["Doing"], Awaitable[Sequence[Reply]]]


@dataclass(frozen=True, slots=True)
class Doing:
    """A case of the sender's own, held, and the turn in which something is done with it."""

    work: Work
    case: Case
    turn: Turn
    desk: CaseDesk

    def say(self, key: str, **facts: object) -> str:
        """Say a sentence about the case."""
        return say(key, self.turn.language, **{"code": self.case.code, **facts})

    async def move(self, action: Action, facts: Facts) -> Case:
        """Take a step as the sender."""
        return await self.desk.move(self.work, self.case, action, SENDER, facts, now=self.turn.now)

    async def wait_for(self, awaited: Awaited, **fields: object) -> None:
        """Take the next words for something."""
        pending = replace(Pending(awaited, self.case.code), **fields)  # type: ignore[arg-type]
        await save_pending(self.work, self.turn.message.address, pending, now=self.turn.now)

    async def wait_no_more(self) -> None:
        """Take the next words for what they are."""
        await self.work.dialogues.remove(self.turn.message.address, KIND)


async def do(doing: Doing, deed: Deed) -> Sequence[Reply]:
    """Do something with a case; say why where it is not possible."""
    try:
        return await deed(doing)
    except (HandlerError, Conflict) as error:
        return [Reply(_explain(doing, error))]


def _explain(doing: Doing, error: HandlerError | Conflict) -> str:
    if error.code == "case_step_forbidden":
        return f"{state_line(doing.case, doing.turn)} {doing.say('case_not_now')}"
    return doing.say(f"error_{error.code}", **error.facts)


def rate(solved: Solved) -> Deed:
    """Make the deed of saying whether it was solved."""

    async def deed(doing: Doing) -> Sequence[Reply]:
        case = await doing.move(Action.RATE, Facts(solved=solved))
        if solved is Solved.YES:
            return [Reply(doing.say("rate_yes"))]
        last_day = _last_day_to_reopen(case, doing)
        if last_day is None:
            button = make_button("report_again", doing.turn.language)
            return [Reply(doing.say("rate_not_again"), (button,))]
        day = write_weekday(local_day(last_day), doing.turn.language)
        button = make_button("reopen", doing.turn.language, code=case.code)
        return [Reply(doing.say("rate_not", day=day), (button,))]

    return deed


def _last_day_to_reopen(case: Case, doing: Doing) -> dt.datetime | None:
    if case.was_reopened or case.answered_at is None:
        return None
    until = case.answered_at + MAY_REOPEN
    return until if until >= doing.turn.now else None


def reopen(text: str) -> Deed:
    """Make the deed of reopening; without a reason it is asked for first."""

    async def deed(doing: Doing) -> Sequence[Reply]:
        if not text:
            doing.desk.find_step(doing.case, Action.REOPEN, SENDER)
            if doing.case.was_reopened:
                raise HandlerError("case_reopened_before", case=doing.case.code)
            await doing.wait_for(Awaited.REASON)
            return [Reply(doing.say("reopen_ask"))]
        solved = Solved.PARTLY if doing.case.solved is Solved.PARTLY else Solved.NO
        case = await doing.move(Action.REOPEN, Facts(text=text, solved=solved))
        await doing.wait_no_more()
        due = write_weekday(case.due_on, doing.turn.language) if case.due_on else "–"
        return [Reply(doing.say("case_reopened", due=due))]

    return deed


async def ask_withdrawal(doing: Doing) -> Sequence[Reply]:
    """Ask whether a case is really withdrawn."""
    doing.desk.find_step(doing.case, Action.WITHDRAW, SENDER)
    await doing.wait_for(Awaited.WITHDRAWAL)
    language = doing.turn.language
    buttons = (
        make_button("withdraw_sure", language, code=doing.case.code),
        make_button("keep_case", language),
    )
    return [Reply(doing.say("withdraw_ask"), buttons)]


async def withdraw(doing: Doing) -> Sequence[Reply]:
    """Withdraw a case."""
    await doing.move(Action.WITHDRAW, Facts())
    await doing.wait_no_more()
    return [Reply(doing.say("case_withdrawn"))]


async def keep(doing: Doing) -> Sequence[Reply]:
    """Leave a case as it is."""
    await doing.wait_no_more()
    return [Reply(doing.say("case_kept"))]


def add(text: str, files: Sequence[tuple[str, int]], given: Contact = NOTHING_GIVEN) -> Deed:
    """Make the deed of adding words, files and details; `given` are those said before."""

    async def deed(doing: Doing) -> Sequence[Reply]:
        if not text and not files:
            await doing.wait_for(Awaited.ADDITION)
            return [Reply(doing.say("add_ask"))]
        if is_incomplete(doing.case):
            return await _complete(doing, text, files, given)
        is_asked = doing.case.state is CaseState.NEEDS_INFO
        action = Action.ADD_INFO if is_asked else Action.ADD
        return await _add(doing, action, Facts(content=_addition(doing, text, files)), files)

    return deed


async def _complete(
    doing: Doing, text: str, files: Sequence[tuple[str, int]], given: Contact
) -> Sequence[Reply]:
    """Take the details that were missing; what else was said is added."""
    told = take_apart(text)
    known = doing.case.contact
    contact = Contact(
        told.name or given.name or known.name,
        told.phone or given.phone or known.phone,
        told.address or given.address or known.address,
    )
    if not contact.is_complete:
        await doing.wait_for(
            Awaited.DETAILS, name=contact.name, phone=contact.phone, address=contact.address
        )
        missing = list_missing(contact, doing.turn.language)
        return [Reply(doing.say("complete_missing", missing=missing))]
    rest = told.rest if len(told.rest.split()) > 1 else ""
    content = _addition(doing, rest, files) if rest or files else ""
    return await _add(doing, Action.ADD_INFO, Facts(content=content, contact=contact), files)


async def _add(
    doing: Doing, action: Action, facts: Facts, files: Sequence[tuple[str, int]]
) -> Sequence[Reply]:
    case = await doing.move(action, facts)
    numbers = [number for _, number in files]
    owner = doing.turn.message.address
    await doing.work.files.attach(numbers, owner=owner, case_id=case.id)
    await doing.wait_no_more()
    if action is Action.ADD:
        return [Reply(doing.say("case_added"))]
    return [Reply(doing.say("case_added_info", status=state_line(case, doing.turn)))]


def _addition(doing: Doing, text: str, files: Sequence[tuple[str, int]]) -> str:
    """Write what is added, with its day, so that it is told from what was sent first."""
    language = doing.case.language
    pending = Pending(Awaited.ADDITION, doing.case.code, files=tuple(files))
    count = count_words(pending.attachments, language)
    return say(
        "case_addition",
        language,
        day=write_day(doing.turn.today, language),
        text="; ".join(filter(None, (text, count))),
    )


def ask_belonging(text: str, files: Sequence[tuple[str, int]]) -> Deed:
    """Make the deed of asking whether what was just said belongs to a case."""

    async def deed(doing: Doing) -> Sequence[Reply]:
        await doing.wait_for(Awaited.BELONGING, text=text, files=tuple(files))
        language, code = doing.turn.language, doing.case.code
        buttons = (
            make_button("belongs", language, code=code),
            make_button("not_belongs", language),
            make_button("just_asking", language),
        )
        return [Reply(doing.say("belongs_ask"), buttons)]

    return deed


def remark(text: str, files: Sequence[tuple[str, int]]) -> Deed:
    """Make the deed of hearing a remark about a case: what can be done depends on its state."""

    async def deed(doing: Doing) -> Sequence[Reply]:
        case, language = doing.case, doing.turn.language
        status = state_line(case, doing.turn)
        if _may_add(doing):
            await doing.wait_for(Awaited.BELONGING, text=text, files=tuple(files))
            button = make_button("belongs", language, code=case.code)
            keep_button = make_button("just_asking", language)
            return [Reply(doing.say("remark_open", status=status), (button, keep_button))]
        again = make_button("report_again", language)
        if case.state is CaseState.ANSWERED and _last_day_to_reopen(case, doing):
            button = make_button("reopen", language, code=case.code)
            return [Reply(doing.say("remark_answered", status=status), (button, again))]
        return [Reply(doing.say("remark_over", status=status), (again,))]

    return deed


def _may_add(doing: Doing) -> bool:
    try:
        doing.desk.find_step(doing.case, Action.ADD, SENDER)
    except HandlerError:
        return doing.case.state is CaseState.NEEDS_INFO
    return True
