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


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a plan names."""

    id: int
    locality_id: int
    name: str


class Role(StrEnum):
    """What an officer may do beside the work of an office."""

    OFFICER = "officer"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Person:
    """An officer with the offices held today and the addresses linked."""

    id: int
    locality_id: int
    name: str
    role: str
    offices: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """An officer who holds an office, and since when."""

    person: Person
    since: dt.date


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use invitation that links an address to an office."""

    id: int
    locality_id: int
    office_id: int | None
    office: str | None
    name: str
    role: str
    expires_at: dt.datetime
    used_at: dt.datetime | None
