"""How the offices of one task stand, for who sees all of them: “Đã nộp 7/12”."""

import datetime as dt
from dataclasses import dataclass

from handlers.assigning.status import Occurrence, group_occurrences, pick_urged
from handlers.desk.visitor import Visitor
from handlers.texts import say
from handlers.texts.forms import local_day
from storage.values import DueDay, DueState
from storage.work import Work

_STANDING = (DueState.OPEN, DueState.DISPUTED, DueState.DONE)


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """How an office stands with the same task."""

    id: int
    office: str
    state: DueState
    due_on: dt.date
    is_late: bool
    done_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the offices of one task stand; `urged` are those items that the visitor may urge."""

    done: int
    total: int
    offices: tuple[OfficeLine, ...]
    urged: tuple[int, ...]


async def find_standing(
    work: Work, visitor: Visitor, due: DueDay, today: dt.date
) -> Standing | None:
    """Find how all offices of a task stand, for who sees all of them."""
    if not visitor.sees_all:
        return None
    own = [
        each
        for each in await work.due_days.of_tasks([due.task_id])
        if each.locality_id == due.locality_id and each.state in _STANDING
    ]
    found = [o for o in group_occurrences(own) if o.first.last_day == due.last_day]
    if not found or len(found[0].due_days) < 2:
        return None
    return _describe_standing(visitor, found[0], today)


def _describe_standing(visitor: Visitor, occurrence: Occurrence, today: dt.date) -> Standing:
    person = visitor.person
    urged = pick_urged(person, occurrence.missing) if person else []
    offices = sorted(occurrence.due_days, key=lambda d: (d.state is DueState.DONE, d.office or ""))
    return Standing(
        len(occurrence.done),
        len(occurrence.due_days),
        tuple(_describe_office(each, today) for each in offices),
        tuple(each.id for each in urged),
    )


def _describe_office(due: DueDay, today: dt.date) -> OfficeLine:
    return OfficeLine(
        due.id,
        due.office or say("no_office"),
        due.state,
        due.due_on,
        is_late=due.state is DueState.OPEN and due.due_on < today,
        done_on=local_day(due.done_at) if due.done_at else None,
    )
