"""Feedback (PAKN): the case, its terms, its history, what its sender was told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.cases.states import CaseKind, CaseState, Notice, Solved, TermKind
from knowledge.cases.steps import Action, Actor
from storage.values.queues import Address


@dataclass(frozen=True, slots=True)
class Contact:
    """Who sent a PAKN, as they wrote it; what was not given is empty."""

    name: str = ""
    phone: str = ""
    address: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether it has what NĐ 20/2008, Điều 7 asks for."""
        return bool(self.name and self.phone and self.address)

    def __bool__(self) -> bool:
        """Tell whether anything was given."""
        return bool(self.name or self.phone or self.address)


@dataclass(frozen=True, slots=True)
class NewCase:
    """A PAKN to record, in the sender's own words.

    `state` is RECEIVED, or NEEDS_INFO where what the law asks for is missing; `accept_by` is the
    last day to accept or refuse it (None: no term runs). `vector` is the content's, float32.
    """

    code: str
    locality_id: int
    kind: CaseKind
    sender: Address
    content: str
    received_at: dt.datetime
    accept_by: dt.date | None
    where: str = ""
    contact: Contact = Contact()
    state: CaseState = CaseState.RECEIVED
    language: str = "vi"
    hides_name: bool = False
    may_publish_name: bool = False
    may_use_template: bool = False
    complained_office_id: int | None = None
    complained_of: str = ""
    embedder: str | None = None
    vector: bytes | None = None


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of a case's append-only history; `note` is for those who handle the case."""

    at: dt.datetime
    action: Action
    state: CaseState
    actor: Actor
    person_id: int | None = None
    note: str = ""
    facts: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """The answer as drafted; number, day and signer come with the signature."""

    text: str = ""
    number: str = ""
    day: dt.date | None = None
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """What everybody may read of a case."""

    content: str
    answer: str
    sender: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class CaseTerm:
    """A term of a case: at most one is not ended. A paused one stands still since that day."""

    id: int
    case_id: int
    kind: TermKind
    started_on: dt.date
    due_on: dt.date
    paused_on: dt.date | None = None
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A PAKN with its history; content, place and contact are for those who handle it.

    `due_on` is the last day of the open term, or of the last one. `send_ons` counts how often a
    unit has sent it on to another.
    """

    id: int
    code: str
    locality_id: int
    locality: str
    kind: CaseKind
    state: CaseState
    sender: Address
    language: str
    content: str
    where: str
    contact: Contact
    received_at: dt.datetime
    due_on: dt.date | None
    version: int
    hides_name: bool = False
    may_publish_name: bool = False
    may_use_template: bool = False
    complained_office_id: int | None = None
    complained_of: str = ""
    office_id: int | None = None
    office: str | None = None
    send_ons: int = 0
    answer: CaseAnswer = CaseAnswer()
    recipient: str = ""
    solved: Solved | None = None
    was_reopened: bool = False
    accepted_at: dt.datetime | None = None
    answered_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    merged_into_id: int | None = None
    published: Publication | None = None
    portal_code: str = ""
    incoming_number: str = ""
    outgoing_number: str = ""
    is_erased: bool = False
    events: tuple[CaseEvent, ...] = ()
    approver: str = ""  # the role that approves here, as the place or one above it has set

    @property
    def is_anonymous(self) -> bool:
        """Tell whether nobody can be called back: tin báo không định danh."""
        return not self.contact

    def sources(self, action: Action) -> tuple[CaseEvent, ...]:
        """Give the events of an action, oldest first."""
        return tuple(event for event in self.events if event.action is action)


class ToldBy(StrEnum):
    """How a sender came to know."""

    CHAT = "chat"  # delivered by a channel that says so, or seen on the page
    TEMPLATE = "template"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class CaseNotice:
    """Something a sender is to know; a fact apart from its happening.

    `told_at` is None until the sender has it; `failed_at` says since when no channel reaches the
    sender, so that somebody has to call.
    """

    id: int
    case_id: int
    code: str
    locality_id: int
    notice: Notice
    text: str
    made_at: dt.datetime
    told_at: dt.datetime | None = None
    told_by: ToldBy | None = None
    told_person_id: int | None = None
    failed_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class NewFile:
    """Bytes that were put under a random name; `label` is what people see, `size` in bytes."""

    name: str
    media_type: str
    size: int
    label: str


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A photo or document that came with a message; its bytes are kept encrypted elsewhere."""

    id: int
    name: str
    owner: Address
    media_type: str
    size: int
    label: str
    created_at: dt.datetime
    case_id: int | None = None


class RequestKind(StrEnum):
    """What a person asks to be done with their data (Luật 91/2025/QH15)."""

    ACCESS = "access"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class DataRequest:
    """A request about a person's own data, with the days it must be answered and done by."""

    id: int
    locality_id: int
    owner: Address
    kind: RequestKind
    asked_at: dt.datetime
    answer_by: dt.date
    due_on: dt.date
    answered_at: dt.datetime | None = None
    done_at: dt.datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent given for one purpose, with the words that were shown."""

    id: int
    owner: Address
    case_id: int | None
    purpose: str
    wording: str
    language: str
    given_at: dt.datetime
    withdrawn_at: dt.datetime | None = None
