"""The offices of a place as the desk shows them: names, holders, work, who is in charge."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handlers.assigning.choosing import is_in_force
from handlers.desk.paging import turn_page
from handlers.desk.people.trail import (
    ChangeLine,
    about_office,
    get_office,
    list_changes,
    load_names,
)
from handlers.desk.visitor import Power, Visitor
from handlers.people.directory import Directory, load_directory
from handlers.texts.forms import local_day
from knowledge.text import fold
from storage.values import Holder, Holding, Invitation, Office, OfficeLoad, Role
from storage.work import Work

A_PAGE = 40
Choice = tuple[int, str]


class Which(StrEnum):
    """Which offices are listed."""

    IN_FORCE = ""
    UNHELD = "chua-co-nguoi"
    UNREACHED = "chua-lien-ket"
    GROUPS = "nhom"
    ENDED = "da-ket-thuc"


@dataclass(frozen=True, slots=True)
class HolderLine:
    """Who answers for an office since when; `stands_in` for somebody who is away."""

    id: int
    name: str
    role: str
    since: dt.date
    has_chat: bool
    stands_in: bool


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office in the list."""

    id: int
    name: str
    aliases: tuple[str, ...]
    is_group: bool
    members: tuple[str, ...]
    holders: tuple[HolderLine, ...]
    overseers: tuple[str, ...]
    load: OfficeLoad
    valid_to: dt.date | None
    successor: str | None

    @property
    def is_reached(self) -> bool:
        """Whether anybody who answers for it is reached in chat."""
        return any(each.has_chat for each in self.holders)


@dataclass(frozen=True, slots=True)
class OfficePage:
    """A page of the list; `found` counts all that match."""

    lines: tuple[OfficeLine, ...]
    found: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office with who has held it, what may be chosen for it and what was changed of it."""

    line: OfficeLine
    member_ids: tuple[int, ...]
    overseer_ids: tuple[int, ...]
    groups: tuple[Choice, ...]
    successor_id: int | None
    holdings: tuple[Holding, ...]
    invitations: tuple[Invitation, ...]
    changes: tuple[ChangeLine, ...]
    offices: tuple[Choice, ...]
    people: tuple[Choice, ...]
    leaders: tuple[Choice, ...]


async def list_offices(
    work: Work,
    visitor: Visitor,
    *,
    text: str = "",
    which: Which = Which.IN_FORCE,
    page: int = 1,
    now: dt.datetime,
) -> OfficePage:
    """List the offices whose names or holders say a text, marks aside."""
    visitor.check(Power.VIEW_PEOPLE)
    today = local_day(now)
    directory = await load_directory(work, visitor.place, on=today)
    loads = await work.office_loads.of_place(visitor.place.id, on=today)
    lines = [_line(each, directory, loads) for each in directory.offices.values()]
    found = [each for each in lines if _is_wanted(each, which, today) and _says(each, text)]
    page, pages = turn_page(page, len(found), A_PAGE)
    shown = tuple(found[(page - 1) * A_PAGE : page * A_PAGE])
    return OfficePage(shown, len(found), page, pages)


def _line(office: Office, directory: Directory, loads: Mapping[int, OfficeLoad]) -> OfficeLine:
    people = {each.id: each.name for each in directory.people}
    successor = directory.offices.get(office.successor_id or 0)
    overseers = (people.get(each) for each in directory.overseers.get(office.id, ()))
    return OfficeLine(
        id=office.id,
        name=office.name,
        aliases=office.aliases,
        is_group=office.is_group,
        members=tuple(each.name for each in directory.find_members(office) if office.is_group),
        holders=tuple(_holder(each, office) for each in directory.holders.get(office.id, ())),
        overseers=tuple(name for name in overseers if name),
        load=loads.get(office.id, OfficeLoad()),
        valid_to=office.valid_to,
        successor=successor.name if successor else None,
    )


def _holder(held: Holder, office: Office) -> HolderLine:
    person = held.person
    stands_in = office.id not in person.office_ids
    return HolderLine(person.id, person.name, person.role, held.since, person.has_chat, stands_in)


def _is_wanted(line: OfficeLine, which: Which, today: dt.date) -> bool:
    has_ended = line.valid_to is not None and line.valid_to < today
    if has_ended or which is Which.ENDED:
        return has_ended and which is Which.ENDED
    if which is Which.UNHELD:
        return not line.is_group and not line.holders
    if which is Which.UNREACHED:
        return bool(line.holders) and not line.is_reached
    return which is not Which.GROUPS or line.is_group


def _says(line: OfficeLine, text: str) -> bool:
    said = (line.name, *line.aliases, *line.members, *(each.name for each in line.holders))
    wanted = fold(text).split()
    folded = fold(" ".join(said))
    return all(word in folded for word in wanted)


async def read_office(
    work: Work, visitor: Visitor, office_id: int, *, now: dt.datetime
) -> OfficeView:
    """Read all of an office; raise `HandlerError("desk_gone")` for another place's."""
    visitor.check(Power.VIEW_PEOPLE)
    today = local_day(now)
    office = await get_office(work, visitor, office_id)
    directory = await load_directory(work, visitor.place, on=today)
    loads = await work.office_loads.of_place(visitor.place.id, on=today)
    invitations = await work.invitations.list_open(visitor.place.id, now=now)
    names = await load_names(work, visitor, now=now)
    groups = [each for each in directory.offices.values() if office.id in each.member_ids]
    return OfficeView(
        line=_line(office, directory, loads),
        member_ids=office.member_ids,
        overseer_ids=tuple(directory.overseers.get(office.id, ())),
        groups=tuple((each.id, each.name) for each in groups),
        successor_id=office.successor_id,
        holdings=tuple(await work.holdings.of_office(office.id)),
        invitations=tuple(each for each in invitations if each.office_id == office.id),
        changes=await list_changes(work, visitor, about_office(office.id), names),
        offices=list_choices(directory.offices.values(), today, but=office.id),
        people=tuple((each.id, each.name) for each in directory.people),
        leaders=tuple((p.id, p.name) for p in directory.people if p.role == Role.LEADER),
    )


def list_choices(offices: Iterable[Office], today: dt.date, *, but: int = 0) -> tuple[Choice, ...]:
    """List the offices in force that are no groups, for a choice of one."""
    able = (each for each in offices if not each.is_group and is_in_force(each, today))
    return tuple((each.id, each.name) for each in able if each.id != but)


async def list_for_choice(work: Work, visitor: Visitor, *, now: dt.datetime) -> tuple[Choice, ...]:
    """List the place's offices in force that are no groups."""
    visitor.check(Power.VIEW_PEOPLE)
    today = local_day(now)
    return list_choices(await work.offices.list_all(visitor.place.id, on=today), today)
