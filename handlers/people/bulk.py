"""Inviting all officers of a list at once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.people.bots import Seats
from handlers.people.inviting import NewInvitation, find_office, make_invitation
from handlers.people.lists import BadRow, Invitee
from handlers.texts.forms import local_day
from storage.values import Account
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Invited:
    """An officer of the list with the code made, and the bots it may be sent to."""

    invitee: Invitee
    code: str
    bots: tuple[Account, ...] = ()


async def check_offices(
    work: Work,
    place: str,
    invitees: Sequence[Invitee],
    *,
    makes_offices: bool,
    now: dt.datetime,
) -> tuple[list[Invitee], list[BadRow]]:
    """Part a list into rows whose office can be found or made, and the others."""
    locality = await work.localities.ensure(place)
    good: list[Invitee] = []
    bad: list[BadRow] = []
    for each in invitees:
        new = _new(place, each, makes_office=makes_offices)
        try:
            await find_office(work, locality.id, new, on=local_day(now))
        except HandlerError as error:
            bad.append(BadRow(each.row, f"list_{error.code}", (("office", each.office),)))
        else:
            good.append(each)
    return good, bad


async def invite_all(
    work: Work, place: str, invitees: Sequence[Invitee], *, seats: Seats, now: dt.datetime
) -> list[Invited]:
    """Make an invitation for each of a list; their offices have been checked."""
    return [
        Invited(each, await make_invitation(work, _new(place, each), now=now), seats.take())
        for each in invitees
    ]


def _new(place: str, each: Invitee, *, makes_office: bool = False) -> NewInvitation:
    return NewInvitation(place, each.office, each.name, each.role, makes_office=makes_office)
