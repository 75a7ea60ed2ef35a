"""More time for an item: asked for, recorded where the plan is a superior's, granted or refused."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import make_button
from handlers.errors import HandlerError
from handlers.messages import Button
from handlers.people.directory import Directory
from handlers.people.roles import is_clerk, is_leader
from handlers.tasks.acts import (
    check_may_report,
    check_open,
    hold,
    name_person,
    say_about,
    tell_office,
    withdraw_request,
)
from handlers.tasks.telling import name_subject, open_directory, tell
from handlers.tasks.wording import write_code
from handlers.texts import say
from handlers.texts.forms import local_day, write_weekday
from knowledge.calendar import Calendar
from knowledge.tasks.words import DOCUMENT, NUMBER, write_document
from knowledge.text import fold
from storage.values import DueAction, DueDay, Person, Postponement, PostponementState
from storage.work import Work

_NUMBER = re.compile(rf"(?<![\w/])(?:{DOCUMENT}|{NUMBER}(?<=[^\W\d]))")
_DECIDED = (PostponementState.GRANTED, PostponementState.REFUSED)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for more time: until when, and who is told that may grant it.

    `is_moved`: the day asked for is a day off, and the next working day is meant.
    """

    day: dt.date
    is_moved: bool
    told: Sequence[Person] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that waits for a decision, with its item and who asks."""

    due: DueDay
    request: Postponement
    person: Person | None


def find_new_day(
    due: DueDay,
    *,
    day: dt.date | None,
    more_days: int | None,
    is_worked: bool,
    today: dt.date,
    calendar: Calendar,
) -> dt.date | None:
    """Find the day that is asked for: one named, or so many days after the one that counts."""
    if day or more_days is None:
        return day
    start = max(due.due_on, today)
    if is_worked:
        return calendar.plus_working_days(start, more_days)
    return start + dt.timedelta(more_days)


def find_number(text: str) -> str | None:
    """Find the document that a text names: “Công văn số 45”."""
    plain = fold(text)
    found = _NUMBER.search(plain) if len(plain) == len(text) else None
    return write_document(text[found.start() : found.end()]) if found else None


async def check_may_ask(work: Work, due: DueDay, person: Person) -> DueDay:
    """Take an item for which somebody may ask more time now; raise `HandlerError` else."""
    due = await hold(work, due)
    check_may_report(person, due)
    await check_open(work, due)
    return due


async def ask_more_time(
    work: Work,
    due: DueDay,
    person: Person,
    *,
    day: dt.date,
    reason: str,
    now: dt.datetime,
    calendar: Calendar,
) -> Asked:
    """Ask who may grant it for more time; a superior's plan takes `record_request`."""
    due = await check_may_ask(work, due, person)
    new_day = check_day(due, day, now=now, calendar=calendar)
    await withdraw_request(work, due, now=now)
    await work.postponements.ask(
        due.id, person_id=person.id, new_day=new_day, reason=reason, now=now
    )
    await work.due_events.add(
        due.id, DueAction.ASKED, person_id=person.id, now=now, day=new_day, note=reason
    )
    directory = await open_directory(work, due.locality_id, now=now)
    why = say("task_why", reason=reason) if reason else ""
    told = await tell(
        work,
        find_deciders(directory, due),
        say_about(
            "task_told_asked", due, name=person.name, new_day=write_weekday(new_day), why=why
        ),
        offer_verdict(due, new_day),
        but=person,
        subject=name_subject(due, "more time"),
        now=now,
        calendar=calendar,
    )
    return Asked(new_day, new_day != day, told)


def offer_verdict(due: DueDay, day: dt.date, language: str = "vi") -> tuple[Button, ...]:
    """Offer to grant a request or to refuse it; its day is said, so that an old button is seen."""
    facts = {"code": write_code(due.id), "day": f"{day:%d/%m/%Y}"}
    return tuple(make_button(name, language, **facts) for name in ("task_grant", "task_refuse"))


async def record_request(
    work: Work,
    due: DueDay,
    person: Person,
    *,
    day: dt.date,
    document: str,
    now: dt.datetime,
    calendar: Calendar,
) -> Asked:
    """Keep the number of a request to the superior whose plan it is; nothing else changes."""
    due = await check_may_ask(work, due, person)
    new_day = check_day(due, day, now=now, calendar=calendar)
    await work.postponements.ask(
        due.id,
        person_id=person.id,
        new_day=new_day,
        reason=document,
        now=now,
        state=PostponementState.RECORDED,
    )
    await work.due_events.add(
        due.id, DueAction.RECORDED, person_id=person.id, now=now, day=new_day, note=document
    )
    return Asked(new_day, new_day != day)


def check_day(due: DueDay, day: dt.date, *, now: dt.datetime, calendar: Calendar) -> dt.date:
    """Give the working day that is meant; raise `HandlerError` where it gives no more time."""
    facts = {"item": write_code(due.id), "day": write_weekday(due.due_on)}
    if day < local_day(now):
        raise HandlerError("task_day_past", asked=write_weekday(day), **facts)
    if day <= due.due_on:
        raise HandlerError("task_day_not_later", asked=write_weekday(day), **facts)
    return calendar.working_day_on_or_after(day)


def find_deciders(directory: Directory, due: DueDay) -> Sequence[Person]:
    """Give who may grant more time and has a chat: leaders in charge, and who gave the work out.

    Where no leader has a chat the clerks are told, who keep what the leader has decided.
    """
    leaders = [p for p in directory.find_deputies(due.office_id) if p.has_chat]
    leaders = leaders or [p for p in directory.leaders if p.has_chat]
    giver = due.assignment.by_id if due.assignment else None
    givers = [p for p in directory.people if p.id == giver and p.has_chat]
    return [*leaders, *givers] or [p for p in directory.clerks if p.has_chat]


def may_decide(person: Person | None, due: DueDay, directory: Directory) -> bool:
    """Tell whether somebody may grant more time."""
    if person is None:
        return True
    if person.locality_id != due.locality_id:
        return False
    is_giver = due.assignment is not None and due.assignment.by_id == person.id
    return is_leader(person) or is_giver or _keeps_for_leaders(person, directory)


def _keeps_for_leaders(person: Person, directory: Directory) -> bool:
    return is_clerk(person) and not any(p.has_chat for p in directory.leaders)


async def decide_more_time(
    work: Work,
    due: DueDay,
    person: Person | None,
    *,
    is_granted: bool,
    day: dt.date | None = None,
    reason: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> Postponement:
    """Grant or refuse what is asked for and tell the office.

    `day` is what the one who decides has read; another one was asked for since then where it is
    not the request's.
    """
    due = await hold(work, due)
    directory = await open_directory(work, due.locality_id, now=now)
    if not may_decide(person, due, directory):
        raise HandlerError("task_leader_decides", item=write_code(due.id))
    request = await _find_request(work, due, now=now)
    new_day = write_weekday(request.new_day)
    if day and day != request.new_day:
        raise HandlerError("task_other_day", item=write_code(due.id), day=new_day)
    if is_granted and request.new_day < local_day(now):
        raise HandlerError("task_asked_day_past", item=write_code(due.id), day=new_day)
    id_ = person.id if person else None
    state = PostponementState.GRANTED if is_granted else PostponementState.REFUSED
    await work.postponements.decide(request.id, state, by=id_, now=now)
    action = DueAction.GRANTED if is_granted else DueAction.REFUSED
    await work.due_events.add(
        due.id, action, person_id=id_, now=now, day=request.new_day, note=reason
    )
    if is_granted:
        await work.due_days.put_off(due.id, request.new_day, on=local_day(now))
    await _tell_decided(work, due, person, request, action, reason, now=now, calendar=calendar)
    return request


async def _tell_decided(
    work: Work,
    due: DueDay,
    person: Person | None,
    request: Postponement,
    action: DueAction,
    reason: str,
    *,
    now: dt.datetime,
    calendar: Calendar,
) -> None:
    """Tell the office what was decided; the leaders who were not told yet need not be."""
    await work.outbox.withdraw(name_subject(due, "more time"))
    text = say_about(
        f"task_told_{action.value}",
        due,
        name=name_person(person),
        new_day=write_weekday(request.new_day),
        why=say("task_why", reason=reason) if reason else "",
    )
    await tell_office(work, due, text, person, about="decided", now=now, calendar=calendar)


async def _find_request(work: Work, due: DueDay, *, now: dt.datetime) -> Postponement:
    """Find the request that waits; raise `HandlerError` with what became of the last one."""
    waiting = await work.postponements.find_waiting(due.id)
    if waiting:
        return waiting
    await check_open(work, due)
    decided = [each for each in await work.postponements.of(due.id) if each.state in _DECIDED]
    if not decided:
        raise HandlerError("task_not_asked", item=write_code(due.id))
    last = decided[-1]
    by = last.decided_by
    decider = await work.people.get(by, on=local_day(now)) if by else None
    raise HandlerError(
        f"task_{last.state.value}_already",
        item=write_code(due.id),
        name=name_person(decider),
        day=write_weekday(last.new_day),
    )


async def list_waiting(work: Work, locality_id: int, *, now: dt.datetime) -> list[Waiting]:
    """List the requests of a place that wait for a decision, oldest first."""
    requests = await work.postponements.list_waiting(locality_id)
    due_days = await work.due_days.find_many([each.due_day_id for each in requests])
    found = {due.id: due for due in due_days}
    people = await work.people.list_all(on=local_day(now), with_left=True, locality_id=locality_id)
    named = {person.id: person for person in people}
    return [
        Waiting(found[each.due_day_id], each, named.get(each.person_id or 0))
        for each in requests
        if each.due_day_id in found
    ]
