"""Officers as the desk shows them: what they hold, how they are reached, days off."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from handlers.desk.paging import turn_page
from handlers.desk.people.offices import Choice, list_choices
from handlers.desk.people.trail import (
    ChangeLine,
    about_person,
    dump_absences,
    get_officer,
    list_changes,
    load_names,
)
from handlers.desk.visitor import Power, Visitor
from handlers.texts.forms import local_day
from knowledge.text import fold
from storage.cipher import digest_secret
from storage.values import Address, Holding, Invitation, Person, Role, find_kind
from storage.work import Work

A_PAGE = 50


class Who(StrEnum):
    """Which officers are listed."""

    HERE = ""
    AWAY = "dang-vang"
    UNLINKED = "chua-lien-ket"
    UNREACHED = "khong-lien-lac-duoc"
    UNSEATED = "chua-giu-don-vi"
    LEFT = "da-thoi"


@dataclass(frozen=True, slots=True)
class Link:
    """A conversation that an officer is reached in; `key` names it without telling whose it is."""

    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """An officer in the list; `office_ids` and `offices` are those held today, in one order."""

    id: int
    name: str
    role: str
    office_ids: tuple[int, ...]
    offices: tuple[str, ...]
    links: tuple[Link, ...]
    is_away: bool
    is_unreachable: bool
    left_on: dt.date | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A page of the list; `found` counts all that match."""

    lines: tuple[PersonLine, ...]
    found: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """Days off, both included, and who stands in."""

    first: dt.date
    last: dt.date
    substitute: str | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """An officer with all that was held, what may be chosen and what was changed."""

    line: PersonLine
    holdings: tuple[Holding, ...]
    absences: tuple[AbsenceLine, ...]
    seen_absences: str
    stands_in: tuple[str, ...]
    invitations: tuple[Invitation, ...]
    changes: tuple[ChangeLine, ...]
    offices: tuple[Choice, ...]
    colleagues: tuple[Choice, ...]


async def list_people(
    work: Work,
    visitor: Visitor,
    *,
    text: str = "",
    who: Who = Who.HERE,
    page: int = 1,
    now: dt.datetime,
) -> PersonPage:
    """List the officers whose name or office says a text, marks aside."""
    visitor.check(Power.VIEW_PEOPLE)
    everybody = await work.people.list_all(
        on=local_day(now), with_left=who is Who.LEFT, locality_id=visitor.place.id
    )
    found = [each for each in everybody if _is_wanted(each, who) and _says(each, text)]
    found.sort(key=_by_given_name)
    page, pages = turn_page(page, len(found), A_PAGE)
    shown = found[(page - 1) * A_PAGE : page * A_PAGE]
    return PersonPage(tuple(_line(each) for each in shown), len(found), page, pages)


def _by_given_name(person: Person) -> tuple[str, str]:
    """Order as lists of Vietnamese names are: by the last word, then by the rest."""
    words = fold(person.name).split()
    return (words[-1] if words else "", " ".join(words))


def _is_wanted(person: Person, who: Who) -> bool:
    if who is Who.AWAY:
        return person.is_away
    if who is Who.UNLINKED:
        return not person.addresses
    if who is Who.UNREACHED:
        return person.is_unreachable
    if who is Who.UNSEATED:
        return not person.office_ids
    return (person.left_at is not None) is (who is Who.LEFT)


def _says(person: Person, text: str) -> bool:
    folded = fold(" ".join((person.name, *person.offices)))
    return all(word in folded for word in fold(text).split())


def _line(person: Person) -> PersonLine:
    return PersonLine(
        id=person.id,
        name=person.name,
        role=person.role,
        office_ids=person.office_ids,
        offices=person.offices,
        links=tuple(Link(link_key(each), find_kind(each.channel)) for each in person.addresses),
        is_away=person.is_away,
        is_unreachable=person.is_unreachable,
        left_on=local_day(person.left_at) if person.left_at else None,
    )


def link_key(address: Address) -> str:
    """Name an address without telling it."""
    return digest_secret(f"{address.channel} {address.user}")[:16]


async def read_person(
    work: Work, visitor: Visitor, person_id: int, *, now: dt.datetime
) -> PersonView:
    """Read all of an officer; raise `HandlerError("desk_gone")` for another place's."""
    visitor.check(Power.VIEW_PEOPLE)
    today, place_id = local_day(now), visitor.place.id
    person = await get_officer(work, visitor, person_id, now=now, with_left=True)
    names = await load_names(work, visitor, now=now)
    ahead = await work.absences.ahead(person.id, on=today)
    invitations = await work.invitations.list_open(place_id, now=now)
    offices = await work.offices.list_all(place_id, on=today)
    others = await work.people.list_all(on=today, locality_id=place_id)
    return PersonView(
        line=_line(person),
        holdings=tuple(await work.holdings.of_person(person.id)),
        absences=tuple(
            AbsenceLine(a.from_day, a.to_day, names.people.get(a.substitute_id or 0)) for a in ahead
        ),
        seen_absences=str(dump_absences(ahead)),
        stands_in=tuple(names.offices.get(each, "") for each in person.stands_in),
        invitations=tuple(each for each in invitations if each.person_id == person.id),
        changes=await list_changes(work, visitor, about_person(person.id), names),
        offices=list_choices(offices, today),
        colleagues=tuple((each.id, each.name) for each in others if each.id != person.id),
    )


ROLES = (Role.OFFICER, Role.HEAD, Role.CLERK, Role.LEADER)
