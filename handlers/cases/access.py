"""As what somebody may act on a case; whoever is complained of neither sees nor answers it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.cases.complained import find_complained
from knowledge.cases.states import CaseKind
from knowledge.cases.steps import Actor
from knowledge.text import fold
from storage.values import Address, Case, Person, Role

_STAFF = frozenset(Actor) - {Actor.CITIZEN, Actor.SYSTEM}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something with a case, and as what."""

    actors: frozenset[Actor]
    person_id: int | None = None

    @property
    def is_staff(self) -> bool:
        """Tell whether it is one of the office."""
        return bool(self.actors & _STAFF)


SYSTEM = Doer(frozenset({Actor.SYSTEM}))
NOBODY = Doer(frozenset())


def find_doer(
    case: Case, address: Address | None, person: Person | None, *, approver: Role = Role.LEADER
) -> Doer:
    """Tell as what the person at an address may act on a case.

    `approver` is the role that approves answers where the case's place, or one above it, has set
    no other; a leader always may.
    """
    if address == case.sender:
        return Doer(frozenset({Actor.CITIZEN}))
    if person is None or not _may_handle(person, case):
        return NOBODY
    actors = _roles(person) | _unit_roles(person, case)
    approving = case.approver or approver.value
    if Actor.LEADER in actors or approving in {actor.value for actor in actors}:
        actors |= {Actor.APPROVER}
    if case.kind is CaseKind.PETITION and Actor.CLERK not in actors:
        return NOBODY
    return Doer(frozenset(actors), person.id)


def may_see(person: Person | None, case: Case) -> bool:
    """Tell whether an official may read a case."""
    return find_doer(case, None, person).is_staff


def may_see_contact(doer: Doer, case: Case) -> bool:
    """Tell whether somebody may know who sent a case; a hidden name only the clerk."""
    if Actor.CITIZEN in doer.actors or Actor.CLERK in doer.actors:
        return True
    return doer.is_staff and not case.hides_name


def _may_handle(person: Person, case: Case) -> bool:
    if person.locality_id != case.locality_id or person.left_at:
        return False
    offices = {*person.office_ids, *person.stands_in}
    if case.sender in person.addresses or case.complained_office_id in offices:
        return False
    return not _is_complained_of(person, case)


def _is_complained_of(person: Person, case: Case) -> bool:
    """Tell whether a case is about this person: by name, or as a leader by title.

    Of conduct the whole text is looked at, for there whoever is named is hardly a bystander.
    """
    is_conduct = case.kind is CaseKind.CONDUCT
    if not (is_conduct or case.complained_of):
        return False
    name, named = _write_plain(person.name), _write_plain(case.complained_of)
    told = _write_plain(case.content) if is_conduct else ""
    if _holds(named, name) or _holds(name, named) or _holds(told, name):
        return True
    return is_conduct and person.role == Role.LEADER and _names_leader(case.complained_of)


def _holds(text: str, name: str) -> bool:
    """Tell whether a name of two words or more stands in a text."""
    return len(name.split()) > 1 and f" {name} " in f" {text} "


def _write_plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


@lru_cache(maxsize=1000)
def _names_leader(words: str) -> bool:
    return bool(words) and find_complained(words, ()).is_leader


def _roles(person: Person) -> set[Actor]:
    return {Actor(person.role)} if person.role in (Role.CLERK, Role.LEADER) else set()


def _unit_roles(person: Person, case: Case) -> set[Actor]:
    if case.office_id is None or case.office_id not in {*person.office_ids, *person.stands_in}:
        return set()
    is_head = person.role == Role.HEAD and case.office_id in person.office_ids
    return {Actor.OFFICER, Actor.HEAD} if is_head else {Actor.OFFICER}
