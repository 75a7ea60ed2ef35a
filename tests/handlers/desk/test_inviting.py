"""Inviting at the desk: one, another conversation, a whole list; what waits, what is withdrawn."""

from collections.abc import AsyncIterator

import pytest

from handlers.desk.people import inviting
from handlers.desk.people.inviting import Reach
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.people.inviting import NewInvitation, find_secret
from storage.database import Database
from storage.values import Account, Role
from storage.work import Work
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import ECONOMY, TODAY, TownHall, found_hall
from tests.handlers.people.test_lists import workbook

NOW = MONDAY
REACH = Reach("https://motcua.test", 3)
AN = NewInvitation("", ECONOMY, "Trần Văn An", Role.HEAD)


@pytest.fixture
async def work(sqlite: Database) -> AsyncIterator[Work]:
    async with sqlite.write() as work:
        yield work


@pytest.fixture
async def hall(work: Work) -> TownHall:
    hall = await found_hall(work)
    await work.offices.ensure(hall.place.id, ECONOMY)
    return hall


@pytest.fixture
async def clerk(work: Work, hall: TownHall) -> Visitor:
    return await sit_down(work, await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK))


async def test_one_is_invited_once_and_the_trail_has_no_code(
    work: Work, hall: TownHall, clerk: Visitor
) -> None:
    made = await inviting.invite_one(work, clerk, AN, reach=REACH, now=NOW)
    assert made.link == f"https://motcua.test/moi/{made.code}"
    assert made.code in made.forward
    assert "<svg" in made.qr
    assert made.code in made.sheet
    [change] = await work.changes.of("invitations", locality_id=hall.place.id)
    assert change.new == {"name": "Trần Văn An", "office": ECONOMY, "role": "head"}
    found = await inviting.list_invitations(work, clerk, reach=REACH, now=NOW)
    assert [(each.name, each.office, each.role) for each in found.waiting] == [
        ("Trần Văn An", ECONOMY, "head")
    ]


async def test_the_place_is_the_visitors_whatever_was_sent(
    work: Work, hall: TownHall, clerk: Visitor
) -> None:
    other = await found_hall(work, "xã Đồi Sim")
    await work.offices.ensure(other.place.id, ECONOMY)
    sent = NewInvitation("xã Đồi Sim", ECONOMY, "Vũ Mai")
    made = await inviting.invite_one(work, clerk, sent, reach=REACH, now=NOW)
    found = await work.invitations.find(find_secret(made.code) or "", now=NOW)
    assert found
    assert found.locality_id == hall.place.id
    assert await work.invitations.withdraw(found.id, locality_id=other.place.id, now=NOW) is None
    stranger = await sit_down(work, await other.seat("Đỗ Hòa", ECONOMY, Role.CLERK))
    assert (await inviting.list_invitations(work, stranger, reach=REACH, now=NOW)).waiting == ()
    with pytest.raises(HandlerError, match="desk_invitation_gone"):
        await inviting.withdraw_invitation(work, stranger, found.id, now=NOW)


async def test_what_cannot_be_invited(work: Work, hall: TownHall, clerk: Visitor) -> None:
    for new, code in (
        (NewInvitation("", "Phòng Mới", "An"), "desk_office_unknown"),
        (NewInvitation("", "Các ban, ngành", "An"), "office_is_group"),
        (NewInvitation("", ECONOMY, "  "), "desk_invitee_nameless"),
        (NewInvitation("", ECONOMY, "x" * 101), "desk_invitee_nameless"),
        (NewInvitation("", ECONOMY, "An", Role.OPERATOR), "operator_not_invited"),
    ):
        with pytest.raises(HandlerError, match=code):
            await inviting.invite_one(work, clerk, new, reach=REACH, now=NOW)
    leader = await sit_down(work, await hall.seat("Nguyễn Thị Hạnh", "Lãnh đạo", Role.LEADER))
    for deed in (
        inviting.invite_one(work, leader, AN, reach=REACH, now=NOW),
        inviting.invite_again(work, leader, 1, reach=REACH, now=NOW),
        inviting.withdraw_invitation(work, leader, 1, now=NOW),
        inviting.preview_list(work, leader, "x.xlsx", ([], []), now=NOW),
    ):
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await deed


async def test_a_place_that_has_ended_invites_nobody(
    work: Work, hall: TownHall, clerk: Visitor
) -> None:
    heir = await work.localities.ensure("xã Bến Mới")
    await work.localities.set_successor(hall.place.id, heir.id, valid_to=TODAY)
    person = clerk.get_person()
    with pytest.raises(HandlerError, match="desk_place_ended"):
        await inviting.invite_one(work, await sit_down(work, person), AN, reach=REACH, now=NOW)


async def test_another_conversation_of_an_officer(
    work: Work, hall: TownHall, clerk: Visitor
) -> None:
    person = clerk.person_id or 0
    made = await inviting.invite_again(work, clerk, person, reach=REACH, now=NOW)
    assert made.forward.startswith("Anh/Chị Lê Thị Bình nhắn mã sau")
    other = await found_hall(work, "xã Đồi Sim")
    stranger = await other.seat("Vũ Mai", ECONOMY)
    with pytest.raises(HandlerError, match="desk_gone"):
        await inviting.invite_again(work, clerk, stranger.id, reach=REACH, now=NOW)
    [waiting] = (await inviting.list_invitations(work, clerk, reach=REACH, now=NOW)).waiting
    await inviting.withdraw_invitation(work, clerk, waiting.id, now=NOW)
    assert await work.invitations.find(find_secret(made.code) or "", now=NOW) is None
    with pytest.raises(HandlerError, match="desk_invitation_gone"):
        await inviting.withdraw_invitation(work, clerk, waiting.id, now=NOW)


async def test_seats_of_bots(work: Work, clerk: Visitor) -> None:
    bot = Account("zalo_bot:1", "1", "Một cửa", "", None)
    await work.accounts.save(bot, now=NOW)
    [seat] = (await inviting.list_invitations(work, clerk, reach=REACH, now=NOW)).seats
    assert (seat.title, seat.taken, seat.most) == ("Một cửa", 0, 3)


async def test_a_list_is_shown_before_anything_is_made(
    work: Work, hall: TownHall, clerk: Visitor
) -> None:
    data = workbook(
        ("Họ tên", "Đơn vị", "Vai trò"),
        ("Trần Văn An", ECONOMY, ""),
        ("Vũ Mai", "Phòng Mới", "đầu mối"),
        ("", ECONOMY, ""),
        ("Đỗ Hòa", "Các ban, ngành", ""),
    )
    read = await inviting.read_workbook("ds.xlsx", data)
    preview = await inviting.preview_list(work, clerk, "ds.xlsx", read, now=NOW)
    assert [each.name for each in preview.good] == ["Trần Văn An"]
    assert [each.name for each in preview.of_new_offices] == ["Vũ Mai"]
    assert [(each.row, each.code) for each in preview.bad] == [
        (4, "list_no_name"),
        (5, "list_office_is_group"),
    ]
    assert await work.invitations.list_open(hall.place.id, now=NOW) == []
    assert await work.offices.find(hall.place.id, "Phòng Mới") is None
    made = await inviting.invite_list(
        work, clerk, preview, makes_offices=True, reach=REACH, now=NOW
    )
    assert [each.invitee.name for each in made.invited] == ["Trần Văn An", "Vũ Mai"]
    assert all(each.code in made.sheet for each in made.invited)
    assert await work.offices.find(hall.place.id, "Phòng Mới")


async def test_what_is_no_list(work: Work, clerk: Visitor) -> None:
    for data, code in (
        (b"", "damaged"),
        (b"PK\x03\x04 nothing", "damaged"),
        (workbook(("a", "b")), "list_no_header"),
    ):
        with pytest.raises(HandlerError, match=code) as caught:
            await inviting.read_workbook("ds.xlsx", data)
        assert caught.value.facts["name"] == "ds.xlsx"
