"""Officials and citizens' questions: told, taken by one, answered after a review, closed."""

import json

import pytest

from handlers.handover import drafts
from storage.values import Dialogue, HandoverState
from tests.factories.handover import (
    QUESTION,
    ask_official,
    find_state,
    news,
    replies_to,
)
from tests.factories.talk import Chat, build_chat

pytestmark = pytest.mark.usefixtures("asked")
ANSWER = "Ông/Bà nộp đơn tại Văn phòng, mang theo căn cước."
READ = f"Cán bộ UBND xã Bến Lụa trả lời:\n{ANSWER}"


async def test_an_answer_reaches_the_citizen_only_after_the_review(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    preview = await clerk.says(f"trả lời 1: {ANSWER}")
    assert READ in preview
    assert [b.says for b in replies_to(clerk)[-1].buttons] == ["Gửi", "Sửa", "Hủy"]
    assert not news(lan, before)
    await clerk.says("Gửi")
    assert news(lan, before) == [READ]
    assert clerk.heard()[-1] == "Đã gửi trả lời hỏi đáp số 1."
    assert [b.says for b in replies_to(clerk)[-1].buttons] == ["lưu hỏi đáp 1", "đóng 1"]
    async with lan.app.database.read() as work:
        found = await work.handovers.find(1)
    assert found
    assert (found.answer, found.waiting_since) == (ANSWER, None)


async def test_pressing_answer_takes_the_next_message(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    assert QUESTION in await clerk.says("trả lời 1")
    assert READ in await clerk.says(ANSWER)
    await clerk.says("gửi")
    assert news(lan, before) == [READ]


async def test_lines_of_an_answer_are_kept(lan: Chat, clerk: Chat) -> None:
    await clerk.says("trả lời 1:\n1. Đơn\n2. Căn cước")
    await clerk.says("gửi")
    assert lan.heard()[-1].endswith("trả lời:\n1. Đơn\n2. Căn cước")


async def test_an_answer_can_be_rewritten_or_dropped(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    await clerk.says("trả lời 1: nhầm")
    assert "Xin nhắn nội dung" in await clerk.says("sửa")
    await clerk.says(ANSWER)
    assert "không gửi đi" in await clerk.says("hủy")
    assert "đã hủy, không gửi" in await clerk.says("gửi")
    assert not news(lan, before)


async def test_buttons_pressed_twice_send_once(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    await clerk.says(f"trả lời 1: {ANSWER}")
    await clerk.says("gửi")
    assert "đã gửi từ trước" in await clerk.says("gửi")
    assert "đã gửi từ trước" in await clerk.says("hủy")
    assert news(lan, before) == [READ]


async def test_a_preview_of_this_morning_is_shown_again_before_it_goes(
    lan: Chat, clerk: Chat
) -> None:
    before = len(lan.heard())
    await clerk.says(f"trả lời 1: {ANSWER}")
    lan.clock.advance(hours=3)
    assert READ in await clerk.says("gửi")
    assert not news(lan, before)
    await clerk.says("gửi")
    assert news(lan, before) == [READ]


async def test_one_takes_it_and_the_others_are_told(clerk: Chat, second: Chat) -> None:
    taken = await second.says("nhận 1")
    assert taken.startswith("Anh/Chị đã nhận hỏi đáp số 1:")
    assert QUESTION in taken
    assert clerk.heard()[-1] == "Hỏi đáp số 1: Lê Thị Bình đã nhận, Anh/Chị không phải trả lời."
    assert "do Lê Thị Bình nhận" in await clerk.says("nhận 1")
    assert "do Lê Thị Bình nhận" in await clerk.says(f"trả lời 1: {ANSWER}")
    assert "do Anh/Chị nhận từ trước" in await second.says("nhận 1")


async def test_only_the_taker_is_told_what_follows(lan: Chat, clerk: Chat, second: Chat) -> None:
    await second.says("nhận 1")
    heard = len(clerk.heard())
    await lan.says("Nhà tôi ở cuối xóm")
    assert len(clerk.heard()) == heard
    assert "cuối xóm" in second.heard()[-1]


async def test_it_can_be_taken_over(clerk: Chat, second: Chat) -> None:
    await clerk.says("nhận 1")
    assert "Anh/Chị đã nhận" in await second.says("nhận thay 1")
    assert "Lê Thị Bình đã nhận" in clerk.heard()[-1]
    assert "do Lê Thị Bình nhận" in await clerk.says("đóng 1")


async def test_who_was_overtaken_cannot_send(lan: Chat, clerk: Chat, second: Chat) -> None:
    before = len(lan.heard())
    await clerk.says(f"trả lời 1: {ANSWER}")
    await second.says("nhận thay 1")
    told = await clerk.says("gửi")
    assert told.startswith("Câu trả lời số 1 chưa gửi. Hỏi đáp số 1 do Lê Thị Bình nhận.")
    assert not news(lan, before)


async def test_an_answer_after_the_citizen_has_ended_is_not_sent(lan: Chat, clerk: Chat) -> None:
    await clerk.says(f"trả lời 1: {ANSWER}")
    await lan.says("kết thúc")
    before = len(lan.heard())
    told = await clerk.says("gửi")
    assert told == "Hỏi đáp số 1 đã kết thúc nên câu trả lời đang soạn không gửi và đã đóng."
    assert not news(lan, before)
    assert "đã hủy, không gửi" in await clerk.says("gửi")


async def test_closing_tells_the_citizen_and_gives_the_bot_back(lan: Chat, clerk: Chat) -> None:
    await clerk.says(f"trả lời 1: {ANSWER}")
    await clerk.says("gửi")
    assert "Đã đóng hỏi đáp số 1" in await clerk.says("đóng 1")
    assert "đã kết thúc cuộc trao đổi" in lan.heard()[-1]
    assert await clerk.says("đóng 1") == "Hỏi đáp số 1 đã kết thúc."
    assert "xin chào" in await lan.says("xin chào")
    assert await find_state(lan) is HandoverState.CLOSED


async def test_closing_without_an_answer_says_so(lan: Chat, clerk: Chat, second: Chat) -> None:
    await clerk.says("đóng 1")
    assert "không trả lời tại đây" in lan.heard()[-1]
    assert second.heard()[-1] == "Hỏi đáp số 1: Trần Văn An đã đóng, Anh/Chị không phải trả lời."


async def test_after_an_answer_the_citizen_speaks_to_the_official(lan: Chat, clerk: Chat) -> None:
    await lan.says("hỏi trợ lý")
    await clerk.says(f"trả lời 1: {ANSWER}")
    await clerk.says("gửi")
    assert await lan.says("Mang bản sao được không?") != ""
    assert "Mang bản sao được không?" in clerk.heard()[-1]


async def test_thanks_after_an_answer_leave_nothing_waiting(lan: Chat, clerk: Chat) -> None:
    await clerk.says(f"trả lời 1: {ANSWER}")
    await clerk.says("gửi")
    await lan.says("Cảm ơn cán bộ nhé")
    assert "Cảm ơn cán bộ nhé" in clerk.heard()[-1]
    assert "Số 1 – đã trả lời" in await clerk.says("hỏi đáp")


async def test_the_list_is_oldest_first_with_the_wait(lan: Chat, clerk: Chat) -> None:
    lan.clock.advance(minutes=59)
    minh = lan.other("minh")
    await ask_official(minh, "Xin cấp lại sổ hộ nghèo ở đâu?")
    lan.clock.advance(minutes=15)
    lines = (await clerk.says("hỏi đáp")).splitlines()
    assert lines[0] == "Người dân đang hỏi (2):"
    assert lines[1] == f"Số 1 – chờ 1 giờ – “{QUESTION}”"
    assert lines[2] == "Số 2 – chờ 15 phút – “Xin cấp lại sổ hộ nghèo ở đâu?”"
    assert clerk.buttons == ["xem hỏi đáp 1", "xem hỏi đáp 2"]
    assert QUESTION in await clerk.says("xem hỏi đáp 1")
    await clerk.says("nhận 2")
    assert "Số 2 – chờ 15 phút, Trần Văn An nhận" in await clerk.says("cuộc trò chuyện")


async def test_nothing_to_list(clerk: Chat) -> None:
    await clerk.says("đóng 1")
    assert "không có câu hỏi nào của người dân" in await clerk.says("hỏi đáp")


async def test_sending_feedback_is_not_taken_for_sending_an_answer(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    await clerk.says(f"trả lời 1: {ANSWER}")
    for text in ("phản ánh", "Đèn đường đầu thôn hỏng cả tháng", "bỏ qua"):
        await clerk.says(text)
    assert "Mã phản ánh" in await clerk.says("gửi")
    assert not news(lan, before)


async def test_a_look_up_before_sending_keeps_the_draft(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    await clerk.says(f"trả lời 1: {ANSWER}")
    await clerk.says("hạn báo cáo quý III là khi nào")
    await clerk.says("gửi")
    assert news(lan, before) == [READ]


async def test_a_draft_of_another_version_is_given_back(lan: Chat, clerk: Chat) -> None:
    before = len(lan.heard())
    state = json.dumps({"so": 1, "noi_dung": ANSWER})
    async with lan.app.database.write() as work:
        dialogue = Dialogue(drafts.KIND, 99, state, lan.clock.now())
        await work.dialogues.save(clerk.address, dialogue)
    told = await clerk.says("gửi")
    assert ANSWER in told
    assert "không gửi tiếp được" in told
    assert not news(lan, before)


async def test_a_draft_outlives_the_process(lan: Chat, clerk: Chat) -> None:
    await clerk.says(f"trả lời 1: {ANSWER}")
    again = build_chat(lan.app.database)
    again.clock.moment = lan.clock.moment
    await again.other("an").says("gửi")
    assert again.heard() == [READ]


async def test_english_commands(lan: Chat, clerk: Chat) -> None:
    assert "You have taken conversation 1" in await clerk.says("take 1")
    assert "The citizen (conversation 1) will read" in await clerk.says(f"answer 1: {ANSWER}")
    assert "was sent" in await clerk.says("send")
    assert lan.heard()[-1] == READ
