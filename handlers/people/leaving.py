"""Officers who move or leave: their offices, and what they had begun."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.errors import HandlerError
from handlers.handover.officials import notify, subject_of, tell_officials
from handlers.messages import Reply
from handlers.people.catching_up import catch_up
from handlers.texts import say
from handlers.texts.forms import clip, local_day
from storage.values import Handover, HandoverState, Person
from storage.work import Work

LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Departure:
    """What came of an officer's leaving: who follows, what was handed on, what nobody holds."""

    person: Person
    successor: Person | None
    handovers: int
    unheld: tuple[str, ...]


async def leave(
    work: Work, person_id: int, *, successor_id: int | None = None, now: dt.datetime
) -> Departure:
    """Let an officer leave, and end their sessions; a successor gets offices and what was begun."""
    today = local_day(now)
    person = await get_person(work, person_id, on=today)
    successor = await get_person(work, successor_id, on=today) if successor_id else None
    if successor:
        _check_colleagues(person, successor)
    await work.people.leave(person.id, now=now, today=today)
    await work.logins.forget_person(person.id)
    for office_id in person.office_ids if successor else ():
        await work.people.hold(successor_id or 0, office_id, from_day=today)
    if successor:
        await catch_up(work, successor.id, now=now)
    await work.absences.replace_substitute(person.id, successor_id, on=today)
    count = await hand_on(work, person.id, successor_id, now=now)
    unheld = await find_unheld(work, person, on=today)
    return Departure(person, successor, count, unheld)


async def move(
    work: Work, person_id: int, *, from_office: str, to_office: str, on: dt.date
) -> tuple[Person, tuple[str, ...]]:
    """Let an officer hold another office from a day; return who, and what nobody holds then."""
    person = await get_person(work, person_id, on=on)
    left = await _find_office(work, person, from_office, on)
    reached = await _find_office(work, person, to_office, on)
    if left not in person.office_ids:
        raise HandlerError("office_not_held", name=person.name, office=from_office)
    await work.people.move(person.id, left, reached, on=on)
    unheld = await find_unheld(work, person, on=on)
    return await get_person(work, person_id, on=on), unheld


async def set_away(
    work: Work, person_id: int, *, from_day: dt.date, to_day: dt.date, substitute_id: int | None
) -> tuple[Person, Person | None]:
    """Say that an officer is away, both days included, and who stands in."""
    if to_day < from_day:
        raise HandlerError("days_reversed")
    person = await get_person(work, person_id, on=from_day)
    substitute = await get_person(work, substitute_id, on=from_day) if substitute_id else None
    if substitute:
        _check_colleagues(person, substitute)
    await work.absences.set(
        person.id, from_day=from_day, to_day=to_day, substitute_id=substitute_id
    )
    return person, substitute


async def hand_on(work: Work, person_id: int, to_person_id: int | None, *, now: dt.datetime) -> int:
    """Give what an officer had begun to another, or back to all; return how much it was."""
    taken = [each for each in await work.handovers.list_open() if each.person_id == person_id]
    for handover in taken:
        await work.outbox.withdraw(subject_of(handover.id))
        await _hand_on(work, handover, to_person_id, now=now)
    return len(taken)


async def _hand_on(
    work: Work, handover: Handover, to_person_id: int | None, *, now: dt.datetime
) -> None:
    quote = clip(" ".join(handover.question.split()), LONGEST_QUOTE)
    lines = [
        say("handover_handed_on", number=handover.id, question=quote),
        say("handover_notice_foot", number=handover.id),
    ]
    notice = Reply("\n".join(lines))
    if to_person_id is None:
        await work.handovers.release(handover.id, now=now)
        freed = replace(handover, person_id=None, state=HandoverState.WAITING)
        await tell_officials(work, freed, notice, now=now)
        return
    await work.handovers.take(handover.id, person_id=to_person_id, now=now)
    successor = await work.people.get(to_person_id, on=local_day(now))
    if successor and successor.addresses:
        await notify(work, handover, successor, notice, now=now)


async def get_person(work: Work, person_id: int, *, on: dt.date) -> Person:
    """Give an officer who has not left; raise `HandlerError("person_unknown")`."""
    person = await work.people.get(person_id, on=on)
    if person is None or person.left_at:
        raise HandlerError("person_unknown", person=person_id)
    return person


async def find_unheld(work: Work, person: Person, *, on: dt.date) -> tuple[str, ...]:
    """Name the offices an officer held that nobody holds on a day."""
    held = await work.people.holders(on=on)
    named = zip(person.office_ids, person.offices, strict=True)
    return tuple(name for office_id, name in named if office_id not in held)


async def _find_office(work: Work, person: Person, name: str, on: dt.date) -> int:
    office = await work.offices.find(person.locality_id, name, on=on)
    if office is None:
        offices: Sequence[str] = [
            each.name for each in await work.offices.list_all(person.locality_id, on=on)
        ]
        raise HandlerError("office_unknown", office=name, known="; ".join(offices) or "–")
    if office.is_group:
        raise HandlerError("office_is_group", name=office.name)
    return office.id


def _check_colleagues(person: Person, other: Person) -> None:
    if person.id == other.id:
        raise HandlerError("person_same", name=person.name)
    if person.locality_id != other.locality_id:
        raise HandlerError("person_elsewhere", name=other.name)
