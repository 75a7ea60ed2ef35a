"""Days by which offices must have done their tasks, and reminders of them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.plan import Plan, PlannedTask
from storage.values.queues import Address


class DueState(StrEnum):
    """What became of a due day."""

    OPEN = "open"
    DONE = "done"
    PAST = "past"
    CANCELLED = "cancelled"


class CancelReason(StrEnum):
    """Why a due day no longer holds."""

    CORRECTED = "corrected"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class NewDueDay:
    """A due day to store: one occurrence of a task for one office (None: nobody named)."""

    task_id: int
    office_id: int | None
    label: str
    last_day: dt.date
    state: DueState
    known_since: dt.date


@dataclass(frozen=True, slots=True)
class DueDay:
    """A due day with what a nudge quotes."""

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
    plan: Plan
    task: PlannedTask


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
