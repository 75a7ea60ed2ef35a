"""Courtesy, the office's profile, and who is spoken to."""

import pytest

from handlers.people import NewInvitation, invite
from storage.values import Role
from tests.factories.talk import Chat

PROFILE = {
    "office.phone": "0298 3000 112",
    "office.address": "Thôn Bến Đình",
    "hours.days": "thứ Hai đến thứ Sáu",
    "hours.morning": "07:30–11:30",
    "hours.afternoon": "13:00–17:00",
    "hours.saturday": "07:30–11:30",
    "reception.address": "Phòng 102",
    "reception.schedule": "thứ Năm hằng tuần",
    "reception.phone": "0298 3000 118",
}


@pytest.fixture
async def office(chat: Chat) -> Chat:
    async with chat.app.database.write() as work:
        [place] = await work.localities.list_all()
        await work.localities.save_profile(place.id, PROFILE)
    return chat


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("xin chào ạ", "Trợ lý tự động UBND xã Bến Lụa xin chào Ông/Bà"),
        ("alo ad oi", "xin chào Ông/Bà"),
        ("cảm ơn nhé", "Cảm ơn Ông/Bà"),
        ("ok", "cần hỏi gì thêm"),
        ("dạ", "cần hỏi gì thêm"),
        (
            "bạn là ai",
            "không phải cán bộ. Cần gặp cán bộ, xin nhắn “gặp cán bộ” hoặc gọi 0298 3000 112.",
        ),
        ("are you a bot", "not an official"),
        ("thứ 7 có làm việc không", "Thứ Bảy: 07:30–11:30."),
        ("lịch tiếp công dân", "Tiếp công dân: Phòng 102; thứ Năm hằng tuần"),
        ("số điện thoại", "Điện thoại: 0298 3000 112."),
        ("giờ làm việc thế nào", "Giờ làm việc: thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00."),
        ("tôi muốn tố cáo trưởng thôn", "Tiếp công dân: Phòng 102"),
    ],
)
async def test_what_an_office_answers(office: Chat, text: str, said: str) -> None:
    assert said in await office.says(text)


async def test_only_what_was_asked_is_said(office: Chat) -> None:
    told = await office.says("thứ 7 xã có làm việc không")
    assert len(told.splitlines()) == 1


async def test_officers_are_spoken_to_as_officers(office: Chat) -> None:
    invitation = NewInvitation("xã Bến Lụa", "Văn phòng", "Trần An", makes_office=True)
    await office.says(await invite(office.app.database, invitation, now=office.clock.now()))
    assert "xin chào Anh/Chị" in await office.says("xin chào")
    assert office.buttons == []
    assert await office.says("cảm ơn nhé") == "Cảm ơn Anh/Chị. Cần hỏi thêm, xin nhắn tại đây."
    assert await office.says("ok") == "Anh/Chị cần hỏi gì thêm, xin nhắn tại đây."


async def test_a_clerk_is_told_which_lists_there_are(office: Chat) -> None:
    made = NewInvitation("xã Bến Lụa", "Văn phòng", "Trần An", Role.CLERK, makes_office=True)
    await office.says(await invite(office.app.database, made, now=office.clock.now()))
    told = await office.says("xin chào")
    assert all(word in told for word in ("“kế hoạch”", "“hỏi đáp”", "“câu hỏi”"))


async def test_the_chat_keeps_its_language_for_a_single_word(office: Chat) -> None:
    await office.says("what are the plans of this commune")
    assert "nothing" in (await office.says("cancel")).lower()
