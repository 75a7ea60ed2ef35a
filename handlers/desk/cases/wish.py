"""What somebody asks of the inbox of feedback, and the filter of cases that it means."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.texts.forms import begin_day
from knowledge.calendar import Calendar
from knowledge.cases.states import OPEN, CaseKind, CaseState
from storage.values import Case, CaseFilter, CaseHead, CaseOrder

SOON = 2  # working days before its last day in which a case counts as about to be due
NO_OFFICE = 0
ONE_DAY = dt.timedelta(days=1)


class Tab(StrEnum):
    """The parts of the inbox, as addresses name them."""

    MINE = "cho-toi"
    OPEN = "dang-mo"
    ANSWERED = "da-tra-loi"
    OVER = "ket-thuc"
    ALL = "tat-ca"


class Due(StrEnum):
    """How far a running term has gone, as addresses name it."""

    OVER = "qua-han"
    SOON = "sap-han"
    IN_TIME = "trong-han"


_RUNNING = OPEN - {CaseState.NEEDS_INFO}
STATES: Mapping[Tab, frozenset[CaseState] | None] = {
    Tab.MINE: OPEN | {CaseState.ANSWERED},
    Tab.OPEN: OPEN,
    Tab.ANSWERED: frozenset({CaseState.ANSWERED}),
    Tab.OVER: frozenset(CaseState) - OPEN - {CaseState.ANSWERED},
    Tab.ALL: None,
}


@dataclass(frozen=True, slots=True)
class CaseWish:
    """What a visitor wants to see of the inbox; days are Viet Nam's, the last one included."""

    tab: Tab = Tab.MINE
    search: str = ""
    state: CaseState | None = None
    office_id: int | None = None
    kind: CaseKind | None = None
    due: Due | None = None
    received_from: dt.date | None = None
    received_until: dt.date | None = None
    hides_name: bool = False
    is_unpublished: bool = False
    must_call: bool = False
    order: CaseOrder | None = None
    page: int = 1


def narrow(wanted: CaseFilter, wish: CaseWish, *, today: dt.date, calendar: Calendar) -> CaseFilter:
    """Narrow a filter down to what is asked for beside the tab and the words."""
    until = wish.received_until
    narrowed = replace(
        wanted,
        office_id=wish.office_id,
        kind=wish.kind,
        received_from=_midnight(wish.received_from),
        received_before=_midnight(until + ONE_DAY if until else None),
        hides_name=wish.hides_name,
        is_unpublished=wish.is_unpublished,
        must_call=wish.must_call,
    )
    if wish.state:
        narrowed = replace(narrowed, states=frozenset({wish.state}) & _all_or(wanted.states))
    return _about_term(narrowed, wish.due, today, calendar) if wish.due else narrowed


def _about_term(wanted: CaseFilter, due: Due, today: dt.date, calendar: Calendar) -> CaseFilter:
    """Ask for running terms by their last day."""
    soon = find_soon(today, calendar)
    first, last = {
        Due.OVER: (None, today - ONE_DAY),
        Due.SOON: (today, soon),
        Due.IN_TIME: (soon + ONE_DAY, None),
    }[due]
    states = _all_or(wanted.states) & _RUNNING
    return replace(wanted, states=states, due_from=first, due_until=last)


def _all_or(states: frozenset[CaseState] | None) -> frozenset[CaseState]:
    return frozenset(CaseState) if states is None else states


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return begin_day(day) if day else None


def find_soon(today: dt.date, calendar: Calendar) -> dt.date:
    """Give the last day on which a term that ends counts as about to end."""
    return calendar.plus_working_days(today, SOON)


def find_stage(head: CaseHead | Case, today: dt.date, soon: dt.date) -> Due | None:
    """Tell how far a case's term has gone; None where none runs."""
    if head.due_on is None or head.state not in _RUNNING:
        return None
    if head.due_on < today:
        return Due.OVER
    return Due.SOON if head.due_on <= soon else Due.IN_TIME
