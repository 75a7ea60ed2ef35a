"""What a clerk is told about a plan, as values; `wording` makes sentences of them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.matching import Change
from knowledge.plan import DeadlineKind, Note, Plan, PlannedTask
from knowledge.treatments import Treatment
from storage.values import Correction, DueDay, DueState, PlanState
from storage.values import Treatment as Decided


@dataclass(frozen=True, slots=True)
class DueOutlook:
    """A day by which a row must be done, and what has become of it."""

    last_day: dt.date
    state: DueState


@dataclass(frozen=True, slots=True)
class OfficeOutlook:
    """An office that answers for a row; `members` counts what a group stands for.

    `is_held` tells whether somebody holds it, or each of its members; None where nothing is stored.
    """

    name: str
    is_group: bool = False
    members: int = 0
    is_held: bool | None = None


@dataclass(frozen=True, slots=True)
class RowOutlook:
    """What was read from a row and what it will do; `row` counts from 1 as `plan fix` does.

    `corrected` names the fields a clerk has changed, each with what the file says.
    """

    row: int
    task: PlannedTask
    corrected: tuple[tuple[str, str], ...] = ()
    due: tuple[DueOutlook, ...] = ()
    offices: tuple[OfficeOutlook, ...] = ()
    treatment: Treatment | None = None
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """What has become of a task of the plan that is to be replaced."""

    change: Change
    row: int | None  # in the new plan
    old: PlannedTask | None
    new: PlannedTask | None


@dataclass(frozen=True, slots=True)
class Replacement:
    """Which confirmed plan a draft replaces, and what changes."""

    plan_id: int
    changes: tuple[RowChange, ...]

    def count(self, change: Change) -> int:
        """Count the tasks that this has become of."""
        return sum(each.change is change for each in self.changes)


class Outcome(StrEnum):
    """What adding a file has come to."""

    ADDED = "added"
    READ_AGAIN = "read_again"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read from a file, and what it will do once confirmed; `plan_id` 0: not stored."""

    plan: Plan
    rows: tuple[RowOutlook, ...]
    warnings: tuple[Note, ...] = ()
    plan_id: int = 0
    state: PlanState | None = None
    outcome: Outcome = Outcome.ADDED
    replacement: Replacement | None = None
    is_public: bool = False

    @property
    def is_guide(self) -> bool:
        """Whether it gives no work and only answers."""
        return not self.rows

    @property
    def days_by_kind(self) -> Counter[DeadlineKind]:
        """Count the rows by the kind of their time."""
        return Counter(row.task.deadline.kind for row in self.rows)

    @property
    def doubtful(self) -> Sequence[RowOutlook]:
        """The rows to look at again."""
        return [row for row in self.rows if row.task.doubts]


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row of a plan, as people name it: việc 5 kế hoạch 3."""

    plan_id: int
    row: int


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A due day in a clerk's list, and the row that it is of; `row` is 0 for work given out.

    `more` counts the days to come of the same work.
    """

    due: DueDay
    row: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What confirming a plan has made.

    `unassigned` counts the tasks of offices that nobody holds, `lines` the results to be asked for
    reports, `below_days` what the plan gives the places below; `taken_over` are rows of other
    plans that left their days to this one.
    """

    plan_id: int
    open_days: int
    past: tuple[ListedDay, ...] = ()
    unassigned: int = 0
    lines: int = 0
    below_days: int = 0
    taken_over: tuple[RowRef, ...] = ()
    replaced: int | None = None
    cancelled_days: int = 0
    is_guide: bool = False
    is_public: bool = False

    @property
    def past_days(self) -> int:
        """Count the days that were over before."""
        return len(self.past)


@dataclass(frozen=True, slots=True)
class Fix:
    """What correcting a row has changed."""

    plan_id: int
    row: int
    corrections: tuple[Correction, ...]
    days: tuple[dt.date, ...] = ()
    cancelled_days: int = 0
