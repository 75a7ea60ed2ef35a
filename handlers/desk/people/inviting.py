"""Inviting officers at the desk: one, another address of one, or a whole list."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.desk.people.trail import INVITATIONS, Act, about_person, begin, get_officer
from handlers.desk.trail import note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.people.bots import Seats, find_link, find_seats, list_ways, say_full, write_forward
from handlers.people.bulk import Invited, check_offices, invite_all
from handlers.people.inviting import VALID_FOR, NewInvitation, make_another, make_invitation
from handlers.people.lists import LONGEST_NAME, BadRow, Invitee, read_list
from handlers.people.qr import draw_qr_file
from handlers.people.sheets import build_sheet
from handlers.texts import say
from handlers.texts.forms import join_names
from knowledge.errors import KnowledgeError
from knowledge.text import clean
from storage.values import Account, Invitation, Role
from storage.work import Work

_NEW_OFFICE = "list_office_unknown"


@dataclass(frozen=True, slots=True)
class Reach:
    """Where invited officers can go: the web address, and how many people a Zalo bot reaches."""

    public_url: str
    bot_people: int


@dataclass(frozen=True, slots=True)
class MadeInvitation:
    """An invitation as it is passed on; the code is shown this once, it is stored hashed."""

    name: str
    code: str
    link: str | None
    forward: str
    qr: str  # an SVG file
    sheet: str  # an HTML file with one slip
    until: dt.datetime
    warning: str


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A Zalo bot of the place and how many of the people it reaches are taken."""

    title: str
    taken: int
    most: int


@dataclass(frozen=True, slots=True)
class InvitationList:
    """The invitations that can still be used, and the bots' seats."""

    waiting: tuple[Invitation, ...]
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a list of officers says before anything is made: good rows, new offices', bad ones."""

    name: str
    good: tuple[Invitee, ...]
    of_new_offices: tuple[Invitee, ...]
    bad: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class MadeList:
    """The invitations made of a list, and the slips to print; shown this once."""

    invited: tuple[Invited, ...]
    sheet: str
    warning: str


async def list_invitations(
    work: Work, visitor: Visitor, *, reach: Reach, now: dt.datetime
) -> InvitationList:
    """List what is open, without codes."""
    visitor.check(Power.VIEW_PEOPLE)
    waiting = await work.invitations.list_open(visitor.place.id, now=now)
    seats = await find_seats(work, visitor.place.id, most=reach.bot_people)
    lines = [
        SeatLine(bot.title or bot.number, seats.taken.get(bot.channel, 0), seats.most)
        for bot in seats.zalo
    ]
    return InvitationList(tuple(waiting), tuple(lines))


def _check_open(visitor: Visitor) -> None:
    """Raise `HandlerError` at a place that has ended: codes would be its successor's."""
    if visitor.place.successor_id:
        raise HandlerError("desk_place_ended", name=visitor.place.name)


async def invite_one(
    work: Work,
    visitor: Visitor,
    wanted: NewInvitation,
    *,
    reach: Reach,
    now: dt.datetime,
) -> MadeInvitation:
    """Make an invitation to the visitor's place, whatever place was named."""
    await begin(work, visitor)
    _check_open(visitor)
    name, office = clean(wanted.name), clean(wanted.office)
    if not name or len(name) > LONGEST_NAME:
        raise HandlerError("desk_invitee_nameless", limit=LONGEST_NAME)
    new = replace(wanted, place=visitor.place.name, name=name, office=office)
    code = await _make(work, new, now=now)
    seats = await find_seats(work, visitor.place.id, most=reach.bot_people)
    bots = seats.take()
    forward = write_forward(code, new, bots, reach.public_url)
    value = _describe(new)
    await note_change(work, visitor, Act.INVITED, INVITATIONS, now=now, new=value)
    made = Invited(Invitee(0, name, office, new.role), code, bots)
    return _show(made, forward, visitor, seats, reach=reach, now=now)


def _describe(new: NewInvitation | Invitee) -> dict[str, Any]:
    return {"name": new.name, "office": new.office, "role": new.role.value}


async def _make(work: Work, new: NewInvitation, *, now: dt.datetime) -> str:
    try:
        return await make_invitation(work, new, now=now)
    except HandlerError as error:
        if error.code != "office_unknown":
            raise
        raise HandlerError("desk_office_unknown", office=new.office) from error


async def invite_again(
    work: Work, visitor: Visitor, person_id: int, *, reach: Reach, now: dt.datetime
) -> MadeInvitation:
    """Make an invitation that links one conversation more to an officer."""
    await begin(work, visitor)
    person = await get_officer(work, visitor, person_id, now=now)
    code = await make_another(work, person, now=now)
    seats = await find_seats(work, visitor.place.id, most=reach.bot_people)
    bots = seats.take()
    ways = list_ways(code, bots, reach.public_url)
    forward = "\n".join([say("desk_forward_again", name=person.name, code=code), *ways])
    await note_change(work, visitor, Act.INVITED_AGAIN, about_person(person.id), now=now)
    offices = join_names(person.offices) or say("no_office")
    made = Invited(Invitee(0, person.name, offices, Role(person.role)), code, bots)
    return _show(made, forward, visitor, seats, reach=reach, now=now)


def _show(
    made: Invited,
    forward: str,
    visitor: Visitor,
    seats: Seats,
    *,
    reach: Reach,
    now: dt.datetime,
) -> MadeInvitation:
    bots: Sequence[Account] = made.bots
    return MadeInvitation(
        name=made.invitee.name,
        code=made.code,
        link=find_link(made.code, bots, reach.public_url),
        forward=forward,
        qr=draw_qr_file(find_link(made.code, bots, reach.public_url) or made.code),
        sheet=build_sheet([made], place=visitor.place.name, public_url=reach.public_url, now=now),
        until=now + VALID_FOR,
        warning=say_full(seats),
    )


async def withdraw_invitation(
    work: Work, visitor: Visitor, invitation_id: int, *, now: dt.datetime
) -> None:
    """Let an invitation that nobody has used be good for nothing."""
    await begin(work, visitor)
    place_id = visitor.place.id
    gone = await work.invitations.withdraw(invitation_id, locality_id=place_id, now=now)
    if gone is None:
        raise HandlerError("desk_invitation_gone")
    old = {"name": gone.name, "office": gone.office or "", "role": gone.role}
    await note_change(work, visitor, Act.INVITATION_WITHDRAWN, INVITATIONS, now=now, old=old)


async def read_workbook(name: str, data: bytes) -> tuple[list[Invitee], list[BadRow]]:
    """Read a list of officers from a workbook; raise `HandlerError` where it is none."""
    try:
        return await asyncio.to_thread(read_list, name, data)
    except KnowledgeError as error:
        facts: dict[str, str | int] = {"name": name}
        raise HandlerError(error.code, **(facts | error.facts)) from error


async def preview_list(
    work: Work,
    visitor: Visitor,
    name: str,
    read: tuple[Sequence[Invitee], Sequence[BadRow]],
    *,
    now: dt.datetime,
) -> ListPreview:
    """Tell which rows of a list can be used; nothing is made."""
    visitor.check(Power.EDIT_PEOPLE)
    rows, unread = read
    place = visitor.place.name
    good, unfit = await check_offices(work, place, rows, makes_offices=False, now=now)
    new = {each.row for each in unfit if each.code == _NEW_OFFICE}
    bad = sorted((*unread, *(b for b in unfit if b.row not in new)), key=lambda each: each.row)
    of_new = tuple(each for each in rows if each.row in new)
    return ListPreview(name, tuple(good), of_new, tuple(bad))


async def invite_list(
    work: Work,
    visitor: Visitor,
    preview: ListPreview,
    *,
    makes_offices: bool,
    reach: Reach,
    now: dt.datetime,
) -> MadeList:
    """Make an invitation for each row that can still be used; new offices only if wanted."""
    await begin(work, visitor)
    _check_open(visitor)
    rows = [*preview.good, *(preview.of_new_offices if makes_offices else ())]
    rows.sort(key=lambda each: each.row)
    place = visitor.place.name
    good, _ = await check_offices(work, place, rows, makes_offices=makes_offices, now=now)
    if not good:
        raise HandlerError("list_empty", name=preview.name)
    seats = await find_seats(work, visitor.place.id, most=reach.bot_people)
    invited = await invite_all(work, place, good, seats=seats, now=now)
    sheet = build_sheet(invited, place=place, public_url=reach.public_url, now=now)
    new = [_describe(each.invitee) for each in invited]
    await note_change(work, visitor, Act.LIST_INVITED, INVITATIONS, now=now, new=new)
    return MadeList(tuple(invited), sheet, say_full(seats))
