"""The first 25 messages of the team's tone sheet get replies of that kind.

The sheet and the plans it speaks of are outside the project.
"""

import datetime as dt
import re
from pathlib import Path

import pytest

from storage.database import Database
from storage.values import DueState, NewDueDay, Role
from tests.factories.citizens import bring, keep_voice, show, wait
from tests.factories.clerk import link_clerk
from tests.factories.nudges import Town, at, found_town
from tests.factories.plans import CULTURE, build_task
from tests.factories.plans import OFFICE as OFFICE_NAME
from tests.factories.talk import Chat, build_chat

LINE = re.compile(r"^(\d+)\. `([^`]+)`(?: \(([^)]*)\))? → (.+)$", re.MULTILINE)
PROFILE = {
    "office.phone": "0298 3000 112",
    "office.national_portal": "https://dichvucong.gov.vn",
    "hours.days": "thứ Hai đến thứ Sáu",
    "hours.morning": "07:30–11:30",
    "hours.afternoon": "13:00–17:00",
    "hours.saturday": "07:30–11:30, chỉ tiếp nhận hồ sơ",
    "one_stop_desk.name": "Bộ phận Một cửa",
    "one_stop_desk.address": "tầng 1",
    "one_stop_desk.phone": "0298 3000 115",
    "reception.address": "phòng 102",
    "reception.schedule": "thứ Năm hằng tuần",
    "reception.phone": "0298 3000 118",
}
# What a reply of the same kind says; every pattern must be found.
PLANS = {
    1: (r"[Tt]rước ngày 30/8/2024", r"thứ Năm 29/8/2024", r"Nguồn:"),
    2: (r"không ghi ngày", r"15/6", r"14/9", r"Nghị định 09/2019/NĐ-CP, Điều 12", r"chưa nhập"),
    16: (r"Nghi Đồng|không nêu|chưa có", r"gặp cán bộ|[Nn]hắn 1"),
    17: (r"năm 2022", r"chưa có kế hoạch năm 2023", r"Nhắn 1"),
    18: (r"50\s?%", r"trống", r"Nguồn:"),
}
OFFICE = {
    3: (r"Nội dung ghi được: Đèn đường đầu thôn 3 .*cả tháng", r"ảnh nếu có", r"bỏ qua"),
    5: (
        r"Rất tiếc",
        r"hành vi hành chính.*ngày.*họ tên, địa chỉ, số điện thoại",
        r"không chuyển cho bộ phận bị phản ánh",
    ),
    7: (r"tố cáo", r"phòng 102", r"giữ bí mật"),
    8: (r"^KHẨN CẤP", r"114", r"115"),
    11: (r"chưa tra được", r"Cổng Dịch vụ công", r"0298 3000 115", r"trễ hẹn"),
    12: (r"Cổng Dịch vụ công", r"Thứ Bảy|thứ Bảy", r"07:30–11:30, chỉ tiếp nhận"),
    13: (r"chưa tìm thấy|Chưa tìm thấy|chưa đúng",),
    14: (r"^Xin lỗi",),
    15: (r"07:30–11:30, chỉ tiếp nhận", r"Nhắn 1", r"cống"),
    24: (r"2 ngày làm việc", r"20 ngày", r"xóa"),
    25: (r"where", r"Decree 20/2008|Nghị định 20/2008"),
}

# On Monday 23/11/2026, of two items due this week; 24/11 is a day off.
WORK = {
    19: (
        r"^Tuần này Anh/Chị có 2 việc",
        r"1\. Niêm yết .*thứ Năm 26/11/2026",
        r"2\. Báo cáo tự kiểm tra .*thứ Sáu 27/11/2026",
        r"“xem 1”.*“xong 1”",
    ),
    20: (
        r"Đã ghi việc 2 hoàn thành ngày 23/11/2026",
        r"Công văn số 45",
        r"“hoàn tác 2” trong hôm nay",
    ),
    21: (r"Đã chuyển công chức đầu mối xem xét", r"thuộc Phòng Kinh tế", r"tạm dừng nhắc"),
    22: (
        r"Đã trình lãnh đạo",
        r"thứ Sáu 04/12/2026",
        r"lãnh đạo đi vắng",
        r"hạn cũ vẫn giữ nguyên",
    ),
}
HELD = {
    23: (
        r"Đã nộp 3/5",
        r"Chưa cập nhật kết quả: Phòng Kinh tế, Trung tâm Phục vụ hành chính công",
        r"hạn thứ Sáu 20/11/2026",
        r"[Nn]hắn (?:“)?1(?:”)? để đôn đốc",
    ),
}


@pytest.fixture(scope="session")
def sheet(shared: Path) -> dict[int, str]:
    lines = LINE.findall((shared / "tone.md").read_text("utf-8"))
    return {int(number): message for number, message, _, _ in lines}


def check(said: str, patterns: tuple[str, ...]) -> None:
    for pattern in patterns:
        assert re.search(pattern, said), f"{pattern!r} is not in {said!r}"
    own_words = re.sub(r"Nội dung ghi được: .*|Về “[^”]*”", "", said)
    assert not re.search(r"!|\bem\b|\bmình\b(?! bạch)", own_words)
    assert len(said) <= 1000


@pytest.mark.parametrize("number", sorted(PLANS))
async def test_questions_about_plans(
    real_plans: Database, sheet: dict[int, str], number: int
) -> None:
    chat = build_chat(real_plans, locality=await find_ward(real_plans) if number == 2 else "")
    check(await chat.says(sheet[number]), PLANS[number])


async def find_ward(database: Database) -> str:
    async with database.read() as work:
        names = [place.name for place in await work.localities.list_all()]
    return next(name for name in names if name.startswith("Phường 2"))


@pytest.mark.parametrize("number", sorted(OFFICE))
async def test_what_citizens_and_officials_say(
    sample_chat: Chat, sheet: dict[int, str], number: int
) -> None:
    async with sample_chat.app.database.write() as work:
        [place] = [p for p in await work.localities.list_all() if p.name == "xã Bến Lụa"]
        await work.localities.save_profile(place.id, PROFILE)
    if number == 14:
        await link_clerk(sample_chat.other("clerk"))
    check(await sample_chat.says(sheet[number]), OFFICE[number])


async def test_a_name_may_be_kept_back(sample_chat: Chat, sheet: dict[int, str]) -> None:
    await sample_chat.says("tôi muốn phản ánh cán bộ bắt đi lại nhiều lần")
    said = await sample_chat.says(sheet[6])
    check(said, (r"ẩn tên", r"chỉ công chức đầu mối", r"Nghị định 20/2008/NĐ-CP, Điều 7"))


async def test_photos_without_a_word(sample_chat: Chat, sheet: dict[int, str]) -> None:
    assert "3 ảnh" in sheet[4]
    assert await show(sample_chat, "1.jpg", "2.jpg", "3.jpg") == ""
    check(await wait(sample_chat, 3), (r"^Đã nhận 3 ảnh\.", r"ở đâu", r"việc gì", r"một câu ngắn"))


async def test_an_identity_card(sample_chat: Chat, sheet: dict[int, str]) -> None:
    words, picture = sheet[9].rstrip("]").split(" [")
    said = await show(sample_chat, f"{picture}.jpg", text=words)
    check(said, (r"không nhận", r"giấy tờ tùy thân", r"không được lưu", r"họ tên, địa chỉ"))


async def test_a_voice_message(sample_chat: Chat, sheet: dict[int, str]) -> None:
    assert "tin thoại" in sheet[10]
    await bring(sample_chat, "", await keep_voice(sample_chat))
    said = await wait(sample_chat, 3)
    check(said, (r"Đã nhận 1 tin thoại", r"chưa nghe được", r"giờ làm việc", r"việc gì, ở đâu"))


@pytest.fixture
async def town(sqlite: Database) -> Town:
    town = await found_town(build_chat(sqlite))
    await town.seat("lan", CULTURE)
    for content, day in (("Niêm yết TTHC sửa đổi", 26), ("Báo cáo tự kiểm tra TTHC", 27)):
        due = dt.date(2026, 11, day)
        await town.add(CULTURE, due, task=build_task(content, lead=(CULTURE,), last_day=due))
    await town.seat("chairman", "Chủ tịch UBND xã", role=Role.LEADER)
    await town.seat("clerk", OFFICE_NAME, role=Role.CLERK)
    return town


@pytest.mark.parametrize("number", sorted(WORK))
async def test_what_officials_say_of_their_work(
    town: Town, sheet: dict[int, str], number: int
) -> None:
    chat = town.chat
    async with chat.app.database.write() as work:
        await work.offices.ensure(town.place.id, "Phòng Kinh tế")
    chat.clock.moment = at("2026-11-23", "08:00")
    asked = await chat.says(sheet[19])
    if number == 21:
        await chat.says("xem 2")
    if number == 22:
        await chat.says("xem 2")
    said = asked if number == 19 else (await chat.says(sheet[number])).split("\nlan ")[0]
    check(said, WORK[number])


async def test_a_leader_asks_who_has_not_reported(town: Town, sheet: dict[int, str]) -> None:
    day, chat = dt.date(2026, 11, 20), town.chat
    task = build_task("Báo cáo rà soát thủ tục hành chính", last_day=day)
    missing = ["Phòng Kinh tế", "Trung tâm Phục vụ hành chính công"]
    async with chat.app.database.write() as work:
        task_id = await work.assignments.add(
            task, locality_id=town.place.id, document="", by=None, now=at("2026-11-02")
        )
        for name in (*missing, "Phòng Nội vụ", "Trạm Y tế", "Công an xã"):
            office = await work.offices.ensure(town.place.id, name)
            new = NewDueDay(task_id, office.id, "", day, DueState.OPEN, dt.date(2026, 11, 2))
            await work.due_days.add([new], locality_id=town.place.id)
        for due in await work.due_days.of_tasks([task_id]):
            if due.office not in missing:
                await work.due_days.finish(due.id, person_id=None, note="", now=at("2026-11-19"))
    chat.clock.moment = at("2026-11-23", "08:00")
    check(await chat.other("chairman").says(sheet[23]), HELD[23])


def test_every_line_of_the_sheet_is_asked(sheet: dict[int, str]) -> None:
    asked = {*PLANS, *OFFICE, *WORK, *HELD, 4, 6, 9, 10}
    assert asked == set(range(1, 26)) <= set(sheet)
