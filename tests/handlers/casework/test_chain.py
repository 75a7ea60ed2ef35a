"""Casework among the other things that an official may say, through the whole program."""

import pytest

from storage.database import Database
from storage.values import Case
from tests.factories.cases import Town, found_town, open_case, to_answer, walk
from tests.factories.talk import Chat, build_chat

QUESTION = "Nhà tôi tốc mái sau bão thì hỏi tiền hỗ trợ ở đâu?"


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
    ("trả lời 9: được", "hỏi đáp"),
    ("đồng ý công khai", "công khai"),
    ("hạn báo cáo quý 3 là khi nào", ""),
)


async def test_other_skills_still_hear_the_clerk(clerk: Chat, case: Case) -> None:
    await clerk.says("việc PAKN")
    for said, heard in HEARD_BY_OTHERS:
        answered = await clerk.says(said)
        assert heard.lower() in answered.lower(), said
        assert case.code not in answered, said


@pytest.fixture
async def asked(clerk: Chat) -> Chat:
    """Let Lan ask an official of the place, which is question 1."""
    lan = clerk.other("lan")
    await lan.says("gặp cán bộ")
    await lan.says(QUESTION)
    return clerk


@pytest.mark.parametrize(
    ("shown", "said", "heard"),
    [
        (("hỏi đáp", "việc PAKN"), "trả lời 1: Đã sửa", "không trình dự thảo được"),
        (("việc PAKN", "hỏi đáp"), "trả lời 1: Có", "Người dân (hỏi đáp số 1) sẽ đọc"),
        (("việc PAKN", "xem hỏi đáp 1"), "trả lời 1: Có", "Người dân (hỏi đáp số 1) sẽ đọc"),
        (("việc PAKN",), "trả lời hỏi đáp 1: Có", "Người dân (hỏi đáp số 1) sẽ đọc"),
        (("việc PAKN", "hỏi đáp"), "trả lời 2: Có", "Không có hỏi đáp số 2"),
        (("việc PAKN", "hỏi đáp"), "xem 1", QUESTION),
        (("hỏi đáp", "việc PAKN"), "xem 1", "Quá trình xử lý"),
    ],
)
async def test_a_number_means_the_list_shown_last(
    asked: Chat, shown: tuple[str, ...], said: str, heard: str
) -> None:
    for each in shown:
        await asked.says(each)
    assert heard in await asked.says(said)


async def test_a_question_asked_after_the_list_goes_before_it(clerk: Chat, case: Case) -> None:
    await clerk.says("việc PAKN")
    lan = clerk.other("lan")
    await lan.says("gặp cán bộ")
    await lan.says(QUESTION)
    assert "hỏi đáp số 1" in await clerk.says("trả lời 1: Có")


async def test_a_number_of_cases_only_answers_a_case(
    clerk: Chat, sqlite: Database, town: Town, case: Case
) -> None:
    async with sqlite.write() as work:
        await walk(work, town, case, *to_answer(town)[:-1])
    await clerk.says("việc PAKN")
    assert "Người gửi sẽ đọc" in await clerk.says("trả lời 1")
    assert "Đã gửi trả lời" in await clerk.says("gửi")


async def test_a_word_that_missed_sends_nothing_older(asked: Chat) -> None:
    await asked.says("trả lời 1: Cũ")
    await asked.says("trả lời 7: Mới")
    assert "sẽ đọc" in await asked.says("gửi")
    assert not [text for text in asked.other("lan").heard() if "Cũ" in text]
    await asked.says("gửi")
    assert "Cũ" in asked.other("lan").heard()[-1]


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
