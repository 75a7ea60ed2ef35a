"""Channels for officials alone: citizens are told where to go, and nothing of theirs stays."""

import pytest

from handlers.messages import Attachment
from handlers.people import NewInvitation, invite
from tests.factories.citizens import CLERKS, CONTACT, LAMP, bring, show
from tests.factories.talk import Chat
from tests.handlers.channels.conftest import TELEGRAM, ZALO_BOT, ZALO_OA, OpenChat
from tests.handlers.conftest import PLACE

FULL = (
    "Kênh này dành cho cán bộ UBND xã Bến Lụa nên tin của Ông/Bà không được lưu. "
    "Cần hỏi hoặc gửi phản ánh, xin vào https://benlua.example, nhắn Zalo UBND xã Bến Lụa "
    "hoặc gọi 0298 3000 112. "
    "Nếu là cán bộ, xin nhắn mã liên kết do công chức đầu mối cấp."
)
SHORT = "Kênh này chỉ dành cho cán bộ;"


async def tables(chat: Chat) -> tuple[int, set[str], int]:
    """Count cases, name the dialogues and count files that a conversation has left."""
    async with chat.app.database.read() as work:
        cases = await work.cases.list_all()
        dialogues = await work.dialogues.of(chat.address)
        files = await work.files.of_owner(chat.address)
    return len(cases), set(dialogues), len(files)


@pytest.mark.parametrize("channel", [TELEGRAM, ZALO_BOT])
async def test_a_citizen_is_told_where_to_go_once_a_day_in_full(on: OpenChat, channel: str) -> None:
    chat = on(channel, public_url="https://benlua.example")
    assert await chat.says("xin chào") == FULL
    again = await chat.says("phản ánh đèn đường hỏng")
    assert again.startswith(SHORT)
    assert "0298 3000 112" in again
    chat.clock.advance(days=1)
    assert await chat.says("alo") == FULL


SAID = [
    *(LAMP, CONTACT, CLERKS, "phản ánh", "gửi", "hủy", "1", "gặp cán bộ", "việc của tôi"),
    *("trợ giúp", "tra cứu", "phản ánh của tôi", "PA261123-7K3QXC", "mã hồ sơ của tôi đâu"),
    *("hạn báo cáo quý III là khi nào", "xóa hết thông tin của tôi", "việc PAKN", "👍 ok"),
    *("toi muon to cao truong thon an chan tien ho tro", "mời Trần Văn An vào Văn phòng"),
    *("tôi khiếu nại quyết định thu hồi đất của tôi", "bot ngu", "hello", "đánh giá 5"),
]


@pytest.mark.parametrize("said", SAID)
async def test_whatever_is_said_no_other_skill_takes_it(on: OpenChat, said: str) -> None:
    chat = on(TELEGRAM)
    assert (await chat.says(said)).startswith("Kênh này dành cho cán bộ")
    assert (await chat.says(said)).startswith(SHORT)
    assert await tables(chat) == (0, {"closed"}, 0)


async def test_nothing_of_it_is_kept(on: OpenChat) -> None:
    chat = on(TELEGRAM)
    await show(chat, "a.jpg", text=LAMP)
    await bring(chat, "", Attachment("sticker"))
    assert await tables(chat) == (0, {"closed"}, 0)
    async with chat.app.database.read() as work:
        thread = await work.thread.recent(chat.address, limit=9)
    assert not [entry for entry in thread if "Bến Đình" in entry.body]
    assert any("không được lưu" in entry.body for entry in thread if entry.is_own)


async def test_danger_to_life_comes_first(on: OpenChat) -> None:
    chat = on(TELEGRAM)
    told = await chat.says("chay nha roi cuu voi thon 5")
    assert told.startswith("KHẨN CẤP: gọi ngay 114")
    assert "phản ánh" not in told  # which cannot be sent here
    unsure = await chat.says("hình như có người đuối nước ngoài sông")
    assert "114" in unsure


async def test_an_invitation_opens_the_channel(on: OpenChat) -> None:
    chat = on(TELEGRAM)
    await chat.says("xin chào")
    new = NewInvitation(PLACE, "Văn phòng", "Trần Văn An", makes_office=True)
    code = await invite(chat.app.database, new, now=chat.clock.now())
    assert "Mã liên kết không đúng" in await chat.says("MOI-2345678-9ABCDEF")
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.says(code)
    assert "việc chưa hoàn thành" in await chat.says("xin chào")
    assert not (await chat.says("việc của tôi")).startswith("Kênh này")


@pytest.mark.parametrize("channel", ["web", "console", ZALO_OA])
async def test_other_kinds_are_open(on: OpenChat, channel: str) -> None:
    assert "xin chào Ông/Bà" in await on(channel).says("xin chào")


async def test_an_office_may_open_all(on: OpenChat) -> None:
    assert "xin chào Ông/Bà" in await on(TELEGRAM, closed_to_citizens="").says("xin chào")


async def test_without_a_profile_the_office_itself_is_named(on: OpenChat) -> None:
    chat = on(TELEGRAM)
    async with chat.app.database.write() as work:
        [place] = await work.localities.list_all()
        await work.localities.save_profile(place.id, {"office.phone": "", "office.zalo": ""})
    assert "xin liên hệ trực tiếp UBND xã, phường." in await chat.says("alo")
    assert "this channel is for" in (await on(TELEGRAM, "b").says("hello there, anyone?")).lower()


@pytest.mark.parametrize("said", ["cháy nhà, cứu với", "mã BL7K-3QXC-9WPD của tôi đây"])
async def test_words_that_are_answered_otherwise_are_not_kept_either(
    on: OpenChat, said: str
) -> None:
    chat = on(TELEGRAM)
    await chat.says(said)
    async with chat.app.database.read() as work:
        entries = await work.thread.recent(chat.address, limit=9)
    assert not any(said in entry.body for entry in entries if entry.is_own)
