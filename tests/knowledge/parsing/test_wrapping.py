import pytest

from knowledge.files.document import Paragraph
from knowledge.parsing.wrapping import join_lines
from tests.knowledge.parsing.texts import lines_of

LONG = (
    "Đội cây xanh chăm sóc, tưới nước và tỉa cành cho tất cả tuyến đường của phường "
    "theo lịch mà cuộc họp đã định "
)


def joined(text: str) -> list[str]:
    return [b.text for b in join_lines(tuple(lines_of(text))) if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một dòng.\nDòng khác.", ["Một dòng.", "Dòng khác."]),
        ("Một dòng\nviết tiếp", ["Một dòng viết tiếp"]),
        ("Một dòng\n\nviết tiếp", ["Một dòng viết tiếp"]),
        ("Câu hết.\n\nviết thường", ["Câu hết.", "viết thường"]),
        (LONG + "tại\n\nBến xe.", [LONG + "tại Bến xe."]),
        (LONG + "đã giao.\n\nBến xe.", [LONG + "đã giao.", "Bến xe."]),
        (LONG + "gồm\n- Bến xe", [LONG + "gồm", "- Bến xe"]),
        ("**1.****\n**Trồng cây", ["1. Trồng cây"]),
        ("-\nTrồng cây", ["- Trồng cây"]),
        ("I. CÂY\n1. Trồng\na) Tưới", ["I. CÂY", "1. Trồng", "a) Tưới"]),
        ("[bookmark: b1]\t<b>Cây</b> \\(xanh\\)", ["Cây (xanh)"]),
        ("----\n\n### **CÂY**", ["CÂY"]),
        ("Nói về\n2 Vườn cây", ["Nói về", "2 Vườn cây"]),
        ("Giai đoạn 2026\n- 2030 trồng cây", ["Giai đoạn 2026 - 2030 trồng cây"]),
        ("TRỒNG CÂY PHƯỜNG XANH\n\nthực hiện", ["TRỒNG CÂY PHƯỜNG XANH", "thực hiện"]),
        ("VƯỜN CÂY\n(Kèm theo Kế hoạch", ["VƯỜN CÂY", "(Kèm theo Kế hoạch"]),
    ],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    assert joined(text) == expected


def test_a_hard_wrapped_file_is_joined_by_its_blank_lines() -> None:
    line = "Đội cây xanh chăm sóc các tuyến đường; kể từ nay"
    text = "\n\n".join(f"- {line}.\nTổ hai trồng mới" for _ in range(25))
    assert joined(text) == [f"- {line}. Tổ hai trồng mới"] * 25


@pytest.mark.parametrize(
    "begins", ["Chương trình", "Phần mềm", "Điều kiện", "15 cây", "59.000 cây"]
)
def test_words_that_look_like_headings_go_on_in_a_wrapped_file(begins: str) -> None:
    filler = "\n\n".join(
        f"Đội cây xanh chăm sóc các tuyến đường của phường {n}." for n in range(25)
    )
    assert joined(f"{filler}\n\nTheo lịch của\n{begins} là được.")[-1] == (
        f"Theo lịch của {begins} là được."
    )


def test_a_title_broken_before_the_word_plan_goes_on_in_a_wrapped_file() -> None:
    filler = "\n\n".join(
        f"Đội cây xanh chăm sóc các tuyến đường của phường {n}." for n in range(25)
    )
    assert joined(f"{filler}\n\nII. NỘI DUNG\nKẾ HOẠCH")[-1] == "II. NỘI DUNG KẾ HOẠCH"


def test_places_span_the_joined_lines() -> None:
    (block,) = join_lines(tuple(lines_of("\nMột dòng\nviết tiếp\n")))
    assert isinstance(block, Paragraph)
    assert (block.place.first_line, block.place.last_line) == (2, 3)
