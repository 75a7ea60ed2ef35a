"""Lists, counts, what a document says of itself, and the questions that follow, in one chat."""

import pytest

from tests.factories.clerk import BEFORE, ELSEWHERE, load
from tests.factories.talk import Chat


@pytest.fixture
async def asked(chat: Chat) -> Chat:
    chat.clock.moment = BEFORE
    await load(chat)
    return chat


@pytest.mark.parametrize(
    ("text", "head", "holds", "lacks"),
    [
        (
            "tháng 12/2026 có những việc gì",
            "Xã Bến Lụa có 1 việc trong tháng 12/2026:",
            [
                "1. Phát tờ rơi",
                "Trước ngày 05/12/2026",
                "(mục II.I, STT 1)",
                "Nguồn: Kế hoạch số 07",
            ],
            ["Lập danh sách"],
        ),
        (
            "quy 2 co viec gi",
            "Xã Bến Lụa có 1 việc trong quý II/2026:",
            ["Kiểm tra việc trả kết quả"],
            ["Phát tờ rơi"],
        ),
        (
            "Văn phòng chủ trì những việc gì",
            "Xã Bến Lụa có 2 việc do Văn phòng HĐND và UBND xã chủ trì:",
            ["Lập danh sách tổ hỗ trợ thôn", "Trực đường dây nóng – Thường xuyên"],
            ["Phát tờ rơi"],
        ),
        (
            "phong van hoa xa hoi phoi hop nhung viec gi",
            "có Phòng Văn hóa - Xã hội phối hợp:",
            ["Kiểm tra việc trả kết quả"],
            ["Phát tờ rơi"],
        ),
        (
            "có bao nhiêu nhiệm vụ thường xuyên",
            "Xã Bến Lụa có 1 việc ghi thời gian “Thường xuyên”:",
            ["Trực đường dây nóng"],
            [],
        ),
        ("mục I có mấy việc", "Xã Bến Lụa có 2 việc tại mục I:", ["Phát tờ rơi"], ["Kiểm tra"]),
        ("tháng 8/2026 có việc gì", "không có việc nào trong tháng 8/2026.", [], ["Nguồn"]),
        (
            "which tasks are due in December 2026",
            "Xã Bến Lụa has 1 task in 12/2026:",
            ["Phát tờ rơi", "Source: "],
            [],
        ),
    ],
)
async def test_lists_are_computed_from_rows(
    asked: Chat, text: str, head: str, holds: list[str], lacks: list[str]
) -> None:
    said = await asked.says(text)
    assert head in said.splitlines()[0]
    assert all(part in said for part in holds)
    assert not any(part in said for part in lacks)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("kế hoạch của xã số mấy, ban hành ngày nào", ["07/KH-UBND", "12/01/2026", "Nguồn"]),
        ("ai ký kế hoạch", ["Không đọc được tên người ký trong bản hiện có."]),
        ("cơ quan nào ban hành kế hoạch", ["Cơ quan ban hành: UBND xã Bến Lụa."]),
        ("có những kế hoạch nào của năm 2026", ["Hiện có 1 kế hoạch năm 2026:", "07/KH-UBND"]),
        ("kế hoạch có bao nhiêu phụ lục", ["Bản hiện có không kèm phụ lục."]),
        ("kế hoạch căn cứ văn bản nào", ["Căn cứ"]),
        ("what is the number of the plan", ["has the number 07/KH-UBND."]),
    ],
)
async def test_what_a_document_says_of_itself(asked: Chat, text: str, holds: list[str]) -> None:
    said = await asked.says(text)
    assert all(part in said for part in holds), said


async def test_questions_that_follow_a_row(asked: Chat) -> None:
    assert "Chậm nhất ngày 27/11/2026" in await asked.says("khi nào lập danh sách tổ hỗ trợ thôn")
    assert "Văn phòng HĐND và UBND xã chủ trì: Lập danh sách" in await asked.says("ai chủ trì?")
    assert "Sản phẩm: Danh sách được phê duyệt" in await asked.says("thế còn sản phẩm?")
    assert "Kế hoạch không ghi cơ quan phối hợp" in await asked.says("đơn vị nào phối hợp")


async def test_questions_that_follow_a_list(asked: Chat) -> None:
    await asked.says("Văn phòng chủ trì những việc gì")
    said = await asked.says("việc thứ hai khi nào?")
    assert "Thường xuyên – Trực đường dây nóng" in said
    assert "Sổ theo dõi" in await asked.says("sản phẩm là gì?")
    assert "Chậm nhất ngày 27/11/2026" in await asked.says("việc đầu tiên")


async def test_something_else_of_all_in_a_list(asked: Chat) -> None:
    await asked.says("Văn phòng chủ trì những việc gì")
    said = await asked.says("sản phẩm là gì?")
    assert "1. Lập danh sách" in said
    assert "Sản phẩm: Danh sách được phê duyệt" in said
    assert "Sản phẩm: Sổ theo dõi" in said


async def test_another_time_of_the_same_list(asked: Chat) -> None:
    await asked.says("quý IV có việc gì")
    assert "trong quý II/2026" in await asked.says("còn quý II thì sao?")


async def test_a_long_list_comes_in_parts(asked: Chat) -> None:
    rows = "\n".join(
        f"{n}\tDọn vệ sinh khu vực số {n}\tUBND xã\t\tTrước ngày {n:02}/10/2026\tBiên bản"
        for n in range(3, 15)
    )
    await load(asked, ELSEWHERE + rows)
    said = await asked.says("tháng 10/2026 Đồi Sim có việc gì")
    assert "có 12 việc" in said
    assert "5. Dọn" in said
    assert "6. Dọn" not in said
    assert "Còn 7 việc" in said
    said = await asked.says("còn nữa")
    assert "6. Dọn" in said
    assert "Còn 2 việc" in said
    await asked.says("còn nữa")
    assert await asked.says("còn nữa") == "Danh sách đã hết."


async def test_a_chat_forgets_after_an_hour(asked: Chat) -> None:
    await asked.says("khi nào lập danh sách tổ hỗ trợ thôn")
    asked.clock.advance(hours=2)
    assert "27/11/2026" not in await asked.says("ai chủ trì?")


async def test_who_is_late_is_for_officials(asked: Chat) -> None:
    assert "chỉ cung cấp cho cán bộ" in await asked.says("việc nào trễ hạn")
    asked.clock.advance(days=30)
    answer = await asked.app.questions.answer(
        "việc nào trễ hạn", today=asked.clock.now().date(), is_official=True
    )
    assert answer.text.startswith("Anh/Chị nhắn “việc quá hạn”")
