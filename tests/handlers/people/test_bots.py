"""Where an invited officer sends the code: bots of the place, those with room, the web page."""

from collections.abc import Sequence

import pytest

from handlers.people import NewInvitation, invite
from handlers.people.bots import Seats, find_link, find_seats, list_ways, say_full
from handlers.people.bulk import invite_all
from handlers.people.lists import Invitee
from handlers.people.sheets import build_sheet
from storage.database import Database
from storage.values import Account, Address, Role
from tests.factories.handover import link_official
from tests.factories.talk import MONDAY, build_chat
from tests.handlers.conftest import PLACE

CODE = "MOI-2345678-9ABCDEF"
FIRST = Account("zalo_bot:00000001", "1", "Bot Bến Lụa", "https://zalo.me/1")
SECOND = Account("zalo_bot:00000002", "2", "Bot Bến Lụa 2")
TELEGRAM = Account("telegram:00000003", "3", "Một cửa", "https://t.me/benlua_bot")
OFFICIAL_ACCOUNT = Account("zalo_oa:00000004", "4", "UBND xã Bến Lụa", "https://zalo.me/4")
WEB = "https://benlua.example"


async def save(database: Database, *accounts: Account) -> int:
    async with database.write() as work:
        place = await work.localities.ensure(PLACE)
        await work.offices.ensure(place.id, "Văn phòng")
        for account in accounts:
            await work.accounts.save(account, now=MONDAY)
    return place.id


def titles(taken: Sequence[Account]) -> list[str]:
    return [bot.title for bot in taken]


def test_the_next_bot_is_filled_when_one_is_full() -> None:
    seats = Seats([FIRST, SECOND, TELEGRAM], {FIRST.channel: 1}, most=2)
    assert [titles(seats.take()) for _ in range(4)] == [
        ["Bot Bến Lụa", "Một cửa"],
        ["Bot Bến Lụa 2", "Một cửa"],
        ["Bot Bến Lụa 2", "Một cửa"],
        ["Một cửa"],
    ]
    assert seats.is_full
    assert say_full(seats).startswith("Các bot Zalo đều đã đủ 2 người")
    assert not Seats([TELEGRAM], {}, most=0).is_full
    assert not say_full(Seats([FIRST], {}, most=1))


async def test_a_place_s_own_bots_come_first_and_another_s_never(database: Database) -> None:
    place_id = await save(database, FIRST, TELEGRAM, OFFICIAL_ACCOUNT)
    async with database.write() as work:
        other = await work.localities.ensure("xã Nghi Đồng")
        own = Account("zalo_bot:00000009", "9", "Bot riêng", locality_id=place_id)
        foreign = Account("zalo_bot:00000000", "0", "Bot xã khác", locality_id=other.id)
        for account in (own, foreign):
            await work.accounts.save(account, now=MONDAY)
        seats = await find_seats(work, place_id, most=1)
    assert [titles(seats.take()) for _ in range(3)] == [
        ["Bot riêng", "Một cửa"],
        ["Bot Bến Lụa", "Một cửa"],
        ["Một cửa"],
    ]


async def test_people_who_are_reached_by_a_bot_are_counted(database: Database) -> None:
    place_id = await save(database, FIRST, SECOND)
    new = NewInvitation(PLACE, "Văn phòng", "Trần Văn An")
    for user in ("a", "b"):
        code = await invite(database, new, now=MONDAY)
        async with database.write() as work:
            found = await work.invitations.find(_secret(code), now=MONDAY)
            assert found
            await work.people.join(
                found, Address(FIRST.channel, user), now=MONDAY, today=MONDAY.date()
            )
    async with database.read() as work:
        assert titles((await find_seats(work, place_id, most=2)).take()) == ["Bot Bến Lụa 2"]
        assert titles((await find_seats(work, place_id, most=3)).take()) == ["Bot Bến Lụa"]


def _secret(code: str) -> str:
    return code.removeprefix("MOI-").replace("-", "")


def test_each_way_is_a_line() -> None:
    assert list_ways(CODE, [FIRST, TELEGRAM], WEB) == [
        "Trên Zalo: mở https://zalo.me/1 (“Bot Bến Lụa”), nhắn mã trên.",
        f"Trên Telegram: mở https://t.me/benlua_bot?start={CODE} rồi bấm nút bắt đầu.",
        f"Trên trang web: mở {WEB}/moi/{CODE} rồi bấm nút trên trang.",
    ]
    assert list_ways(CODE, [SECOND], "") == ["Trên Zalo: tìm “Bot Bến Lụa 2”, nhắn mã trên."]
    assert list_ways(CODE, [], "") == []
    assert len(f"start={CODE}") <= 64  # what Telegram takes


def test_a_qr_code_carries_a_link_where_there_is_one() -> None:
    assert find_link(CODE, [FIRST, TELEGRAM], WEB) == f"{WEB}/moi/{CODE}"
    assert find_link(CODE, [FIRST, TELEGRAM], "") == f"https://t.me/benlua_bot?start={CODE}"
    assert find_link(CODE, [FIRST], "") is None


async def test_a_clerk_passes_on_where_the_code_is_sent(sqlite: Database) -> None:
    await save(sqlite, FIRST, TELEGRAM)
    chat = build_chat(sqlite, public_url=WEB, zalo_bot_people=1)
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    await clerk.says("mời Trần Văn An vào Văn phòng")
    await clerk.says("tạo mã")
    made, forward = clerk.heard()[-2:]
    assert "đã đủ" not in made
    first, *ways = forward.splitlines()
    assert first.startswith("UBND xã Bến Lụa mời Anh/Chị Trần Văn An nhận việc của Văn phòng")
    assert [way.split(":")[0] for way in ways] == ["Trên Zalo", "Trên Telegram", "Trên trang web"]
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.other("an").says(forward)


async def test_a_clerk_is_told_when_every_bot_is_full(sqlite: Database) -> None:
    await save(sqlite, FIRST)
    chat = build_chat(sqlite, zalo_bot_people=1)
    clerk = await link_official(chat, "binh", "Lê Thị Bình")
    async with sqlite.write() as work:
        person = await work.people.find(clerk.address, on=MONDAY.date())
        assert person
        await work.people.add_address(person.id, Address(FIRST.channel, "b"), now=MONDAY)
    await clerk.says("mời Trần Văn An vào Văn phòng")
    await clerk.says("tạo mã")
    made, forward = clerk.heard()[-2:]
    assert made.endswith("Các bot Zalo đều đã đủ 1 người; xin đề nghị người quản trị thêm bot mới.")
    assert "Nhắn mã sau cho trợ lý để bắt đầu" in forward


@pytest.mark.parametrize("public_url", ["", WEB])
async def test_a_slip_says_which_bot(sqlite: Database, public_url: str) -> None:
    await save(sqlite, FIRST, SECOND)
    people = [Invitee(row, f"Người {row}", "Văn phòng", Role.OFFICER) for row in (2, 3)]
    async with sqlite.write() as work:
        seats = Seats([FIRST, SECOND], {}, most=1)
        invited = await invite_all(work, PLACE, people, seats=seats, now=MONDAY)
    page = build_sheet(invited, place=PLACE, public_url=public_url, now=MONDAY)
    assert page.count("mở https://zalo.me/1 (“Bot Bến Lụa”), nhắn mã trên.") == 1
    assert page.count("tìm “Bot Bến Lụa 2”, nhắn mã trên.") == 1
    assert page.count("Mã dùng một lần.") == 2
    assert ("Quét mã bằng máy ảnh" in page) == bool(public_url)
    assert seats.is_full
