"""Guides: what is one, what it is called, and how its text is cut into paragraphs."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.files import read
from knowledge.parsing import parse
from knowledge.parsing.guides.pieces import LONGEST, chunk, join_pieces
from knowledge.plan import GUIDE, Plan
from tests.factories.guides import BIRTH, build_birth_docx, build_fees_docx
from tests.factories.plans import TEXT


def guide_of(text: str) -> Plan:
    return parse(read("huong-dan.txt", text.encode()))


def texts_of(text: str) -> list[str]:
    return [paragraph.text for paragraph in guide_of(text).paragraphs]


def test_a_guide_has_a_name_and_no_work() -> None:
    plan = guide_of(BIRTH)
    assert (plan.title, plan.kind, plan.tasks) == ("Hướng dẫn đăng ký khai sinh", GUIDE, ())
    assert (plan.year, plan.locality, plan.warnings, plan.skipped) == (None, None, (), ())


def test_every_part_stands_by_itself_with_what_it_is_about() -> None:
    assert texts_of(BIRTH) == [
        (
            "Đăng ký khai sinh – Thành phần hồ sơ: Tờ khai theo mẫu; Giấy chứng sinh bản chính; "
            "Thẻ căn cước của cha hoặc mẹ để đối chiếu."
        ),
        (
            "Đăng ký khai sinh – Thời hạn giải quyết: Ngay trong ngày nhận đủ hồ sơ; nhận sau 15 giờ "
            "thì trả vào ngày làm việc tiếp theo."
        ),
        (
            "Đăng ký khai sinh – Lệ phí: Miễn lệ phí khi đăng ký trong 60 ngày từ ngày sinh; quá 60 "
            "ngày thu 5.000 đồng."
        ),
        "Đăng ký khai sinh – Nơi nộp: Quầy số 2, Trung tâm Phục vụ hành chính công xã.",
        "Ông bà đi làm khai sinh cho cháu được không? Được, không cần giấy ủy quyền.",
    ]


def test_a_paragraph_keeps_its_lines_and_sections() -> None:
    first, *_, last = guide_of(BIRTH).paragraphs
    assert (first.section, first.place.first_line, first.place.last_line) == (("1",), 4, 6)
    assert (last.section, last.place.first_line, last.place.last_line) == ((), 14, 15)


QUESTIONS = [
    "Hỏi: Mất thẻ thì làm gì?\nĐáp: Báo công an xã.",
    "Hỏi: Mất thẻ thì làm gì? Đáp: Báo công an xã.",
    "Hỏi: Mất thẻ thì làm gì?\nTrả lời: Báo công an xã.",
    "Câu 1. Mất thẻ thì làm gì?\nTrả lời: Báo công an xã.",
    "Câu hỏi số 12: Mất thẻ thì làm gì?\nĐáp: Báo công an xã.",
    "H: Mất thẻ thì làm gì?\nĐ: Báo công an xã.",
    "1. Mất thẻ thì làm gì?\nBáo công an xã.",
    "Mất thẻ thì làm gì?\nBáo công an xã.",
    "## Mất thẻ thì làm gì?\n\nBáo công an xã.",
    "I. THẺ\n1. Mất thẻ thì làm gì?\nBáo công an xã.",
    "Câu hỏi\tTrả lời\tGhi chú\nMất thẻ thì làm gì?\tBáo công an xã.\t",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_stays_with_its_answer(text: str) -> None:
    other = "Hỏi: Thư viện mở mấy ngày?\nĐáp: Năm ngày."
    assert "Mất thẻ thì làm gì? Báo công an xã." in texts_of(f"HỎI ĐÁP\n\n{text}\n\n{other}\n")


def test_an_answer_of_several_lines_is_whole() -> None:
    said = texts_of("Hỏi: Xin nuôi ong ở đâu?\nĐáp: Tại xã.\n- Mang đơn;\n- Mang ảnh.\nHỏi: A?\nB.")
    assert said[0] == "Xin nuôi ong ở đâu? Tại xã; Mang đơn; Mang ảnh."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lệ phí: 8.000 đồng", "Lệ phí: 8.000 đồng"),
        ("Lệ phí\n8.000 đồng", "Lệ phí: 8.000 đồng"),
        ("1. Lệ phí: Không.", "Lệ phí: Không."),
        ("Thành phần hồ sơ gồm:\nĐơn\nẢnh thẻ", "Thành phần hồ sơ gồm: Đơn; Ảnh thẻ"),
        ("Thành phần hồ sơ\n1. Đơn;\n2. Ảnh thẻ.", "Thành phần hồ sơ: 1. Đơn; 2. Ảnh thẻ."),
        (
            "1. Giấy tờ\n- Đơn;\n- Ảnh.\n2. Lệ phí: Không.\n3. Nơi nộp: Quầy 1.",
            "Lệ phí: Không.",
        ),
        ("II. THƯ VIỆN\n1. Nơi nộp\nQuầy 1.", "Thư viện – Nơi nộp: Quầy 1."),
        ("TRÌNH TỰ THỰC HIỆN\nBước 1: Nộp.\nBước 2: Nhận.", "Bước 1: Nộp; Bước 2: Nhận."),
    ],
)
def test_short_parts_are_kept_under_their_headings(text: str, expected: str) -> None:
    found = texts_of(f"NỘI QUY CHUNG\n\n{text}\n\nGhi chú cuối cùng dành cho người đọc kỹ.\n")
    assert any(expected in each for each in found), found


def test_letterhead_recipients_and_signatures_answer_nothing() -> None:
    said = " ".join(
        texts_of(
            "ỦY BAN NHÂN DÂN\nXÃ BẾN LỤA\nSố: 5/HD-UBND\nBến Lụa, ngày 02 tháng 3 năm 2026\n\n"
            "HƯỚNG DẪN\nXin nuôi ong\n\n1. Lệ phí: Không.\n\n"
            "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nHà Quang Thuận\n"
        )
    )
    assert "Lệ phí: Không." in said
    assert not any(word in said for word in ("BẾN LỤA", "Số:", "Lưu", "Thuận", "CHỦ TỊCH"))


def test_a_row_repeats_its_header_and_group() -> None:
    plan = parse(read("phi.docx", build_fees_docx()))
    assert [paragraph.text for paragraph in plan.paragraphs] == [
        (
            "Hộ tịch – Cấp trích lục khai sinh – Thời hạn giải quyết: Trong ngày làm việc. "
            "Lệ phí: 8.000 đồng/bản."
        ),
        (
            "Hộ tịch – Xác nhận tình trạng hôn nhân – Thời hạn giải quyết: 03 ngày làm "
            "việc. Lệ phí: 15.000 đồng."
        ),
    ]
    assert [paragraph.place.row for paragraph in plan.paragraphs] == [3, 4]


def test_a_table_of_two_columns_reads_as_lines() -> None:
    plan = parse(read("khai-sinh.docx", build_birth_docx()))
    assert [paragraph.text for paragraph in plan.paragraphs][1:3] == [
        "Đăng ký khai sinh – Thời hạn giải quyết: Ngay trong ngày nhận đủ hồ sơ, trong giờ làm việc",
        "Đăng ký khai sinh – Lệ phí: Miễn lệ phí trong 60 ngày; quá 60 ngày thu 5.000 đồng",
    ]


def test_a_long_row_says_in_each_part_what_it_is_about() -> None:
    papers = " ".join(f"Bản sao thứ {n} có chứng thực." for n in range(60))
    text = f"STT\tTên việc\tHồ sơ\tLệ phí\n1\tXin nuôi ong\t{papers}\tKhông\n"
    said = texts_of(f"DANH MỤC VIỆC\n\n{text}")
    assert len(said) > 1
    assert all("Xin nuôi ong" in each and len(each) < LONGEST + 100 for each in said)


def test_a_long_answer_repeats_its_question() -> None:
    answer = " ".join(f"Bước {n} làm trong một buổi." for n in range(60))
    said = texts_of(f"Hỏi: Xin nuôi ong thế nào?\nĐáp: {answer}\n")
    assert len(said) > 1
    assert all(each.startswith("Xin nuôi ong thế nào?") for each in said)


def test_a_plan_is_no_guide_and_reads_as_ever() -> None:
    plan = parse(read("ke-hoach.txt", TEXT.encode()))
    assert len(plan.tasks) == 4
    assert plan.kind == "Kế hoạch"


STEPS = "TT\tNội dung công việc\tCơ quan thực hiện\tThời gian\n1\tNhận hồ sơ\tBộ phận Một cửa\t{}\n"


@pytest.mark.parametrize(
    ("title", "time", "tasks"),
    [
        ("HƯỚNG DẪN XIN NUÔI ONG", "Trong buổi", 0),  # steps of a procedure are nobody's duty
        ("QUY TRÌNH XIN NUÔI ONG", "Trong buổi", 0),
        ("HƯỚNG DẪN XIN NUÔI ONG", "Trước ngày 05/12/2026", 1),
        ("KẾ HOẠCH\nNuôi ong năm 2026", "Trong buổi", 1),
    ],
)
def test_a_guide_is_told_by_its_name_and_by_having_no_day(
    title: str, time: str, tasks: int
) -> None:
    assert len(guide_of(f"{title}\n\n{STEPS.format(time)}").tasks) == tasks


@pytest.mark.parametrize(
    ("title", "year"),
    [("HƯỚNG DẪN XIN NUÔI ONG", None), ("BIỂU PHÍ NUÔI ONG NĂM 2026", 2026)],
)
def test_only_its_title_ties_a_guide_to_a_year(title: str, year: int | None) -> None:
    assert guide_of(f"{title}\n\nTheo Nghị định số 5/2015/NĐ-CP thì không thu phí.\n").year == year


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Mượn sách\n\nThư viện cho mượn 3 cuốn.\n", "Mượn sách"),
        ("NỘI QUY\nTHƯ VIỆN\n\nThư viện cho mượn 3 cuốn.\n", "Nội quy thư viện"),
        ("UBND XÃ BẾN LỤA\nNỘI QUY THƯ VIỆN\n\nCho mượn 3 cuốn.\n", "Nội quy thư viện"),
        ("Thư viện cho mượn 3 cuốn.\nTrả sau 7 ngày.\n", None),
        (
            "ỦY BAN NHÂN DÂN\nXÃ BẾN LỤA\n\nHƯỚNG DẪN XÃ BẾN LỤA NUÔI ONG\n\nLệ phí: không.\n",
            "Hướng dẫn xã Bến Lụa nuôi ong",
        ),
        ("HƯỚNG DẪN\nXin nuôi ong\nLệ phí: không.\nThời hạn: 3 ngày.\n", "Hướng dẫn Xin nuôi ong"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert guide_of(text).title == title


def test_lists_become_one_sentence() -> None:
    assert join_pieces(["Gồm:", "- Đơn;", "- Ảnh."]) == "Gồm: Đơn; Ảnh."
    assert join_pieces(["Nộp tại xã.", "Nhận trong ngày."]) == "Nộp tại xã. Nhận trong ngày."


def test_a_piece_without_a_head_is_itself() -> None:
    assert list(chunk("", ["Nộp tại xã."])) == ["Nộp tại xã."]
    assert list(chunk("Lệ phí", [])) == []


@settings(max_examples=150)
@given(st.text(alphabet="Hỏi Đáp:?\n\t|-1.abIV;Phí", max_size=200))
def test_any_text_is_read(text: str) -> None:
    plan = guide_of(f"Thư viện mở cửa.\n{text}")
    again = replace(plan, paragraphs=())
    assert again.tasks == () or again.tasks
    assert all(paragraph.text.strip() for paragraph in plan.paragraphs)


def test_a_procedure_told_in_two_columns_keeps_its_labels() -> None:
    steps = " ".join(f"- Bước {n}: người dân làm việc này trong buổi sáng.<br>" for n in range(40))
    text = f"THỦ TỤC XIN NUÔI ONG\n\n<p>Xin chào</p>\n1\tTrình tự thực hiện\t{steps}\n2\tLệ phí\t0 đồng\n"
    said = texts_of(text)
    assert "Xin nuôi ong – Lệ phí: 0 đồng" in said
    parts = [each for each in said if "Bước" in each]
    assert len(parts) > 1
    assert all(each.startswith("Xin nuôi ong – Trình tự thực hiện – ") for each in parts)
