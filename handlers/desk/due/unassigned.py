"""Work that nobody answers for: listed for the clerk, and given to an office."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.due.acts import word_given
from handlers.desk.paging import turn_page
from handlers.desk.people.offices import Choice, list_choices
from handlers.desk.people.trail import get_office
from handlers.desk.plans.decisions import ASSIGNED, about_row, assign
from handlers.desk.trail import find_overtaken
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.people.directory import load_directory
from handlers.plans.deciding_skill import word_decision
from handlers.plans.waiting import find_held
from handlers.tasks.disputing import give
from handlers.tasks.wording import describe_content, describe_due_source
from handlers.texts import say
from handlers.texts.forms import join_names, local_day
from knowledge.calendar import Calendar
from storage.values import LIVE, DueDay
from storage.work import Work

PAGE = 50


@dataclass(frozen=True, slots=True)
class UnassignedLine:
    """An item that nobody answers for, with how many days more the same has; `due_id` names it."""

    due_id: int
    content: str
    source: str
    due_on: dt.date
    is_overdue: bool
    more: int
    office_id: int | None
    office: str
    is_group: bool


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A page of the list, and the offices that it can be given to: those that somebody holds."""

    lines: tuple[UnassignedLine, ...]
    offices: tuple[Choice, ...]
    count: int
    page: int
    pages: int


async def read_unassigned(
    work: Work, visitor: Visitor, *, page: int = 1, now: dt.datetime
) -> Unassigned:
    """Read a page of the place's open work that nobody answers for, as chat lists it."""
    visitor.check(Power.VIEW_PEOPLE)
    place, today = visitor.place, local_day(now)
    held = await find_held(work, place.id, today=today)
    count = await work.due_lists.count_unassigned(place.id, held)
    page, pages = turn_page(page, count, PAGE)
    found = await work.due_lists.unassigned(place.id, held, limit=PAGE, offset=(page - 1) * PAGE)
    more = {each.first: each.more for each in found}
    due_days = await work.due_days.find_many(list(more))
    directory = await load_directory(work, place, on=today)
    offices = directory.offices
    groups = {each.id for each in offices.values() if each.is_group}
    lines = [_describe(due, more[due.id], groups, today) for due in due_days]
    choices = [each for each in list_choices(offices.values(), today) if each[0] in held]
    return Unassigned(tuple(lines), tuple(choices), count, page, pages)


def _describe(due: DueDay, more: int, groups: set[int], today: dt.date) -> UnassignedLine:
    return UnassignedLine(
        due_id=due.id,
        content=describe_content(due),
        source=describe_due_source(due, "vi"),
        due_on=due.due_on,
        is_overdue=due.due_on < today,
        more=more,
        office_id=due.office_id,
        office=due.office or "",
        is_group=due.office_id in groups,
    )


async def give_to_office(
    work: Work,
    visitor: Visitor,
    due_id: int,
    office_id: int,
    *,
    is_sure: bool = False,
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Let an office answer for an item in place of the one that nobody holds; say that it does.

    The other offices of a plan's row keep their part. Raise `Overtaken` where somebody has decided
    on the row since; who knows that (`is_sure`) lets the office answer for the row alone.
    """
    visitor.check(Power.EDIT_PLANS)
    due = await work.due_days.find(due_id)
    if due is None or due.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    name = await get_office(work, visitor, office_id)
    if due.state in LIVE:
        directory = await load_directory(work, visitor.place, on=local_day(now))
        office = directory.offices[office_id]
        given = await give(
            work, due, visitor.person, office=office, directory=directory, now=now,
            calendar=calendar,
        )  # fmt: skip
        return word_given(given)
    rows = await work.due_lists.positions([due.task_id])
    if due.plan_id is None or due.task_id not in rows:
        raise HandlerError("desk_gone")
    row = rows[due.task_id]
    if not is_sure:
        theirs, subject = await _name_offices(work, due), about_row(due.plan_id, row)
        raise await find_overtaken(
            work, visitor, subject, theirs=theirs, mine=name.name, actions=(ASSIGNED,)
        )
    decided = await assign(work, visitor, due.plan_id, row, [name.name], seen=None, now=now)
    return word_decision(decided, "vi")


async def _name_offices(work: Work, due: DueDay) -> str:
    """Name the offices that answer for a task by now."""
    days = await work.due_days.of_tasks([due.task_id])
    live = [each for each in days if each.state in LIVE and each.locality_id == due.locality_id]
    return join_names(list(dict.fromkeys(each.office or say("no_office") for each in live)))
