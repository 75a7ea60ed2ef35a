"""What an application's menu stands for is understood as a whole message, by everybody."""

import pytest

from tests.factories.citizens import LAMP, report
from tests.factories.handover import ask_official, link_official
from tests.factories.talk import Chat

ASKED = "Xin Ông/Bà nhắn mã phản ánh, có dạng PA261123-XXXXXX. "


@pytest.mark.parametrize(
    ("said", "citizen", "clerk"),
    [
        ("trợ giúp", "xin chào Ông/Bà", "xin chào Anh/Chị"),
        ("việc của tôi", "dành cho cán bộ đã liên kết", "Anh/Chị không"),
        ("tra cứu", ASKED, "Xin Anh/Chị nhắn mã phản ánh"),
        ("tra cuu", ASKED, "“việc PAKN”"),
        ("Tra cứu phản ánh", ASKED, ""),
        ("phản ánh", "việc cần phản ánh", "việc cần phản ánh"),
        ("huỷ", "không có nội dung nào", "không có nội dung nào"),
        ("hủy", "không có nội dung nào", "không có nội dung nào"),
    ],
)
async def test_a_menu_s_words(chat: Chat, said: str, citizen: str, clerk: str) -> None:
    assert citizen in await chat.says(said)
    official = await link_official(chat, "binh", "Lê Thị Bình")
    assert clerk in await official.says(said)


async def test_a_code_follows_what_was_asked_for(chat: Chat) -> None:
    case = await report(chat, LAMP, "bỏ qua")
    await chat.says("tra cứu")
    assert chat.buttons == ["Phản ánh của tôi"]
    assert case.code in await chat.says("Phản ánh của tôi")
    assert f"{case.code}: Đã gửi" in await chat.other("minh").says(case.code)
    assert "my reports" in await chat.says("look up")


async def test_a_draft_waits_while_something_is_looked_up(chat: Chat) -> None:
    await chat.says(LAMP)
    assert ASKED in await chat.says("tra cứu")
    assert "xem lại trước khi gửi" in await chat.says("bỏ qua")


async def test_who_waits_for_an_official_may_look_something_up(chat: Chat) -> None:
    official = await link_official(chat, "binh", "Lê Thị Bình")
    await ask_official(chat)
    before = official.heard()
    assert ASKED in await chat.says("tra cứu")
    assert official.heard() == before
    await chat.says("nhà tôi ở thôn 3")
    assert official.heard() != before
