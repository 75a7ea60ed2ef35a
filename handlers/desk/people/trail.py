"""What was changed of offices and people at the desk, as it is shown there; the faster of two."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handlers.desk.trail import find_overtaken, name_doer
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import join_names, local_day, write_day
from storage.values import Absence, Change, Office, Person, Role
from storage.work import Work

NOTHING = "–"


class Act(StrEnum):
    """What a clerk has changed of an office or an officer."""

    OFFICE_MADE = "office_made"
    OFFICE_RENAMED = "office_renamed"
    ALIAS_ADDED = "alias_added"
    ALIAS_REMOVED = "alias_removed"
    MEMBERS_SET = "members_set"
    OVERSEERS_SET = "overseers_set"
    OFFICE_ENDED = "office_ended"
    OFFICE_MERGED = "office_merged"
    OFFICES_DISTINCT = "offices_distinct"
    OFFICE_HELD = "office_held"
    OFFICE_DROPPED = "office_dropped"
    PERSON_MOVED = "person_moved"
    ROLE_SET = "role_set"
    ABSENCE_SET = "absence_set"
    PERSON_LEFT = "person_left"
    ADDRESS_FORGOTTEN = "address_forgotten"
    INVITED = "invited"
    INVITED_AGAIN = "invited_again"
    LIST_INVITED = "list_invited"
    INVITATION_WITHDRAWN = "invitation_withdrawn"


UNDOABLE = frozenset(
    {
        Act.OFFICE_RENAMED,
        Act.ALIAS_ADDED,
        Act.ALIAS_REMOVED,
        Act.MEMBERS_SET,
        Act.OVERSEERS_SET,
        Act.ROLE_SET,
        Act.ABSENCE_SET,
    }
)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as people read it: who, when, what it was before and after."""

    id: int
    act: str
    who: str
    at: dt.datetime
    old: str
    new: str
    is_undone: bool
    may_undo: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What numbers in the trail stand for."""

    offices: Mapping[int, str]
    people: Mapping[int, str]

    def join_offices(self, ids: Sequence[int]) -> str:
        """Name offices, in the order of their names."""
        return join_names(sorted(self.offices.get(each, f"#{each}") for each in ids)) or NOTHING

    def join_people(self, ids: Sequence[int]) -> str:
        """Name officers, in the order of their names."""
        return join_names(sorted(self.people.get(each, f"#{each}") for each in ids)) or NOTHING


def about_office(office_id: int) -> str:
    """Name an office as the trail does."""
    return f"office {office_id}"


def about_person(person_id: int) -> str:
    """Name an officer as the trail does."""
    return f"person {person_id}"


INVITATIONS = "invitations"


async def begin(work: Work, visitor: Visitor) -> None:
    """Let a change of offices or people begin: who may, one after another in a place."""
    visitor.check(Power.EDIT_PEOPLE)
    await work.localities.hold(visitor.place.id)


async def get_office(work: Work, visitor: Visitor, office_id: int) -> Office:
    """Give an office of the visitor's place; another's is as if it were not there."""
    office = await work.offices.get(office_id)
    if office is None or office.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    return office


async def get_officer(
    work: Work, visitor: Visitor, person_id: int, *, now: dt.datetime, with_left: bool = False
) -> Person:
    """Give an officer of the visitor's place; another's is as if they were not there."""
    person = await work.people.get(person_id, on=local_day(now))
    if person is None or person.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    if person.left_at and not with_left:
        raise HandlerError("desk_person_left", name=person.name)
    return person


async def load_names(work: Work, visitor: Visitor, *, now: dt.datetime) -> Names:
    """Load the names of a place's offices and officers, of those who have left, too."""
    place_id = visitor.place.id
    offices = await work.offices.list_all(place_id)
    people = await work.people.list_all(on=local_day(now), with_left=True, locality_id=place_id)
    return Names({each.id: each.name for each in offices}, {each.id: each.name for each in people})


async def list_changes(
    work: Work, visitor: Visitor, subject: str, names: Names
) -> tuple[ChangeLine, ...]:
    """List what was changed of an office or an officer, newest first."""
    found = await work.changes.of(subject, locality_id=visitor.place.id)
    return tuple(read_line(each, names, visitor) for each in found)


def read_line(change: Change, names: Names, visitor: Visitor) -> ChangeLine:
    """Write a change of an office or an officer as people read it."""
    is_undone = change.undone_at is not None
    return ChangeLine(
        id=change.id,
        act=change.action,
        who=name_doer(change),
        at=change.at,
        old=_word(change.action, change.old, names),
        new=_word(change.action, change.new, names),
        is_undone=is_undone,
        may_undo=not is_undone and change.action in UNDOABLE and visitor.may(Power.EDIT_PEOPLE),
    )


def _word(act: str, value: Any, names: Names) -> str:
    """Write a value of the trail as people read it."""
    match act, value:
        case _, None:
            return NOTHING
        case Act.MEMBERS_SET, list():
            return names.join_offices(value)
        case Act.OVERSEERS_SET, list():
            return names.join_people(value)
        case Act.ROLE_SET, str():
            return say_role(value)
        case Act.ABSENCE_SET, list():
            return word_absences(load_absences(value), names)
        case _, dict():
            return _name(value) or NOTHING
    return str(value)


def _name(value: Mapping[str, Any]) -> str:
    day = value.get("day")
    written = write_day(dt.date.fromisoformat(day)) if day else ""
    return " – ".join(filter(None, (str(value.get("name") or ""), written)))


def say_role(role: str) -> str:
    """Name a role; one that is not known as it stands."""
    return say(f"role_{role}") if role in tuple(Role) else role


def dump_absences(absences: Sequence[Absence]) -> list[list[Any]]:
    """Write absences as the trail keeps them."""
    return [
        [each.from_day.isoformat(), each.to_day.isoformat(), each.substitute_id]
        for each in absences
    ]


def load_absences(value: Sequence[Sequence[Any]]) -> list[Absence]:
    """Read absences of the trail."""
    return [
        Absence(0, 0, dt.date.fromisoformat(first), dt.date.fromisoformat(last), substitute)
        for first, last, substitute in value
    ]


def word_absences(absences: Sequence[Absence], names: Names) -> str:
    """Write absences as people read them."""
    written = []
    for each in absences:
        days = {"first": write_day(each.from_day), "last": write_day(each.to_day)}
        acting = names.people.get(each.substitute_id or 0)
        key = "desk_absence_with" if acting else "desk_absence"
        written.append(say(key, **days, name=acting or ""))
    return "; ".join(written) or NOTHING


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read before it was changed, what it is now, and what it is to be.

    `theirs` and `mine` write the last two as people read them.
    """

    seen: object
    current: object
    wanted: object
    theirs: str
    mine: str


async def check_seen(
    work: Work, visitor: Visitor, subject: str, acts: Sequence[Act], seen: Seen
) -> None:
    """Raise `Overtaken` where somebody has changed since what is to be changed now."""
    if seen.current in (seen.seen, seen.wanted):
        return
    raise await find_overtaken(
        work, visitor, subject, theirs=seen.theirs, mine=seen.mine, actions=acts
    )
