"""What a clerk is told about a plan, as values; `wording` makes sentences of them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.assignees import Assignee
from knowledge.matching import Change
from knowledge.plan import DeadlineKind, Note, Plan, PlannedTask
from knowledge.treatments import Treatment
from storage.values import Correction, DueState, PlanState


@dataclass(frozen=True, slots=True)
class DueOutlook:
    """A day by which a row must be done, and what has become of it."""

    last_day: dt.date
    state: DueState


@dataclass(frozen=True, slots=True)
class RowOutlook:
    """What was read from a row and what it will do; `row` counts from 1 as `plan fix` does.

    `corrected` names the fields a clerk has changed, each with what the file says.
    """

    row: int
    task: PlannedTask
    corrected: tuple[tuple[str, str], ...] = ()
    due: tuple[DueOutlook, ...] = ()
    assignees: tuple[Assignee, ...] = ()
    treatment: Treatment | None = None


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
class Confirmation:
    """What confirming a plan has made."""

    plan_id: int
    open_days: int
    past_days: int
    without_office: int
    groups: int
    replaced: int | None = None
    cancelled_days: int = 0
    is_guide: bool = False
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """What correcting a row has changed."""

    plan_id: int
    row: int
    corrections: tuple[Correction, ...]
    days: tuple[dt.date, ...] = ()
    cancelled_days: int = 0
