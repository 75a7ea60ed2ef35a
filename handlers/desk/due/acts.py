"""What is done about a due day at the desk: what chat does, in the desk's words.

Each deed returns what is said of it; what cannot be done is a `HandlerError`. What `motcua task`
cannot do without anybody's name the operator cannot do here either.
"""

import datetime as dt
from collections.abc import Sequence

from handlers.assigning.giving import withdraw
from handlers.assigning.wording import write_names
from handlers.daytime import next_working_morning
from handlers.desk.due.powers import find_due
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.tasks.acts import add_note, finish, tell_later, word_note
from handlers.tasks.disputing import Given, dispute, give, keep
from handlers.tasks.extending import (
    Asked,
    ask_more_time,
    decide_more_time,
    find_number,
    record_request,
)
from handlers.tasks.telling import open_directory
from handlers.tasks.undoing import undo
from handlers.tasks.urging import Urged, urge
from handlers.tasks.wording import write_code
from handlers.texts import say
from handlers.texts.forms import join_names, write_time, write_weekday
from knowledge.calendar import Calendar
from storage.values import DueDay, Person
from storage.work import Work

MOST_URGED = 50


async def _find(work: Work, visitor: Visitor, item_id: int) -> DueDay:
    visitor.check(Power.ACT_ON_DUE)
    return await find_due(work, visitor, item_id)


async def _find_named(work: Work, visitor: Visitor, item_id: int) -> tuple[DueDay, Person]:
    """Find an item for a deed that bears a name."""
    due = await _find(work, visitor, item_id)
    return due, visitor.get_person()


async def mark_done(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    note: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Record that an item is done, with the number of a document or a result in words."""
    due = await _find(work, visitor, item_id)
    done = await finish(work, due, visitor.person, note=note, now=now, calendar=calendar)
    late = ""
    if done.days_late is not None:
        key = "task_done_late" if done.days_late else "task_done_late_little"
        late = say(key, days=done.days_late, day=write_weekday(due.due_on))
    return say("desk_due_done", item=write_code(due.id), late=late, note=word_note(done.note))


async def add_result(
    work: Work, visitor: Visitor, item_id: int, *, note: str, now: dt.datetime
) -> str:
    """Add a result to what is done."""
    due = await _find(work, visitor, item_id)
    kept = await add_note(work, due, visitor.person, note=note, now=now)
    return say("task_noted", item=write_code(due.id), note=word_note(kept))


async def ask_time(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    day: dt.date,
    reason: str,
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Ask for more time; of a superior's plan the reason names the document that asks for it."""
    due, person = await _find_named(work, visitor, item_id)
    if due.is_superiors:
        return await _record(work, due, person, day, reason, now=now, calendar=calendar)
    asked = await ask_more_time(
        work, due, person, day=day, reason=reason, now=now, calendar=calendar
    )
    facts = {"item": write_code(due.id), "day": write_weekday(asked.day)}
    text = _say_moved(day, asked) + say("desk_due_asked", **facts)
    names = join_names([each.name for each in asked.told])
    return f"{text} {_say_told(names)}"


def _say_told(names: str) -> str:
    return say("task_told", names=names) if names else say("task_nobody_decides")


async def _record(
    work: Work,
    due: DueDay,
    person: Person,
    day: dt.date,
    document: str,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    issuer = (due.plan.issuer if due.plan else None) or say("task_superior")
    if find_number(document) is None:
        raise HandlerError("desk_due_number_wanted", issuer=issuer)
    asked = await record_request(
        work, due, person, day=day, document=document, now=now, calendar=calendar
    )
    until = write_weekday(asked.day)
    facts = {"item": write_code(due.id), "until": until, "document": document, "issuer": issuer}
    return _say_moved(day, asked) + say("task_recorded", **facts)


def _say_moved(day: dt.date, asked: Asked) -> str:
    return say("task_day_off", day=write_weekday(day)) + " " if asked.is_moved else ""


async def decide_time(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    is_granted: bool,
    day: dt.date,
    reason: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Grant or refuse more time; `day` is the one that was read when this was decided."""
    due, person = await _find_named(work, visitor, item_id)
    request = await decide_more_time(
        work, due, person, is_granted=is_granted, day=day, reason=reason, now=now,
        calendar=calendar,
    )  # fmt: skip
    new_day = request.new_day if is_granted else due.due_on
    return say(
        "task_granted" if is_granted else "task_refused",
        item=write_code(due.id),
        office=due.office or say("no_office"),
        day=write_weekday(new_day),
    )


async def give_to(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    office_id: int | None,
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Let another office of the place answer for an item."""
    due, person = await _find_named(work, visitor, item_id)
    directory = await open_directory(work, due.locality_id, now=now)
    office = directory.offices.get(office_id or 0)
    if office is None:
        raise HandlerError("desk_due_office_wanted")
    given = await give(
        work, due, person, office=office, directory=directory, now=now, calendar=calendar
    )
    return word_given(given)


def word_given(given: Given) -> str:
    """Say which office answers for an item from now on, and who is told."""
    facts = {"office": given.office.name, "day": write_weekday(given.due.due_on)}
    text = say("task_given", item=write_code(given.due.id), **facts)
    return f"{text} {_say_reached(given.told)}"


def _say_reached(people: Sequence[Person]) -> str:
    if not people:
        return say("task_told_nobody")
    return say("task_told", names=join_names([person.name for person in people]))


async def keep_with(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    reason: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Say that an item is the office's that says it is not."""
    due, person = await _find_named(work, visitor, item_id)
    told = await keep(work, due, person, reason=reason, now=now, calendar=calendar)
    facts = {"office": due.office or say("no_office"), "day": write_weekday(due.due_on)}
    text = say("task_kept", item=write_code(due.id), **facts)
    return f"{text} {_say_reached(told)}"


async def say_not_ours(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    office: str = "",
    words: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Say that an item is not the visitor's office's; `office` is whose it may be."""
    due, person = await _find_named(work, visitor, item_id)
    told = await dispute(work, due, person, office=office, words=words, now=now, calendar=calendar)
    return f"{say('desk_due_disputed', item=write_code(due.id))} {_say_reached(told)}"


async def urge_offices(
    work: Work,
    visitor: Visitor,
    item_ids: Sequence[int],
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Tell who holds some items that a result is waited for."""
    visitor.check(Power.ACT_ON_DUE)
    person = visitor.get_person()
    due_days = [await find_due(work, visitor, each) for each in item_ids[:MOST_URGED]]
    urged = await urge(work, due_days, person, now=now, calendar=calendar)
    return _say_urged(urged, now=now, calendar=calendar)


def _say_urged(urged: Urged, *, now: dt.datetime, calendar: Calendar) -> str:
    lines = []
    if urged.reached:
        names = list(dict.fromkeys(person.name for person in urged.reached))
        lines.append(say("task_urged", names=join_names(names)))
        if morning := next_working_morning(now, calendar):
            lines.append(say("task_urged_later", at=write_time(morning)))
    if urged.without_chat:
        lines.append(say("task_urged_nobody", offices=write_names(urged.without_chat, "vi")))
    for name, due_days in (("again", urged.again), ("over", urged.over), ("others", urged.others)):
        if due_days:
            items = join_names([write_code(due.id) for due in due_days])
            lines.append(say(f"task_urged_{name}", items=items))
    return " ".join(lines) or say("task_urge_none")


async def remind_later(
    work: Work,
    visitor: Visitor,
    item_id: int,
    *,
    day: dt.date,
    now: dt.datetime,
    calendar: Calendar,
) -> str:
    """Tell the visitor nothing of an item until a working morning."""
    due, person = await _find_named(work, visitor, item_id)
    paused = await tell_later(work, due, person, day=day, now=now, calendar=calendar)
    key = "desk_due_later_capped" if paused.is_capped else "desk_due_later"
    return say(key, item=write_code(due.id), day=write_weekday(paused.until))


async def take_back(
    work: Work, visitor: Visitor, item_id: int, *, now: dt.datetime, calendar: Calendar
) -> str:
    """Take back the last thing that was said of an item."""
    due, person = await _find_named(work, visitor, item_id)
    undone = await undo(work, due, person, now=now, calendar=calendar)
    return say(
        f"task_undone_{undone.event.action.value}",
        item=write_code(due.id),
        office=due.office or say("no_office"),
        day=write_weekday(undone.due.due_on),
    )


async def withdraw_work(
    work: Work, visitor: Visitor, item_id: int, *, now: dt.datetime, calendar: Calendar
) -> str:
    """Take back work that was given out."""
    due = await _find(work, visitor, item_id)
    directory = await open_directory(work, due.locality_id, now=now)
    told = await withdraw(work, directory, due, by=visitor.person, now=now, calendar=calendar)
    facts = {"code": write_code(due.id), "office": due.office or say("no_office")}
    return f"{say('work_withdrawn', **facts)} {_say_reached(told)}"
