"""Due days at the desk, as a list."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.desk.due.powers import Act, list_acts
from handlers.desk.due.words import TaskWords
from handlers.desk.paging import turn_page
from handlers.desk.visitor import Power, Visitor
from handlers.sources import describe_document
from handlers.tasks.wording import describe_content, describe_due_source, write_days_left
from handlers.texts.forms import clip, local_day
from knowledge.calendar import Calendar
from storage.values import LIVE, DueDay, DueKind, DueState
from storage.values.due_lists import DueFilter, DueShown
from storage.work import Work

PAGE = 50
LONGEST_PLAN = 70


@dataclass(frozen=True, slots=True)
class DueQuery:
    """What is asked for; `office_id` 0 is what nobody is named for."""

    shown: DueShown = DueShown.ALL
    office_id: int | None = None
    plan_id: int | None = None
    words: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DueEntry:
    """A due day in a list, with what this visitor may do about it.

    `left` says how many working days are left or gone; `superior` is the place whose plan it is,
    where that is another.
    """

    id: int
    due_on: dt.date
    content: str
    source: str
    office: str
    state: DueState
    left: str
    is_late: bool
    is_done_late: bool
    asked_until: dt.date | None
    superior: str
    needs_result: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """A page of a list; pages count from 1."""

    today: dt.date
    entries: tuple[DueEntry, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: offices and plans by id, and places where there are several."""

    offices: tuple[tuple[int, str], ...]
    plans: tuple[tuple[int, str], ...]
    places: tuple[tuple[int, str], ...]


async def read_choices(work: Work, visitor: Visitor) -> Choices:
    """Give what a visitor may filter by."""
    visitor.check(Power.VIEW_DUE)
    own, place = visitor.office_ids, visitor.place
    offices = [
        (office.id, office.name)
        for office in await work.offices.list_all(place.id)
        if not office.is_group and (own is None or office.id in own)
    ]
    plans = await work.due_lists.plans(place.id)
    named = [(id_, clip(describe_document(facts), LONGEST_PLAN)) for id_, facts in plans.items()]
    places = await work.localities.list_all() if visitor.person is None else ()
    return Choices(
        tuple(sorted(offices, key=lambda pair: pair[1])),
        tuple(named),
        tuple((each.id, each.name) for each in places) if len(places) > 1 else (),
    )


async def build_filter(
    work: Work, visitor: Visitor, query: DueQuery, words: TaskWords, today: dt.date
) -> DueFilter:
    """Say what a visitor asks for, of what they may see."""
    return DueFilter(
        visitor.place.id,
        today,
        shown=query.shown,
        office_ids=visitor.office_ids,
        office_id=query.office_id,
        plan_id=query.plan_id,
        task_ids=await words.find(work, visitor.place.id, query.words),
        since=query.since,
        until=query.until,
    )


async def read_list(
    work: Work,
    visitor: Visitor,
    query: DueQuery,
    words: TaskWords,
    *,
    page: int = 1,
    now: dt.datetime,
    calendar: Calendar,
) -> DueList:
    """Read a page of the due days that are asked for, the earliest first."""
    visitor.check(Power.VIEW_DUE)
    today = local_day(now)
    wanted = await build_filter(work, visitor, query, words, today)
    count = await work.due_lists.count(wanted)
    page, pages = turn_page(page, count, PAGE)
    due_days = await work.due_lists.page(wanted, limit=PAGE, offset=(page - 1) * PAGE)
    entries = await _describe(work, visitor, due_days, today=today, calendar=calendar)
    return DueList(today, tuple(entries), count, page, pages)


async def _describe(
    work: Work, visitor: Visitor, due_days: Sequence[DueDay], *, today: dt.date, calendar: Calendar
) -> list[DueEntry]:
    requests = await work.postponements.list_waiting(visitor.place.id)
    asked = {each.due_day_id: each.new_day for each in requests}
    names = await _name_superiors(work, due_days)
    return [
        describe(
            visitor,
            due,
            asked_until=asked.get(due.id),
            superior=names.get(due.plan_locality_id or 0, ""),
            today=today,
            calendar=calendar,
        )
        for due in due_days
    ]


async def _name_superiors(work: Work, due_days: Sequence[DueDay]) -> Mapping[int, str]:
    if not any(due.is_superiors for due in due_days):
        return {}
    here = due_days[0].locality_id
    return {place.id: place.name for place in await work.localities.list_all() if place.id != here}


def describe(
    visitor: Visitor,
    due: DueDay,
    *,
    asked_until: dt.date | None,
    superior: str,
    today: dt.date,
    calendar: Calendar,
) -> DueEntry:
    """Describe a due day for a list."""
    is_live = due.state in LIVE
    done_on = local_day(due.done_at) if due.done_at else None
    return DueEntry(
        id=due.id,
        due_on=due.due_on,
        content=describe_content(due, 300),
        source=describe_due_source(due),
        office=due.office or "",
        state=due.state,
        left=write_days_left(due, calendar=calendar, today=today).strip(" ()") if is_live else "",
        is_late=due.state is DueState.OPEN and due.due_on < today,
        is_done_late=done_on is not None and done_on > due.due_on,
        asked_until=asked_until,
        superior=superior,
        needs_result=due.kind is DueKind.LINE,
        acts=list_acts(visitor, due, is_asked=asked_until is not None),
    )
