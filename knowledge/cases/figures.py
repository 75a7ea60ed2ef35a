"""Figures on cases of a reporting period, read from their histories.

They are as of the period's end, or of today while it runs: a report made again next year says the
same. The clock stops at the answer; what is open and overdue counts as late (TT 01/2018, chỉ số 8).
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from knowledge.calendar import Calendar
from knowledge.cases.history import CaseHistory
from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.terms import ONE_DAY, count_working_days

_OTHER_ENDS = (
    CaseState.REFUSED,
    CaseState.TRANSFERRED,
    CaseState.MERGED,
    CaseState.WITHDRAWN,
    CaseState.CLOSED,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of cases; `ended` is by state for those that were not answered.

    new + carried_over + reopened = answered + sum(ended) + open; `mean_days` is in working days.
    """

    new: Mapping[CaseKind, int]
    carried_over: int
    reopened: int
    on_time: int
    answered_late: int
    open: int
    open_overdue: int
    ended: Mapping[CaseState, int]
    published: int
    told: int
    mean_days: float | None
    solved: Mapping[Solved, int]

    @property
    def received(self) -> int:
        """How many came new."""
        return sum(self.new.values())

    @property
    def answered(self) -> int:
        """How many were answered."""
        return self.on_time + self.answered_late

    @property
    def late(self) -> int:
        """How many are late, answered or not."""
        return self.answered_late + self.open_overdue

    @property
    def share_on_time(self) -> float | None:
        """The share handled on time of what was due, 0 to 1; None where nothing was."""
        due = self.on_time + self.late
        return self.on_time / due if due else None

    @property
    def points(self) -> int:
        """The points of the index: 2 for none or all on time, 1 from 90 %, else 0."""
        share = self.share_on_time
        if share is None or share == 1:
            return 2
        return int(share >= 0.9)


NO_FIGURES = Figures(
    new=dict.fromkeys(CaseKind, 0),
    carried_over=0,
    reopened=0,
    on_time=0,
    answered_late=0,
    open=0,
    open_overdue=0,
    ended=dict.fromkeys(_OTHER_ENDS, 0),
    published=0,
    told=0,
    mean_days=None,
    solved=dict.fromkeys(Solved, 0),
)


def count_cases(
    histories: Sequence[CaseHistory], first: dt.date, last: dt.date, calendar: Calendar
) -> Figures:
    """Count the cases of a period from its first to its last day, as of the last."""
    cases = select_cases(histories, first, last)
    before = first - ONE_DAY
    came_before = [case for case in cases if case.received_on < first]
    carried = [case for case in came_before if case.until(before).is_open]
    answered = [case for case in cases if case.answered_on]
    open_ones = [case for case in cases if case.is_open]
    ended = Counter(case.state for case in cases if not case.is_open and not case.answered_on)
    days = [
        count_working_days(c.received_on, c.answered_on, calendar)
        for c in answered
        if c.answered_on
    ]
    return Figures(
        new=_count_kinds([case for case in cases if case.received_on >= first]),
        carried_over=len(carried),
        reopened=len(came_before) - len(carried),
        on_time=sum(not case.is_late for case in answered),
        answered_late=sum(case.is_late for case in answered),
        open=len(open_ones),
        open_overdue=sum(case.is_overdue(last) for case in open_ones),
        ended={state: ended[state] for state in _OTHER_ENDS},
        published=_count_published(histories, first, last),
        told=sum(case.is_told for case in answered),
        mean_days=fmean(days) if days else None,
        solved={each: sum(case.solved is each for case in answered) for each in Solved},
    )


def count_by_unit(
    histories: Sequence[CaseHistory], first: dt.date, last: dt.date, calendar: Calendar
) -> Mapping[str, Figures]:
    """Count by the unit that a case is or was with last; "" holds what nobody was given."""
    by_unit: dict[str, list[CaseHistory]] = defaultdict(list)
    for history in histories:
        if history.received_on <= last:
            by_unit[history.until(last).unit].append(history)
    units = sorted({case.unit for case in select_cases(histories, first, last)})
    return {unit: count_cases(by_unit[unit], first, last, calendar) for unit in units}


def select_cases(
    histories: Sequence[CaseHistory], first: dt.date, last: dt.date
) -> list[CaseHistory]:
    """Give the cases that were in the office's hands in a period, as they stood at its end."""
    there = [case.until(last) for case in histories if case.received_on <= last]
    return [case for case in there if case.ended_on is None or case.ended_on >= first]


def _count_kinds(cases: Sequence[CaseHistory]) -> Mapping[CaseKind, int]:
    counts = Counter(case.kind for case in cases)
    return {kind: counts[kind] for kind in CaseKind}


def _count_published(histories: Sequence[CaseHistory], first: dt.date, last: dt.date) -> int:
    there = [case.until(last) for case in histories if case.received_on <= last]
    return sum(case.published_on is not None and case.published_on >= first for case in there)
