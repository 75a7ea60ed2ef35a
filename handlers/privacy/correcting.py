"""Putting right what somebody has given of themselves: at once, in all their cases."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from handlers.privacy.asked import Correction
from handlers.privacy.keeping import list_own
from handlers.texts import say
from knowledge.cases.phones import read_phone
from knowledge.cases.states import OPEN, CaseState
from knowledge.cases.steps import Action, Actor
from storage.values import Address, Case, CaseEvent, Contact
from storage.work import Work

LONGEST = 200
_TOLD = OPEN - {CaseState.NEEDS_INFO}


def check_value(correction: Correction) -> str:
    """Give what the field shall be, a phone in national form; empty where it cannot be that."""
    if correction.field == "phone":
        return read_phone(correction.value)
    return correction.value if 1 < len(correction.value) <= LONGEST else ""


async def correct_own(
    work: Work, desk: CaseDesk, owner: Address, field: str, value: str, *, now: dt.datetime
) -> Sequence[str]:
    """Put a field of the contact right in an address's cases; give their codes."""
    corrected = []
    for found in await list_own(work, owner):
        case = None if found.is_erased else await work.cases.hold(found.code)
        if case is None or case.sender != owner or not (case.contact or case.state in OPEN):
            continue
        await _correct(work, desk, case, _change(case.contact, field, value), now=now)
        corrected.append(case.code)
    return corrected


def _change(contact: Contact, field: str, value: str) -> Contact:
    return Contact(
        name=value if field == "name" else contact.name,
        phone=value if field == "phone" else contact.phone,
        address=value if field == "address" else contact.address,
    )


async def _correct(
    work: Work, desk: CaseDesk, case: Case, contact: Contact, *, now: dt.datetime
) -> None:
    """Change the contact; those who work on the case are told that something came in."""
    if case.state in _TOLD:
        doer = desk.find_doer(case, case.sender, None)
        await desk.move(work, case, Action.ADD, doer, Facts(contact=contact), now=now)
        return
    note = say("privacy_noted_corrected")
    event = CaseEvent(now, Action.ADD, case.state, Actor.CITIZEN, note=note)
    await work.cases.save(replace(case, contact=contact), event)
