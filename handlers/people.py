"""Officers: invited to an office with a single-use code, linked by typing it."""

import datetime as dt
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn
from storage.database import Database
from storage.values import Office, Role
from storage.work import Work

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 14
VALID_FOR = dt.timedelta(days=7)
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

    Raise `HandlerError("office_unknown")` for an office that no plan names.
    """
    secret = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    async with database.write() as work:
        place = await work.localities.ensure(invitation.place)
        office = await _find_office(work, place.id, invitation)
        await work.people.invite(
            secret,
            locality_id=place.id,
            office_id=office.id,
            name=invitation.name,
            role=invitation.role,
            expires_at=now + VALID_FOR,
        )
    return f"MOI-{secret[:7]}-{secret[7:]}"


async def _find_office(work: Work, place_id: int, invitation: NewInvitation) -> Office:
    if invitation.makes_office:
        return await work.offices.ensure(place_id, invitation.office)
    found = await work.offices.find(place_id, invitation.office)
    if found is None:
        known = "; ".join(office.name for office in await work.offices.list_all(place_id))
        raise HandlerError("office_unknown", office=invitation.office, known=known or "–")
    return found


class InvitationSkill:
    """Link a conversation to an office when its officer types the invitation's code."""

    async def take(self, turn: Turn) -> Effect | None:
        """Use up the code in the message, if there is one."""
        found = _CODE.search(turn.text.upper())
        if found is None:
            return None
        secret = found.group(1) + found.group(2)

        async def effect(work: Work) -> Sequence[Reply]:
            invitation = await work.people.take_invitation(secret, now=turn.now)
            if invitation is None:
                return [Reply(say("invitation_void"))]
            await work.people.join(invitation, turn.message.address, now=turn.now, today=turn.today)
            places = {place.id: place.name for place in turn.places}
            text = say(  # officials are told in Vietnamese: a code alone shows no language
                "joined",
                office=invitation.office,
                place=places[invitation.locality_id],
            )
            if invitation.role == Role.CLERK:
                text += " " + say("joined_clerk")
            return [Reply(text)]

        return effect
