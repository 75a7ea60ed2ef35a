"""What people do about an item of work, whoever asks: done, a note, later, urged.

`person` is who acts, None on the command line. What cannot be done is a `HandlerError` whose
facts name the item by its code.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.people.directory import Directory
from handlers.people.roles import is_clerk, may_act_for
from handlers.tasks.telling import list_holders, name_subject, offer_view, open_directory, tell
from handlers.tasks.wording import describe_content, write_code
from handlers.texts import say
from handlers.texts.forms import local_day, write_time, write_weekday
from knowledge.calendar import Calendar
from knowledge.tasks.words import DOCUMENT, write_document
from knowledge.text import fold
from storage.values import DueAction, DueDay, DueKind, DueState, Person, PostponementState
from storage.work import Work

_DOCUMENT = re.compile(DOCUMENT)
MOST_PUT_OFF = 5  # working days that an overdue item may be silent


@dataclass(frozen=True, slots=True)
class Finished:
    """An item that is done: how late, in whose place, and which others were told.

    `days_late` counts working days, None where it was in time; 0 when only days off lay between.
    """

    due: DueDay
    note: str
    days_late: int | None
    is_on_behalf: bool
    told: Sequence[Person]


@dataclass(frozen=True, slots=True)
class Paused:
    """From which morning on a person is told again; `is_capped`: sooner than was asked for."""

    until: dt.date
    is_capped: bool


async def hold(work: Work, due: DueDay) -> DueDay:
    """Take an item as it is now; raise `HandlerError("task_gone")` where it holds no more."""
    held = await work.due_days.hold(due.id)
    if held is None or held.state is DueState.CANCELLED:
        raise HandlerError("task_gone", item=write_code(due.id))
    return held


def check_may_report(person: Person | None, due: DueDay) -> None:
    """Raise `HandlerError("task_of_others")` for who neither holds the office nor is clerk."""
    is_own_clerk = is_clerk(person) and person and person.locality_id == due.locality_id
    if person and not (is_own_clerk or may_act_for(person, due.office_id)):
        raise HandlerError("task_of_others", item=write_code(due.id), office=name_office(due))


def name_office(due: DueDay) -> str:
    """Name the office that answers for an item."""
    return due.office or say("no_office")


def name_person(person: Person | None) -> str:
    """Name who acts; the operator has no name here."""
    return person.name if person else say("task_operator")


async def check_not_done(work: Work, due: DueDay) -> None:
    """Raise `HandlerError("task_done_already")`, with by whom and when."""
    if due.state is not DueState.DONE or due.done_at is None:
        return
    doer = await work.people.get(due.done_by, on=local_day(due.done_at)) if due.done_by else None
    raise HandlerError(
        "task_done_already",
        item=write_code(due.id),
        name=name_person(doer),
        at=write_time(due.done_at),
    )


async def finish(
    work: Work,
    due: DueDay,
    person: Person | None,
    *,
    note: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> Finished:
    """Record that an item is done and tell the others who hold the office."""
    due = await hold(work, due)
    check_may_report(person, due)
    await check_not_done(work, due)
    note = write_document(note.strip())
    if due.kind is DueKind.LINE and not note:
        raise HandlerError("task_line_wanted", item=write_code(due.id))
    person_id = person.id if person else None
    await work.due_days.finish(due.id, person_id=person_id, note=note, now=now)
    await work.due_events.add(due.id, DueAction.DONE, person_id=person_id, now=now, note=note)
    await withdraw_request(work, due, now=now)
    is_on_behalf = not may_act_for(person, due.office_id)
    key = "task_told_done_for" if is_on_behalf else "task_told_done"
    told = await tell_office(
        work, due, _say_done(key, due, person, note), person, about="done", now=now,
        calendar=calendar,
    )  # fmt: skip
    late = _count_late(due, local_day(now), calendar)
    return Finished(due, note, late, is_on_behalf, told)


def _say_done(key: str, due: DueDay, person: Person | None, note: str) -> str:
    return say_about(key, due, name=name_person(person), note=word_note(note))


def word_note(note: str, language: str = "vi") -> str:
    """Say a result: a document is the product."""
    if not note:
        return ""
    is_document = _DOCUMENT.match(fold(note))
    return say("task_done_document" if is_document else "task_done_result", language, note=note)


def say_about(key: str, due: DueDay, **facts: object) -> str:
    """Say a sentence about an item, with its code, what it is, its office and its day."""
    return say(
        key,
        "vi",
        item=write_code(due.id),
        content=describe_content(due),
        office=name_office(due),
        day=write_weekday(due.due_on),
        **facts,
    )


def _count_late(due: DueDay, today: dt.date, calendar: Calendar) -> int | None:
    return calendar.count_working_days(due.due_on, today) if today > due.due_on else None


async def tell_office(
    work: Work,
    due: DueDay,
    text: str,
    but: Person | None,
    *,
    about: str,
    now: dt.datetime,
    calendar: Calendar,
) -> tuple[Person, ...]:
    """Tell all who hold an item's office, without who acted."""
    directory = await open_directory(work, due.locality_id, now=now)
    return await tell(
        work,
        list_holders(directory, due.office_id),
        text,
        offer_view(due),
        but=but,
        subject=name_subject(due, about),
        now=now,
        calendar=calendar,
    )


async def withdraw_request(work: Work, due: DueDay, *, now: dt.datetime) -> bool:
    """Withdraw what waits for more time; tell whether anything did."""
    waiting = await work.postponements.find_waiting(due.id)
    if waiting is None:
        return False
    await work.outbox.withdraw(name_subject(due, "more time"))
    return await work.postponements.decide(
        waiting.id, PostponementState.WITHDRAWN, by=None, now=now
    )


async def add_note(
    work: Work, due: DueDay, person: Person | None, *, note: str, now: dt.datetime
) -> str:
    """Add a result to what is done; return it as it is kept."""
    due = await hold(work, due)
    check_may_report(person, due)
    note = write_document(note.strip())
    if not await work.due_days.note(due.id, note):
        raise HandlerError("task_not_done_yet", item=write_code(due.id))
    person_id = person.id if person else None
    await work.due_events.add(due.id, DueAction.NOTED, person_id=person_id, now=now, note=note)
    return note


async def find_last_morning(
    work: Work, due: DueDay, *, today: dt.date, calendar: Calendar
) -> dt.date:
    """Find the last morning to which telling may be put off; raise `HandlerError` for none."""
    due = await hold(work, due)
    await check_open(work, due)
    if due.due_on < today:
        return calendar.plus_working_days(today, MOST_PUT_OFF)
    last = calendar.minus_working_days(due.due_on, 1)
    if last <= today:
        raise HandlerError("task_no_later", item=write_code(due.id), day=write_weekday(due.due_on))
    return last


async def tell_later(
    work: Work,
    due: DueDay,
    person: Person,
    *,
    day: dt.date,
    now: dt.datetime,
    calendar: Calendar,
) -> Paused:
    """Tell a person nothing of an item until a working morning, before the day that counts."""
    today = local_day(now)
    last = await find_last_morning(work, due, today=today, calendar=calendar)
    if day <= today:
        raise HandlerError("task_later_past", item=write_code(due.id))
    until = min(calendar.working_day_on_or_after(day), last)
    await work.nudges.pause(due.id, person.id, until)
    await work.due_days.plan_anew(ids=[due.id], on=today)
    await work.due_events.add(due.id, DueAction.PAUSED, person_id=person.id, now=now, day=until)
    return Paused(until, is_capped=until < day)


async def check_open(work: Work, due: DueDay) -> None:
    """Raise `HandlerError` unless an item is open: done by whom, waiting for the clerk, or over."""
    await check_not_done(work, due)
    if due.state is DueState.PAST:
        raise HandlerError("task_past", item=write_code(due.id), day=write_weekday(due.due_on))
    if due.state is DueState.DISPUTED:
        raise HandlerError("task_disputed_already", item=write_code(due.id))


def find_officers(directory: Directory, due: DueDay) -> Sequence[Person]:
    """Give who answers for an item now."""
    return [holder.person for holder in directory.find_officers(due.office_id)]
