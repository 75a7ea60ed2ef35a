"""What a step does to the term of a case."""

import datetime as dt
from dataclasses import replace

from handlers.cases.changes import Facts
from handlers.inherited import list_term_rules
from knowledge.calendar import Calendar
from knowledge.cases.states import CaseState, TermKind
from knowledge.cases.steps import Clock, Step
from knowledge.cases.terms import end_of_term, find_rule, resume_term
from storage.values import Case, CaseTerm
from storage.work import Work

_STARTS = {Clock.ACCEPTANCE: TermKind.ACCEPTANCE, Clock.HANDLING: TermKind.HANDLING}


async def run_clock(
    work: Work, case: Case, step: Step, facts: Facts, *, today: dt.date, calendar: Calendar
) -> Case:
    """Start, stop or move the term of a case; give the case with its last day."""
    term = await work.case_terms.find_open(case.id)
    if step.clock in _STARTS:
        return await _start(work, case, term, _STARTS[step.clock], today, calendar)
    if step.clock is Clock.RESUME and term is None:
        is_new = case.state is CaseState.RECEIVED
        kind = TermKind.ACCEPTANCE if is_new else TermKind.HANDLING
        return await _start(work, case, None, kind, today, calendar)
    if term is None or step.clock is Clock.KEEP:
        return case
    moved = _move(term, step.clock, facts, today, calendar)
    await work.case_terms.save(moved)
    return replace(case, due_on=moved.due_on)


async def foresee_due(
    work: Work, case: Case, step: Step, facts: Facts, *, today: dt.date, calendar: Calendar
) -> dt.date | None:
    """Give the last day that a case would have after a step that its sender is told of."""
    if step.clock in _STARTS:
        return await _find_end(work, case, _STARTS[step.clock], today, calendar)
    return facts.day if step.clock is Clock.EXTEND else case.due_on


async def _find_end(
    work: Work, case: Case, kind: TermKind, today: dt.date, calendar: Calendar
) -> dt.date:
    rules = await list_term_rules(work, case.locality_id)
    return end_of_term(today, find_rule(case.kind, kind, rules), calendar)


def _move(
    term: CaseTerm, clock: Clock, facts: Facts, today: dt.date, calendar: Calendar
) -> CaseTerm:
    if clock is Clock.PAUSE:
        return replace(term, paused_on=today)
    if clock is Clock.RESUME and term.paused_on:
        due_on = resume_term(
            term.due_on, paused_on=term.paused_on, resumed_on=today, calendar=calendar
        )
        return replace(term, due_on=due_on, paused_on=None)
    if clock is Clock.EXTEND and facts.day:
        return replace(term, due_on=facts.day)
    return replace(term, ended_on=today) if clock is Clock.END else term


async def _start(
    work: Work,
    case: Case,
    term: CaseTerm | None,
    kind: TermKind,
    today: dt.date,
    calendar: Calendar,
) -> Case:
    if term:
        await work.case_terms.save(replace(term, ended_on=today))
    due_on = await _find_end(work, case, kind, today, calendar)
    await work.case_terms.start(case.id, kind, started_on=today, due_on=due_on)
    return replace(case, due_on=due_on)
