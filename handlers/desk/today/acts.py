"""What is done in place: a message sent again, a call noted, a request recorded as done."""

import datetime as dt

from handlers.cases.moves import CaseDesk
from handlers.casework.closing import note_call
from handlers.desk.today.office import find_scope
from handlers.desk.trail import note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.messages import dump_reply
from handlers.privacy.requests import finish
from storage.work import Work

MOST_AT_ONCE = 500  # messages


async def resend(work: Work, visitor: Visitor, outbox_id: int, *, now: dt.datetime) -> None:
    """Send a message again that was given up; raise `HandlerError("desk_gone")` for another."""
    visitor.check(Power.EDIT_PEOPLE)
    scope = await find_scope(work, visitor.place.id, is_operator=visitor.person is None)
    if not await work.desk_counts.was_given_up(scope, outbox_id):
        raise HandlerError("desk_gone")
    await work.outbox.retry(outbox_id, now=now)
    await note_change(work, visitor, "resend", f"reply {outbox_id}", now=now)


async def resend_all(work: Work, visitor: Visitor, *, now: dt.datetime) -> int:
    """Send all messages again that were given up (the newest 500); count them."""
    visitor.check(Power.EDIT_PEOPLE)
    scope = await find_scope(work, visitor.place.id, is_operator=visitor.person is None)
    found = await work.desk_counts.list_given_up(scope, limit=MOST_AT_ONCE)
    sent = [each.id for each in found if await work.outbox.retry(each.id, now=now)]
    await note_change(work, visitor, "resend", "replies", now=now, new={"ids": sent})
    return len(sent)


async def mark_called(
    work: Work, visitor: Visitor, code: str, *, now: dt.datetime, desk: CaseDesk
) -> None:
    """Note that the sender of a case was called."""
    visitor.check(Power.READ_CASES)
    person = visitor.get_person()
    case = await work.cases.hold(code)
    if case is None or case.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    doer = desk.find_doer(case, None, person)
    if not doer.is_staff:
        raise HandlerError("desk_gone")
    if not await note_call(work, desk, case, doer, "", now=now):
        raise HandlerError("desk_gone")


async def finish_request(work: Work, visitor: Visitor, number: int, *, now: dt.datetime) -> None:
    """Record that a request about personal data is done; its owner is told."""
    visitor.check(Power.READ_CASES)
    if not visitor.sees_all:
        visitor.check(Power.VIEW_PEOPLE)
    told = await finish(work, number, locality_id=visitor.place.id, now=now)
    if told is None or told.to is None:
        raise HandlerError("desk_gone")
    await work.outbox.add(
        told.to, dump_reply(told), kind=told.kind, now=now, not_before=told.not_before
    )
    await note_change(work, visitor, "data_request_done", f"data request {number}", now=now)
