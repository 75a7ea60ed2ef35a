"""One case for who sits at the desk: what is not for them is as if it were not there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.cases.access import Doer
from handlers.cases.moves import CaseDesk
from handlers.casework.deed import OVERTAKEN, name_last
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.case_codes import find_code
from knowledge.cases.steps import Action
from storage.errors import Conflict
from storage.values import Case
from storage.work import Work


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case and as what the visitor acts on it."""

    case: Case
    doer: Doer


async def find_case(work: Work, visitor: Visitor, desk: CaseDesk, typed: str) -> FoundCase:
    """Find a case that the visitor handles; raise `HandlerError("desk_case_unknown")`."""
    visitor.check(Power.READ_CASES)
    code = find_code(typed[:60])
    return _allow(await work.cases.find(code) if code else None, visitor, desk)


async def hold_case(work: Work, visitor: Visitor, desk: CaseDesk, typed: str) -> FoundCase:
    """Find a case to change it; who else wants to waits."""
    visitor.check(Power.READ_CASES)
    code = find_code(typed[:60])
    return _allow(await work.cases.hold(code) if code else None, visitor, desk)


def _allow(case: Case | None, visitor: Visitor, desk: CaseDesk) -> FoundCase:
    person = visitor.get_person()
    if case is None or case.locality_id != visitor.place.id:
        raise HandlerError("desk_case_unknown")
    doer = desk.find_doer(case, None, person)
    if not doer.is_staff:
        raise HandlerError("desk_case_unknown")
    return FoundCase(case, doer)


async def open_case(
    work: Work, visitor: Visitor, *, desk: CaseDesk, code: str, now: dt.datetime
) -> None:
    """Note in a case's history that the visitor opens it."""
    found = await hold_case(work, visitor, desk, code)
    await desk.read(work, found.case, found.doer, now=now)


def count_drafts(case: Case) -> int:
    """Count the drafts put up so far: who has read one knows by it whether there is another."""
    return len(case.sources(Action.DRAFT))


async def name_actor(work: Work, case: Case, actions: Sequence[Action], *, on: dt.date) -> str:
    """Name who last did one of some things with a case."""
    done = [event for event in case.events if event.action in actions]
    person_id = done[-1].person_id if done else None
    person = await work.people.get(person_id, on=on) if person_id else None
    return person.name if person else "–"


async def explain(
    work: Work, found: FoundCase, error: HandlerError | Conflict, *, now: dt.datetime
) -> HandlerError:
    """Say beside a refusal who has just acted on the case, where that is the cause of it."""
    but = found.doer.person_id or 0
    last = ""
    if error.code in OVERTAKEN:
        last = await name_last(work, found.case, but=but, on=local_day(now))
    if not last:
        return HandlerError(error.code, **error.facts)
    why = say(f"error_{error.code}", "vi", **error.facts)
    return HandlerError("desk_case_passed", why=why, last=last)
