"""Places, offices and the officers who hold them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from storage.values.queues import Address


@dataclass(frozen=True, slots=True)
class Locality:
    """A place the installation serves; `index_revision` changes with its searchable rows."""

    id: int
    name: str
    level: str
    parent_id: int | None
    profile: dict[str, str]
    index_revision: int
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a plan names; a group stands for its members (ids)."""

    id: int
    locality_id: int
    name: str
    aliases: tuple[str, ...] = ()
    is_group: bool = False
    member_ids: tuple[int, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successor_id: int | None = None


class Role(StrEnum):
    """What an officer may do beside the work of an office."""

    OFFICER = "officer"
    HEAD = "head"  # heads the offices held
    CLERK = "clerk"
    LEADER = "leader"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Person:
    """An officer with the offices held on a day and the addresses linked, the last one first.

    `stands_in` are the offices (ids) of those who are away that day and named this one; `away`
    says that this one is.
    """

    id: int
    locality_id: int
    name: str
    role: str
    offices: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    office_ids: tuple[int, ...] = ()
    stands_in: tuple[int, ...] = ()
    is_away: bool = False
    left_at: dt.datetime | None = None
    is_unreachable: bool = False

    @property
    def has_chat(self) -> bool:
        """Whether what is sent arrives somewhere, as far as is known."""
        return bool(self.addresses) and not self.is_unreachable


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which an officer is away, both included, and who stands in."""

    id: int
    person_id: int
    from_day: dt.date
    to_day: dt.date
    substitute_id: int | None


@dataclass(frozen=True, slots=True)
class Holder:
    """An officer who holds an office, and since when."""

    person: Person
    since: dt.date


@dataclass(frozen=True, slots=True)
class Holding:
    """An officer who has held an office from a day to a day (None: still), both included."""

    id: int
    person_id: int
    person: str
    office_id: int
    office: str
    from_day: dt.date
    to_day: dt.date | None


@dataclass(frozen=True, slots=True)
class OfficeLoad:
    """How much open work an office has: items of plans and given out, and cases."""

    open: int = 0
    overdue: int = 0
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use invitation that links an address to an office, or to an officer known."""

    id: int
    locality_id: int
    office_id: int | None
    office: str | None
    name: str
    role: str
    expires_at: dt.datetime
    used_at: dt.datetime | None
    person_id: int | None = None
