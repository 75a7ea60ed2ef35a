"""Work given out at the desk: looked at first, then given as chat gives it."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from handlers.assigning.choosing import is_in_force
from handlers.assigning.giving import NewWork, check_work, find_members, give_out, may_give
from handlers.assigning.wording import word_given, write_last_day
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.people.directory import Directory, load_directory
from handlers.people.roles import is_clerk, is_head, is_leader
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.text import clean, tidy
from storage.values import Office
from storage.work import Work

LONGEST_DOCUMENT = 200


@dataclass(frozen=True, slots=True)
class Giving:
    """Work as it was typed in."""

    office_ids: tuple[int, ...]
    content: str
    last_day: dt.date
    document: str = ""


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """An office, or a group with the names of its members."""

    id: int
    name: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivingPreview:
    """What would be given to which offices, who would be told, and where nobody can be."""

    offices: tuple[str, ...]
    content: str
    day: str
    document: str
    told: tuple[str, ...]
    without_chat: tuple[str, ...]


def may_give_out(visitor: Visitor) -> bool:
    """Tell whether a visitor gives work out at all: clerks, leaders, heads and the operator."""
    person = visitor.person
    is_able = is_clerk(person) or is_leader(person) or is_head(person)
    return visitor.may(Power.ACT_ON_DUE) and (person is None or is_able)


async def read_offices(
    work: Work, visitor: Visitor, *, now: dt.datetime
) -> tuple[OfficeChoice, ...]:
    """List to whom a visitor may give work, groups first."""
    visitor.check(Power.ACT_ON_DUE)
    today = local_day(now)
    directory = await load_directory(work, visitor.place, on=today)
    offices = [
        each
        for each in directory.offices.values()
        if is_in_force(each, today) and _may_give(visitor, each)
    ]
    offices.sort(key=lambda office: (not office.is_group, office.name))
    return tuple(_describe(directory, each, today) for each in offices)


def _may_give(visitor: Visitor, office: Office) -> bool:
    return visitor.person is None or may_give(visitor.person, [office])


def _describe(directory: Directory, office: Office, today: dt.date) -> OfficeChoice:
    members = find_members(directory, office, today=today) if office.is_group else ()
    return OfficeChoice(office.id, office.name, tuple(each.name for each in members))


async def preview_giving(
    work: Work, visitor: Visitor, giving: Giving, *, now: dt.datetime, calendar: Calendar
) -> GivingPreview:
    """Say what would be given to whom; raise `HandlerError` where it cannot be."""
    today = local_day(now)
    directory = await load_directory(work, visitor.place, on=today)
    new = _check(visitor, directory, giving, today)
    members = {
        each.id: each
        for office in new.offices
        for each in find_members(directory, office, today=today)
    }
    told = [
        holder.person.name
        for id_ in members
        for holder in directory.find_officers(id_)
        if holder.person.has_chat and holder.person.id != visitor.person_id
    ]
    return GivingPreview(
        offices=tuple(each.name for each in members.values()),
        content=new.content,
        day=write_last_day(new.last_day, calendar),
        document=new.document,
        told=tuple(dict.fromkeys(told)),
        without_chat=tuple(
            each.name for each in members.values() if not directory.has_chat(each.id)
        ),
    )


def _check(visitor: Visitor, directory: Directory, giving: Giving, today: dt.date) -> NewWork:
    visitor.check(Power.ACT_ON_DUE)
    offices = _find_offices(directory, giving.office_ids)
    if visitor.person and not may_give(visitor.person, offices):
        raise HandlerError("desk_due_giving_forbidden")
    if len(giving.document) > LONGEST_DOCUMENT:
        raise HandlerError("desk_due_document_long", limit=LONGEST_DOCUMENT)
    new = NewWork(offices, tidy(giving.content), giving.last_day, document=clean(giving.document))
    check_work(directory, new, today=today)
    return new


def _find_offices(directory: Directory, ids: Collection[int]) -> tuple[Office, ...]:
    offices = tuple(directory.offices[id_] for id_ in ids if id_ in directory.offices)
    if not offices or len(offices) < len(ids):
        raise HandlerError("desk_due_office_wanted")
    return offices


async def give_work(
    work: Work, visitor: Visitor, giving: Giving, *, now: dt.datetime, calendar: Calendar
) -> str:
    """Give work out; return what is said of it."""
    today = local_day(now)
    directory = await load_directory(work, visitor.place, on=today)
    new = _check(visitor, directory, giving, today)
    given = await give_out(work, directory, new, by=visitor.person, now=now, calendar=calendar)
    said = word_given(
        given.due_days, given.told, given.unlinked, now=now, calendar=calendar, language="vi"
    )
    return said.text
