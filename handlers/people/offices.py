"""What a clerk settles of an office, in chat, at the desk or on the command line."""

import datetime as dt
from collections.abc import Sequence

from handlers.errors import HandlerError
from handlers.people.leaving import get_person
from handlers.people.roles import is_leader
from handlers.plans.bringing import Planned
from handlers.plans.due_days import replan
from handlers.texts.forms import local_day, write_day
from storage.values import Office, Person
from storage.work import Work

DAY = dt.timedelta(days=1)


async def set_overseers(
    work: Work, office: Office, person_ids: Sequence[int], *, now: dt.datetime
) -> Sequence[Person]:
    """Let leaders of its place be in charge of an office: they hear of what is long overdue."""
    today = local_day(now)
    leaders = [await get_person(work, each, on=today) for each in person_ids]
    for person in leaders:
        if not is_leader(person) or person.locality_id != office.locality_id:
            raise HandlerError("overseer_not_leader", name=person.name)
    await work.overseers.set(office.id, [person.id for person in leaders])
    await work.due_days.plan_anew(on=today, locality_id=office.locality_id)
    return leaders


async def set_members(
    work: Work, group: Office, office_ids: Sequence[int], *, now: dt.datetime
) -> Planned:
    """Say which offices a group stands for; what plans give to it is theirs from now on."""
    await work.offices.set_members(group.id, office_ids)
    return await replan(work, group.locality_id, now=now)


async def end_office(
    work: Work,
    office: Office,
    successor: Office | None,
    *,
    first_day: dt.date,
    now: dt.datetime,
    language: str = "vi",
) -> Sequence[Person]:
    """End an office before a day, the first of its successor's; return who went over to that one.

    Raise `HandlerError("end_in_future")`: names lead to the successor from then on.
    """
    today = local_day(now)
    if first_day > today:
        raise HandlerError("end_in_future", day=write_day(first_day, language))
    successor_id = successor.id if successor else None
    moved = await work.offices.end(office.id, last_day=first_day - DAY, successor_id=successor_id)
    people = await work.people.list_all(on=today, locality_id=office.locality_id)
    return [person for person in people if person.id in moved]
