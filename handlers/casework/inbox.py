"""What waits for an official: cases, what is due first first, without personal data."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers.buttons import make_button
from handlers.cases.access import Doer
from handlers.cases.moves import CaseDesk
from handlers.cases.telling import describe_gist, find_officials
from handlers.casework.closing import find_calls
from handlers.casework.drafts import save_list
from handlers.casework.finding import find_request
from handlers.casework.viewing import say_due
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Turn
from knowledge.cases.states import OPEN, CaseState
from knowledge.cases.steps import Actor
from knowledge.cases.terms import MOST_SEND_ONS
from storage.values import Case, Person, Role
from storage.work import Work

MOST_LISTED = 8
LONGEST_GIST = 80
_UNIT = frozenset({Actor.OFFICER, Actor.HEAD})


class Duty(StrEnum):
    """What a case waits for."""

    ACCEPT = "accept"
    ASSIGN = "assign"
    ASSIGN_THIRD = "assign_third"
    HANDLE = "handle"
    APPROVE = "approve"
    EXTEND = "extend"
    SEND = "send"
    OVERDUE = "overdue"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits for somebody, and what for."""

    case: Case
    duty: Duty

    @property
    def order(self) -> tuple[bool, dt.date, int]:
        """Sort what is due first first, publication last."""
        return self.duty is Duty.PUBLISH, self.case.due_on or dt.date.max, self.case.id


def find_duty(case: Case, doer: Doer, *, today: dt.date) -> Duty | None:
    """Tell what a case waits for from somebody, if anything."""
    actors, state = doer.actors, case.state
    if state is CaseState.ACCEPTED and case.send_ons > MOST_SEND_ONS:
        return Duty.ASSIGN_THIRD if Actor.LEADER in actors else None
    for who, states, duty in _DUTIES:
        if actors & who and state in states:
            return duty
    if Actor.APPROVER in actors and find_request(case.events):
        return Duty.EXTEND
    if Actor.CLERK in actors and state is CaseState.ANSWERED and case.published is None:
        return Duty.PUBLISH
    is_late = state in OPEN and state is not CaseState.NEEDS_INFO and case.due_on
    is_over = bool(is_late and case.due_on and case.due_on < today)
    return Duty.OVERDUE if is_over and actors & {Actor.LEADER, Actor.CLERK} else None


_CLERK, _APPROVER = frozenset({Actor.CLERK}), frozenset({Actor.APPROVER})
_DUTIES: tuple[tuple[frozenset[Actor], frozenset[CaseState], Duty], ...] = (
    (_CLERK, frozenset({CaseState.RECEIVED}), Duty.ACCEPT),
    (_CLERK, frozenset({CaseState.ACCEPTED}), Duty.ASSIGN),
    (_APPROVER, frozenset({CaseState.DRAFTED}), Duty.APPROVE),
    (_CLERK | _UNIT, frozenset({CaseState.APPROVED}), Duty.SEND),
    (
        _UNIT,
        frozenset({CaseState.ASSIGNED, CaseState.IN_PROGRESS, CaseState.REOPENED}),
        Duty.HANDLE,
    ),
)


async def find_waiting(
    work: Work, desk: CaseDesk, person: Person, *, today: dt.date
) -> list[Waiting]:
    """Find the cases that wait for an official, what is due first first."""
    is_desk = person.role in (Role.CLERK, Role.LEADER)
    offices = None if is_desk else {*person.office_ids, *person.stands_in}
    cases = await work.cases.list_in(
        OPEN | {CaseState.ANSWERED}, locality_id=person.locality_id, office_ids=offices
    )
    found = [
        Waiting(case, duty)
        for case in cases
        if (duty := find_duty(case, desk.find_doer(case, None, person), today=today))
    ]
    return sorted(found, key=lambda each: each.order)


async def list_inbox(
    work: Work, desk: CaseDesk, turn: Turn, person: Person, *, language: str, page: int = 1
) -> Sequence[Reply]:
    """List what waits for an official, a page at a time; numbers go through all pages."""
    waiting = await find_waiting(work, desk, person, today=turn.today)
    notes = await _say_notes(work, desk, turn, person, language)
    if not waiting:
        return [Reply("\n".join([say("casework_inbox_none", language), *notes]))]
    await save_list(work, turn.message.address, [w.case.code for w in waiting], now=turn.now)
    first = min((page - 1) * MOST_LISTED, (len(waiting) - 1) // MOST_LISTED * MOST_LISTED)
    shown = waiting[first : first + MOST_LISTED]
    lines = [say("casework_inbox", language, count=len(waiting))]
    lines += [_say_item(first + n, each, turn, desk, language) for n, each in enumerate(shown, 1)]
    left = len(waiting) - first - len(shown)
    if left:
        lines.append(say("casework_more", language, count=left))
    buttons = [make_button("show_case", language, code=each.case.code) for each in shown]
    if left:
        number = first // MOST_LISTED + 2
        buttons.append(make_button("inbox_page", language, page=number))
    numbered = 0 if first else len(shown)  # a number alone is a place among the buttons
    return [Reply("\n".join([*lines, *notes]), tuple(buttons), numbered=numbered)]


async def list_unpublished(
    work: Work, desk: CaseDesk, turn: Turn, person: Person, *, language: str
) -> Sequence[Reply]:
    """Ask which of the answered cases is to be published."""
    waiting = await find_waiting(work, desk, person, today=turn.today)
    shown = [each for each in waiting if each.duty is Duty.PUBLISH][:MOST_LISTED]
    if not shown:
        return [Reply(say("casework_publish_none", language))]
    await save_list(work, turn.message.address, [each.case.code for each in shown], now=turn.now)
    lines = [say("casework_publish_which", language)]
    lines += [_say_item(n, each, turn, desk, language) for n, each in enumerate(shown, 1)]
    buttons = tuple(make_button("publish_case", language, code=each.case.code) for each in shown)
    return [Reply("\n".join(lines), buttons, numbered=len(buttons))]


def _say_item(number: int, waiting: Waiting, turn: Turn, desk: CaseDesk, language: str) -> str:
    case = waiting.case
    return say(
        "casework_item",
        language,
        number=number,
        code=case.code,
        duty=say(f"casework_duty_{waiting.duty.value}", language),
        due=say_due(case, turn.today, desk.calendar, language),
        gist=describe_gist(case, LONGEST_GIST),
    )


async def _say_notes(
    work: Work,
    desk: CaseDesk,
    turn: Turn,
    person: Person,
    language: str,
) -> list[str]:
    """Tell a clerk of calls to make, and of drafts that nobody can approve."""
    if person.role != Role.CLERK:
        return []
    calls = await find_calls(work, desk, person)
    notes = [say("casework_calls_wait", language, count=len(calls))] if calls else []
    drafted = await work.cases.list_in([CaseState.DRAFTED], locality_id=person.locality_id, limit=1)
    if drafted:
        approvers = await find_officials(
            work, drafted[0], (Actor.APPROVER,), now=turn.now, approver=desk.approver
        )
        if not any(each.addresses for each in approvers):
            notes.append(say("casework_no_approver", language, code=drafted[0].code))
    return notes
