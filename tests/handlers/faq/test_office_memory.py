"""The memory of the office: what was not answered once is answered to the next asker."""

import pytest

from handlers.people import NewInvitation, invite
from storage.values import Role
from tests.factories.talk import Chat

ASKED = "Trạm y tế xã tiêm phòng cho trẻ vào ngày nào?"
ANSWER = "Trạm Y tế xã tiêm phòng vào sáng ngày 25 hằng tháng."


@pytest.fixture
async def clerk(sample_chat: Chat) -> Chat:
    chat = sample_chat.other("clerk")
    office = "Văn phòng HĐND và UBND xã"
    made = NewInvitation("xã Bến Lụa", office, "Lê Thị Bình", Role.CLERK)
    await chat.says(await invite(chat.app.database, made, now=chat.clock.now()))
    return chat


async def test_an_answer_written_once_serves_the_next(sample_chat: Chat, clerk: Chat) -> None:
    assert "Nguồn:" not in await sample_chat.says(ASKED)
    assert ASKED.rstrip("?") in await clerk.says("câu hỏi")
    await clerk.says(f"trả lời câu 1: {ANSWER}")
    await clerk.says("xác nhận")
    told = await sample_chat.other("hoa").says("tram y te xa tiem phong cho tre ngay nao vay")
    assert ANSWER in told
    assert "23/11/2026" in told
    assert "chờ câu trả lời chung" in await clerk.says("câu hỏi")


async def test_a_question_beside_one_that_is_answered_waits_too(
    sample_chat: Chat, clerk: Chat
) -> None:
    told = await sample_chat.says(f"Giờ làm việc thế nào? {ASKED}")
    assert "chưa trả lời được" in told
    assert "tiêm phòng" in await clerk.says("câu hỏi")


async def test_what_did_not_help_waits_too(sample_chat: Chat, clerk: Chat) -> None:
    question = "Khi nào phải phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến?"
    await sample_chat.says(question)
    await sample_chat.says("👎")
    assert question.rstrip("?") in await clerk.says("câu hỏi")


async def test_nothing_personal_is_kept(sample_chat: Chat, clerk: Chat) -> None:
    await sample_chat.says("tôi tên Trần Văn Hùng 0912 345 678 hỏi trạm y tế tiêm phòng ngày nào")
    listed = await clerk.says("câu hỏi")
    assert "tiêm phòng" in listed
    assert "0912" not in listed
    assert "Hùng" not in listed


async def test_an_internal_answer_is_not_told_to_citizens(sample_chat: Chat, clerk: Chat) -> None:
    await sample_chat.says(ASKED)
    await clerk.says("câu hỏi")
    await clerk.says(f"trả lời nội bộ câu 1: {ANSWER}")
    await clerk.says("xác nhận")
    assert ANSWER not in await sample_chat.other("hoa").says(ASKED)
    assert ANSWER in await clerk.says(ASKED)
