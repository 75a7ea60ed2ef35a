"""An answer given to one citizen, kept for all who ask the same."""

import pytest

from tests.factories.handover import (
    QUESTION,
    ask_official,
)
from tests.factories.talk import Chat

pytestmark = pytest.mark.usefixtures("asked")
ANSWER = "Ông/Bà nộp đơn tại Văn phòng, mang theo căn cước."


async def answer(clerk: Chat, text: str = ANSWER) -> None:
    await clerk.says(f"trả lời 1: {text}")
    await clerk.says("gửi")


async def test_an_answer_is_kept_for_the_next_asker(lan: Chat, clerk: Chat) -> None:
    await answer(clerk)
    preview = await clerk.says("lưu câu 1")
    assert f"Hỏi: {QUESTION}\nĐáp: {ANSWER}" in preview
    assert clerk.buttons == ["xác nhận", "Hủy"]
    assert "Đã lưu câu trả lời" in await clerk.says("xác nhận")
    assert "đã lưu từ trước" in await clerk.says("xác nhận")
    async with lan.app.database.read() as work:
        [kept] = await work.faq.list_all()
    assert (kept.question, kept.answer, kept.is_public) == (QUESTION, ANSWER, True)


async def test_personal_data_of_the_asker_are_not_kept(lan: Chat, clerk: Chat) -> None:
    minh = lan.other("minh")
    await ask_official(minh, "Tôi tên Nguyễn Thị Lan, số 0912 345 678, hỏi tiền hỗ trợ sau bão")
    await clerk.says(f"trả lời 2: {ANSWER}")
    await clerk.says("gửi")
    preview = await clerk.says("lưu câu 2")
    assert "tiền hỗ trợ sau bão" in preview
    assert "0912" not in preview
    assert "Lan" not in preview
    reworded = await clerk.says("lưu câu 2: Tiền hỗ trợ sau bão nhận ở đâu?")
    assert "Hỏi: Tiền hỗ trợ sau bão nhận ở đâu?" in reworded


async def test_keeping_an_answer_can_be_dropped(lan: Chat, clerk: Chat) -> None:
    await answer(clerk)
    await clerk.says("lưu câu 1")
    assert "chưa được lưu" in await clerk.says("hủy")
    assert "chưa lưu" in await clerk.says("xác nhận")
    async with lan.app.database.read() as work:
        assert not await work.faq.list_all()


async def test_nothing_is_kept_before_it_is_answered(clerk: Chat) -> None:
    assert "chưa được trả lời" in await clerk.says("lưu câu 1")


async def test_a_question_that_says_nothing_must_be_reworded(lan: Chat, clerk: Chat) -> None:
    minh = lan.other("minh")
    await ask_official(minh, "được không ạ")
    await clerk.says(f"trả lời 2: {ANSWER}")
    await clerk.says("gửi")
    assert "“lưu hỏi đáp 2: …”" in await clerk.says("lưu câu 2")
