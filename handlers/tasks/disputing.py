"""Work that an office says is not theirs, and what the clerk makes of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.buttons import make_button
from handlers.errors import HandlerError
from handlers.messages import Button
from handlers.people.directory import Directory
from handlers.people.roles import is_clerk, is_leader, may_act_for
from handlers.plans.due_days import replan
from handlers.tasks.acts import (
    check_not_done,
    check_open,
    hold,
    name_office,
    name_person,
    say_about,
    tell_office,
    withdraw_request,
)
from handlers.tasks.telling import (
    list_holders,
    name_subject,
    offer_view,
    open_directory,
    tell,
)
from handlers.tasks.wording import write_code
from handlers.texts import say
from handlers.texts.forms import local_day, write_time
from knowledge.calendar import Calendar
from knowledge.offices import ALIKE, score_names
from storage.values import CancelReason, DueAction, DueDay, DueEvent, DueState, Office, Person
from storage.work import Work

MOST_OFFERED = 4
SURE = 0.95  # of `score_names`: the same words, at most without "phòng" or "ban"
_DECIDED = (DueAction.KEPT, DueAction.GIVEN)


@dataclass(frozen=True, slots=True)
class Disputed:
    """An item that an office says is not theirs, with their words."""

    due: DueDay
    event: DueEvent | None


@dataclass(frozen=True, slots=True)
class Given:
    """An item that another office answers for now, and who of it is told."""

    due: DueDay
    office: Office
    told: Sequence[Person]


def find_offices(directory: Directory, name: str) -> tuple[Office, ...]:
    """Find the office that a name means: one alone where that is sure, else the nearest ones."""
    exact = directory.find_office(name)
    if exact:
        return (exact,)
    place = directory.place.name
    scored = [
        (max(score_names(name, each, place=place) for each in (o.name, *o.aliases)), o)
        for o in directory.offices.values()
    ]
    sure = [office for score, office in scored if score >= SURE]
    if len(sure) == 1:
        return tuple(sure)
    near = sorted((each for each in scored if each[0] >= ALIKE), key=lambda each: -each[0])
    return tuple(office for _, office in near[:MOST_OFFERED])


async def dispute(
    work: Work,
    due: DueDay,
    person: Person,
    *,
    office: str = "",
    words: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> tuple[Person, ...]:
    """Stop telling an office that says it is not theirs; return the clerks who are told."""
    due = await hold(work, due)
    if not may_act_for(person, due.office_id):
        raise HandlerError("task_of_others", item=write_code(due.id), office=name_office(due))
    await check_open(work, due)
    await work.due_days.dispute(due.id)
    await work.due_events.add(
        due.id, DueAction.DISPUTED, person_id=person.id, now=now, note=office or words
    )
    await withdraw_request(work, due, now=now)
    text = say_about("task_told_disputed_office", due, name=person.name)
    await tell_office(work, due, text, person, about="disputed", now=now, calendar=calendar)
    directory = await open_directory(work, due.locality_id, now=now)
    words = say("task_disputed_whose", whose=office) if office else ""
    return await tell(
        work,
        directory.clerks,
        say_about("task_told_disputed", due, name=person.name, whose=words),
        offer_decisions(due, office=office),
        but=person,
        subject=name_subject(due, "disputed"),
        now=now,
        calendar=calendar,
    )


def offer_decisions(due: DueDay, *, office: str = "", language: str = "vi") -> tuple[Button, ...]:
    """Offer to a clerk to give an item to another office, one named first, or to leave it."""
    code = write_code(due.id)
    named = (make_button("task_give_to", language, code=code, office=office),) if office else ()
    give, keep = (make_button(name, language, code=code) for name in ("task_give", "task_keep"))
    return (*named, give, keep)


async def list_disputed(work: Work, locality_id: int) -> list[Disputed]:
    """List what offices of a place say is not theirs and nobody has decided, earliest first."""
    due_days = await work.due_days.of_place(locality_id, (DueState.DISPUTED,))
    return [Disputed(due, await find_dispute(work, due)) for due in due_days]


async def find_dispute(work: Work, due: DueDay) -> DueEvent | None:
    """Find who has said last that an item is not theirs."""
    return await _find_event(work, due, (DueAction.DISPUTED,))


async def _find_event(work: Work, due: DueDay, actions: Sequence[DueAction]) -> DueEvent | None:
    found = [e for e in await work.due_events.of(due.id) if e.action in actions]
    return next((event for event in reversed(found) if event.undone_at is None), None)


def may_decide_dispute(person: Person | None, due: DueDay) -> bool:
    """Tell whether somebody says which office answers for an item."""
    if person is None:
        return True
    is_able = is_clerk(person) or is_leader(person)
    return is_able and person.locality_id == due.locality_id


async def _take(work: Work, due: DueDay, person: Person | None) -> DueDay:
    if not may_decide_dispute(person, due):
        raise HandlerError("task_clerk_decides", item=write_code(due.id))
    try:
        due = await hold(work, due)
    except HandlerError:
        await _check_undecided(work, due)
        raise
    await check_not_done(work, due)
    return due


async def _check_undecided(work: Work, due: DueDay) -> None:
    """Raise `HandlerError("task_decided_…")` where somebody has decided on the item already."""
    event = await _find_event(work, due, _DECIDED)
    if event:
        raise HandlerError(
            f"task_{event.action.value}_already",
            item=write_code(due.id),
            name=event.person or name_person(None),
            at=write_time(event.at),
            office=event.note or name_office(due),
        )


async def keep(
    work: Work,
    due: DueDay,
    person: Person | None,
    *,
    reason: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> tuple[Person, ...]:
    """Say that an item is the office's that said it is not; return who of it is told."""
    due = await _take(work, due, person)
    if due.state is not DueState.DISPUTED:
        await _check_undecided(work, due)
        raise HandlerError("task_not_disputed", item=write_code(due.id))
    await work.due_days.reopen(due.id, DueState.OPEN, on=local_day(now))
    id_ = person.id if person else None
    await work.due_events.add(due.id, DueAction.KEPT, person_id=id_, now=now, note=reason)
    await work.outbox.withdraw(name_subject(due, "disputed"))
    why = say("task_why", reason=reason) if reason else ""
    text = say_about("task_told_kept", due, name=name_person(person), why=why)
    return await tell_office(work, due, text, person, about="decided", now=now, calendar=calendar)


async def give(
    work: Work,
    due: DueDay,
    person: Person | None,
    *,
    office: Office,
    directory: Directory,
    now: dt.datetime,
    calendar: Calendar,
) -> Given:
    """Let another office answer for an item; both offices are told.

    Of a plan's task all days to come go with it, as the office is chosen for the task.
    """
    await work.localities.hold(due.locality_id)  # before the item, as `replan` does
    due = await _take(work, due, person)
    if due.office_id == office.id:
        raise HandlerError("task_same_office", item=write_code(due.id), office=office.name)
    if office.is_group and due.plan is None:
        raise HandlerError("task_give_group", item=write_code(due.id), office=office.name)
    id_ = person.id if person else None
    await work.due_events.add(due.id, DueAction.GIVEN, person_id=id_, now=now, note=office.name)
    await withdraw_request(work, due, now=now)
    await work.outbox.withdraw(name_subject(due, "disputed"))
    given = await _give(work, due, office, directory, now=now)
    facts = {"name": name_person(person), "other": office.name}
    text = say_about("task_told_given_away", due, **facts)
    await tell_office(work, due, text, person, about="decided", now=now, calendar=calendar)
    members = directory.find_members(office)
    reached = await tell(
        work,
        [each for member in members for each in list_holders(directory, member.id)],
        say_about("task_told_given", given, before=due.office or say("no_office"), **facts),
        offer_view(given),
        but=person,
        subject=name_subject(given, "given"),
        now=now,
        calendar=calendar,
    )
    return Given(given, office, reached)


async def _give(
    work: Work, due: DueDay, office: Office, directory: Directory, *, now: dt.datetime
) -> DueDay:
    """Give an item to an office; return the due day that counts from now on."""
    if due.plan is None:
        return await _hand_over(work, due, office, now=now)
    all_days = await work.due_days.of_tasks([due.task_id])
    chosen = (await work.treatments.chosen_offices([due.task_id])).get(due.task_id, ())
    named = [d.office_id for d in all_days if d.state is not DueState.CANCELLED and d.office_id]
    kept = [id_ for id_ in chosen or named if id_ != due.office_id]
    members = [each.id for each in directory.find_members(office)]
    await work.treatments.choose_offices(due.task_id, [*kept, *members])
    if due.office_id in members:
        await work.due_days.reopen(due.id, DueState.OPEN, on=local_day(now))
    await replan(work, due.locality_id, now=now, reason=CancelReason.REASSIGNED)
    return await _find_follower(work, due, members, now=now)


async def _find_follower(
    work: Work, due: DueDay, office_ids: Sequence[int], *, now: dt.datetime
) -> DueDay:
    """Find the due day of the new office; a day that was put off stays so."""
    for each in await work.due_days.of_tasks([due.task_id]):
        if each.office_id in office_ids and each.last_day == due.last_day:
            if due.is_put_off and not each.is_put_off:
                await work.due_days.put_off(each.id, due.due_on, on=local_day(now))
                return replace(each, due_on=due.due_on)
            return each
    return due


async def _hand_over(work: Work, due: DueDay, office: Office, *, now: dt.datetime) -> DueDay:
    """Give work of no plan to an office; where that has it as well, its own stands."""
    for each in await work.due_days.of_tasks([due.task_id]):
        if each.office_id == office.id and each.last_day == due.last_day:
            await work.due_days.cancel([due.id], CancelReason.REASSIGNED, now=now)
            await work.due_days.renew(each.id, DueState.OPEN)
            return each
    await work.due_days.give(due.id, office.id, on=local_day(now))
    return replace(due, office_id=office.id, office=office.name, state=DueState.OPEN)
