import pytest

from knowledge.parsing.captions import find_caption, split_captions
from knowledge.parsing.headers import Role


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Thời gian thực hiện: Trong Quý 4/2026.", Role.TIMEFRAME, "Trong Quý 4/2026"),
        ("- Thời gian hoàn thành: Tháng 5", Role.TIMEFRAME, "Tháng 5"),
        ("Thời hạn hoàn thành: Tháng 5;", Role.TIMEFRAME, "Tháng 5"),
        ("Tiến độ: Tháng 5", Role.TIMEFRAME, "Tháng 5"),
        ("Thời gian thực hiện sau khi có dự toán.", Role.TIMEFRAME, "sau khi có dự toán"),
        ("- Cơ quan chủ trì: Đội A.", Role.LEAD, "Đội A"),
        ("Đơn vị chủ trì thực hiện: Đội A", Role.LEAD, "Đội A"),
        ("Đơn vị chủ trì tham mưu thực hiện: Đội A", Role.LEAD, "Đội A"),
        ("Cơ quan thực hiện: Đội A", Role.LEAD, "Đội A"),
        ("+ Đơn vị phối hợp: Đội B", Role.SUPPORTING, "Đội B"),
        ("Cơ quan phối hợp thực hiện: Đội B", Role.SUPPORTING, "Đội B"),
        ("Sản phẩm: Báo cáo", Role.DELIVERABLE, "Báo cáo"),
        ("Dự kiến kết quả: Báo cáo", Role.DELIVERABLE, "Báo cáo"),
        ("- Nội dung: Trồng cây", Role.CONTENT, "Trồng cây"),
    ],
)
def test_labelled_lines(text: str, role: Role, value: str) -> None:
    caption = find_caption(text)
    assert caption is not None
    assert (caption.role, caption.text) == (role, value)


@pytest.mark.parametrize(
    "text",
    [
        "Trồng cây",
        "Thời gian tới: chưa rõ",
        "Đơn vị: Triệu đồng",
        "Các cơ quan: hãy trồng cây",
        "Thời gian thực hiện:",
    ],
)
def test_other_lines(text: str) -> None:
    assert find_caption(text) is None


def test_labels_inside_a_paragraph_are_split_off() -> None:
    text = "Trồng cây ven đường. Thời gian hoàn thành: Tháng 5. Cơ quan chủ trì: Đội A."
    assert split_captions(text) == [
        "Trồng cây ven đường.",
        "Thời gian hoàn thành: Tháng 5.",
        "Cơ quan chủ trì: Đội A.",
    ]
