"""Officers whom nothing reaches any more: others hear at once what they would have heard."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from handlers.daytime import next_working_morning
from handlers.messages import Reply, dump_reply
from handlers.nudges.naming import read_digest_name
from handlers.people.directory import Directory, load_directory
from handlers.tasks.lists import list_own
from handlers.tasks.wording import describe_content
from handlers.texts import say
from handlers.texts.forms import join_names, local_day, write_weekday
from knowledge.calendar import load_calendar
from storage.deliveries import Lost
from storage.values import DueDay, OutboxKind, Person
from storage.work import Work

MOST_NAMED = 5
LONGEST_NAMED = 100


async def note_unreachable(work: Work, outbox_ids: Collection[int], *, now: dt.datetime) -> None:
    """Tell the clerks once whose digests and notices arrive at none of their addresses.

    Who cannot be reached for good is told nothing more until they write, link an address or get
    something. What was parked says less of the person: it may be the channel that failed.
    """
    if not outbox_ids:
        return
    for lost in await work.deliveries.find_lost(outbox_ids):
        person = await _find_person(work, lost, now=now)
        if person and await _claim(work, person, lost, now=now):
            await _tell(work, person, lost, now=now)


async def tell_again(work: Work, outbox_ids: Collection[int]) -> None:
    """Let digests that went stale before they were sent be made again, with what is due then."""
    if not outbox_ids:
        return
    for subject in await work.deliveries.find_stale(outbox_ids):
        digest = read_digest_name(subject)
        if digest:
            await work.nudges.take_back(*digest)


async def _find_person(work: Work, lost: Lost, *, now: dt.datetime) -> Person | None:
    """Find the officer whom it was for, if no other address is left."""
    if lost.kind is OutboxKind.REPLY:
        return None
    person = await work.people.find(lost.tried[-1], on=local_day(now))
    return person if person and set(person.addresses) <= set(lost.tried) else None


async def _claim(work: Work, person: Person, lost: Lost, *, now: dt.datetime) -> bool:
    if lost.state == "unreachable":
        return await work.people.set_unreachable(person.id, now)
    return await work.once.claim(f"undelivered {person.id} {local_day(now)}", now=now)


async def _tell(work: Work, person: Person, lost: Lost, *, now: dt.datetime) -> None:
    places = await work.localities.list_all()
    place = next(each for each in places if each.id == person.locality_id)
    directory = await load_directory(work, place, on=local_day(now))
    reply = Reply(_word(person, lost, await list_own(work, person)))
    for other in _find_others(directory, person):
        await work.outbox.add(
            other.addresses[0],
            dump_reply(reply),
            kind=OutboxKind.NOTICE,
            now=now,
            not_before=next_working_morning(now, load_calendar()),
        )


def _find_others(directory: Directory, person: Person) -> Sequence[Person]:
    """Give who is told instead: the clerks, else the heads of the offices, else the leaders."""
    heads = [head for office in person.office_ids for head in directory.find_heads(office)]
    for people in (directory.clerks, heads, directory.leaders):
        reached = {p.id: p for p in people if p.has_chat and p.id != person.id}
        if reached:
            return list(reached.values())
    return ()


def _word(person: Person, lost: Lost, items: Sequence[DueDay]) -> str:
    key = "clerk_unreachable" if lost.state == "unreachable" else "clerk_undelivered"
    head = say(key, name=person.name, offices=join_names(person.offices) or say("no_office"))
    if not items:
        return f"{head}\n{say('clerk_unreachable_none')}"
    lines = "\n".join(_list(items))
    return f"{head}\n{say('clerk_unreachable_items', count=len(items), items=lines)}"


def _list(items: Sequence[DueDay]) -> Iterator[str]:
    for due in items[:MOST_NAMED]:
        content = describe_content(due, LONGEST_NAMED)
        yield say("clerk_item", content=content, last_day=write_weekday(due.due_on), days_left="")
    if len(items) > MOST_NAMED:
        yield say("clerk_items_more", count=len(items) - MOST_NAMED)
