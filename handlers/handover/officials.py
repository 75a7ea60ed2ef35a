"""Who answers citizens of a place, and how they are told: its clerks, else its officers."""

import datetime as dt
from collections.abc import Sequence

from handlers.daytime import next_daytime
from handlers.messages import Reply, dump_reply
from handlers.people.roles import is_clerk
from handlers.texts.forms import local_day
from storage.values import Address, Handover, OutboxKind, Person
from storage.work import Work


async def find_officials(
    work: Work, locality_id: int, *, now: dt.datetime, but: Address | None = None
) -> list[Person]:
    """Find those of a place who can be reached and asked, without the asker.

    Its clerks; while all of them are away who stands in for them; where it has none, its officers.
    """
    people = [
        person
        for person in await work.people.list_all(on=local_day(now), locality_id=locality_id)
        if person.addresses and but not in person.addresses
    ]
    clerks = [person for person in people if is_clerk(person)]
    acting = [person for person in people if _stands_in_for(person, clerks)]
    present = [person for person in clerks or people if not person.is_away]
    return present or acting or clerks or people


def _stands_in_for(person: Person, others: Sequence[Person]) -> bool:
    return any(office in person.stands_in for other in others for office in other.office_ids)


async def find_person(work: Work, person_id: int | None, *, now: dt.datetime) -> Person | None:
    """Find an officer by number."""
    person = await work.people.get(person_id, on=local_day(now)) if person_id else None
    return None if person and person.left_at else person


async def may_answer(work: Work, person: Person, handover: Handover, *, now: dt.datetime) -> bool:
    """Tell whether an officer may see and answer a handover."""
    if person.locality_id != handover.locality_id:
        return False
    if is_clerk(person) or person.id == handover.person_id:
        return True
    officials = await find_officials(work, handover.locality_id, now=now)
    return any(official.id == person.id for official in officials)


async def list_answerable(work: Work, person: Person, *, now: dt.datetime) -> list[Handover]:
    """List the open handovers that an officer may see and answer, oldest first."""
    handovers = await work.handovers.list_open(person.locality_id)
    officials = await find_officials(work, person.locality_id, now=now)
    is_asked = is_clerk(person) or any(each.id == person.id for each in officials)
    return [each for each in handovers if is_asked or each.person_id == person.id]


async def find_responsible(work: Work, handover: Handover, *, now: dt.datetime) -> list[Person]:
    """Find whom a handover waits for: who has taken it, else everybody who could."""
    taker = await find_person(work, handover.person_id, now=now) if handover.person_id else None
    if taker and taker.addresses:
        return [taker]
    return await find_officials(work, handover.locality_id, now=now, but=handover.citizen)


async def tell_officials(
    work: Work,
    handover: Handover,
    reply: Reply,
    *,
    now: dt.datetime,
) -> None:
    """Put a notice out to those whom a handover waits for."""
    for person in await find_responsible(work, handover, now=now):
        await notify(work, handover, person, reply, now=now)


async def notify(
    work: Work, handover: Handover, person: Person, reply: Reply, *, now: dt.datetime
) -> None:
    """Put a notice about a handover out to one official who has an address, nobody at night."""
    await work.outbox.add(
        person.addresses[0],
        dump_reply(reply),
        kind=OutboxKind.NOTICE,
        now=now,
        subject=subject_of(handover.id),
        not_before=next_daytime(now),
    )


def subject_of(handover_id: int) -> str:
    """Name the subject under which notices of a handover are withdrawn."""
    return f"handover {handover_id}"
