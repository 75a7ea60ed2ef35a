"""Reminders that officials ask for, in a conversation, on both databases."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.values import DueState, OutboxKind
from tests.factories.clerk import BEFORE, NEXT, add, link, link_clerk, load, tick
from tests.factories.plans import CULTURE, OFFICE, TEXT
from tests.factories.talk import Chat, build_chat
from tests.handlers.conftest import Prepared

ASK = "Khi nào phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến?"
WITHOUT = "\n".join(line for line in TEXT.splitlines() if "Phát tờ rơi" not in line)
SET = "Sẽ nhắc Anh/Chị lúc 07:30 thứ Ba 01/12/2026 về việc “Phát tờ rơi"


@pytest.fixture
async def officer(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Chat]:
    """An officer of another office than the task's, so that no ladder reminds as well."""
    database = await prepared.copy(seat_officer, tmp_path / "motcua.sqlite")
    yield start(database)
    await database.close()


@pytest.fixture
async def officer_anywhere(database: Database) -> Chat:
    """The same on either database, where what is stored matters more than what is said."""
    return await seat_officer(database)


def start(database: Database) -> Chat:
    chat = build_chat(database)
    chat.clock.moment = BEFORE
    return chat


async def seat_officer(database: Database) -> Chat:
    chat = start(database)
    await load(chat)
    return await link(chat, OFFICE)


def told(texts: list[str]) -> list[str]:
    return [text for text in texts if "đã nhờ nhắc" in text]


async def test_a_reminder_is_set_and_comes_once(officer_anywhere: Chat) -> None:
    await officer_anywhere.says(ASK)
    said = await officer_anywhere.says("nhắc tôi")
    assert said.startswith(SET)
    assert "hạn thứ Sáu 04/12/2026" in said
    assert officer_anywhere.buttons == ["bỏ nhắc"]
    assert not told(await tick(officer_anywhere, "2026-11-30"))
    assert not told(await tick(officer_anywhere, "2026-12-01", "07:29"))
    [text] = told(await tick(officer_anywhere, "2026-12-01", "07:30"))
    assert text == (
        "Anh/Chị đã nhờ nhắc:\n"
        "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến tới từng hộ – hạn thứ Sáu 04/12/2026.\n"
        "Nguồn: Kế hoạch số 07/KH-UBND ngày 12/01/2026 của UBND xã Bến Lụa, mục II.I, STT 1."
    )
    assert officer_anywhere.channel.sent[-1][1].kind is OutboxKind.DIGEST or told(
        officer_anywhere.heard()
    )
    assert not told(await tick(officer_anywhere, "2026-12-01", "09:00"))
    assert not told(await tick(officer_anywhere, "2026-12-02"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("nhắc tôi trước 1 ngày", "thứ Năm 03/12/2026"),
        ("nhac toi truoc mot tuan", "thứ Sáu 27/11/2026"),
        ("nhắc tôi ngày 20/11", "thứ Sáu 20/11/2026"),
        ("nhắc tôi trước 60 ngày", "thứ Ba 03/11/2026"),
    ],
)
async def test_when_is_said_exactly(officer: Chat, text: str, day: str) -> None:
    await officer.says(ASK)
    assert f"lúc 07:30 {day}" in await officer.says(text)


async def test_twice_is_once_and_another_day_moves_it(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    assert "đã có lời nhắc lúc 07:30 thứ Ba 01/12/2026" in await officer.says("nhắc tôi việc này")
    assert "lúc 07:30 thứ Năm 03/12/2026" in await officer.says("nhắc tôi trước 1 ngày")
    assert not told(await tick(officer, "2026-12-01"))
    assert len(told(await tick(officer, "2026-12-03"))) == 1


async def test_an_official_who_moves_reads_no_more_of_the_old_place(sqlite: Database) -> None:
    officer = start(sqlite)
    await load(officer, is_public=False)
    await link(officer, OFFICE)
    await officer.says(ASK)
    assert (await officer.says("nhắc tôi")).startswith(SET)
    await link(officer, OFFICE, place="xã Đồi Chè")
    for text in ("nhắc tôi", "lời nhắc của tôi", "bỏ nhắc"):
        assert "tờ rơi" not in await officer.says(text)
    assert not told(await tick(officer, "2026-12-01"))


async def test_one_that_was_told_can_be_asked_for_again(officer_anywhere: Chat) -> None:
    await officer_anywhere.says(ASK)
    await officer_anywhere.says("nhắc tôi")
    assert told(await tick(officer_anywhere, "2026-12-01"))
    await officer_anywhere.says(ASK)
    assert "lúc 07:30 thứ Tư 02/12/2026" in await officer_anywhere.says("nhắc tôi")
    assert told(await tick(officer_anywhere, "2026-12-02"))


async def test_it_is_taken_back(officer: Chat) -> None:
    await officer.says(ASK)
    assert await officer.says("bỏ nhắc") == "Hiện Anh/Chị không có lời nhắc nào."
    await officer.says("nhắc tôi")
    assert (await officer.says("bỏ nhắc")).startswith("Đã bỏ lời nhắc về việc “Phát tờ rơi")
    assert not told(await tick(officer, "2026-12-01"))


async def test_of_several_the_one_meant_is_taken_back(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    await officer.says("khi nào lập danh sách tổ hỗ trợ thôn")
    await officer.says("nhắc tôi")
    listed = await officer.says("lời nhắc của tôi")
    assert "đang có 2 lời nhắc" in listed
    assert "1. Lập danh sách" in listed
    assert "bỏ nhắc 1" in listed
    assert "Lập danh sách" in await officer.says("bỏ nhắc")  # the one spoken of
    await officer.says("khi nào lập danh sách tổ hỗ trợ thôn")
    await officer.says("nhắc tôi")
    await officer.says("cảm ơn")
    assert "Phát tờ rơi" in await officer.says("bỏ nhắc 2")
    assert "1. Lập danh sách" in await officer.says("bỏ nhắc 7")


@pytest.mark.parametrize(
    ("asked", "text", "said"),
    [
        ("", "nhắc tôi", "Xin Anh/Chị hỏi về việc cần nhắc trước, rồi nhắn “nhắc tôi”."),
        ("ai trực đường dây nóng", "nhắc tôi", "không ghi ngày cụ thể"),
        (
            "khi nào kiểm tra việc trả kết quả đúng hẹn tại quầy",
            "nhắc tôi",
            "Hạn của việc này (thứ Ba 30/6/2026) đã qua",
        ),
        (ASK, "nhắc tôi ngày 20/12", "Hạn là thứ Sáu 04/12/2026; ngày Anh/Chị muốn được nhắc"),
        ("Văn phòng chủ trì những việc gì", "nhắc tôi", "có 2 việc"),
        ("Văn phòng chủ trì những việc gì", "nhắc tôi việc 5", "chỉ có 2 việc"),
        ("Văn phòng chủ trì những việc gì", "nhắc tôi việc 1", "Lập danh sách tổ hỗ trợ thôn"),
    ],
)
async def test_one_honest_sentence(officer: Chat, asked: str, text: str, said: str) -> None:
    if asked:
        await officer.says(asked)
    assert said in await officer.says(text)


async def test_too_late_to_remind(officer: Chat) -> None:
    officer.clock.moment = dt.datetime(2026, 12, 4, 3, 0, tzinfo=dt.UTC)
    await officer.says(ASK)
    assert "không còn buổi sáng làm việc nào" in await officer.says("nhắc tôi")


async def test_citizens_are_told_that_it_is_for_officials(officer: Chat) -> None:
    citizen = officer.other("hoa")
    await citizen.says(ASK)
    assert "dành cho cán bộ đã liên kết" in await citizen.says("nhắc tôi")


async def test_an_item_of_ones_own_list(officer: Chat) -> None:
    await officer.says(ASK)
    assert "1. Lập danh sách" in await officer.says("việc của tôi")
    said = await officer.says("nhắc tôi việc 1")
    assert "07:30 thứ Hai 23/11/2026 về việc “Lập danh sách" in said  # 24/11 is a day off


@pytest.mark.parametrize(
    ("day", "time"), [("2026-12-01", "20:00"), ("2026-11-28", "08:00"), ("2026-11-24", "08:00")]
)
async def test_nothing_at_night_or_on_a_day_off(officer: Chat, day: str, time: str) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi ngày 23/11")
    assert not told(await tick(officer, day, time))


async def test_what_was_missed_goes_out_once_and_says_so(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    [text] = told(await tick(officer, "2026-12-03"))
    assert "(tin này gửi muộn)" in text
    assert not told(await tick(officer, "2026-12-03", "10:00"))


async def test_missed_beyond_its_day(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    [text] = told(await tick(officer, "2026-12-07"))
    assert "hạn thứ Sáu 04/12/2026 (đã qua)." in text


async def test_several_are_one_message(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi ngày 25/11")
    await officer.says("khi nào lập danh sách tổ hỗ trợ thôn")
    await officer.says("nhắc tôi ngày 25/11")
    [text] = told(await tick(officer, "2026-11-25"))
    assert "1. Lập danh sách" in text
    assert "2. Phát tờ rơi" in text


async def test_two_ticks_at_once_tell_once(officer_anywhere: Chat) -> None:
    await officer_anywhere.says(ASK)
    await officer_anywhere.says("nhắc tôi")
    officer_anywhere.clock.moment = dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.UTC)
    await asyncio.gather(
        officer_anywhere.app.tick(), officer_anywhere.app.tick(), officer_anywhere.app.tick()
    )
    await officer_anywhere.app.drain()
    assert len(told(officer_anywhere.heard())) == 1


async def test_nothing_for_what_is_done(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    doer = await link(officer.other("binh"), CULTURE)
    await doer.says("xong 1")
    async with officer.app.database.read() as work:
        [due] = [d for d in await work.due_days.of_plan(1) if "tờ rơi" in d.task.content]
    assert due.state is DueState.DONE
    assert not told(await tick(officer, "2026-12-01"))
    await officer.says(ASK)
    assert "đã được ghi hoàn thành" in await officer.says("nhắc tôi")


async def test_nothing_of_a_plan_that_was_replaced(officer_anywhere: Chat) -> None:
    await officer_anywhere.says(ASK)
    await officer_anywhere.says("nhắc tôi")
    report = await add(officer_anywhere, WITHOUT)
    await officer_anywhere.app.plans.confirm(report.plan_id, now=officer_anywhere.clock.now())
    assert await officer_anywhere.says("lời nhắc của tôi") == "Hiện Anh/Chị không có lời nhắc nào."
    assert not told(await tick(officer_anywhere, "2026-12-01"))


async def test_a_task_that_the_next_version_keeps_is_told_with_its_new_day(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    report = await add(officer, NEXT)
    await officer.app.plans.confirm(report.plan_id, now=officer.clock.now())
    [text] = told(await tick(officer, "2026-12-01"))
    assert "hạn thứ Bảy 19/12/2026 (đã thay đổi so với khi Anh/Chị nhờ nhắc)." in text


async def test_a_corrected_day_is_told_as_it_is_now(officer: Chat) -> None:
    await officer.says(ASK)
    await officer.says("nhắc tôi")
    await officer.app.plans.fix(
        1, 1, {"timeframe": "Trước ngày 12/12/2026"}, actor="an", now=officer.clock.now()
    )
    [text] = told(await tick(officer, "2026-12-01"))
    assert "hạn thứ Sáu 11/12/2026 (đã thay đổi" in text


async def test_a_clerk_asks_in_english(officer: Chat) -> None:
    clerk = await link_clerk(officer.other("mai"))
    await clerk.says("When is the leaflet about online applications due?")
    await clerk.says(ASK)
    assert "You will be reminded at 07:30" in await clerk.says("please remind me of this task")
