"""An official's own work: all of it, or what a part of the year holds; "xem 2" after an answer."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.tasks.periods import find_period
from storage.database import Database
from tests.factories.clerk import BEFORE, link, load
from tests.factories.plans import OFFICE, TEXT
from tests.factories.talk import Chat, build_chat
from tests.handlers.conftest import Prepared

MONDAY = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
MORE = TEXT + (
    "3\tKiểm kê sổ theo dõi hồ sơ\tVăn phòng HĐND và UBND xã\t\tTrước ngày 18/12/2026\tBiên bản\n"
)


async def seat_officer(database: Database) -> None:
    chat = build_chat(database)
    chat.clock.moment = BEFORE
    await load(chat, MORE)
    await link(chat, OFFICE)


@pytest.fixture
async def officer(prepared: Prepared, tmp_path: Path) -> AsyncIterator[Chat]:
    database = await prepared.copy(seat_officer, tmp_path / "motcua.sqlite")
    yield build_chat(database)
    await database.close()


@pytest.mark.parametrize(
    ("text", "head", "holds", "lacks"),
    [
        ("tuan nay e phai lam gi a", "Tuần này Anh/Chị có 1 việc:", "Lập danh sách", "Kiểm kê"),
        ("Tuần này tôi phải làm gì?", "Tuần này Anh/Chị có 1 việc:", "Lập danh sách", "Kiểm kê"),
        ("tháng 12 tôi phải làm gì", "Tháng 12/2026 Anh/Chị có 1 việc:", "Kiểm kê", "Lập danh"),
        ("quý IV tôi phải làm gì", "Quý IV/2026 Anh/Chị có 2 việc:", "2. Kiểm kê", "tờ rơi"),
        (
            "hôm nay tôi phải làm gì",
            "Hôm nay Anh/Chị không có việc nào đến hạn. Việc gần nhất:",
            "1. Lập danh sách",
            "Kiểm kê",
        ),
        ("việc của em", "Anh/Chị có 2 việc chưa hoàn thành:", "2. Kiểm kê", "tờ rơi"),
        ("what do i have to do this week", "This week you have 1 task(s):", "Lập", "Kiểm kê"),
    ],
)
async def test_what_is_due_in_a_part_of_the_year(
    officer: Chat, text: str, head: str, holds: str, lacks: str
) -> None:
    said = await officer.says(text)
    assert said.splitlines()[0] == head
    assert holds in said
    assert lacks not in said


async def test_late_work_is_part_of_this_week(officer: Chat) -> None:
    officer.clock.moment = MONDAY + dt.timedelta(14)
    said = await officer.says("tuần này tôi phải làm gì")
    assert "1. Lập danh sách" in said
    assert "(quá hạn 6 ngày làm việc, chưa cập nhật kết quả)" in said
    assert "Lập danh sách" not in await officer.says("tuần sau tôi phải làm gì")


async def test_the_numbers_are_those_of_the_last_list(officer: Chat) -> None:
    await officer.says("tháng 12 tôi phải làm gì")
    shown = await officer.says("xem 1")
    assert "Nội dung: Kiểm kê sổ theo dõi hồ sơ" in shown
    assert "Nguồn: Kế hoạch số 07/KH-UBND" in shown
    assert "xong" not in shown
    assert "hoàn thành" in await officer.says("xong 1")


async def test_a_row_of_a_later_answer_comes_before_the_list(officer: Chat) -> None:
    await officer.says("việc của tôi")
    await officer.says("Phòng Văn hóa chủ trì những việc gì")
    assert "Phát tờ rơi" in await officer.says("xem 1")
    await officer.says("việc của tôi")
    assert "Lập danh sách" in await officer.says("xem 1")


async def test_citizens_have_no_own_work(officer: Chat) -> None:
    citizen = officer.other("hoa")
    assert "cán bộ đã liên kết" in await citizen.says("việc của tôi")
    assert "cán bộ đã liên kết" in await citizen.says("xong 1")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hôm nay", "today"),
        ("tuần này", "this_week"),
        ("tuần sau", "next_week"),
        ("tháng 1", "month"),
        ("quý 2", "quarter"),
        ("6 tháng đầu năm", "half_1"),
        ("ngày 04/12/2026", "day"),
    ],
)
def test_parts_of_the_year(text: str, name: str) -> None:
    found = find_period(text, MONDAY.date())
    assert found
    assert found.name == name
    assert found.first <= found.last


def test_no_part_of_the_year() -> None:
    assert find_period("việc của tôi", MONDAY.date()) is None
