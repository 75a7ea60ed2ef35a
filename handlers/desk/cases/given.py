"""What a form gives for a step of a case, and the facts that it makes."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.casework.offices import find_office, list_units
from handlers.desk.cases.found import FoundCase
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.texts.forms import local_day
from knowledge.case_codes import find_code
from knowledge.cases.states import CaseKind
from knowledge.cases.steps import Action
from storage.work import Work

LONGEST_NUMBER, LONGEST_NAME, LONGEST_RECIPIENT = 60, 200, 300


@dataclass(frozen=True, slots=True)
class Given:
    """What a form gives for a step; `drafts` is how many there were when its page was read."""

    action: Action
    text: str = ""
    office_id: int | None = None
    recipient: str = ""
    day: dt.date | None = None
    number: str = ""
    signer: str = ""
    other: str = ""
    kind: str = ""
    portal_code: str = ""
    incoming_number: str = ""
    outgoing_number: str = ""
    drafts: int = 0
    is_sure: bool = False


async def fill_facts(
    work: Work,
    visitor: Visitor,
    desk: CaseDesk,
    found: FoundCase,
    given: Given,
    *,
    now: dt.datetime,
) -> Facts:
    """Turn what was given into the facts of a step; raise `HandlerError` where it is not one."""
    _check_lengths(given)
    office_id, office = await _find_office(work, visitor, given, now=now)
    if given.action is Action.TRANSFER:
        await _refuse_own_office(work, found, given, now=now)
    other_id, other = await _find_other(work, visitor, desk, given)
    return Facts(
        text=given.text,
        office_id=office_id,
        office=office,
        recipient=given.recipient,
        day=given.day,
        number=given.number,
        signer=given.signer,
        other_id=other_id,
        other_code=other,
        kind=_read_kind(given.kind),
        portal_code=given.portal_code,
        incoming_number=given.incoming_number,
        outgoing_number=given.outgoing_number,
    )


def _check_lengths(given: Given) -> None:
    """Refuse what is longer than what is kept of it."""
    for text, longest in (
        (given.number, LONGEST_NUMBER),
        (given.portal_code, LONGEST_NUMBER),
        (given.incoming_number, LONGEST_NUMBER),
        (given.outgoing_number, LONGEST_NUMBER),
        (given.signer, LONGEST_NAME),
        (given.recipient, LONGEST_RECIPIENT),
    ):
        if len(text) > longest:
            raise HandlerError("desk_field_long", field=text[:40], limit=longest)


async def _find_office(
    work: Work, visitor: Visitor, given: Given, *, now: dt.datetime
) -> tuple[int | None, str]:
    """Give the office that was chosen, which must be one of the place."""
    if given.office_id is None:
        return None, ""
    for unit in await list_units(work, visitor.place.id, on=local_day(now)):
        if unit.id == given.office_id:
            return unit.id, unit.name
    raise HandlerError("desk_case_office_unknown")


async def _refuse_own_office(
    work: Work, found: FoundCase, given: Given, *, now: dt.datetime
) -> None:
    """Refuse to transfer to an office of the place: that is an assignment."""
    named = await find_office(work, found.case, given.recipient, on=local_day(now))
    if named.office:
        raise HandlerError("desk_case_inside", case=found.case.code, office=named.office.name)


async def _find_other(
    work: Work, visitor: Visitor, desk: CaseDesk, given: Given
) -> tuple[int | None, str]:
    """Find the case to merge into, which must be one that the visitor handles."""
    if given.action is not Action.MERGE:
        return None, ""
    code = find_code(given.other)
    other = await work.cases.find(code) if code else None
    if other is None or not desk.find_doer(other, None, visitor.get_person()).is_staff:
        raise HandlerError("desk_case_other_unknown", other=code or given.other[:40])
    return other.id, other.code


def _read_kind(kind: str) -> CaseKind | None:
    return CaseKind(kind) if kind in set(CaseKind) else None
