"""Notices to those whom an act about an item of work concerns, beside who acted."""

import datetime as dt
from collections.abc import Iterable, Sequence

from handlers.buttons import make_button
from handlers.daytime import next_working_morning
from handlers.messages import Button, Reply, dump_reply
from handlers.people.directory import Directory, load_directory
from handlers.tasks.wording import write_code
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from storage.values import DueDay, OutboxKind, Person
from storage.work import Work


async def open_directory(work: Work, locality_id: int, *, now: dt.datetime) -> Directory:
    """Load who is who in the place of an item today."""
    places = await work.localities.list_all()
    place = next(place for place in places if place.id == locality_id)
    return await load_directory(work, place, on=local_day(now))


def list_holders(directory: Directory, office_id: int | None) -> list[Person]:
    """List who holds an office: its officers and its head."""
    return [holder.person for holder in directory.holders.get(office_id or 0, ())]


def name_subject(due: DueDay, about: str) -> str:
    """Name what a notice is about, so that it can be withdrawn while it waits."""
    return f"{write_code(due.id)} {about}"


def offer_view(due: DueDay) -> tuple[Button, ...]:
    """Offer to look at an item that a notice is about."""
    return (make_button("task_view", code=write_code(due.id)),)


async def tell(
    work: Work,
    people: Iterable[Person],
    text: str,
    buttons: Sequence[Button] = (),
    *,
    but: Person | None,
    subject: str,
    now: dt.datetime,
    calendar: Calendar,
) -> tuple[Person, ...]:
    """Put a notice out to those who have a chat, nobody at night; return who is reached."""
    able = {each.id: each for each in people if each.has_chat and (not but or each.id != but.id)}
    for person in able.values():
        await work.outbox.add(
            person.addresses[0],
            dump_reply(Reply(text, tuple(buttons))),
            kind=OutboxKind.NOTICE,
            now=now,
            subject=subject,
            not_before=next_working_morning(now, calendar),
        )
    return tuple(able.values())
