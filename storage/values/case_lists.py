"""Cases in lists: what is known of them without opening what is sealed, and what is asked for."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.cases.states import CaseKind, CaseState


class CaseOrder(StrEnum):
    """How a list of cases is sorted."""

    DUE = "due"  # what is due first first, what has no day last
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases of a place a list shows; what is None or False narrows nothing down.

    `office_ids` are the offices whose cases may be listed at all, `office_id` is the one that is
    asked for (0: those that no office has); `phone` is the sender's, compared by its digest.
    """

    locality_id: int
    states: frozenset[CaseState] | None = None
    office_ids: frozenset[int] | None = None
    office_id: int | None = None
    kind: CaseKind | None = None
    due_from: dt.date | None = None
    due_until: dt.date | None = None
    received_from: dt.datetime | None = None
    received_before: dt.datetime | None = None
    hides_name: bool = False
    is_unpublished: bool = False
    must_call: bool = False
    phone: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class CaseKey:
    """Which case it is, and where it stands."""

    id: int
    code: str
    state: CaseState


@dataclass(frozen=True, slots=True)
class CaseStub:
    """That there is a case, and which state of it; whether it may be known is not asked yet."""

    id: int
    version: int
    is_erased: bool
    code: str


@dataclass(frozen=True, slots=True)
class CaseHead:
    """A case without anything that a person has written."""

    id: int
    code: str
    kind: CaseKind
    state: CaseState
    office: str | None
    received_at: dt.datetime
    due_on: dt.date | None
    hides_name: bool
    is_published: bool
