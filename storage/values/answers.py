"""The office's own answers and rules, and conversations handed over."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from storage.values.queues import Address


@dataclass(frozen=True, slots=True)
class NewFaqEntry:
    """An answer to store; `vector` is of the question, by the model that `embedder` names."""

    locality_id: int
    question: str
    answer: str
    is_public: bool
    written_at: dt.datetime
    written_by: str
    embedder: str | None = None
    vector: bytes | None = None


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
class Ratings:
    """How many answers helped, and how many did not."""

    good: int
    bad: int


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
    """A conversation that an official was asked into; `person_id` is who answers.

    `waiting_since` is when the citizen's first unanswered message came, None once answered.
    """

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
    waiting_since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """What one side said after the opening question."""

    at: dt.datetime
    is_citizen: bool
    text: str
