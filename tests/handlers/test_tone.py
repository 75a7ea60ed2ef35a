"""The first 25 messages of the team's tone sheet get replies of that kind.

The sheet and the plans it speaks of are outside the project. What a line needs that the product
does not have yet (pictures, an official's extension) is named in `LATER`.
"""

import re
from pathlib import Path

import pytest

from storage.database import Database
from tests.factories.citizens import bring, keep_voice, show, wait
from tests.factories.clerk import link, link_clerk
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
WITH_NUDGES = "what an official says of a due day comes with the nudges"
LATER = {
    20: WITH_NUDGES,
    21: WITH_NUDGES,
    22: WITH_NUDGES,
    23: WITH_NUDGES,
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
    19: (r"Anh/Chị",),
    24: (r"2 ngày làm việc", r"20 ngày", r"xóa"),
    25: (r"where", r"Decree 20/2008|Nghị định 20/2008"),
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
    if number == 19:
        await link(sample_chat, OFFICE_NAME)
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


def test_every_line_of_the_sheet_is_asked(sheet: dict[int, str]) -> None:
    assert {*PLANS, *OFFICE, *LATER, 4, 6, 9, 10} == set(range(1, 26)) <= set(sheet)
