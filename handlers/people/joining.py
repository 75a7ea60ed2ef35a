"""Linking a conversation to an office when its officer types the invitation's code."""

import datetime as dt
from collections.abc import Mapping, Sequence

from handlers.messages import Reply
from handlers.people.catching_up import catch_up
from handlers.people.inviting import find_secret
from handlers.texts import say
from handlers.texts.forms import join_names
from handlers.turn import Effect, Turn
from storage.values import Address, Invitation, Person, Role
from storage.work import Work

MOST_OF_ONE = 5  # wrong codes an hour from one address; a code has 68 bits, nobody guesses it
MOST_OF_ALL = 200  # and from everybody; a code that is right is taken even then
_ALL = "invitation"
_MORE: Mapping[str, str] = {Role.CLERK: "joined_clerk", Role.LEADER: "joined_leader"}


class InvitationSkill:
    """Link a conversation to an office when its officer types the invitation's code."""

    async def take(self, turn: Turn) -> Effect | None:
        """Use up the code in the message, if there is one."""
        secret = find_secret(turn.text)
        if secret is None:
            return None

        async def effect(work: Work) -> Sequence[Reply]:
            text = await _try(work, turn, secret)
            return [Reply(text)]  # in Vietnamese: a code alone shows no language

        return effect


async def _try(work: Work, turn: Turn, secret: str) -> str:
    address, now = turn.message.address, turn.now
    if await work.tries.is_spent(_key(address), MOST_OF_ONE, now=now):
        return say("invitation_limited")
    if await is_flooded(work, secret, now=now):
        return say("invitation_limited")
    invitation = await work.invitations.find(secret, now=now)
    owner = await _find_owner(work, invitation, turn.today)
    if turn.person and owner:
        if turn.person.id == owner.id:
            return say("joined_already", name=owner.name)
        return say("joined_as_other", name=turn.person.name)
    is_void = invitation is None or (invitation.person_id and owner is None)
    if is_void or not (invitation and await work.invitations.use(invitation.id, now=now)):
        await _count_wrong(work, address, now=now)
        return _refuse(turn.person)
    person = await work.people.join(invitation, address, now=now, today=turn.today)
    await catch_up(work, person.id, now=now)
    return _welcome(turn, invitation, person)


def _refuse(person: Person | None) -> str:
    """Say one sentence for unknown, used and expired; to an officer also what still holds."""
    if person is None:
        return say("invitation_void")
    offices = join_names(person.offices) or say("no_office")
    return say("invitation_void_linked", name=person.name, offices=offices)


async def _find_owner(work: Work, invitation: Invitation | None, today: dt.date) -> Person | None:
    """Find the officer whom an invitation is for already; one who has left is none."""
    if invitation is None or invitation.person_id is None:
        return None
    person = await work.people.get(invitation.person_id, on=today)
    return person if person and person.left_at is None else None


def _welcome(turn: Turn, invitation: Invitation, person: Person) -> str:
    place = next(each.name for each in turn.places if each.id == invitation.locality_id)
    if invitation.office is None:
        offices = join_names(person.offices) or say("no_office")
        return say("joined_again", name=person.name, offices=offices, place=place)
    text = say("joined", office=invitation.office, place=place)
    more = _MORE.get(invitation.role)
    return f"{text} {say(more)}" if more else text


async def is_flooded(work: Work, secret: str, *, now: dt.datetime) -> bool:
    """Tell whether so many wrong codes came this hour that no other is looked at.

    Who floods must not keep officers out: nobody hits upon a right one.
    """
    is_right = await work.invitations.find(secret, now=now) is not None
    return await work.tries.is_spent(_ALL, MOST_OF_ALL, now=now) and not is_right


async def _count_wrong(work: Work, address: Address, *, now: dt.datetime) -> None:
    await work.tries.count(_key(address), now=now)
    await work.tries.count(_ALL, now=now)


def _key(address: Address) -> str:
    return f"{_ALL} {address.channel} {address.user}"
