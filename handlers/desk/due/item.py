"""One due day at the desk: its row and source, its steps, its history, what can be done."""

import datetime as dt
import re
from dataclasses import dataclass

from handlers.desk.due.ladder import ComingStep, ToldLine, foresee_steps, join_told
from handlers.desk.due.listing import DueEntry, describe
from handlers.desk.due.powers import Act, find_due, list_acts
from handlers.desk.due.standing import Standing, find_standing
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.people.directory import Directory
from handlers.tasks.acts import name_person
from handlers.tasks.telling import open_directory
from handlers.tasks.undoing import find_undoable
from handlers.texts import say
from handlers.texts.forms import join_names, local_day
from knowledge.calendar import Calendar
from storage.values import DueDay, DueEvent, DueState
from storage.work import Work

_CODE = re.compile(r"[vV]([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class TaskFields:
    """A row as written; `row` is its number in its plan, 0 of what was given out."""

    section: str
    content: str
    label: str
    lead: str
    supporting: str
    timeframe: str
    deliverable: str
    row: int


@dataclass(frozen=True, slots=True)
class Request:
    """More time that was asked for and nobody has decided on."""

    day: dt.date
    reason: str
    name: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class EventLine:
    """What somebody did, and when it was undone."""

    at: dt.datetime
    name: str
    what: str
    day: dt.date | None
    note: str
    undone_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """A due day in full; `plan_id` is that of a plan of this place, which can be opened."""

    entry: DueEntry
    fields: TaskFields
    plan_id: int | None
    group: str
    last_day: dt.date
    result: str
    done_by: str
    done_at: dt.datetime | None
    request: Request | None
    paused_until: dt.date | None
    told: tuple[ToldLine, ...]
    coming: tuple[ComingStep, ...]
    events: tuple[EventLine, ...]
    standing: Standing | None
    acts: tuple[Act, ...]
    can_undo: bool


def read_code(text: str) -> int:
    """Read an item's code (V12); raise `HandlerError("task_unknown")`."""
    found = _CODE.fullmatch(text)
    if found is None:
        raise HandlerError("task_unknown", item=text[:20])
    return int(found[1])


async def read_item(
    work: Work, visitor: Visitor, item_id: int, *, now: dt.datetime, calendar: Calendar
) -> ItemView:
    """Read a due day; raise `HandlerError("desk_gone")` where it is not the visitor's to see."""
    visitor.check(Power.VIEW_DUE)
    due = await find_due(work, visitor, item_id)
    today = local_day(now)
    directory = await open_directory(work, due.locality_id, now=now)
    request = await _find_request(work, due, today)
    told = await work.due_lists.told(due.id)
    entry = describe(
        visitor,
        due,
        asked_until=request.day if request else None,
        superior=await _name_superior(work, due),
        today=today,
        calendar=calendar,
    )
    is_own_plan = due.plan_id is not None and not due.is_superiors
    return ItemView(
        entry=entry,
        fields=await _describe_row(work, due),
        plan_id=due.plan_id if is_own_plan and visitor.may(Power.VIEW_PLANS) else None,
        group=_name_group(directory, due),
        last_day=due.last_day,
        result=due.done_note,
        done_by=await _name_doer(work, due),
        done_at=due.done_at,
        request=request,
        paused_until=await _find_pause(work, visitor, due, today),
        told=tuple(join_told(told)),
        coming=await foresee_steps(work, due, directory, told, today=today, calendar=calendar),
        events=tuple(_word_event(each) for each in await work.due_events.of(due.id)),
        standing=await find_standing(work, visitor, due, today),
        acts=list_acts(visitor, due, is_asked=request is not None, directory=directory),
        can_undo=await _can_undo(work, visitor, due, now=now),
    )


async def _describe_row(work: Work, due: DueDay) -> TaskFields:
    rows = await work.due_lists.positions([due.task_id])
    task = due.task
    return TaskFields(
        section=task.section_title,
        content=task.content,
        label=due.label,
        lead=join_names(task.lead),
        supporting=join_names(task.supporting),
        timeframe=task.timeframe or "",
        deliverable=task.deliverable or "",
        row=rows.get(due.task_id, 0),
    )


async def _name_superior(work: Work, due: DueDay) -> str:
    if not due.is_superiors:
        return ""
    places = await work.localities.list_all()
    return next((p.name for p in places if p.id == due.plan_locality_id), "")


def _name_group(directory: Directory, due: DueDay) -> str:
    group = directory.offices.get(due.group_id or 0)
    return group.name if group else ""


async def _name_doer(work: Work, due: DueDay) -> str:
    if due.done_at is None:
        return ""
    on = local_day(due.done_at)
    return name_person(await work.people.get(due.done_by, on=on) if due.done_by else None)


async def _find_request(work: Work, due: DueDay, today: dt.date) -> Request | None:
    found = await work.postponements.find_waiting(due.id)
    if found is None or due.state is not DueState.OPEN:
        return None
    asker = await work.people.get(found.person_id, on=today) if found.person_id else None
    return Request(found.new_day, found.reason, name_person(asker), found.asked_at)


async def _find_pause(work: Work, visitor: Visitor, due: DueDay, today: dt.date) -> dt.date | None:
    pauses = await work.nudges.pauses([due.id])
    until = pauses.get((due.id, visitor.person_id or 0))
    return until if until and until > today else None


async def _can_undo(work: Work, visitor: Visitor, due: DueDay, *, now: dt.datetime) -> bool:
    if visitor.person is None or due.state is DueState.CANCELLED:
        return False
    try:
        await find_undoable(work, due, visitor.person, now=now)
    except HandlerError:
        return False
    return True


def _word_event(event: DueEvent) -> EventLine:
    return EventLine(
        event.at,
        event.person or name_person(None),
        say(f"task_event_{event.action.value}"),
        event.day,
        event.note,
        event.undone_at,
    )
