"""Casework among the other things that an official may say, through the whole program."""

import pytest

from storage.database import Database
from storage.values import Case
from tests.factories.cases import Town, found_town, open_case
from tests.factories.talk import Chat, build_chat


@pytest.fixture
async def clerk(sqlite: Database, town: Town, case: Case) -> Chat:
    return build_chat(sqlite).other("thu")


async def test_a_number_alone_opens_a_case_of_the_list(clerk: Chat, case: Case) -> None:
    assert case.code in await clerk.says("việc PAKN")
    assert "Quá trình xử lý" in await clerk.says("1")
    assert f"tiếp nhận {case.code}" in clerk.buttons
    assert "Đã tiếp nhận" in await clerk.says(clerk.buttons[0])


HEARD_BY_OTHERS = (
    ("kế hoạch", "kế hoạch"),
    ("việc của tôi", "việc"),
    ("hủy", "Không có"),
    ("hỏi đáp", "câu hỏi"),
    ("gửi", ""),
    ("cảm ơn", ""),
    ("trả lời 1: được", "hỏi đáp"),
    ("hạn báo cáo quý 3 là khi nào", ""),
)


async def test_other_skills_still_hear_the_clerk(clerk: Chat, case: Case) -> None:
    await clerk.says("việc PAKN")
    for said, heard in HEARD_BY_OTHERS:
        answered = await clerk.says(said)
        assert heard.lower() in answered.lower(), said
        assert case.code not in answered, said


async def test_a_draft_about_a_fire_is_no_emergency(clerk: Chat, case: Case) -> None:
    await clerk.says(f"tiếp nhận {case.code}, giao cho Địa chính")
    said = await clerk.says(f"ghi chú {case.code}: cháy nhà ở thôn 5 đã dập xong")
    assert "114" not in said
    assert "ghi chú nội bộ" in said


async def test_another_places_clerk_sees_only_what_the_code_gives_all(
    clerk: Chat, sqlite: Database, case: Case
) -> None:
    async with sqlite.write() as work:
        elsewhere = await found_town(work, "xã Đồi Sim")
        await open_case(work, elsewhere.place_id, number=9)
    strange = clerk.other(f"thu@{elsewhere.place_id}")
    said = await strange.says(case.code)
    assert "Nguyễn Văn Bình" not in said
    assert "Đèn đường" not in said
    assert "Chưa tìm thấy" in await strange.says(f"tiếp nhận {case.code}")


@pytest.mark.parametrize(
    "said",
    ["Đèn hỏng do đứt dây, mai thợ đến thay", "đã thay bóng sáng nay rồi, dân xác nhận"],
)
async def test_a_reply_to_a_notice_begins_no_report(clerk: Chat, case: Case, said: str) -> None:
    await clerk.says(f"tiếp nhận {case.code}, giao cho Địa chính")
    officer = clerk.other("dia")
    assert "Chưa có gì được gửi đi" in await officer.says(said)
    assert "việc nào có hạn" in await officer.says("tuần này tôi phải làm gì")
