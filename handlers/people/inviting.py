"""Inviting officers: a code that is used once within seven days, and the link that carries it."""

import datetime as dt
import re
import secrets
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.places import follow
from handlers.texts.forms import local_day
from knowledge.assignees import looks_like_group
from storage.database import Database
from storage.values import Office, Person, Role
from storage.work import Work

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 14
VALID_FOR = dt.timedelta(days=7)
PATH = "/moi"
_CODE = re.compile(rf"(?<!\w)MOI[\s-]?([{ALPHABET}]{{7}})[\s-]?([{ALPHABET}]{{7}})(?!\w)")


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """What the inviter says of the officer."""

    place: str
    office: str
    name: str
    role: Role = Role.OFFICER
    makes_office: bool = False


async def invite(database: Database, invitation: NewInvitation, *, now: dt.datetime) -> str:
    """Make an invitation, valid for seven days; return its code, which is stored hashed only.

    Raise `HandlerError` for an office that no plan names, one that has ended, and a group.
    """
    async with database.write() as work:
        return await make_invitation(work, invitation, now=now)


async def make_invitation(work: Work, invitation: NewInvitation, *, now: dt.datetime) -> str:
    """Make an invitation within a transaction; return its code."""
    if invitation.role is Role.OPERATOR:
        raise HandlerError("operator_not_invited")
    named = await work.localities.ensure(invitation.place)
    place = follow(named, await work.localities.list_all())
    office = await find_office(work, place.id, invitation, on=local_day(now))
    secret = _pick_secret()
    await work.invitations.add(
        secret,
        locality_id=place.id,
        office_id=office.id,
        name=invitation.name,
        role=invitation.role,
        expires_at=now + VALID_FOR,
    )
    return write_code(secret)


async def invite_again(database: Database, person_id: int, *, now: dt.datetime) -> tuple[str, str]:
    """Make an invitation that links one address more to a known officer; return name and code."""
    async with database.write() as work:
        person = await work.people.get(person_id, on=local_day(now))
        if person is None or person.left_at:
            raise HandlerError("person_unknown", person=person_id)
        return person.name, await make_another(work, person, now=now)


async def make_another(work: Work, person: Person, *, now: dt.datetime) -> str:
    """Make an invitation that links one address more to an officer; return its code."""
    secret = _pick_secret()
    await work.invitations.add(
        secret,
        locality_id=person.locality_id,
        office_id=None,
        name=person.name,
        role=person.role,
        expires_at=now + VALID_FOR,
        person_id=person.id,
    )
    return write_code(secret)


async def find_office(
    work: Work, place_id: int, invitation: NewInvitation, *, on: dt.date
) -> Office:
    """Find the office of an invitation, or make it if that is allowed; raise `HandlerError`."""
    found = await work.offices.find(place_id, invitation.office, on=on)
    if found is None and looks_like_group(invitation.office):
        raise HandlerError("office_is_group", name=invitation.office)
    if found is None and invitation.makes_office:
        found = await work.offices.ensure(place_id, invitation.office)
    if found is None:
        offices = await work.offices.list_all(place_id, on=on)
        known = "; ".join(office.name for office in offices if not office.is_group)
        raise HandlerError("office_unknown", office=invitation.office, known=known or "–")
    if found.is_group:
        raise HandlerError("office_is_group", name=found.name)
    if found.valid_to and found.valid_to < on:
        raise HandlerError("office_has_ended", name=found.name)
    return found


def write_code(secret: str) -> str:
    """Write a secret as people read it: MOI-2345678-9ABCDEF."""
    return f"MOI-{secret[:7]}-{secret[7:]}"


def find_secret(text: str) -> str | None:
    """Find the secret of a code in a text, whatever the case."""
    found = _CODE.search(text.upper())
    return found[1] + found[2] if found else None


def write_link(public_url: str, code: str) -> str | None:
    """Write the link that carries a code; None where nothing is reached from outside."""
    return f"{public_url.rstrip('/')}{PATH}/{code}" if public_url else None


def _pick_secret() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
