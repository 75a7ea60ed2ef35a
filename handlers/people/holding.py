"""Who holds an office from a day on, and who no more."""

import datetime as dt

from handlers.errors import HandlerError
from handlers.people.catching_up import catch_up
from handlers.people.leaving import find_unheld
from handlers.texts.forms import local_day
from storage.values import Office, Person
from storage.work import Work


def check_likely(day: dt.date) -> None:
    """Raise `HandlerError("day_unlikely")` for a day far from now."""
    if not 2000 <= day.year <= 2100:
        raise HandlerError("day_unlikely")


async def hold_office(
    work: Work, person: Person, office: Office, *, from_day: dt.date, now: dt.datetime
) -> None:
    """Let an officer hold an office from a day on; one who begins hears of what is open."""
    check_likely(from_day)
    if office.is_group:
        raise HandlerError("office_is_group", name=office.name)
    if office.valid_to and office.valid_to < from_day:
        raise HandlerError("office_has_ended", name=office.name)
    await work.people.hold(person.id, office.id, from_day=from_day)
    if from_day <= local_day(now):
        await catch_up(work, person.id, now=now)


async def drop_office(
    work: Work, person: Person, office: Office, *, on: dt.date
) -> tuple[str, ...]:
    """Let an officer hold an office no more from a day on; return what nobody holds then."""
    check_likely(on)
    held = {each.office_id: each for each in await work.holdings.of_person(person.id)}
    last = held.get(office.id)
    if last is None or (last.to_day and last.to_day < on):
        raise HandlerError("office_not_held", name=person.name, office=office.name)
    await work.people.drop(person.id, office.id, on=on)
    unheld = await find_unheld(work, person, on=on)
    return tuple(name for name in unheld if name == office.name)
