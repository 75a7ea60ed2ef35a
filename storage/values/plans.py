"""Plans, their rows and what is searched of them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.plan import Place, Plan, PlannedTask


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

    @property
    def is_guide(self) -> bool:
        """Whether it gives no work and only answers."""
        return not self.task_count


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
class SourcePiece:
    """A paragraph of a plan's file, or a row of one of its tables with its cells."""

    cells: tuple[str, ...]
    place: Place
    is_row: bool = False


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


class EmbeddedKind(StrEnum):
    """What has a vector."""

    PASSAGE = "passage"
    FAQ = "faq"


@dataclass(frozen=True, slots=True)
class EmbeddedText:
    """A text that is found by its vector."""

    kind: EmbeddedKind
    id: int
    locality_id: int
    text: str
