"""Conversations left alone end by themselves, in the daytime, once, with a fitting sentence."""

import pytest

from handlers import handover
from tests.factories.clerk import tick
from tests.factories.handover import QUESTION, ask_official, link_official, news
from tests.factories.talk import Chat

ANSWER = "Ông/Bà nộp đơn tại Văn phòng."


@pytest.fixture
async def clerk(lan: Chat) -> Chat:
    official = await link_official(lan, "an", "Trần Văn An")
    await ask_official(lan)
    return official


async def answer(clerk: Chat) -> None:
    await clerk.says(f"trả lời 1: {ANSWER}")
    await clerk.says("gửi")


async def test_a_day_after_the_answer_it_ends(lan: Chat, clerk: Chat) -> None:
    await answer(clerk)
    assert await tick(lan, "2026-11-24", "08:59") == []
    [told] = await tick(lan, "2026-11-24", "09:30")
    assert "đã một ngày không có tin mới" in told
    assert await tick(lan, "2026-11-24", "10:00") == []
    assert "xin chào" in await lan.says("xin chào")


async def test_nobody_is_written_to_at_night(lan: Chat, clerk: Chat) -> None:
    await answer(clerk)
    assert await tick(lan, "2026-11-24", "22:00") == []
    assert len(await tick(lan, "2026-11-25", "07:30")) == 1


async def test_who_writes_again_is_waited_for(lan: Chat, clerk: Chat) -> None:
    await answer(clerk)
    await lan.says("Mang bản sao được không?")
    assert await tick(lan, "2026-11-25", "10:00") == []


async def test_three_working_days_without_an_answer_end_with_an_apology(
    lan: Chat, clerk: Chat
) -> None:
    async with lan.app.database.write() as work:
        [place] = await work.localities.list_all()
        await work.localities.save_profile(place.id, {"office.phone": "0298 3000 112"})
    # 24/11 is a day off, so the third working day after the 23rd is the 27th; then a weekend
    for day in ("2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"):
        assert await tick(lan, day, "15:00") == []
    heard = len(clerk.heard())
    [told] = await tick(lan, "2026-11-30", "08:00")
    assert told.startswith("Xin lỗi Ông/Bà, sau 3 ngày làm việc")
    assert "0298 3000 112" in told
    await lan.app.courier.sweep()
    assert [QUESTION in text for text in news(clerk, heard)] == [True]
    async with lan.app.database.read() as work:
        [kept] = await work.faq.list_open()
    assert kept.question == QUESTION
    assert "không có câu hỏi nào" in await clerk.says("hỏi đáp")


async def test_two_processes_close_it_once(lan: Chat, clerk: Chat) -> None:
    await answer(clerk)
    lan.clock.advance(hours=25)
    now, calendar = lan.clock.now(), lan.app.calendar
    closed = []
    for _ in range(2):
        async with lan.app.database.write() as work:
            closed += await handover.close_idle(work, calendar, now=now)
    assert len(closed) == 1


async def test_what_has_ended_is_forgotten_after_half_a_year(lan: Chat, clerk: Chat) -> None:
    await lan.says("kết thúc")
    await tick(lan, "2027-05-20")
    async with lan.app.database.read() as work:
        assert await work.handovers.find(1)
    await tick(lan, "2027-05-25")
    async with lan.app.database.read() as work:
        assert await work.handovers.find(1) is None


async def test_officials_are_reminded_each_working_morning_of_who_waits(
    lan: Chat, clerk: Chat
) -> None:
    minh = lan.other("minh")
    await ask_official(minh, "Xin cấp lại sổ hộ nghèo ở đâu?")
    assert await tick(clerk, "2026-11-23", "15:00") == []
    assert await tick(clerk, "2026-11-24", "09:00") == []  # a day off
    assert await tick(clerk, "2026-11-25", "07:00") == []
    assert await tick(clerk, "2026-11-25", "07:30") == [
        "Có 2 câu hỏi của người dân từ hôm trước chưa được trả lời; lâu nhất là hỏi đáp số 1, chờ 46 giờ. Nhắn “hỏi đáp” để xem."
    ]
    assert await tick(clerk, "2026-11-25", "09:00") == []
    await answer(clerk)
    assert ["Có 1 câu hỏi" in text for text in await tick(clerk, "2026-11-26")] == [True]
