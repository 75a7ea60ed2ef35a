"""Days by which offices must have done their tasks, what is done about them, and reminders."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.plan import Plan, PlannedTask
from storage.values.queues import Address


class DueKind(StrEnum):
    """Where a due day comes from."""

    TASK = "task"  # the plan's own time, or the day that work was given out for
    REPORT = "report"  # a reporting rule
    LINE = "line"  # a line of result for a report, asked of a task without a day


class DueState(StrEnum):
    """What became of a due day."""

    OPEN = "open"
    DONE = "done"
    DISPUTED = "disputed"  # the office says that it is not theirs; the clerk has not decided
    PAST = "past"  # over before it became known: never nudged
    CANCELLED = "cancelled"


LIVE = frozenset({DueState.OPEN, DueState.DISPUTED})


class CancelReason(StrEnum):
    """Why a due day no longer holds."""

    CORRECTED = "corrected"
    REPLACED = "replaced"
    REASSIGNED = "reassigned"
    WITHDRAWN = "withdrawn"


class DueAction(StrEnum):
    """What somebody has done about a due day."""

    DONE = "done"
    NOTED = "noted"  # a result added to what was done
    DISPUTED = "disputed"
    KEPT = "kept"  # the clerk: it is theirs
    GIVEN = "given"  # the clerk: it is another office's
    ASKED = "asked"  # more time
    GRANTED = "granted"
    REFUSED = "refused"
    RECORDED = "recorded"  # a request to the superior whose plan it is
    PAUSED = "paused"
    URGED = "urged"
    ASSIGNED = "assigned"
    WITHDRAWN = "withdrawn"


class PostponementState(StrEnum):
    """What became of a request for more time."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    RECORDED = "recorded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class NewDueDay:
    """A due day to store: one occurrence of a task for one office (None: nobody named).

    `group_id` is the group that the office belongs to, where the plan names that; `ends_on` is
    the last day of the plan's year, to which it is repeated weekly that no result was entered.
    """

    task_id: int
    office_id: int | None
    label: str
    last_day: dt.date
    state: DueState
    known_since: dt.date
    kind: DueKind = DueKind.TASK
    group_id: int | None = None
    ends_on: dt.date | None = None
    next_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Work given out: by whom (None: on the command line), when, and after which document."""

    by: str | None
    by_id: int | None
    at: dt.datetime
    document: str


@dataclass(frozen=True, slots=True)
class DueDay:
    """A due day with what a nudge quotes: a row of a plan, or what was given out.

    `last_day` is the plan's own, `due_on` the one that counts since it was put off.
    """

    id: int
    task_id: int
    locality_id: int
    locality: str
    office_id: int | None
    office: str | None
    label: str
    last_day: dt.date
    state: DueState
    known_since: dt.date
    task: PlannedTask
    plan: Plan | None
    due_on: dt.date
    ends_on: dt.date
    kind: DueKind = DueKind.TASK
    group_id: int | None = None
    next_on: dt.date | None = None
    plan_id: int | None = None
    plan_locality_id: int | None = None
    is_public: bool = False
    assignment: Assignment | None = None
    done_at: dt.datetime | None = None
    done_by: int | None = None
    done_note: str = ""

    @property
    def is_put_off(self) -> bool:
        """Whether more time was granted."""
        return self.due_on != self.last_day

    @property
    def is_superiors(self) -> bool:
        """Whether the plan is another place's, which alone can give more time."""
        return self.plan_locality_id is not None and self.plan_locality_id != self.locality_id


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What planning the next step of a due day needs, and no more."""

    id: int
    task_id: int
    office_id: int | None
    group_id: int | None
    kind: DueKind
    state: DueState
    due_on: dt.date
    ends_on: dt.date
    known_since: dt.date
    next_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Told:
    """A step that was told to a person: the code of the step, and the day it led to."""

    due_day_id: int
    due_on: dt.date
    person_id: int
    step: int


@dataclass(frozen=True, slots=True)
class NewNudge:
    """A step that a person is to be told: in which part of a digest, and for whom else."""

    told: Told
    part: str
    is_late: bool = False
    holder_id: int | None = None


@dataclass(frozen=True, slots=True)
class DueEvent:
    """What was done about a due day; `day` is the new day, where there is one."""

    id: int
    due_day_id: int
    action: DueAction
    at: dt.datetime
    person_id: int | None
    person: str | None
    day: dt.date | None
    note: str
    undone_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Postponement:
    """A request for more time."""

    id: int
    due_day_id: int
    person_id: int | None
    asked_at: dt.datetime
    new_day: dt.date
    reason: str
    state: PostponementState
    decided_by: int | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """What a clerk has decided on a task without a day; see `storage.models.TreatmentRow`."""

    task_id: int
    rule_id: int | None = None
    number: str | None = None
    day: dt.date | None = None
    plan_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A task that a person asked to be reminded of on a morning; `told_at` once it was told."""

    id: int
    to: Address
    task_id: int
    last_day: dt.date
    remind_on: dt.date
    plan: Plan
    locality_id: int
    is_public: bool
    task: PlannedTask
    told_at: dt.datetime | None = None
