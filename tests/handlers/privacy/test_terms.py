"""How long things are kept is told from the settings, to everybody and to the owner of the data."""

import datetime as dt

import pytest

from handlers.privacy.asked import Wish, find_wish
from handlers.privacy.notice import say_terms
from handlers.retention.ages import Ages
from knowledge.text import clean, fold
from storage.database import Database
from tests.factories.aged import LAN, answer_named, ask_for_copy, open_named
from tests.factories.cases import found_town
from tests.factories.talk import build_chat

SET = Ages(bodies=21, questions=99, anonymise=7, delete=11, attachments=77, changes=13, logins=3)
TOLD = (
    "Tin nhắn: 21 ngày.",
    "trao đổi với cán bộ: 99 ngày.",
    "Phản ánh: 7 năm sau khi trả lời hoặc kết thúc",
    "Ảnh, tệp của phản ánh: 77 ngày",
    "kết quả đã công khai: 11 năm",
    "Nhật ký thao tác của cán bộ: 13 năm.",
    "Yêu cầu về dữ liệu cá nhân: 7 năm",
)


def test_each_age_is_told_from_the_settings() -> None:
    lines = "\n".join(say_terms("vi", ages=SET, cookie=dt.timedelta(days=5)))
    assert [each for each in TOLD if each not in lines] == []
    lines = "\n".join(say_terms("vi", ages=Ages(), cookie=dt.timedelta(0)))
    assert "Ảnh, tệp của phản ánh" not in lines  # as long as its words
    assert "kết quả đã công khai:" not in lines  # for good
    assert "Cookie" not in lines


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("quyền riêng tư", Wish.TERMS),
        ("cho tôi xem thông báo quyền riêng tư", Wish.TERMS),
        ("dữ liệu của tôi lưu bao lâu", Wish.TERMS),
        ("du lieu ca nhan cua toi duoc luu giu trong bao lau", Wish.TERMS),
        ("privacy notice", Wish.TERMS),
        ("how long do you keep my data", Wish.TERMS),
        ("hồ sơ đất đai được lưu bao lâu", None),
        ("báo cáo dữ liệu dân cư lưu bao lâu", None),
    ],
)
def test_what_asks_for_it(text: str, wish: Wish | None) -> None:
    assert find_wish(fold(clean(text))) is wish


async def test_the_chat_tells_everybody(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    said = await build_chat(sqlite, retention_bodies=21).says("quyền riêng tư")
    assert "- Tin nhắn: 21 ngày." in said
    assert "- Phản ánh: 5 năm" in said
    assert "“dữ liệu của tôi”" in said


async def test_the_owner_is_told_until_which_days(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        answered = await answer_named(work, town, await open_named(work, town))
        still_open = await open_named(work, town, number=2)
        await ask_for_copy(work, town.place_id)
    chat = build_chat(
        sqlite, retention_bodies=21, retention_cases_anonymise=7, retention_cases_delete=11,
        retention_attachments=77,
    ).other(LAN.user)  # fmt: skip
    await chat.says("xin chào")
    said = await chat.says("dữ liệu của tôi")
    until = "lưu đến 23/11/2033, ảnh, tệp lưu đến 08/02/2027, ngày và tình trạng lưu đến 23/11/2037"
    assert f"{answered.code} gửi ngày 23/11/2026 (Đã trả lời), {until}" in said
    assert (
        f"{still_open.code} gửi ngày 23/11/2026 (Đã gửi, chờ tiếp nhận), lưu trong khi xử lý"
        in said
    )
    assert "mỗi tin được xóa sau 21 ngày" in said
    assert "- Yêu cầu về dữ liệu: 1, lưu 7 năm sau khi xong" in said


async def test_who_asks_for_deletion_is_told_why_not_and_until_when(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        answered = await answer_named(work, town, await open_named(work, town))
        still_open = await open_named(work, town, number=2)
    chat = build_chat(sqlite, retention_cases_anonymise=7).other(LAN.user)
    said = await chat.says("xóa dữ liệu của tôi")
    assert f"{answered.code} đã kết thúc, hồ sơ được cơ quan lưu đến 23/11/2033" in said
    assert f"{still_open.code} đang xử lý nên" in said
    assert "7 năm lưu trữ" in said
