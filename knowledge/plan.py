"""What a plan says, as values. Terms follow the glossary: task, lead, timeframe, deadline …"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

GUIDE = "Tài liệu hướng dẫn"  # the kind of a document that gives no work and names no kind


class DeadlineKind(StrEnum):
    """How a timeframe lies on the calendar."""

    BY = "by"
    WITHIN = "within"
    RANGE = "range"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    EVENT = "event"
    SEPARATE_PLAN = "separate_plan"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a recurring deadline; `bare_period` when the plan names only a period."""

    label: str
    start: dt.date | None
    last_day: dt.date
    bare_period: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A timeframe on the calendar; `last_day` is the last calendar day allowed, never later.

    `strict` says that the plan wrote "trước" (before) and `last_day` is already the day before.
    `reason` is a code (see `knowledge.dates`) whenever no due day follows.
    """

    kind: DeadlineKind
    start: dt.date | None = None
    last_day: dt.date | None = None
    strict: bool = False
    recurrence: str | None = None
    occurrences: tuple[Occurrence, ...] = ()
    reason: str | None = None


UNSPECIFIED = Deadline(DeadlineKind.UNSPECIFIED, reason="empty")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands in its source; lines are 1-based and inclusive."""

    source: str
    first_line: int | None = None
    last_line: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class LegalReference:
    """A document that a text names: as written, and what its name says; a law has no number."""

    text: str
    kind: str
    number: str | None
    issued_on: dt.date | None = None
    issuer: str | None = None


class Bound(StrEnum):
    """Which side of a target's figure is good."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Target:
    """A measured aim: the words as written, its figure in percent and what that measures."""

    text: str
    percent: float
    bound: Bound
    measure: str


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt or a warning: a code with the facts a sentence needs, and where it arose."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A table that gave no task: where it stands, a code that says why, and how it begins."""

    place: Place
    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """One task of a plan, in the plan's own wording; a value lost in the source is empty."""

    section: tuple[str, ...]
    section_title: str
    number: str | None
    content: str
    place: Place
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    timeframe: str | None = None
    deadline: Deadline = UNSPECIFIED
    deliverable: str | None = None
    targets: tuple[Target, ...] = ()
    references: tuple[LegalReference, ...] = ()
    doubts: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedParagraph:
    """Running text of a plan that a question may be answered from."""

    section: tuple[str, ...]
    section_title: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Plan:
    """A document as read: its facts, its tasks, its running text and what is odd about it.

    `locality` is the full name with its level ("xã Kỳ Tân"); `issuer` as a reader would write it
    ("UBND xã Kỳ Tân"); `kind` is the document's ("Kế hoạch"), `references` what it is based on,
    `annexes` the captions of what it encloses ("Phụ lục 1. …").
    """

    source: str
    number: str | None = None
    issued_on: dt.date | None = None
    issuer: str | None = None
    locality: str | None = None
    year: int | None = None
    title: str | None = None
    signer: str | None = None
    kind: str | None = None
    references: tuple[LegalReference, ...] = ()
    annexes: tuple[str, ...] = ()
    tasks: tuple[PlannedTask, ...] = ()
    paragraphs: tuple[PlannedParagraph, ...] = ()
    warnings: tuple[Note, ...] = ()
    skipped: tuple[Skipped, ...] = ()
