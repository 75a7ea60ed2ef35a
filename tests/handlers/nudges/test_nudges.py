"""Nudges: the right officer, the right morning, once; and what an officer can say back."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.people import NewInvitation, invite
from storage.database import Database
from storage.values import DueState
from tests.factories.plans import CULTURE, OFFICE, TEXT
from tests.factories.talk import Chat, FixedClock, build_chat
from tests.handlers.conftest import Prepared

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: str, time: str = "08:00") -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=HANOI)


async def load(chat: Chat, when: str = "2026-11-02") -> None:
    chat.clock.moment = at(when)
    report = await chat.app.plans.add("ke-hoach.txt", TEXT.encode(), now=chat.clock.now())
    await chat.app.plans.confirm(report.plan_id, now=chat.clock.now())


async def link(chat: Chat, office: str) -> None:
    code = await invite(
        chat.app.database,
        NewInvitation("xã Bến Lụa", office, "Trần Văn An", makes_office=True),
        now=chat.clock.now(),
    )
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.says(code)


async def tick(chat: Chat, day: str, time: str = "08:00") -> list[str]:
    """Let the schedule tick at a moment; return what this person was told."""
    before = len(chat.heard())
    chat.clock.moment = at(day, time)
    await chat.app.tick()
    return chat.heard()[before:]


async def seat_officer(database: Database) -> Chat:
    chat = build_chat(database)
    await load(chat)
    await link(chat, CULTURE)
    return chat


@pytest.fixture
async def officer(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Chat]:
    database = await prepared.copy(seat_officer, tmp_path / "motcua.sqlite")
    chat = build_chat(database)
    chat.clock.moment = at("2026-11-02", "08:01")
    yield chat
    await database.close()


@pytest.fixture
async def officer_anywhere(database: Database) -> Chat:
    """The same on either database, where what is stored matters more than what is said."""
    return await seat_officer(database)


async def test_the_ladder_is_told_once_each(officer_anywhere: Chat) -> None:
    officer = officer_anywhere
    told = {
        day: await tick(officer, f"2026-11-{day:02}")
        for day in range(20, 31)
    }  # fmt: skip
    days = [day for day, texts in told.items() if texts]
    assert days == [25]  # seven working days before Friday 4/12, 24/11 being a day off
    assert await tick(officer, "2026-12-01")
    assert not await tick(officer, "2026-12-01", "09:00")
    assert not await tick(officer, "2026-12-02")
    assert await tick(officer, "2026-12-03")
    assert await tick(officer, "2026-12-04")


async def test_a_digest_quotes_the_row(officer: Chat) -> None:
    [text] = await tick(officer, "2026-12-01")
    assert "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến tới từng hộ" in text
    assert "thứ Sáu 04/12/2026 (còn 3 ngày làm việc)" in text
    assert "“Trước ngày 05/12/2026”" in text
    assert "07/KH-UBND" in text
    assert CULTURE in text


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("2026-12-01", "07:29"),
        ("2026-12-01", "20:00"),
        ("2026-11-28", "08:00"),
        ("2026-11-24", "08:00"),
    ],
)
async def test_nothing_at_night_or_on_a_day_off(officer: Chat, day: str, time: str) -> None:
    assert not await tick(officer, day, time)


async def test_a_restart_tells_nothing_twice(officer: Chat) -> None:
    assert await tick(officer, "2026-12-01")
    restarted = build_chat(officer.app.database)
    assert not await tick(restarted, "2026-12-01", "10:00")


async def test_missed_steps_go_out_once_merged_and_say_so(officer: Chat) -> None:
    [text] = await tick(officer, "2026-12-02")
    assert "gửi muộn" in text
    assert text.count("Phát tờ rơi") == 1
    assert not await tick(officer, "2026-12-02", "09:00")


async def test_two_ticks_at_once_tell_once(officer_anywhere: Chat) -> None:
    officer = officer_anywhere
    import asyncio

    officer.clock.moment = at("2026-12-01")
    await asyncio.gather(officer.app.tick(), officer.app.tick(), officer.app.tick())
    await officer.app.drain()
    assert sum("Phát tờ rơi" in text for text in officer.heard()) == 1


async def test_past_occurrences_are_never_nudged(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    await load(chat, "2026-11-20")
    await link(chat, OFFICE)
    async with sqlite.read() as work:
        states = {due.last_day: due.state for due in await work.due_days.of_plan(1)}
    assert states[dt.date(2026, 6, 30)] is DueState.PAST
    heard = [text for day in range(21, 31) for text in await tick(chat, f"2026-11-{day:02}")]
    assert heard
    assert not any("Kiểm tra việc trả kết quả" in text for text in heard)


async def test_a_draft_nudges_nobody(sqlite: Database) -> None:
    chat = build_chat(sqlite)
    chat.clock.moment = at("2026-11-02")
    await chat.app.plans.add("ke-hoach.txt", TEXT.encode(), now=chat.clock.now())
    await link(chat, CULTURE)
    assert not await tick(chat, "2026-12-01")


async def test_done_ends_the_ladder(officer_anywhere: Chat) -> None:
    officer = officer_anywhere
    await tick(officer, "2026-12-01")
    told = await officer.says("xong 1 nhé, cv số 45")
    assert told == (
        "Đã ghi việc 1 hoàn thành ngày 01/12/2026, sản phẩm: Công văn số 45. "
        "Nếu nhầm, nhắn “hoàn tác 1” trong hôm nay."
    )
    assert not await tick(officer, "2026-12-03")
    assert "đã được Trần Văn An ghi hoàn thành" in await officer.says("xong 1")


async def test_own_tasks_and_their_source(officer: Chat) -> None:
    officer.clock.moment = at("2026-12-01")
    told = await officer.says("việc của tôi")
    assert told.startswith("Anh/Chị có 1 việc chưa hoàn thành:")
    shown = await officer.says("xem 1")
    assert "07/KH-UBND" in shown
    assert "Thời gian: Trước ngày 05/12/2026" in shown
    assert "Không có việc số 7" in await officer.says("xong 7")


async def test_numbers_mean_the_list_last_shown_and_only_ones_own(officer: Chat) -> None:
    stranger = officer.other("minh")
    assert "cán bộ đã liên kết" in await stranger.says("xong 1")
    assert "cán bộ đã liên kết" in await stranger.says("việc của tôi")
    await link(stranger, OFFICE)
    assert "Lập danh sách" in await stranger.says("việc của tôi")
    await stranger.says("xong 1")
    assert "Phát tờ rơi" in await officer.says("việc của tôi")


async def test_an_invitation_is_used_once_and_expires(officer: Chat) -> None:
    clock: FixedClock = officer.clock
    invitation = NewInvitation("xã Bến Lụa", OFFICE, "Lê Thị Bình")
    code = await invite(officer.app.database, invitation, now=clock.now())
    late = await invite(officer.app.database, invitation, now=clock.now())
    other = officer.other("binh")
    assert "Từ nay Anh/Chị nhận nhắc việc" in await other.says(code.lower().replace("-", " "))
    assert "đã dùng hoặc đã hết hạn" in await officer.other("x").says(code)
    clock.advance(days=8)
    assert "đã hết hạn" in await officer.other("y").says(late)


async def test_preview_of_a_past_day_is_as_if_the_plan_had_been_confirmed(
    sqlite: Database,
) -> None:
    chat = build_chat(sqlite)
    await load(chat, "2026-11-20")
    nudges = await chat.app.nudges.preview(dt.date(2026, 6, 19), today=dt.date(2026, 11, 20))
    assert [(n.due.office, n.due.task.timeframe) for n in nudges] == [(OFFICE, "Quý II/2026")]
    assert nudges[0].person is None


async def test_preview_names_who_holds_the_office(officer: Chat) -> None:
    nudges = await officer.app.nudges.preview(dt.date(2026, 12, 1), today=dt.date(2026, 11, 20))
    told = {(n.due.office, n.step.code, n.person and n.person.name) for n in nudges}
    assert told == {(CULTURE, -3, "Trần Văn An"), (OFFICE, 2, None)}


async def test_a_second_invitation_adds_an_office(officer: Chat) -> None:
    await link(officer, OFFICE)
    told = await officer.says("việc của tôi")
    assert "Phát tờ rơi" in told
    assert "Lập danh sách" in told


@pytest.mark.parametrize(
    "text",
    ["phan anh moi ngay co nguoi dot rac", "moi nguoi dan o day bi mat nuoc", "mới ngày hôm qua"],
)
async def test_ordinary_words_are_no_invitation(officer: Chat, text: str) -> None:
    assert "Mã liên kết" not in await officer.says(text)


@pytest.mark.parametrize(
    "text", ["xong 1 tháng đầu năm thì nộp báo cáo gì", "xong 1/3 rồi thì gửi ai", "xong 1 chưa?"]
)
async def test_questions_mark_nothing_done(officer: Chat, text: str) -> None:
    officer.clock.moment = at("2026-12-01")
    await officer.says("việc của tôi")
    assert "hoàn thành ngày" not in await officer.says(text)
