"""The state of a case in a sentence: dates, and nothing private."""

import datetime as dt

from handlers.texts import say
from handlers.texts.forms import local_day, write_day, write_time, write_weekday
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from knowledge.cases.terms import KEPT_INCOMPLETE
from storage.values import Case

_RUNNING = frozenset(
    {
        CaseState.ACCEPTED,
        CaseState.ASSIGNED,
        CaseState.IN_PROGRESS,
        CaseState.DRAFTED,
        CaseState.APPROVED,
        CaseState.REOPENED,
    }
)


def describe_state(case: Case, language: str, *, today: dt.date | None = None) -> str:
    """Say a case's state and its date; with `today` also that a day is past."""
    key, day = _find_date(case, today)
    return say(
        key,
        language,
        code=case.code,
        state=say(f"state_{case.state.value}", language),
        due=write_weekday(day, language),
        changed_on=write_day(day, language),
    )


def _find_date(case: Case, today: dt.date | None) -> tuple[str, dt.date]:
    """Give the sentence of a state, and the day that goes with it."""
    if case.state is CaseState.RECEIVED and case.due_on:
        return "status_waiting", case.due_on
    if case.state in _RUNNING and case.due_on:
        is_late = today is not None and today > case.due_on
        return "status_overdue" if is_late else "status_due", case.due_on
    if is_incomplete(case):
        return "status_kept", local_day(case.received_at + KEPT_INCOMPLETE)
    if case.state is CaseState.NEEDS_INFO:
        return "status_since", _changed_on(case)
    return "status_at", _changed_on(case)


def is_incomplete(case: Case) -> bool:
    """Tell whether a case waits, since it was sent, for its sender's details."""
    if case.state is not CaseState.NEEDS_INFO:
        return False
    return {event.action for event in case.events}.isdisjoint({Action.SEND, Action.ASK_INFO})


def _changed_on(case: Case) -> dt.date:
    """Give the day since when a case is in its state."""
    since = case.received_at
    for event in reversed(case.events):
        if event.state is not case.state:
            break
        since = event.at
    return local_day(since)


def describe_to_stranger(case: Case, language: str, *, today: dt.date) -> str:
    """Say what everybody may know who holds the code."""
    return " ".join(
        (
            describe_state(case, language, today=today),
            say("status_sent", language, received_at=write_time(case.received_at, language)),
            say("status_details", language),
        )
    )
