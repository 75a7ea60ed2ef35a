"""What a visitor does with a case: the steps that chat takes, from a form's fields."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.moves import CaseDesk
from handlers.casework.closing import note_call
from handlers.casework.doing import Doing
from handlers.casework.offices import list_units
from handlers.casework.previews import warn_of_transfer
from handlers.desk.cases.found import (
    FoundCase,
    count_drafts,
    explain,
    find_case,
    hold_case,
    name_actor,
)
from handlers.desk.cases.given import Given, fill_facts
from handlers.desk.overtaken import Overtaken
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.privacy.erasing import erase_case
from handlers.privacy.keeping import is_kept
from handlers.texts import say
from handlers.texts.forms import local_day, write_time
from knowledge.cases.steps import Action
from storage.errors import Conflict
from storage.work import Work

_OF_DRAFT = frozenset({Action.APPROVE, Action.ANSWER})


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the sender will read, word for word, and what else to think of; both may be empty."""

    text: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An office that a case may be given to."""

    id: int
    name: str


async def list_choices(
    work: Work, visitor: Visitor, *, desk: CaseDesk, code: str, now: dt.datetime
) -> tuple[Choice, ...]:
    """List the offices that a case may be given to; never the one complained of."""
    case = (await find_case(work, visitor, desk, code)).case
    units = await list_units(work, visitor.place.id, on=local_day(now))
    return tuple(
        Choice(unit.id, unit.name)
        for unit in units
        if unit.id not in (case.complained_office_id, case.office_id)
    )


async def foresee_act(
    work: Work, visitor: Visitor, *, desk: CaseDesk, code: str, given: Given, now: dt.datetime
) -> Foreseen:
    """Give what the sender will read of a step; raise `HandlerError` where it cannot be taken."""
    found = await find_case(work, visitor, desk, code)
    try:
        _check_draft(found, given)
        facts = await fill_facts(work, visitor, desk, found, given, now=now)
        action = given.action
        text = await desk.foresee(work, found.case, action, found.doer, facts, now=now)
        warning = ""
        if action is Action.TRANSFER:
            today = local_day(now)
            warning = await warn_of_transfer(work, found.case, desk.calendar, on=today)
        return Foreseen(text, warning)
    except (HandlerError, Conflict) as error:
        raise await explain(work, found, error, now=now) from error


async def take_act(
    work: Work,
    visitor: Visitor,
    *,
    desk: CaseDesk,
    code: str,
    given: Given,
    years: int,
    now: dt.datetime,
) -> str:
    """Take a step; say that it is taken. Raise `HandlerError`, and `Overtaken` for a draft."""
    found = await hold_case(work, visitor, desk, code)
    try:
        _check_draft(found, given)
        if given.action is Action.DRAFT:
            await _check_alone(work, found, given, now=now)
        return await _take(work, visitor, desk, found, given, years=years, now=now)
    except Overtaken:
        raise
    except (HandlerError, Conflict) as error:
        raise await explain(work, found, error, now=now) from error


async def _take(
    work: Work,
    visitor: Visitor,
    desk: CaseDesk,
    found: FoundCase,
    given: Given,
    *,
    years: int,
    now: dt.datetime,
) -> str:
    case, doer = found.case, found.doer
    if given.action is Action.TELL:
        if not await note_call(work, desk, case, doer, given.text, now=now):
            raise HandlerError("desk_case_no_call", case=case.code)
        at = write_time(now)
        return say("casework_done_called", code=case.code, at=at, name=visitor.name)
    if given.action is Action.ERASE:
        return await _erase(work, desk, found, years=years, now=now)
    facts = await fill_facts(work, visitor, desk, found, given, now=now)
    doing = Doing(work, desk, case, doer, now)
    if given.action is Action.REGISTER:
        await desk.move(work, case, Action.REGISTER, doer, facts, now=now)
        return say("desk_case_done_register", code=case.code)
    if given.action is Action.DRAFT:
        doing = Doing(work, desk, await doing.begin(), doer, now)
    _, said = await doing.take(given.action, facts)
    return said


async def _erase(
    work: Work, desk: CaseDesk, found: FoundCase, *, years: int, now: dt.datetime
) -> str:
    """Erase the personal data of a case that need not be kept any more."""
    case = found.case
    desk.find_step(case, Action.ERASE, found.doer)
    if is_kept(case, years, today=local_day(now)):
        raise HandlerError("desk_case_kept", case=case.code)
    await erase_case(work, desk, case.code, now=now, doer=found.doer)
    return say("desk_case_done_erase", code=case.code)


def _check_draft(found: FoundCase, given: Given) -> None:
    """Refuse to approve or send another draft than the one that was read."""
    if given.action in _OF_DRAFT and given.drafts != count_drafts(found.case):
        raise HandlerError("desk_case_draft_changed", case=found.case.code)


async def _check_alone(work: Work, found: FoundCase, given: Given, *, now: dt.datetime) -> None:
    """Raise `Overtaken` where somebody has put up another draft since this one was begun."""
    case = found.case
    drafts = case.sources(Action.DRAFT)
    is_same = case.answer.text == given.text or given.drafts == len(drafts)
    if given.is_sure or is_same or not drafts:
        return
    name = await name_actor(work, case, (Action.DRAFT,), on=local_day(now))
    raise Overtaken(name, drafts[-1].at, theirs=case.answer.text, mine=given.text)
