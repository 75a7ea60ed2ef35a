"""Joining with a code: a second address, codes that do not work, guessing, leaving."""

import datetime as dt
import re

import pytest

from handlers.handover.officials import find_officials
from handlers.people import NewInvitation, invite
from handlers.people.inviting import find_secret, invite_again, write_link
from handlers.people.leaving import leave, set_away
from knowledge.assignees import looks_like_group
from storage.values import Address, Role
from tests.factories.handover import ask_official, link_official
from tests.factories.talk import Chat
from tests.handlers.conftest import PLACE

OFFICE = "Phòng Kinh tế"
DAY = dt.timedelta(days=1)
VOID = "Mã liên kết không đúng, đã dùng hoặc đã hết hạn."
STAYS = "mã chưa được dùng"
WRONG = "MOI-2345678-9ABCDEF"


async def make_code(chat: Chat, *, name: str = "Trần Văn An", role: Role = Role.OFFICER) -> str:
    new = NewInvitation(PLACE, OFFICE, name, role, makes_office=True)
    return await invite(chat.app.database, new, now=chat.clock.now())


async def test_a_second_address_is_linked_with_a_new_code(chat: Chat) -> None:
    await chat.says(await make_code(chat))
    name, code = await invite_again(chat.app.database, 1, now=chat.clock.now())
    assert name == "Trần Văn An"
    assert STAYS in await chat.says(code)  # from where the officer is linked already
    stranger = await link_official(chat, "binh", "Lê Thị Bình")
    assert STAYS in await stranger.says(code)
    phone = chat.other("an-2")
    said = await phone.says(code)
    assert "Đã liên kết thêm cuộc trò chuyện này với Anh/Chị Trần Văn An" in said
    assert OFFICE in said
    async with chat.app.database.read() as work:
        person = await work.people.find(phone.address, on=chat.clock.now().date())
    assert person
    assert person.addresses == (phone.address, chat.address)
    assert VOID in await chat.other("cam").says(code)


async def test_used_expired_and_unknown_sound_the_same(chat: Chat) -> None:
    used, late = await make_code(chat), await make_code(chat)
    await chat.other("an").says(used)
    chat.clock.advance(days=7)
    said = {await chat.says(code) for code in (used, late, WRONG)}
    assert len(said) == 1
    assert VOID in said.pop()


async def test_a_code_sent_twice_leaves_the_officer_linked(chat: Chat) -> None:
    code = await make_code(chat)
    await chat.says(code)
    said = await chat.says(code)
    assert VOID in said
    assert "vẫn liên kết với Anh/Chị Trần Văn An (Phòng Kinh tế)" in said


async def test_guessing_stops_after_five(chat: Chat) -> None:
    code = await make_code(chat)
    for _ in range(5):
        assert VOID in await chat.says(WRONG)
    assert "thử lại sau 1 giờ" in await chat.says(code)
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.other("an").says(code)
    another = await make_code(chat)
    chat.clock.advance(hours=1)
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.says(another)


async def test_guessing_from_many_addresses_stops_too(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.people.joining.MOST_OF_ALL", 3)
    for number in range(3):
        assert VOID in await chat.other(f"guest {number}").says(WRONG)
    assert "thử lại sau 1 giờ" in await chat.other("guest 4").says(WRONG)
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.other("an").says(await make_code(chat))


async def test_one_who_has_left_is_told_once_and_answered(chat: Chat) -> None:
    officer = await link_official(chat, "an", "Trần Văn An", role=Role.OFFICER)
    async with chat.app.database.write() as work:
        await leave(work, 1, now=chat.clock.now())
    chat.clock.advance(days=1)
    said = await officer.says("việc của tôi")
    assert said.startswith("Từ ngày 23/11/2026, cuộc trò chuyện này không còn liên kết")
    assert len(said.splitlines()) > 1  # and the message itself is answered
    assert "không còn liên kết" not in await officer.says("chào")


async def test_a_code_for_one_who_has_left_is_void(chat: Chat) -> None:
    await chat.says(await make_code(chat))
    _, code = await invite_again(chat.app.database, 1, now=chat.clock.now())
    async with chat.app.database.write() as work:
        await leave(work, 1, now=chat.clock.now())
    assert VOID in await chat.other("an-2").says(code)


async def test_what_was_begun_is_handed_on(chat: Chat) -> None:
    an = await link_official(chat, "an", "Trần Văn An")
    binh = await link_official(chat, "binh", "Lê Thị Bình")
    citizen = chat.other("dan")
    await ask_official(citizen)
    await an.says("nhận 1")
    async with chat.app.database.write() as work:
        gone = await leave(work, 1, successor_id=2, now=chat.clock.now())
    await chat.app.drain()
    assert (gone.handovers, gone.unheld) == (1, ())
    assert "cần người trả lời tiếp" in binh.heard()[-1]
    assert "trả lời 1" in binh.heard()[-1]
    async with chat.app.database.write() as work:
        gone = await leave(work, 2, now=chat.clock.now())
        [handover] = await work.handovers.list_open()
    assert (gone.handovers, gone.unheld) == (1, ("Văn phòng",))
    assert handover.person_id is None


async def test_the_last_address_is_where_reminders_go(chat: Chat) -> None:
    await chat.says(await make_code(chat))
    async with chat.app.database.write() as work:
        await work.people.add_address(1, Address("web", "new"), now=chat.clock.now())
        held = await work.people.holders(on=chat.clock.now().date())
    assert [holder.person.addresses[0].user for holder in held[1]] == ["new"]


async def test_a_substitute_stands_in(chat: Chat) -> None:
    await link_official(chat, "an", "Trần Văn An", role=Role.OFFICER)
    await chat.other("binh").says(await make_code(chat, name="Lê Thị Bình"))
    today = chat.clock.now().date()
    async with chat.app.database.write() as work:
        await set_away(work, 1, from_day=today, to_day=today + DAY, substitute_id=2)
        held = await work.people.holders(on=today)
        person = await work.people.get(2, on=today)
    assert person
    assert [each.person.name for each in held[1]] == ["Lê Thị Bình"]
    assert person.stands_in == (1,)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("moi 2345678 9abcdef", "23456789ABCDEF"),
        ("Mã của tôi là MOI-2345678-9ABCDEF ạ", "23456789ABCDEF"),
        ("MOI-2345678-9ABCDEFG", None),
        ("mời anh vào họp", None),
    ],
)
def test_a_code_is_read_as_people_type_it(text: str, secret: str | None) -> None:
    assert find_secret(text) == secret


def test_a_link_needs_an_address() -> None:
    assert write_link("", WRONG) is None
    assert write_link("https://mot.cua/", WRONG) == f"https://mot.cua/moi/{WRONG}"


async def test_a_substitute_sees_and_does_the_tasks(sample_chat: Chat) -> None:
    async with sample_chat.app.database.read() as work:
        found = await work.due_days.until(dt.date(2030, 1, 1))
        due = next(day for day in found if not looks_like_group(day.office or ""))
        people = await work.people.list_all(on=dt.date(2026, 11, 23))
    assert due.office
    assert people == []
    for user, office in (("an", due.office), ("binh", "Trạm Y tế")):
        new = NewInvitation(due.locality, office, user.title(), makes_office=True)
        code = await invite(sample_chat.app.database, new, now=sample_chat.clock.now())
        await sample_chat.other(user).says(code)
    binh = sample_chat.other("binh")
    assert due.task.content[:30] not in await binh.says("việc của tôi")
    today = sample_chat.clock.now().date()
    async with sample_chat.app.database.write() as work:
        await set_away(work, 1, from_day=today, to_day=today, substitute_id=2)
    assert due.task.content[:30] in await binh.says("việc của tôi")
    assert "hoàn thành" in await binh.says("xong 1")
    sample_chat.clock.advance(days=1)
    assert due.task.content[:30] not in await binh.says("việc của tôi")


async def test_questions_go_to_who_stands_in_for_the_clerk(chat: Chat) -> None:
    clerk = await link_official(chat, "an", "Trần Văn An")
    await chat.other("binh").says(await make_code(chat, name="Lê Thị Bình"))
    await chat.other("chi").says(await make_code(chat, name="Phạm Chi"))
    today = chat.clock.now().date()
    async with chat.app.database.write() as work:
        await set_away(work, 1, from_day=today, to_day=today, substitute_id=2)
        asked = await find_officials(work, 1, now=chat.clock.now())
        assert [person.name for person in asked] == ["Lê Thị Bình"]
        asked = await find_officials(work, 1, now=chat.clock.now() + DAY)
        assert [person.addresses[0] for person in asked] == [clerk.address]
        await set_away(work, 1, from_day=today, to_day=today, substitute_id=None)
        asked = await find_officials(work, 1, now=chat.clock.now())
        assert [person.addresses[0] for person in asked] == [clerk.address]


@pytest.mark.parametrize(
    ("role", "named"),
    [
        (Role.OFFICER, {"việc của tôi"}),
        (
            Role.CLERK,
            {"việc của tôi", "kế hoạch", "việc PAKN", "chưa có người nhận", "hỏi đáp", "câu hỏi"},
        ),
        (Role.LEADER, {"việc của tôi", "việc PAKN", "việc quá hạn"}),
    ],
)
async def test_the_greeting_names_what_a_role_may_ask(
    chat: Chat, role: Role, named: set[str]
) -> None:
    said = await chat.says(await make_code(chat, role=role))
    assert set(re.findall("“([^”]+)”", said)) == named
