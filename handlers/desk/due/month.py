"""Due days by month: a few tasks a day, offices of one task together."""

import calendar as months
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.desk.due.listing import DueQuery, build_filter
from handlers.desk.due.words import TaskWords
from handlers.desk.visitor import Power, Visitor
from handlers.tasks.wording import describe_content
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.values import DueDay, DueState
from storage.values.due_lists import DueGroup
from storage.work import Work

IN_DAY = 4
EARLIEST, LATEST = 2000, 2100  # years that can be turned to
LONGEST = 70


@dataclass(frozen=True, slots=True)
class DayItem:
    """What is due on a day: one task, for one office or (`count`) several, some `done`."""

    id: int
    content: str
    office: str
    state: DueState
    count: int
    done: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month view; `more` counts what is not shown."""

    day: dt.date
    is_inside: bool
    is_off: bool
    is_today: bool
    items: tuple[DayItem, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks from Monday on."""

    first: dt.date
    weeks: tuple[tuple[Day, ...], ...]
    count: int


def find_month(text: str, *, today: dt.date) -> dt.date:
    """Read the first day of a month as addresses have it (2026-11); today's where it is none."""
    try:
        found = dt.datetime.strptime(text, "%Y-%m").replace(tzinfo=dt.UTC).date()
    except ValueError:
        return today.replace(day=1)
    return found if EARLIEST <= found.year <= LATEST else today.replace(day=1)


async def read_month(
    work: Work,
    visitor: Visitor,
    query: DueQuery,
    words: TaskWords,
    *,
    first: dt.date,
    now: dt.datetime,
    calendar: Calendar,
) -> Month:
    """Read what is due in the weeks of a month, a few tasks a day."""
    visitor.check(Power.VIEW_DUE)
    today = local_day(now)
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    span = replace(query, since=weeks[0][0], until=weeks[-1][-1])
    wanted = await build_filter(work, visitor, span, words, today)
    groups = await work.due_lists.group(wanted, most=IN_DAY)
    found = await work.due_days.find_many([group.first for group in groups])
    due_days = {due.id: due for due in found}
    by_day: dict[dt.date, list[tuple[DueGroup, DueDay]]] = {}
    for group in groups:
        if group.first in due_days:
            by_day.setdefault(group.due_on, []).append((group, due_days[group.first]))
    days = tuple(
        tuple(_build_day(day, first, by_day.get(day, ()), today, calendar) for day in week)
        for week in weeks
    )
    inside = (own for day, own in by_day.items() if day.month == first.month)
    return Month(first, days, count=sum(own[0][0].in_day for own in inside))


def _build_day(
    day: dt.date,
    first: dt.date,
    own: Sequence[tuple[DueGroup, DueDay]],
    today: dt.date,
    calendar: Calendar,
) -> Day:
    return Day(
        day,
        is_inside=day.month == first.month,
        is_off=not calendar.is_working_day(day),
        is_today=day == today,
        items=tuple(_show(group, due, today) for group, due in own),
        more=own[0][0].in_day - len(own) if own else 0,
    )


def _show(group: DueGroup, due: DueDay, today: dt.date) -> DayItem:
    return DayItem(
        due.id,
        describe_content(due, LONGEST),
        due.office or "",
        due.state,
        group.count,
        group.done,
        is_late=due.state is DueState.OPEN and due.due_on < today,
    )
