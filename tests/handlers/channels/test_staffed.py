"""While a human of the office answers in the app's own window, the bot keeps silent."""

import pytest

from bot.channels.base import Answered
from handlers.messages import Attachment
from tests.factories.citizens import CONTACT, LAMP, bring
from tests.factories.handover import ask_official, link_official
from tests.factories.talk import Chat
from tests.handlers.channels.conftest import ZALO_OA, OpenChat


async def staff_answers(chat: Chat) -> None:
    await chat.app.receiver.receive(Answered(chat.address, "Cán bộ đây ạ", chat.clock.now()))


@pytest.mark.parametrize(
    "said", ["dạ cảm ơn", LAMP, CONTACT, "phản ánh", "hủy", "gặp cán bộ", "tra cứu", "1"]
)
async def test_nothing_is_said_and_nothing_kept(on: OpenChat, said: str) -> None:
    chat = on(ZALO_OA)
    await staff_answers(chat)
    assert await chat.says(said) == ""
    assert await bring(chat, "", Attachment("sticker")) == ""
    async with chat.app.database.read() as work:
        assert set(await work.dialogues.of(chat.address)) == {"staffed"}


async def test_danger_is_answered_all_the_same(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    await staff_answers(chat)
    assert "114" in await chat.says("chay nha roi cuu voi thon 5")


async def test_half_an_hour_after_the_last_answer_the_bot_is_back(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    await staff_answers(chat)
    chat.clock.advance(minutes=20)
    await staff_answers(chat)
    chat.clock.advance(minutes=29)
    assert await chat.says("xin chào") == ""
    chat.clock.advance(minutes=2)
    assert "xin chào Ông/Bà" in await chat.says("xin chào")


async def test_a_draft_waits_meanwhile(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    await chat.says("phản ánh")
    await staff_answers(chat)
    assert await chat.says("dạ vâng, để tôi xem lại đã") == ""
    chat.clock.advance(minutes=31)
    assert "Nội dung ghi được: Đèn đường" in await chat.says(LAMP)


async def test_who_waits_for_an_official_has_got_an_answer(on: OpenChat) -> None:
    chat = on(ZALO_OA)
    await link_official(chat, "binh", "Lê Thị Bình")
    await ask_official(chat)
    await staff_answers(chat)
    await staff_answers(chat)
    assert await chat.says("dạ vâng") == ""
    async with chat.app.database.read() as work:
        [handover] = await work.handovers.list_open()
        lines = await work.handovers.lines(handover.id)
    assert handover.waiting_since is None
    assert [line.text for line in lines] == ["(Cán bộ đã trả lời trực tiếp trên Zalo)"]
