"""A citizen who wants a human: passed on, the bot silent, ended; and nobody to pass it to."""

import json

import pytest

from handlers.choices import remember_choices
from handlers.handover import standing
from handlers.handover.opening import MOST_A_DAY
from handlers.handover.passing import MOST_AN_HOUR
from handlers.messages import Button, Reply
from storage.values import Dialogue
from tests.factories.handover import (
    QUESTION,
    ask_official,
    count_open,
    news,
    replies_to,
    save_profile,
)
from tests.factories.talk import Chat, build_chat


async def test_the_last_question_goes_to_the_clerk(lan: Chat, clerk: Chat) -> None:
    await save_profile(lan)
    await lan.says(QUESTION)
    told = await lan.says("gặp cán bộ")
    opened, notice = told.split("\nHỏi đáp số 1, người dân hỏi: ")
    assert opened.splitlines() == [
        f"Đã chuyển tới cán bộ UBND xã Bến Lụa: “{QUESTION}”.",
        "Cán bộ trả lời tại đây trong giờ làm việc (thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00). Cần gấp, xin gọi 0298 3000 112.",
        "Từ lúc này tin nhắn của Ông/Bà được chuyển cho cán bộ, trợ lý tự động không trả lời. Nhắn “kết thúc” để dừng, “hỏi trợ lý” để hỏi trợ lý tự động.",
    ]
    assert notice.startswith(f"“{QUESTION}”.\nNhắn “trả lời 1: …”")
    assert [b.says for b in replies_to(clerk)[-1].buttons] == ["nhận 1", "trả lời hỏi đáp 1"]
    assert [b.says for b in replies_to(lan)[-1].buttons] == ["kết thúc"]


async def test_without_a_question_it_is_asked_for(lan: Chat, clerk: Chat) -> None:
    assert "muốn hỏi cán bộ việc gì" in await lan.says("cho tôi gặp cán bộ")
    assert "muốn hỏi cán bộ việc gì" in await lan.says("dạ")
    assert not news(clerk, 1)
    await lan.says(QUESTION)
    assert QUESTION in clerk.heard()[-1]


async def test_what_is_said_with_the_wish_is_the_question(lan: Chat, clerk: Chat) -> None:
    text = "Cho tôi gặp cán bộ hỏi về tiền hỗ trợ sau bão"
    await lan.says(text)
    assert f"“{text}”" in clerk.heard()[-1]


async def test_a_short_question_is_passed_on_with_the_one_before(lan: Chat, clerk: Chat) -> None:
    await lan.says(QUESTION)
    await lan.says("còn xã khác?")
    await lan.says("nhờ cán bộ trả lời giúp")
    assert f"{QUESTION}\ncòn xã khác?" in clerk.heard()[-1]


@pytest.mark.parametrize("word", ["huỷ", "hủy", "kết thúc"])
async def test_asking_for_the_question_can_be_stopped(lan: Chat, clerk: Chat, word: str) -> None:
    await lan.says("gặp cán bộ")
    assert await lan.says(word) == "Đã hủy, chưa chuyển nội dung nào cho cán bộ."
    assert not await count_open(lan)
    assert len(clerk.heard()) == 1


async def test_the_bot_is_silent_and_passes_on(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    before = len(lan.heard())
    await lan.says("Nhà tôi ở cuối xóm Đình")
    await lan.says("hạn báo cáo quý III là khi nào")
    assert [text.split(".")[0] for text in news(lan, before)] == ["Đã chuyển tới cán bộ"]
    assert "Hỏi đáp số 1, người dân nhắn: “Nhà tôi ở cuối xóm Đình”." in clerk.heard()
    assert "Hỏi đáp số 1, người dân nhắn: “hạn báo cáo quý III là khi nào”." in clerk.heard()


async def test_danger_codes_and_feedback_are_served_meanwhile(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    heard = len(clerk.heard())
    assert "gọi ngay 114" in await lan.says("cháy nhà rồi cứu với")
    assert "chưa gửi phản ánh nào" in await lan.says("phản ánh của tôi")
    assert "việc cần phản ánh" in await lan.says("tôi muốn phản ánh")
    assert "Nội dung ghi được" in await lan.says("Đèn đường đầu thôn hỏng cả tháng")
    assert await lan.says("hủy") == "Đã hủy, phản ánh này không được gửi đi."
    assert len(clerk.heard()) == heard
    assert "Đã kết thúc trao đổi" in await lan.says("hủy")


@pytest.mark.parametrize("word", ["kết thúc", "hủy", "ket thuc nhe", "Kết thúc."])
async def test_the_citizen_ends_it(lan: Chat, clerk: Chat, word: str) -> None:
    await ask_official(lan)
    told = await lan.says(word)
    assert told.startswith("Đã kết thúc trao đổi với cán bộ.")
    assert clerk.heard()[-1] == "Hỏi đáp số 1: người dân đã kết thúc trao đổi."
    assert not await count_open(lan)
    assert "xin chào" in await lan.says("xin chào")
    assert "không có cuộc trao đổi nào" in await lan.says("kết thúc")


async def test_the_assistant_can_be_asked_meanwhile(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    assert "Trợ lý tự động đang nghe" in await lan.says("hỏi trợ lý")
    heard = len(clerk.heard())
    assert "chưa có kế hoạch" in await lan.says("hạn báo cáo quý III là khi nào")
    assert len(clerk.heard()) == heard
    assert "Ông/Bà nhắn tiếp" in await lan.says("gặp cán bộ")
    await lan.says("Nhà ở cuối xóm")
    assert "Nhà ở cuối xóm" in clerk.heard()[-1]


async def test_a_question_said_with_it_is_answered_at_once(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    assert "chưa có kế hoạch" in await lan.says("hỏi trợ lý: hạn báo cáo quý III là khi nào?")
    assert "quý III" not in "\n".join(clerk.heard())


@pytest.mark.parametrize("text", ["sai rồi", "không đúng", "tốt"])
async def test_words_to_the_official_rate_no_answer_of_the_bot(
    lan: Chat, clerk: Chat, text: str
) -> None:
    await lan.says(QUESTION)
    await lan.says("gặp cán bộ")
    await lan.says(text)
    assert f"“{text}”" in clerk.heard()[-1]


async def test_messages_an_hour_are_limited_with_one_sentence(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    await lan.says("một tin")
    async with lan.app.database.write() as work:
        [held] = await work.handovers.list_open()
        for _ in range(MOST_AN_HOUR - 1):
            await work.handovers.add_message(
                held, "tin nữa", needs_answer=True, now=lan.clock.now()
            )
    heard = len(clerk.heard())
    assert "đã nhắn 20 tin trong một giờ" in await lan.says("một tin nữa")
    assert await lan.says("lại một tin nữa") == ""
    assert len(clerk.heard()) == heard
    lan.clock.advance(hours=1)
    await lan.says("sau một giờ")
    assert "sau một giờ" in clerk.heard()[-1]


async def test_handovers_a_day_are_limited(lan: Chat, clerk: Chat) -> None:
    for _ in range(MOST_A_DAY):
        assert "Đã chuyển tới cán bộ" in await ask_official(lan)
        await lan.says("kết thúc")
    heard = len(clerk.heard())
    assert "đã gửi cán bộ 10 câu hỏi" in await ask_official(lan)
    assert len(clerk.heard()) == heard
    assert "Đã chuyển tới cán bộ" in await ask_official(lan.other("hoa"))
    lan.clock.advance(days=1)
    assert "Đã chuyển tới cán bộ" in await ask_official(lan)


async def test_a_number_is_for_the_official_who_asked(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    async with lan.app.database.write() as work:
        offered = Reply("Nhắn 1 …", (Button("Năm 2022", "năm 2022"),), numbered=1)
        await remember_choices(work, lan.address, [offered], now=lan.clock.now())
    await lan.says("1")
    assert "“1”" in clerk.heard()[-1]
    assert "2022" not in clerk.heard()[-1]


async def test_feedback_can_be_given_up_for_a_human(lan: Chat, clerk: Chat) -> None:
    await lan.says("phản ánh")
    await lan.says("Đèn đường đầu thôn hỏng cả tháng")
    told = await lan.says("thôi cho tôi gặp cán bộ")
    assert told.startswith("Phản ánh đang viết dở chưa gửi đi. Đã chuyển tới cán bộ")
    assert "Đèn đường đầu thôn hỏng" in clerk.heard()[-1]
    await lan.says("Nhà ở cuối xóm")
    assert "Nhà ở cuối xóm" in clerk.heard()[-1]


async def test_a_question_is_passed_on_once(lan: Chat, clerk: Chat) -> None:
    await lan.says(QUESTION)
    await lan.says("gặp cán bộ")
    await lan.says("kết thúc")
    assert "muốn hỏi cán bộ việc gì" in await lan.says("gặp cán bộ")


async def test_it_goes_on_after_a_restart(lan: Chat, clerk: Chat) -> None:
    await ask_official(lan)
    again = build_chat(lan.app.database)
    again.clock.moment = lan.clock.moment
    await again.says("Nhà tôi ở cuối xóm")
    assert "Nhà tôi ở cuối xóm" in again.other("an").heard()[-1]


@pytest.mark.parametrize("is_open", [True, False])
async def test_a_standing_of_another_version(lan: Chat, clerk: Chat, is_open: bool) -> None:
    if is_open:
        await ask_official(lan)
    state = json.dumps({"buoc": 2, "cau_hoi": QUESTION})
    async with lan.app.database.write() as work:
        dialogue = Dialogue(standing.KIND, 99, state, lan.clock.now())
        await work.dialogues.save(lan.address, dialogue)
    told = await lan.says("Nhà tôi ở cuối xóm")
    if is_open:
        assert "Nhà tôi ở cuối xóm" in clerk.heard()[-1]
    else:
        assert QUESTION in told
        assert "Nhà tôi ở cuối xóm" in told
    assert "xin chào" in await lan.says("xin chào") or is_open


async def test_an_unfinished_wish_is_forgotten_after_an_hour(lan: Chat, clerk: Chat) -> None:
    await lan.says("gặp cán bộ")
    lan.clock.advance(hours=2)
    await lan.says(QUESTION)
    assert not await count_open(lan)
