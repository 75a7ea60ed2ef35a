"""Work given out: a due day for each office, known at once to whoever holds it; and taken back."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handlers.assigning.wording import word_told, word_withdrawn
from handlers.errors import HandlerError
from handlers.people.directory import Directory
from handlers.people.roles import is_clerk, is_head, is_leader, may_act_for
from handlers.tasks.telling import list_holders, name_subject, offer_view, tell
from handlers.tasks.wording import write_code
from handlers.texts.forms import local_day, write_day
from knowledge.calendar import Calendar
from knowledge.plan import Deadline, DeadlineKind, Place, PlannedTask
from storage.values import (
    CancelReason,
    DueAction,
    DueDay,
    DueState,
    NewDueDay,
    Office,
    Person,
)
from storage.work import Work

LONGEST_CONTENT = 1000
GIVEN, WITHDRAWN = "given", "withdrawn"
FURTHEST = dt.timedelta(days=5 * 366)
# Work due at the end of a year is still repeated after it, as no plan's year ends it.
REPEATED_PAST = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class NewWork:
    """Work to give out; a group of offices stands for its members."""

    offices: tuple[Office, ...]
    content: str
    last_day: dt.date
    timeframe: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class GivenWork:
    """Work given out: its due days, who is told, and the offices that nobody is told in."""

    due_days: tuple[DueDay, ...]
    told: tuple[Person, ...]
    unlinked: tuple[str, ...]


def may_give(person: Person, offices: Iterable[Office]) -> bool:
    """Tell whether somebody may give work to offices: clerks and leaders to all, heads to own."""
    if is_clerk(person) or is_leader(person):
        return True
    return is_head(person) and all(may_act_for(person, office) for office in offices)


def may_withdraw(person: Person, due: DueDay) -> bool:
    """Tell whether somebody may take work back: who gave it, and clerks and leaders."""
    if person.locality_id != due.locality_id:
        return False
    is_giver = due.assignment is not None and due.assignment.by_id == person.id
    return is_giver or is_clerk(person) or is_leader(person)


def check_work(directory: Directory, new: NewWork, *, today: dt.date) -> None:
    """Raise `HandlerError` where work cannot be given out as it stands."""
    if not new.content.strip():
        raise HandlerError("assigning_no_content")
    if len(new.content) > LONGEST_CONTENT:
        raise HandlerError("assigning_content_long", limit=LONGEST_CONTENT)
    if new.last_day < today:
        raise HandlerError("assigning_day_past", day=write_day(new.last_day))
    if new.last_day > today + FURTHEST:
        raise HandlerError("assigning_day_far", day=write_day(new.last_day))
    for office in new.offices:
        if not find_members(directory, office, today=today):
            raise HandlerError("assigning_group_empty", office=office.name)


def find_members(directory: Directory, office: Office, *, today: dt.date) -> list[Office]:
    """Give the offices in force that a name stands for."""
    members = directory.find_members(office)
    return [each for each in members if each.valid_to is None or each.valid_to >= today]


async def give_out(
    work: Work,
    directory: Directory,
    new: NewWork,
    *,
    by: Person | None,
    now: dt.datetime,
    calendar: Calendar,
) -> GivenWork:
    """Give work out (`by` None: on the command line); raise `HandlerError` if it cannot be."""
    today = local_day(now)
    check_work(directory, new, today=today)
    place_id, by_id = directory.place.id, by.id if by else None
    task_id = await work.assignments.add(
        _build_task(new), locality_id=place_id, document=new.document, by=by_id, now=now
    )
    days = list(_build_days(directory, new, task_id, today=today))
    await work.due_days.add(days, locality_id=place_id)
    due_days = await work.due_days.of_tasks([task_id])
    for due in due_days:
        await work.due_events.add(
            due.id, DueAction.ASSIGNED, person_id=by_id, now=now, day=due.last_day
        )
    told = await _announce(work, directory, due_days, but=by, now=now, calendar=calendar)
    unlinked = [due.office or "" for due in due_days if not directory.has_chat(due.office_id)]
    return GivenWork(tuple(due_days), told, tuple(unlinked))


async def _announce(
    work: Work,
    directory: Directory,
    due_days: Iterable[DueDay],
    *,
    but: Person | None,
    now: dt.datetime,
    calendar: Calendar,
) -> tuple[Person, ...]:
    """Tell the officers of each office what it was given; return who is told."""
    told: dict[int, Person] = {}
    for due in due_days:
        reached = await tell(
            work,
            _find_told(directory, due),
            word_told(due, calendar),
            offer_view(due),
            but=but,
            subject=name_subject(due, GIVEN),
            now=now,
            calendar=calendar,
        )
        told |= {person.id: person for person in reached}
    return tuple(told.values())


def _build_task(new: NewWork) -> PlannedTask:
    return PlannedTask(
        section=(),
        section_title="",
        number=None,
        content=new.content.strip(),
        place=Place(""),
        lead=tuple(office.name for office in new.offices),
        timeframe=new.timeframe or write_day(new.last_day),
        deadline=Deadline(DeadlineKind.BY, last_day=new.last_day),
    )


def _build_days(
    directory: Directory, new: NewWork, task_id: int, *, today: dt.date
) -> Iterator[NewDueDay]:
    """Yield a due day for every office once; one named by itself is not counted to a group."""
    alone = {office.id: None for office in new.offices if not office.is_group}
    groups: dict[int, int | None] = {
        member.id: office.id
        for office in new.offices
        if office.is_group
        for member in find_members(directory, office, today=today)
    }
    for office_id, group_id in (groups | alone).items():
        yield NewDueDay(
            task_id=task_id,
            office_id=office_id,
            label="",
            last_day=new.last_day,
            state=DueState.OPEN,
            known_since=today,
            group_id=group_id,
            ends_on=dt.date((new.last_day + REPEATED_PAST).year, 12, 31),
        )


async def withdraw(
    work: Work,
    directory: Directory,
    due: DueDay,
    *,
    by: Person | None,
    now: dt.datetime,
    calendar: Calendar,
) -> tuple[Person, ...]:
    """Take back work that was given out; return who is told of it; raise `HandlerError`."""
    due = await work.due_days.hold(due.id) or due
    _check_withdrawal(due, by)
    await work.due_days.cancel([due.id], CancelReason.WITHDRAWN, now=now)
    by_id = by.id if by else None
    await work.due_events.add(due.id, DueAction.WITHDRAWN, person_id=by_id, now=now)
    await work.outbox.withdraw(name_subject(due, GIVEN))
    return await tell(
        work,
        list_holders(directory, due.office_id),
        word_withdrawn(due, by),
        offer_view(due),
        but=by,
        subject=name_subject(due, WITHDRAWN),
        now=now,
        calendar=calendar,
    )


def _check_withdrawal(due: DueDay, by: Person | None) -> None:
    item = write_code(due.id)
    if by and not may_withdraw(by, due):
        raise HandlerError("withdraw_not_allowed", item=item)
    if due.assignment is None:
        raise HandlerError("withdraw_of_plan", item=item)
    if due.state is DueState.CANCELLED:
        raise HandlerError("withdraw_twice", item=item)
    if due.state is DueState.DONE:
        raise HandlerError("withdraw_done", item=item)


def _find_told(directory: Directory, due: DueDay) -> list[Person]:
    """Find who is told of new work: the officers with a chat, else the heads."""
    officers = [holder.person for holder in directory.find_officers(due.office_id)]
    reached = [person for person in officers if person.has_chat]
    return reached or list(directory.find_heads(due.office_id))
