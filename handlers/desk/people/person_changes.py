"""What clerks change of officers at the desk, each change in the trail."""

import datetime as dt
from typing import Any

from handlers.desk.people.officers import link_key
from handlers.desk.people.trail import (
    Act,
    Seen,
    about_person,
    begin,
    check_seen,
    dump_absences,
    get_office,
    get_officer,
    load_absences,
    load_names,
    say_role,
    word_absences,
)
from handlers.desk.trail import note_change
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.people import leaving
from handlers.people.catching_up import catch_up
from handlers.people.holding import check_likely, drop_office, hold_office
from handlers.people.leaving import Departure
from handlers.people.roles import is_clerk
from handlers.texts.forms import local_day
from storage.values import Absence, Person, Role, find_kind
from storage.work import Work

Unheld = tuple[str, ...]  # offices that nobody holds any more


async def give_office(
    work: Work,
    visitor: Visitor,
    person_id: int,
    office_id: int,
    *,
    from_day: dt.date | None,
    now: dt.datetime,
) -> None:
    """Let an officer hold an office from a day on, today if None."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    office, day = await get_office(work, visitor, office_id), from_day or local_day(now)
    await hold_office(work, person, office, from_day=day, now=now)
    new = {"name": office.name, "day": day.isoformat()}
    await _note(work, visitor, Act.OFFICE_HELD, person_id, now=now, new=new)


async def take_office(
    work: Work,
    visitor: Visitor,
    person_id: int,
    office_id: int,
    *,
    on: dt.date | None,
    now: dt.datetime,
) -> Unheld:
    """Let an officer hold an office no more from a day on, today if None."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    office, day = await get_office(work, visitor, office_id), on or local_day(now)
    unheld = await drop_office(work, person, office, on=day)
    old = {"name": office.name, "day": day.isoformat()}
    await _note(work, visitor, Act.OFFICE_DROPPED, person_id, now=now, old=old)
    return unheld


async def move_person(
    work: Work,
    visitor: Visitor,
    person_id: int,
    from_id: int,
    to_id: int,
    *,
    on: dt.date | None,
    now: dt.datetime,
) -> Unheld:
    """Let an officer hold another office instead of one from a day on, today if None."""
    await begin(work, visitor)
    await get_officer(work, visitor, person_id, now=now)
    left, reached = await get_office(work, visitor, from_id), await get_office(work, visitor, to_id)
    day = on or local_day(now)
    check_likely(day)
    _, unheld = await leaving.move(
        work, person_id, from_office=left.name, to_office=reached.name, on=day
    )
    if day <= local_day(now):
        await catch_up(work, person_id, now=now)
    old, new = {"name": left.name}, {"name": reached.name, "day": day.isoformat()}
    await _note(work, visitor, Act.PERSON_MOVED, person_id, now=now, old=old, new=new)
    return tuple(name for name in unheld if name == left.name)


async def set_role(
    work: Work,
    visitor: Visitor,
    person_id: int,
    role: str,
    *,
    seen: str,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Give an officer another role; the last clerk of a place keeps theirs."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    if role not in tuple(Role) or role == Role.OPERATOR:
        raise HandlerError("operator_not_invited")
    if not overwrite:
        texts = {"theirs": say_role(person.role), "mine": say_role(role)}
        what = Seen(seen, person.role, role, **texts)
        await check_seen(work, visitor, about_person(person_id), [Act.ROLE_SET], what)
    if role == person.role:
        return
    await _keep_a_clerk(work, visitor, person, now=now)
    await work.people.set_role(person.id, Role(role))
    await _note(work, visitor, Act.ROLE_SET, person_id, now=now, old=person.role, new=role)


async def _keep_a_clerk(work: Work, visitor: Visitor, person: Person, *, now: dt.datetime) -> None:
    """Raise `HandlerError` where nobody would be left to work at this desk as a clerk."""
    place_id = visitor.place.id
    everybody = await work.people.list_all(on=local_day(now), locality_id=place_id)
    others = [each for each in everybody if is_clerk(each) and each.id != person.id]
    if is_clerk(person) and not others:
        raise HandlerError("desk_last_clerk", name=person.name)


async def set_away(
    work: Work,
    visitor: Visitor,
    person_id: int,
    *,
    from_day: dt.date,
    to_day: dt.date,
    substitute_id: int | None,
    seen: str,
    now: dt.datetime,
    overwrite: bool = False,
) -> None:
    """Say that an officer is away on some days, and who stands in."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    if substitute_id:
        await get_officer(work, visitor, substitute_id, now=now)
    for day in (from_day, to_day):
        check_likely(day)
    old = await _list_absences(work, person, now=now)
    if not overwrite:
        wanted = Absence(0, person.id, from_day, to_day, substitute_id)
        await _check_absences(work, visitor, person, old, wanted, seen=seen, now=now)
    days = {"from_day": from_day, "to_day": to_day}
    await leaving.set_away(work, person.id, **days, substitute_id=substitute_id)
    await _note_absences(work, visitor, person, old, now=now)


async def _check_absences(
    work: Work,
    visitor: Visitor,
    person: Person,
    held: list[Absence],
    wanted: Absence,
    *,
    seen: str,
    now: dt.datetime,
) -> None:
    names = await load_names(work, visitor, now=now)
    texts = {"theirs": word_absences(held, names), "mine": word_absences([wanted], names)}
    what = Seen(seen, str(dump_absences(held)), str(dump_absences([wanted])), **texts)
    await check_seen(work, visitor, about_person(person.id), [Act.ABSENCE_SET], what)


async def come_back(
    work: Work, visitor: Visitor, person_id: int, *, on: dt.date | None, now: dt.datetime
) -> None:
    """Say that an officer is back on a day, today if None; later absences are removed."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    day = on or local_day(now)
    check_likely(day)
    old = await _list_absences(work, person, now=now)
    if not await work.absences.end(person.id, on=day):
        raise HandlerError("desk_not_away", name=person.name)
    await _note_absences(work, visitor, person, old, now=now)


async def restore_absences(
    work: Work, visitor: Visitor, person_id: int, value: list[list[Any]], *, now: dt.datetime
) -> None:
    """Let an officer be away as they were to be before."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    old, today = await _list_absences(work, person, now=now), local_day(now)
    wanted = [each for each in load_absences(value) if each.to_day >= today]
    await work.absences.restore(person.id, wanted, on=today)
    await _note_absences(work, visitor, person, old, now=now)


async def _list_absences(work: Work, person: Person, *, now: dt.datetime) -> list[Absence]:
    return list(await work.absences.ahead(person.id, on=local_day(now)))


async def _note_absences(
    work: Work, visitor: Visitor, person: Person, old: list[Absence], *, now: dt.datetime
) -> None:
    new = await _list_absences(work, person, now=now)
    both = {"old": dump_absences(old), "new": dump_absences(new)}
    await _note(work, visitor, Act.ABSENCE_SET, person.id, now=now, **both)


async def let_leave(
    work: Work,
    visitor: Visitor,
    person_id: int,
    *,
    successor_id: int | None,
    now: dt.datetime,
) -> Departure:
    """Let an officer go; a successor gets the offices and what was begun."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    if successor_id:
        await get_officer(work, visitor, successor_id, now=now)
    await _keep_a_clerk(work, visitor, person, now=now)
    gone = await leaving.leave(work, person.id, successor_id=successor_id, now=now)
    new = {"name": gone.successor.name if gone.successor else ""}
    await _note(work, visitor, Act.PERSON_LEFT, person_id, now=now, new=new)
    return gone


async def forget_link(
    work: Work, visitor: Visitor, person_id: int, key: str, *, now: dt.datetime
) -> None:
    """Reach an officer no more in a conversation, named by its key."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now, with_left=True)
    address = next((each for each in person.addresses if link_key(each) == key), None)
    if address is None:
        raise HandlerError("desk_gone")
    await work.people.forget_address(address)
    old = {"name": find_kind(address.channel)}
    await _note(work, visitor, Act.ADDRESS_FORGOTTEN, person_id, now=now, old=old)


async def _note(
    work: Work,
    visitor: Visitor,
    act: Act,
    person_id: int,
    *,
    now: dt.datetime,
    old: Any = None,
    new: Any = None,
) -> None:
    await note_change(work, visitor, act, about_person(person_id), now=now, old=old, new=new)
