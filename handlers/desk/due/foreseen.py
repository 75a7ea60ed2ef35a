"""Who would be told what on a day, tried without sending anything."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.desk.due.ladder import word_step
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.nudges.foreseeing import Foreseen, foresee
from handlers.tasks.wording import describe_content, describe_due_source
from handlers.texts import say
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.work import Work

EARLIEST, LATEST = 2000, 2100
MOST_ITEMS = 20  # that are shown of a person


@dataclass(frozen=True, slots=True)
class ForeseenItem:
    """An item that somebody would be told of, and at which step."""

    id: int
    content: str
    office: str
    due_on: dt.date
    step: str
    audience: str
    source: str


@dataclass(frozen=True, slots=True)
class ForeseenPerson:
    """Who would be told of what; `name` is empty of offices that nobody holds."""

    name: str
    has_chat: bool
    items: tuple[ForeseenItem, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ForeseenDay:
    """What would be told on a day; nothing is on a day off, but to a past day's question."""

    day: dt.date
    is_off: bool
    people: tuple[ForeseenPerson, ...]
    count: int


async def read_foreseen(
    work: Work, visitor: Visitor, day: dt.date, *, now: dt.datetime, calendar: Calendar
) -> ForeseenDay:
    """Say who of the visitor's place would be told what on a day."""
    visitor.check(Power.VIEW_DUE)
    visitor.check(Power.VIEW_PEOPLE)
    if not EARLIEST <= day.year <= LATEST:
        raise HandlerError("desk_due_day_far")
    today = local_day(now)
    found = await foresee(work, day, today=today, calendar=calendar, locality_id=visitor.place.id)
    groups: dict[int, list[Foreseen]] = {}
    for each in found:
        groups.setdefault(each.person.id if each.person else 0, []).append(each)
    people = sorted((_describe(own) for own in groups.values()), key=_by_name)
    return ForeseenDay(day, not calendar.is_working_day(day), tuple(people), len(found))


def _by_name(person: ForeseenPerson) -> tuple[bool, str]:
    """Put last what nobody is told."""
    return not person.name, person.name


def _describe(own: list[Foreseen]) -> ForeseenPerson:
    first = own[0]
    return ForeseenPerson(
        first.person.name if first.person else "",
        first.person is not None and first.person.has_chat,
        tuple(_describe_items(own[:MOST_ITEMS])),
        max(0, len(own) - MOST_ITEMS),
    )


def _describe_items(own: Iterable[Foreseen]) -> Iterable[ForeseenItem]:
    for each in own:
        yield ForeseenItem(
            each.due.id,
            describe_content(each.due),
            each.due.office or say("no_office"),
            each.due.due_on,
            word_step(each.step.code, each.step.day),
            say(f"nudges_audience_{each.step.audience.value}"),
            describe_due_source(each.due),
        )
