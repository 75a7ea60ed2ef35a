"""What each action changes of a case, and what forbids it beside the table of steps."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from handlers.cases.access import Doer
from handlers.errors import HandlerError
from handlers.texts.forms import local_day
from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.steps import Action, Actor, Step
from knowledge.cases.terms import MAY_REOPEN, MOST_SEND_ONS
from storage.values import Case, CaseAnswer, Contact, Publication

_ENDS = frozenset(
    {
        CaseState.REFUSED,
        CaseState.TRANSFERRED,
        CaseState.MERGED,
        CaseState.WITHDRAWN,
        CaseState.CLOSED,
    }
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an action is done with; which of it a step needs stands in the table of steps.

    `text` is a reason, a question, a draft or a note. `public_content` and `public_answer` are
    redacted and were confirmed by a person; `topic` is what stays of the words that are erased.
    """

    text: str = ""
    office_id: int | None = None
    office: str = ""
    recipient: str = ""
    day: dt.date | None = None
    number: str = ""
    signer: str = ""
    other_id: int | None = None
    other_code: str = ""
    kind: CaseKind | None = None
    solved: Solved | None = None
    public_content: str = ""
    public_answer: str = ""
    public_sender: str = ""
    portal_code: str = ""
    incoming_number: str = ""
    outgoing_number: str = ""
    content: str = ""
    contact: Contact | None = None
    topic: str = ""


def check(case: Case, step: Step, doer: Doer, facts: Facts, *, now: dt.datetime) -> None:
    """Raise `HandlerError` where an action is not possible now or lacks something."""
    missing = [name for name in sorted(step.needs) if not getattr(facts, name)]
    if missing:
        raise HandlerError("case_fact_missing", case=case.code, fact=missing[0])
    guard = _GUARDS.get(step.action)
    if guard:
        guard(case, doer, facts, now)


def _check_assign(case: Case, doer: Doer, facts: Facts, _now: dt.datetime) -> None:
    if facts.office_id == case.complained_office_id:
        raise HandlerError("case_office_complained", case=case.code, office=facts.office)
    if case.send_ons > MOST_SEND_ONS and Actor.LEADER not in doer.actors:
        raise HandlerError("case_needs_leader", case=case.code, count=case.send_ons)
    if facts.office_id == case.office_id and case.state is CaseState.ASSIGNED:
        raise HandlerError("case_same_office", case=case.code, office=facts.office)


def _check_merge(case: Case, _doer: Doer, facts: Facts, _now: dt.datetime) -> None:
    if facts.other_id == case.id:
        raise HandlerError("case_merged_with_itself", case=case.code)


def _check_reopen(case: Case, _doer: Doer, _facts: Facts, now: dt.datetime) -> None:
    if case.was_reopened:
        raise HandlerError("case_reopened_before", case=case.code)
    if case.answered_at and now > case.answered_at + MAY_REOPEN:
        raise HandlerError("case_reopening_over", case=case.code)


def _check_extend(case: Case, _doer: Doer, facts: Facts, now: dt.datetime) -> None:
    assert facts.day is not None
    if facts.day <= local_day(now) or (case.due_on and facts.day <= case.due_on):
        raise HandlerError("case_day_not_later", case=case.code)


def _check_answer(case: Case, _doer: Doer, facts: Facts, now: dt.datetime) -> None:
    assert facts.day is not None
    if facts.day > local_day(now):
        raise HandlerError("case_day_ahead", case=case.code)


_GUARDS: Mapping[Action, Callable[[Case, Doer, Facts, dt.datetime], None]] = {
    Action.ASSIGN: _check_assign,
    Action.MERGE: _check_merge,
    Action.REOPEN: _check_reopen,
    Action.ASK_EXTENSION: _check_extend,
    Action.EXTEND: _check_extend,
    Action.ANSWER: _check_answer,
}


def change(case: Case, step: Step, facts: Facts, *, now: dt.datetime) -> Case:
    """Give the case as an action leaves it; its terms are changed elsewhere."""
    state = _find_state(case, step)
    changed = replace(case, state=state, ended_at=now if state in _ENDS else case.ended_at)
    act = _CHANGES.get(step.action)
    return act(changed, facts, now) if act else changed


def _find_state(case: Case, step: Step) -> CaseState:
    if step.to is not None:
        return step.to
    if not step.returns:
        return case.state
    before = [event.state for event in case.events if event.state is not CaseState.NEEDS_INFO]
    return before[-1] if before else CaseState.RECEIVED


def _draft(case: Case, facts: Facts, _now: dt.datetime) -> Case:
    return replace(case, answer=CaseAnswer(facts.text))


def _approve(case: Case, facts: Facts, _now: dt.datetime) -> Case:
    answer = CaseAnswer(case.answer.text, facts.number, facts.day, facts.signer)
    return replace(case, answer=answer)


def _answer(case: Case, facts: Facts, now: dt.datetime) -> Case:
    return replace(_approve(case, facts, now), answered_at=now, solved=None)


def _publish(case: Case, facts: Facts, now: dt.datetime) -> Case:
    published = Publication(facts.public_content, facts.public_answer, facts.public_sender, now)
    return replace(case, published=published)


def _register(case: Case, facts: Facts, _now: dt.datetime) -> Case:
    return replace(
        case,
        portal_code=facts.portal_code or case.portal_code,
        incoming_number=facts.incoming_number or case.incoming_number,
        outgoing_number=facts.outgoing_number or case.outgoing_number,
    )


def _add(case: Case, facts: Facts, _now: dt.datetime) -> Case:
    content = f"{case.content}\n{facts.content}" if facts.content else case.content
    return replace(case, content=content, contact=facts.contact or case.contact)


def _classify(case: Case, facts: Facts, _now: dt.datetime) -> Case:
    assert facts.kind is not None
    # Of an official's conduct the sender's name is hidden, whoever found out what it is about.
    hides_name = case.hides_name or facts.kind is CaseKind.CONDUCT
    return replace(case, kind=facts.kind, hides_name=hides_name)


_CHANGES: Mapping[Action, Callable[[Case, Facts, dt.datetime], Case]] = {
    Action.ADD: _add,
    Action.ADD_INFO: _add,
    Action.CLASSIFY: _classify,
    Action.ACCEPT: lambda case, _facts, now: replace(case, accepted_at=now),
    Action.ASSIGN: lambda case, facts, _now: replace(case, office_id=facts.office_id),
    Action.SEND_ON: lambda case, _facts, _now: replace(
        case, office_id=None, send_ons=case.send_ons + 1
    ),
    Action.DRAFT: _draft,
    Action.APPROVE: _approve,
    Action.ANSWER: _answer,
    Action.REFUSE: lambda case, facts, _now: replace(case, recipient=facts.recipient),
    Action.TRANSFER: lambda case, facts, _now: replace(case, recipient=facts.recipient),
    Action.MERGE: lambda case, facts, _now: replace(case, merged_into_id=facts.other_id),
    Action.RATE: lambda case, facts, _now: replace(case, solved=facts.solved),
    Action.REOPEN: lambda case, facts, _now: replace(
        case, was_reopened=True, answered_at=None, solved=facts.solved or Solved.NO
    ),
    Action.PUBLISH: _publish,
    Action.UNPUBLISH: lambda case, _facts, _now: replace(case, published=None),
    Action.REGISTER: _register,
}
