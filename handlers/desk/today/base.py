"""What the lists of “Hôm nay” hold: values, a few of each, with how many there are."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from handlers.cases.moves import CaseDesk
from handlers.desk.cases.wish import find_soon
from handlers.desk.visitor import Visitor
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.values import Person
from storage.work import Work

MOST = 6  # items of a list; the page that has them all is a link away
Item = TypeVar("Item")


class Mood(StrEnum):
    """How pressing an item is."""

    LATE = "late"
    SOON = "soon"
    CALM = ""


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """The first items of a list, and how many it has."""

    total: int = 0
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class DueItem:
    """Work with a day; `left` says how long is left or how late it is."""

    id: int
    content: str
    office: str
    due_on: dt.date
    left: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """Work about which somebody has asked for a decision: more time, or another office."""

    due: DueItem
    person: str
    note: str
    new_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A case; `gist` is empty for who may not read it, `duty` says what it waits for."""

    code: str
    gist: str
    kind: str
    office: str
    state: str
    duty: str
    due: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class CallItem:
    """A case whose sender is to be called: about what, and since when no channel reaches them."""

    code: str
    notice: str
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class LostItem:
    """A message that was given up; nothing tells what it says, or to whom."""

    id: int
    kind: str
    state: str
    channel: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class OfficeItem:
    """An office with work that reaches nobody; `id` is None for work without an office."""

    id: int | None
    name: str
    count: int
    first_on: dt.date
    mood: Mood


@dataclass(frozen=True, slots=True)
class QuestionItem:
    """A question that waits for an answer, asked `count` times since a moment.

    `is_disliked`: it had an answer that did not help.
    """

    id: int
    question: str
    count: int
    is_disliked: bool
    asked_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DraftItem:
    """A plan that nobody has confirmed."""

    id: int
    title: str
    tasks: int
    added_at: dt.datetime


@dataclass(frozen=True, slots=True)
class RequestItem:
    """A request about personal data whose day is near."""

    id: int
    kind: str
    asked_at: dt.datetime
    answer_by: dt.date | None
    due_on: dt.date
    mood: Mood


@dataclass(frozen=True, slots=True)
class Scene:
    """What reading the lists takes: who looks, and when."""

    work: Work
    visitor: Visitor
    desk: CaseDesk
    calendar: Calendar
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        """The day."""
        return local_day(self.now)

    @property
    def place_id(self) -> int:
        """The place that the visitor looks at."""
        return self.visitor.place.id

    @property
    def person(self) -> Person | None:
        """The officer who looks; None for the operator."""
        return self.visitor.person

    def rate(self, day: dt.date) -> Mood:
        """Tell how pressing a day is: over, within two working days, or later."""
        if day < self.today:
            return Mood.LATE
        return Mood.SOON if day <= self.soon else Mood.CALM

    @property
    def soon(self) -> dt.date:
        """The last day that is near: the second working day after today."""
        return find_soon(self.today, self.calendar)
