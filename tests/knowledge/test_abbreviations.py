import pytest

from knowledge.abbreviations import expand_chat, expand_formal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hs nộp k đc", "hồ sơ nộp không được"),
        ("vb nay bn trang", "van ban nay bao nhieu trang"),
        ("hạn q3 là t12", "hạn quý 3 là tháng 12"),
        ("hạn t08/2024", "hạn tháng 8/2024"),
        ("t7 có mở cửa không", "t7 có mở cửa không"),
        ("p5 đông dân", "phường 5 đông dân"),
        ("bộ phận TN&TKQ", "bộ phận tiếp nhận và trả kết quả"),
        ("HĐND-UBND xã", "hội đồng nhân dân-ủy ban nhân dân xã"),
        ("theo 12/KH-UBND", "theo 12/KH-UBND"),
        ("tthc", "thu tuc hanh chinh"),
        ("PAKN của dân", "phản ánh, kiến nghị của dân"),
        ("ko rõ ntn", "không rõ như thế nào"),
        ("", ""),
    ],
)
def test_chat(text: str, expected: str) -> None:
    assert expand_chat(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KSTTHC", "kiểm soát thủ tục hành chính"),
        ("k có hs", "k có hs"),
        ("Quyết định 3/2020/QĐ-UBND", "Quyết định 3/2020/QĐ-UBND"),
        ("CC VH-XH", "CC văn hóa - xã hội"),
    ],
)
def test_formal_leaves_chat_alone(text: str, expected: str) -> None:
    assert expand_formal(text) == expected
