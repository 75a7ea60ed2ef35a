"""Which due days a list shows, and what it says of days with many."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class DueShown(StrEnum):
    """Which due days are shown, by what has become of them."""

    ALL = "all"  # that hold
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"
    ASKED = "asked"  # more time, and nobody has decided
    DISPUTED = "disputed"
    CANCELLED = "cancelled"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Due days of a place, on a day; None is all.

    `office_ids` are those that may be seen, `office_id` the one asked for (0: nobody's), `task_ids`
    those whose words were found; `since` and `until` are included.
    """

    locality_id: int
    today: dt.date
    shown: DueShown = DueShown.ALL
    office_ids: Collection[int] | None = None
    office_id: int | None = None
    plan_id: int | None = None
    task_ids: Collection[int] | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DueGroup:
    """The due days of one task on one day: how many offices, how many have done it.

    `first` is the id of one that says what it is, an open one where there is any; `in_day` counts
    the groups of that day, those that are not given too.
    """

    due_on: dt.date
    first: int
    count: int
    done: int
    in_day: int


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step that somebody was told; `told_at` is None while the digest is being made."""

    due_on: dt.date
    step: int
    person: str
    at: dt.datetime
    told_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Open work that nobody answers for: the id of its first day, and how many come after it."""

    first: int
    more: int


@dataclass(frozen=True, slots=True)
class TextStamp:
    """What tells whether the texts of tasks have changed: added to, corrected, or replaced."""

    last_due_day: int
    last_correction: int
    plans: tuple[object, ...]
