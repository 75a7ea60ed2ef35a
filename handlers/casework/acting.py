"""A step that is taken, and what is said of it to the official who took it."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.cases.changes import Facts
from handlers.cases.telling import find_officials, tell
from handlers.casework.commands import Verb
from handlers.casework.deed import Deed
from handlers.casework.drafts import DONE
from handlers.casework.offering import offer
from handlers.casework.offices import is_held
from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import write_day, write_weekday
from knowledge.cases.steps import Action, Actor
from storage.values import Case


async def act(deed: Deed, facts: Facts) -> Sequence[Reply]:
    """Take the step and say that it is taken, with what may be done next."""
    case = await deed.move(facts)
    await replace(deed, fields={}).keep(DONE)
    if deed.verb is Verb.ACCEPT and facts.office_id:
        case, said = await _assign(replace(deed, case=case), facts)
    else:
        said = _say_done(deed, case, facts, deed.verb.value)
    lines = [said, *await _warn(replace(deed, case=case))]
    after = replace(deed, case=case, doer=deed.desk.find_doer(case, None, deed.person))
    return [Reply(" ".join(lines), offer(after))]


async def _assign(deed: Deed, facts: Facts) -> tuple[Case, str]:
    """Give a case that has just been accepted to an office; accepted it stays in any event."""
    try:
        case = await deed.move(facts, Action.ASSIGN)
    except HandlerError as error:
        reason = say(f"error_{error.code}", deed.language, **error.facts)
        return deed.case, f"{_say_done(deed, deed.case, facts, 'accept')} {reason}"
    return case, _say_done(deed, case, facts, "accept_assign")


def _say_done(deed: Deed, case: Case, facts: Facts, done: str) -> str:
    return deed.say(
        f"casework_done_{done}",
        due=write_weekday(case.due_on, deed.language) if case.due_on else "–",
        office=facts.office or case.office or "–",
        recipient=facts.recipient,
        day=_write_day(deed, facts),
        number=facts.incoming_number or facts.outgoing_number or facts.portal_code or facts.number,
        other=facts.other_code,
        kind=say(f"case_kind_{case.kind.value}", deed.language),
    )


def _write_day(deed: Deed, facts: Facts) -> str:
    """Write the day of a step; an extension that is asked for ends on a working day."""
    if facts.day is None:
        return "–"
    if deed.verb is not Verb.ASK_EXTENSION:
        return write_day(facts.day, deed.language)
    day = deed.desk.calendar.working_day_on_or_after(facts.day)
    return write_weekday(day, deed.language)


async def _warn(deed: Deed) -> list[str]:
    """Say what stands in the way of the next step: nobody there to take it."""
    is_given = deed.verb in (Verb.ASSIGN, Verb.ACCEPT) and deed.case.office_id is not None
    if is_given and not await is_held(deed.work, deed.case.office_id or 0, on=deed.turn.today):
        return [deed.say("casework_office_unheld", office=deed.case.office or "")]
    if deed.verb in (Verb.DRAFT, Verb.ASK_EXTENSION):
        return await _warn_unapproved(deed)
    return []


async def _warn_unapproved(deed: Deed) -> list[str]:
    """Say that nobody can approve, and tell the clerk what to do."""
    now, desk = deed.turn.now, deed.desk
    approvers = await find_officials(
        deed.work, deed.case, (Actor.APPROVER,), now=now, approver=desk.approver
    )
    if any(person.addresses for person in approvers):
        return []
    text = deed.say("casework_no_approver")
    for clerk in await find_officials(deed.work, deed.case, (Actor.CLERK,), now=now):
        if clerk.id != deed.person.id:
            await tell(deed.work, deed.case, clerk, text, now=now, calendar=desk.calendar)
    return [text]
