"""Terms of a PAKN in working days, and what stops and moves them (BLDS Đ147-148)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from knowledge.calendar import Calendar
from knowledge.cases.states import CaseKind, TermKind
from knowledge.own_data import load_data

ONE_DAY = dt.timedelta(days=1)
KEPT_INCOMPLETE = dt.timedelta(days=7)  # then a PAKN without its sender's details lapses
MAY_REOPEN = dt.timedelta(days=30)
MOST_SEND_ONS = 2  # a third unit is chosen by a leader
TO_HEAD, TO_LEADERS, A_WEEK = 1, 3, 5  # working days after the last day, then each week


@dataclass(frozen=True, slots=True)
class TermRule:
    """How many working days a kind of case has; `basis` is empty where no document sets it."""

    kind: CaseKind
    term: TermKind
    working_days: int
    basis: str
    is_law: bool = False


@cache
def load_term_rules() -> tuple[TermRule, ...]:
    """Load the terms that hold where the office has entered none."""
    return tuple(
        TermRule(
            CaseKind(kind), TermKind(row["term"]), row["working_days"], row["basis"], row["is_law"]
        )
        for row in load_data("case_terms")["term"]
        for kind in row["kinds"]
    )


def find_rule(kind: CaseKind, term: TermKind, own: Sequence[TermRule] = ()) -> TermRule:
    """Find the rule for a kind of case; the office's own comes first."""
    rules = (*own, *load_term_rules())
    return next(rule for rule in rules if rule.kind is kind and rule.term is term)


def end_of_term(start: dt.date, rule: TermRule, calendar: Calendar) -> dt.date:
    """Give the last day of a term that begins on a day, which is not counted."""
    return calendar.plus_working_days(start, rule.working_days)


def resume_term(
    due_on: dt.date, *, paused_on: dt.date, resumed_on: dt.date, calendar: Calendar
) -> dt.date:
    """Give the new last day of a term that stood still; one that was over stays over."""
    if due_on < paused_on:
        return due_on
    due_on = calendar.working_day_on_or_after(due_on)
    left = count_working_days(paused_on, due_on, calendar)
    return max(due_on, calendar.plus_working_days(resumed_on, left))


def count_working_days(start: dt.date, end: dt.date, calendar: Calendar) -> int:
    """Count the working days after a day up to another, that one included."""
    return calendar.count_working_days(start, end)


def half_of_term(start: dt.date, due_on: dt.date, calendar: Calendar) -> dt.date:
    """Give the working day on which half of a term is over."""
    return calendar.plus_working_days(start, count_working_days(start, due_on, calendar) // 2)


class Stage(StrEnum):
    """How far a term has gone, where somebody is told of it."""

    HALF = "half"
    LAST = "last"  # one working day is left
    OVER = "over"
    LATE = "late"
    WEEKLY = "w"

    @property
    def is_over(self) -> bool:
        """Tell whether the last day has passed."""
        return self not in (Stage.HALF, Stage.LAST)


@dataclass(frozen=True, slots=True)
class TermStep:
    """A warning of a term: a working day, and a key (12 letters at most) that is never told twice.

    The key holds the last day: a term that was put off is warned of again.
    """

    stage: Stage
    day: dt.date
    key: str


def find_term_step(
    start: dt.date, due_on: dt.date, today: dt.date, calendar: Calendar
) -> TermStep | None:
    """Find the latest step that a term has reached; None where nobody needs to be warned yet."""
    due_on = calendar.working_day_on_or_after(due_on)
    over = count_working_days(due_on, today, calendar)
    if over >= TO_HEAD:
        return _over(due_on, over, calendar)
    last = calendar.minus_working_days(due_on, 1)
    half = half_of_term(start, due_on, calendar)
    if start < last <= today:
        return TermStep(Stage.LAST, last, _key(Stage.LAST.value, due_on))
    if start < half < last and half <= today:
        return TermStep(Stage.HALF, half, _key(Stage.HALF.value, due_on))
    return None


def _over(due_on: dt.date, over: int, calendar: Calendar) -> TermStep:
    if over < TO_LEADERS:
        day = calendar.plus_working_days(due_on, TO_HEAD)
        return TermStep(Stage.OVER, day, _key(Stage.OVER.value, due_on))
    weeks = (over - TO_LEADERS) // A_WEEK
    day = calendar.plus_working_days(due_on, TO_LEADERS + weeks * A_WEEK)
    if weeks:
        return TermStep(Stage.WEEKLY, day, _key(f"{Stage.WEEKLY.value}{weeks}", due_on))
    return TermStep(Stage.LATE, day, _key(Stage.LATE.value, due_on))


def _key(name: str, due_on: dt.date) -> str:
    return f"{name}{due_on:%y%m%d}"
