"""Feedback (PAKN) as everybody may read it."""

import datetime as dt
from dataclasses import dataclass

from knowledge.cases.states import CaseKind, CaseState, Solved


@dataclass(frozen=True, slots=True)
class PublicHead:
    """Where a published case belongs in the list."""

    id: int
    office_id: int | None
    office: str | None
    received_at: dt.datetime


@dataclass(frozen=True, slots=True)
class PublicCase:
    """A published case; day, number and signer are those of the answer that was published.

    `answered_at` and `due_on` are of that answer, too. `solved` is what its sender said of it.
    """

    id: int
    code: str
    locality: str
    kind: CaseKind
    state: CaseState
    office: str | None
    received_at: dt.datetime
    published_at: dt.datetime
    content: str
    answer: str
    sender: str
    answered_at: dt.datetime | None = None
    due_on: dt.date | None = None
    number: str = ""
    day: dt.date | None = None
    signer: str = ""
    solved: Solved | None = None
