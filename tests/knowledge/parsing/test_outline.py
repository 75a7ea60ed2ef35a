import pytest

from knowledge.files import read
from knowledge.parsing.layout import find_tables
from knowledge.parsing.outline import Kind, lay_out
from knowledge.parsing.sections import find_marker, labels
from knowledge.parsing.wrapping import join_lines

Outline = list[tuple[str, tuple[str, ...], str]]


def outline_of(text: str) -> Outline:
    passages = lay_out(join_lines(find_tables(read("thu.txt", text.encode()))))
    return [(p.kind.value[0], labels(p.path), p.text) for p in passages if p.kind is not Kind.TABLE]


@pytest.mark.parametrize(
    ("text", "label", "depth"),
    [
        ("I. MỤC ĐÍCH", "I", 2),
        ("XIV. KHÁC", "XIV", 2),
        ("A. PHẦN CHUNG", "A", 1),
        ("1. Trồng cây", "1", 3),
        ("1) Trồng cây", "1", 3),
        ("2.1. Tưới cây", "2.1", 4),
        ("2.1 Tưới cây", "2.1", 4),
        ("2.1.3. Tưới cây", "2.1.3", 5),
        ("a) Tỉa cành", "a", 6),
        ("đ) Tỉa cành", "đ", 6),
        ("Điều 3. Hiệu lực", "Điều 3", 2),
        ("PHỤ LỤC 2", "Phụ lục 2", 0),
        ("Phụ lục II", "Phụ lục II", 0),
        ("PHỤ LỤC", "Phụ lục", 0),
        ("Mẫu biểu số 02", "Mẫu biểu số 02", 0),
        ("Phần II. Nội dung", "Phần II", 1),
        ("Chương I", "Chương I", 1),
    ],
)
def test_markers(text: str, label: str, depth: int) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.number.label, marker.number.depth) == (label, depth)


@pytest.mark.parametrize(
    "text",
    [
        "Trồng cây",
        "100% hộ dân",
        "15/12/2026 là hạn",
        "phụ lục kèm theo",
        "2026 là năm mới",
        "- a",
        "Biểu dương tổ 1",
    ],
)
def test_no_markers(text: str) -> None:
    assert find_marker(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. CÂY\n1. Trồng\n- Đội một trồng.", [
            ("h", ("I",), "CÂY"), ("h", ("I", "1"), "Trồng"), ("t", ("I", "1"), "- Đội một trồng."),
        ]),
        ("I. CÂY\n1. Trồng cây.\n2. Tưới cây.", [
            ("h", ("I",), "CÂY"), ("t", ("I",), "Trồng cây."), ("t", ("I",), "Tưới cây."),
        ]),
        ("I. CÂY\n1. Trồng:\n- Một\n2. Sau đó dọn. Rồi tưới.\n- Hai", [
            ("h", ("I",), "CÂY"), ("h", ("I", "1"), "Trồng"), ("t", ("I", "1"), "- Một"),
            ("t", ("I",), "Sau đó dọn. Rồi tưới."), ("t", ("I",), "- Hai"),
        ]),
        ("I. CÂY\n1. Mục đích: Làm cho phường xanh và sạch hơn trước.", [
            ("h", ("I",), "CÂY"), ("h", ("I", "1"), "Mục đích"),
            ("t", ("I", "1"), "Làm cho phường xanh và sạch hơn trước."),
        ]),
        ("PHỤ LỤC 1\nCÂY XANH\n(Kèm theo Kế hoạch số 1/KH-UBND)\nI. TRỒNG", [
            ("h", ("Phụ lục 1",), ""), ("h", ("Phụ lục 1", "I"), "TRỒNG"),
        ]),
        ("I. CÂY\nNơi nhận:\n- Như trên;\nTrần Văn A\nPHỤ LỤC\nII. RÁC", [
            ("h", ("I",), "CÂY"), ("h", ("Phụ lục",), ""), ("h", ("Phụ lục", "II"), "RÁC"),
        ]),
        ("Điều 1. Ban hành kèm theo đây bản kế hoạch.\nKẾ HOẠCH\nI. CÂY", [
            ("h", ("Điều 1",), ""), ("t", ("Điều 1",), "Ban hành kèm theo đây bản kế hoạch."),
            ("h", ("I",), "CÂY"),
        ]),
        ("ỦY BAN NHÂN DÂN\nSố: 1/KH-UBND\nAn Hòa, ngày 1 tháng 2 năm 2026", []),
    ],
)  # fmt: skip
def test_outline(text: str, expected: Outline) -> None:
    assert outline_of(text) == expected
