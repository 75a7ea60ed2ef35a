"""Who has handed in what: leaders, clerks and heads ask; officers see their own office."""

import datetime as dt

import pytest

from tests.factories.cases import JUSTICE, LAND, OFFICE, TODAY
from tests.factories.casework import FELL_THROUGH
from tests.handlers.assigning.conftest import ECONOMY, GROUP, Desk

ASKED = "phong nao chua nop bc ra soat"
LATE = TODAY - dt.timedelta(3)
REVIEW = "Báo cáo rà soát thủ tục hành chính"


@pytest.fixture
async def reviewed(desk: Desk) -> Desk:
    """Three of five offices have handed in the review that was due on Friday."""
    before = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
    await desk.give("Lập danh sách tổ dân phố", LAND)
    due = await desk.give(REVIEW, LAND, JUSTICE, OFFICE, ECONOMY, last_day=LATE, now=before)
    await desk.finish(*(each for each in due if each.office in (LAND, OFFICE)))
    return desk


async def test_who_has_not_handed_it_in(reviewed: Desk) -> None:
    said = await reviewed.says("chutich", ASKED)
    assert said.startswith(
        f"Đã nộp 2/4. Chưa cập nhật kết quả: {JUSTICE}, {ECONOMY} (hạn thứ Sáu 20/11/2026); "
        "nhắn 1 để đôn đốc cả hai đơn vị."
    )
    assert f"Việc: {REVIEW}. Nguồn: việc do Người chutich giao ngày 02/11/2026." in said
    codes = [f"V{due.id}" for due in await reviewed.due_days() if due.due_on == LATE]
    assert reviewed.buttons == [f"đôn đốc {' '.join(codes)}"]


@pytest.mark.parametrize(
    ("user", "text", "reply", "buttons"),
    [
        ("thu", "đơn vị nào chưa nộp báo cáo rà soát", "Đã nộp 2/4", 1),
        ("thu", "báo cáo rà soát đã nộp đủ chưa", "Đã nộp 2/4", 1),
        ("truong", ASKED, "Đã nộp 2/4", 0),
        ("tuphap", ASKED, f"Đã nộp 0/1. Chưa cập nhật kết quả: {JUSTICE} (hạn", 0),
        ("dia", ASKED, "Đã nộp đủ 1/1.", 0),
        ("chutich", "phòng nào chưa nộp báo cáo thu chi ngân sách", "Chưa thấy việc nào", 0),
        ("lan", ASKED, FELL_THROUGH, 0),
    ],
)
async def test_who_may_know_it(
    reviewed: Desk, user: str, text: str, reply: str, buttons: int
) -> None:
    assert reply in await reviewed.says(user, text)
    assert len(reviewed.buttons) == buttons


async def test_a_head_urges_the_own_office_only(desk: Desk) -> None:
    due = await desk.give(REVIEW, LAND, JUSTICE)
    own = next(each for each in due if each.office == LAND)
    assert "nhắn 1 để đôn đốc đơn vị này" in await desk.says("truong", ASKED)
    assert desk.buttons == [f"đôn đốc V{own.id}"]


async def test_a_group_is_told_by_what_is_missing(desk: Desk) -> None:
    due = await desk.give(REVIEW, GROUP)
    await desk.finish(due[0])
    said = await desk.says("chutich", ASKED)
    assert said.startswith("Đã nộp 1/3 – còn thiếu: ")
    assert "nhắn 1 để đôn đốc các đơn vị còn thiếu." in said
    assert desk.buttons == [f"đôn đốc V{due[1].id} V{due[2].id}"]


async def test_what_an_office_disowns_is_said_apart(desk: Desk) -> None:
    [due] = await desk.give(REVIEW, LAND)
    async with desk.database.write() as work:
        await work.due_days.dispute(due.id)
    said = await desk.says("chutich", ASKED)
    assert said.splitlines()[:2] == ["Đã nộp 0/1.", f"Đang xem xét đơn vị thực hiện: {LAND}."]


async def test_of_several_tasks_one_is_chosen(desk: Desk) -> None:
    await desk.give("Báo cáo rà soát đất đai", LAND)
    [due] = await desk.give("Báo cáo rà soát hộ tịch", JUSTICE)
    said = await desk.says("chutich", ASKED)
    assert said.startswith("Có 2 việc gần với câu hỏi")
    assert f"tình hình V{due.id}" in desk.buttons
    assert f"kết quả: {JUSTICE}" in await desk.says("chutich", f"tình hình V{due.id}")
    assert "Không có việc V999" in await desk.says("chutich", "tình hình V999")
    assert f"kết quả: {JUSTICE}" in await desk.says("chutich", f"{ASKED} hộ tịch")


async def test_the_occurrence_asked_about_is_the_overdue_one(desk: Desk) -> None:
    before = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
    [due] = await desk.give(REVIEW, LAND, last_day=LATE, now=before)
    async with desk.database.write() as work:
        await work.due_days.put_off(due.id, TODAY + dt.timedelta(7), on=TODAY)
    assert "(hạn thứ Hai 30/11/2026)" in await desk.says("chutich", ASKED)


@pytest.mark.parametrize(
    "text", ["ai còn trễ", "việc quá hạn", "việc nào trễ hạn", "phòng nào chưa nộp"]
)
async def test_what_is_overdue_by_office(reviewed: Desk, text: str) -> None:
    said = await reviewed.says("chutich", text)
    assert said.splitlines()[0] == "Xã Bến Lụa có 2 việc đã quá hạn, chưa cập nhật kết quả:"
    assert f"{JUSTICE} (1 việc):\n1. {REVIEW} – hạn thứ Sáu 20/11/2026, quá hạn 1 ngày" in said
    assert f"{ECONOMY} (1 việc):\n2. {REVIEW}" in said
    assert said.index(JUSTICE) < said.index(ECONOMY)
    assert "tổ dân phố" not in said
    assert reviewed.buttons[0].startswith("đôn đốc V")
    assert len(reviewed.buttons[0].split()) == 4


async def test_officers_see_what_their_own_office_owes(reviewed: Desk) -> None:
    said = await reviewed.says("tuphap", "việc quá hạn")
    assert said.startswith("Đơn vị của Anh/Chị có 1 việc đã quá hạn")
    assert not [says for says in reviewed.buttons if says.startswith("đôn đốc")]
    assert "không có việc nào quá hạn" in await reviewed.says("dia", "việc quá hạn")
    assert await reviewed.says("lan", "việc quá hạn") == FELL_THROUGH


async def test_a_long_list_ends_between_items(desk: Desk) -> None:
    before = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
    for number in range(12):
        await desk.give(
            f"Nộp biểu số {number} {'về hộ tịch ' * 12}", LAND, last_day=LATE, now=before
        )
    said = await desk.says("chutich", "việc quá hạn")
    assert len(said) < 1500
    assert "có 12 việc" in said
    assert "(Trang 1/2) Nhắn “xem tiếp”" in said
    assert len(desk.buttons[0].split()) == 2 + 12
    assert "xem tiếp" in desk.buttons


async def test_the_list_of_an_office(reviewed: Desk) -> None:
    said = await reviewed.says("thu", f"việc của {JUSTICE}")
    assert said.startswith(f"{JUSTICE} có 1 việc chưa hoàn thành:\n1. {REVIEW}")
    assert f"{LAND} có 1 việc" in await reviewed.says("truong", f"việc của {LAND}")
    assert "lãnh đạo, công chức đầu mối theo dõi" in await reviewed.says(
        "tuphap", f"việc của {LAND}"
    )
    assert "có 1 việc chưa" in await reviewed.says("tuphap", f"việc của {JUSTICE}")
    assert await reviewed.says("thu", "việc của Phòng Nội vụ") == FELL_THROUGH
    assert f"{JUSTICE} có 1 việc đã quá hạn" in (
        await reviewed.says("thu", f"việc quá hạn của {JUSTICE}")
    )
