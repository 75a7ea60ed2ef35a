"""Feedback (PAKN)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from storage.values.queues import Address


class CaseState(StrEnum):
    """The states of a PAKN (design.md §6); this slice of the product reaches the first."""

    RECEIVED = "received"
    NEEDS_INFO = "needs_info"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    DRAFTED = "drafted"
    APPROVED = "approved"
    ANSWERED = "answered"
    REOPENED = "reopened"
    REFUSED = "refused"
    TRANSFERRED = "transferred"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class NewCase:
    """A PAKN to record, in the sender's own words."""

    code: str
    locality_id: int
    kind: str
    sender: Address
    content: str
    contact: str | None
    received_at: dt.datetime
    accept_by: dt.date


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of a case's append-only history."""

    at: dt.datetime
    event: str
    state: CaseState
    actor: str


@dataclass(frozen=True, slots=True)
class Case:
    """A PAKN with its history; content and contact are for those who handle it."""

    id: int
    code: str
    locality_id: int
    locality: str
    kind: str
    state: CaseState
    sender: Address
    content: str
    contact: str | None
    received_at: dt.datetime
    accept_by: dt.date
    version: int
    events: tuple[CaseEvent, ...] = ()
