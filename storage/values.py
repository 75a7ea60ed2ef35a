"""Values that repositories take and return; times are aware, in UTC."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.plan import Plan, PlannedTask


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is reached: a channel's name and the user's id there."""

    channel: str
    user: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as claimed from the inbox; `token` proves the claim."""

    id: int
    address: Address
    message_id: str
    body: str
    received_at: dt.datetime
    token: str
    attempts: int


class OutboxKind(StrEnum):
    """What a reply is; a kind never waits for another kind."""

    REPLY = "reply"
    NOTICE = "notice"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply as claimed from the outbox; `token` proves the claim."""

    id: int
    address: Address
    kind: OutboxKind
    payload: str
    token: str
    attempts: int
    lease_until: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One message of a conversation as its owner sees it; `key` orders and identifies it."""

    key: str
    is_own: bool
    body: str
    at: dt.datetime


class PlanState(StrEnum):
    """Whether a plan answers and nudges."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan's row: its facts and state, without tasks."""

    id: int
    locality_id: int
    locality: str
    facts: Plan
    state: PlanState
    digest: str
    is_sample: bool
    is_public: bool
    added_at: dt.datetime
    confirmed_at: dt.datetime | None
    replaces_id: int | None = None
    task_count: int = 0


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to store; `as_read` where a correction has changed it, `id` where it is known."""

    task: PlannedTask
    as_read: PlannedTask | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredTask:
    """A task with the plan it belongs to; `as_read` where a correction has changed it."""

    id: int
    plan_id: int
    locality_id: int
    position: int
    task: PlannedTask
    as_read: PlannedTask | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Who changed which field of a task from what to what."""

    task_id: int
    field: str
    old: str
    new: str
    actor: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage to store; `position` is its task's or paragraph's index in the plan."""

    kind: str
    position: int
    text: str
    vector: bytes | None


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as searched; `vector` is float32, little endian."""

    id: int
    plan_id: int
    locality_id: int
    kind: str
    position: int
    text: str
    vector: bytes | None


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
class Locality:
    """A place the installation serves; `index_revision` changes with its searchable rows."""

    id: int
    name: str
    level: str
    parent_id: int | None
    profile: dict[str, str]
    index_revision: int


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a plan names."""

    id: int
    locality_id: int
    name: str


class Role(StrEnum):
    """What an officer may do beside the work of an office."""

    OFFICER = "officer"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Person:
    """An officer with the offices held today and the addresses linked."""

    id: int
    locality_id: int
    name: str
    role: str
    offices: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """An officer who holds an office, and since when."""

    person: Person
    since: dt.date


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use invitation that links an address to an office."""

    id: int
    locality_id: int
    office_id: int | None
    office: str | None
    name: str
    role: str
    expires_at: dt.datetime
    used_at: dt.datetime | None


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


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation's half-done business: kind and version tell whether it can be read."""

    kind: str
    version: int
    state: str
    updated_at: dt.datetime


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question with the answer that the office has written; `vector` is float32 bytes."""

    id: int
    locality_id: int
    question: str
    answer: str
    is_public: bool
    written_at: dt.datetime
    written_by: str
    vector: bytes | None = None


class KeptFor(StrEnum):
    """Why a question is kept for the clerk."""

    NOT_FOUND = "not_found"
    DISLIKED = "disliked"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question kept without personal data; `locality_id` is None where no place was known."""

    id: int
    locality_id: int | None
    question: str
    reason: KeptFor
    asked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class NewReportingRule:
    """By which day an office sends the reports of a period.

    `day` is a day of the month that lies `months_after` the period's last one (31: its last day);
    `basis` names the document that says so; the rule holds for periods that end from `valid_from`
    to `valid_to`.
    """

    locality_id: int
    period: str
    day: int
    months_after: int
    basis: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    written_at: dt.datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class ReportingRule(NewReportingRule):
    """A stored reporting rule."""

    id: int = 0


class HandoverState(StrEnum):
    """Where a conversation stands that an official was asked into."""

    WAITING = "waiting"
    TAKEN = "taken"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Handover:
    """A conversation that an official was asked into; `person_id` is who answers."""

    id: int
    locality_id: int
    citizen: Address
    language: str
    state: HandoverState
    question: str
    answer: str | None
    person_id: int | None
    opened_at: dt.datetime
    changed_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """A task that a person asked to be reminded of."""

    id: int
    to: Address
    task_id: int
    last_day: dt.date
    remind_on: dt.date
    plan: Plan
    task: PlannedTask
