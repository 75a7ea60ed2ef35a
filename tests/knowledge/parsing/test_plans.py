import datetime as dt

import pytest

from knowledge.files import read
from knowledge.parsing import parse
from knowledge.plan import Deadline, DeadlineKind, Place, Plan, PlannedParagraph
from tests.knowledge.files.word import cell, docx_bytes, para, table
from tests.knowledge.parsing.texts import plan_of, tabbed

HEAD = """ỦY BAN NHÂN DÂN
PHƯỜNG AN HÒA
Số: 15/KH-UBND
An Hòa, ngày 3 tháng 2 năm 2026
KẾ HOẠCH
Trồng cây năm 2026
"""
LABELLED = """II. NỘI DUNG
1. Cây
- Tổ chức trồng cây.
- Tổ chức tưới cây.
- Thời gian thực hiện: Quý I.
- Tổ chức tỉa cây.
Thời gian thực hiện: Quý II."""
TABLE = tabbed(
    "TT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian|Sản phẩm",
    "I|CÂY XANH||||",
    "1|Trồng cây theo Quyết định số 5/QĐ-UBND|UBND phường|Đội A; Đội B|Trước 15/3/2026|Vườn cây",
    "2|Tưới 80% số cây|- Đội A - UBND phường||Thường xuyên|",
)


def test_a_table_becomes_tasks() -> None:
    plan = plan_of(f"{HEAD}\nI. NỘI DUNG\n\n{TABLE}\n")
    first, second = plan.tasks
    assert (first.section, first.section_title, first.number) == (("I", "I"), "CÂY XANH", "1")
    assert first.content == "Trồng cây theo Quyết định số 5/QĐ-UBND"
    assert (first.lead, first.supporting) == (("UBND phường",), ("Đội A", "Đội B"))
    assert first.deadline == Deadline(DeadlineKind.BY, last_day=dt.date(2026, 3, 14), strict=True)
    assert first.deliverable == "Vườn cây"
    assert [named.text for named in first.references] == ["Quyết định số 5/QĐ-UBND"]
    assert (first.place.first_line, first.place.last_line) == (12, 12)
    assert [target.text for target in second.targets] == ["Tưới 80% số cây"]
    assert second.deadline.kind is DeadlineKind.CONTINUOUS


def contents(plan: Plan) -> list[tuple[str, str | None]]:
    return [(task.content, task.timeframe) for task in plan.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            LABELLED,
            [("Tổ chức trồng cây.", "Quý I"), ("Tổ chức tưới cây.", "Quý I"),
             ("Tổ chức tỉa cây.", "Quý II")],
        ),
        (
            "II. NỘI DUNG\n4. Kiểm tra việc trồng cây\n- Thời gian thực hiện: Quý I.",
            [("Kiểm tra việc trồng cây", "Quý I")],
        ),
        (
            "II. NỘI DUNG\n- Tổ chức tưới cây. Thời gian hoàn thành: Quý I.",
            [("Tổ chức tưới cây.", "Quý I")],
        ),
        ("I. MỤC ĐÍCH, YÊU CẦU\n- Tổ chức trồng cây trước ngày 5/3/2026.", []),
        ("V. KINH PHÍ\n- Bố trí kinh phí trước ngày 5/3/2026.", []),
        ("VI. TỔ CHỨC THỰC HIỆN\n- Tổ chức trồng cây.", []),
        (
            "VI. TỔ CHỨC THỰC HIỆN\n- Tổ chức trồng cây trước ngày 5/3/2026.",
            [("Tổ chức trồng cây", "trước ngày 5/3/2026")],
        ),
        ("VI. TỔ CHỨC THỰC HIỆN\n- Báo cáo cấp trên khi có yêu cầu.", []),
        (
            "II. NỘI DUNG\n- Trong đợt này, UBND phường tổ chức trồng:\n- + Cây me;\n- + Cây dầu.",
            [],
        ),
        (
            f"II. NỘI DUNG\n- Tổ chức dọn rác.\n\n{TABLE}",
            [("Trồng cây theo Quyết định số 5/QĐ-UBND", "Trước 15/3/2026"),
             ("Tưới 80% số cây", "Thường xuyên")],
        ),
        (
            "PHỤ LỤC\n" + tabbed("STT|Tiêu chí|Điểm chuẩn|Cách chấm", "1|Trồng cây|20|Đếm cây"),
            [],
        ),
        ("Một lá thư.\nKhông có việc gì.", []),
        ("I. ĐÁNH GIÁ TÌNH HÌNH\n- Tổ chức trồng cây.", []),
        (
            "II. NỘI DUNG\nh) Tổ chức trồng các loại cây sau:\n- Cây me;\n- Cây dầu.",
            [("Tổ chức trồng các loại cây sau", None)],
        ),
        (
            "II. NỘI DUNG\nh) Tổ chức các việc sau:\n- Tổ chức trồng cây.",
            [("Tổ chức trồng cây.", None)],
        ),
        (
            "II. NỘI DUNG\n- Tổng hợp ở phường\n+ Tổ chức trồng cây.",
            [("Tổ chức trồng cây.", None)],
        ),
    ],
)  # fmt: skip
def test_tasks_of_a_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert contents(plan_of(HEAD + text)) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Sở Y tế",
        "Sở Y tế (cơ quan thường trực)",
        "Sở Y tế - Cơ quan thường trực",
        "Trách nhiệm của Sở Y tế",
        "Đề nghị Sở Y tế",
        "Sở Y tế chỉ đạo Chi cục Cây thực hiện các nội dung sau",
    ],
)
def test_a_unit_that_heads_a_section_leads_its_tasks(title: str) -> None:
    text = f"III. NHIỆM VỤ\n1. {title}\n- Tổ chức trồng cây.\n- Tưới cây."
    assert [task.lead for task in plan_of(HEAD + text).tasks] == [("Sở Y tế",)]


def test_running_text_keeps_its_section_and_place() -> None:
    plan = plan_of(HEAD + "I. MỤC ĐÍCH\n1. Cây\n- Làm cho phường xanh hơn.\nNơi nhận:\n- Lưu: VT.")
    (paragraph,) = plan.paragraphs
    assert paragraph == PlannedParagraph(
        ("I", "1"), "Cây", "- Làm cho phường xanh hơn.", paragraph.place
    )
    assert (paragraph.place.first_line, paragraph.place.last_line) == (9, 9)


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in plan_of(HEAD + text).paragraphs]


def test_a_list_belongs_to_the_paragraph_that_announces_it() -> None:
    text = (
        "II. NỘI DUNG\nCây chia làm hai loại:\n- + Cây me;\n- + Cây dầu.\nHết phần chia loại cây."
    )
    assert paragraphs(text) == [
        "Cây chia làm hai loại: - + Cây me; - + Cây dầu.", "Hết phần chia loại cây.",
    ]  # fmt: skip
    long = "\n".join(f"- Cây số {n} cao {'rất ' * 60}cao." for n in range(5))
    assert len(paragraphs(f"II. NỘI DUNG\nCây chia làm hai loại:\n{long}")) > 1


def test_rows_of_other_tables_are_paragraphs() -> None:
    rows = tabbed("STT|Tiêu chí|Điểm chuẩn|Cách chấm", "1|Trồng cây|20|Đếm cây", "2|3|4|5")
    assert paragraphs(f"PHỤ LỤC\n{rows}") == [
        "STT; Tiêu chí; Điểm chuẩn; Cách chấm", "1; Trồng cây; 20; Đếm cây",
    ]  # fmt: skip
    assert paragraphs(f"II. NỘI DUNG\n\n{TABLE}") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I. CÂY\nI. RÁC", ["section_repeated"]),
        (tabbed("TT|Nội dung|Chủ trì|Thời gian", "1|Trồng|Đội A|Trước 5/3/2019"), ["year_misfit"]),
        (tabbed("TT|Nội dung|Chủ trì|Thời gian", "1|Trồng|Đội A|Trước 5/3/2027"), []),
        ("(Kèm theo Kế hoạch số 16/KH-UBND ngày 3/2/2026)", ["two_numbers"]),
        ("I. CÂY\n1. Me\nTrồng\nI. RÁC\n1. Dọn\nQuét", ["section_repeated"]),
        (
            tabbed("TT|Nội dung|Chủ trì|Thời gian", "1|Trồng|Đội A|Quý I", "2|Tưới|Đội B|Quý I",
                   "3|Tỉa|Phòng Cây - Hoa|Quý I", "4|Dọn|Phòng Cây và Hoa|Quý I"),
            ["two_names"],
        ),
    ],
)  # fmt: skip
def test_warnings(text: str, codes: list[str]) -> None:
    assert [note.code for note in plan_of(HEAD + text).warnings] == codes


def test_a_warning_tells_its_place() -> None:
    (note,) = plan_of(HEAD + "I. CÂY\nI. RÁC").warnings
    assert note.facts == (("section", "I"), ("times", "2"))
    assert note.place == Place("thu.txt", 8, 8)


def test_preamble_annexes_and_what_was_skipped() -> None:
    plan = plan_of(
        HEAD + "Căn cứ Luật Trồng trọt ngày 2/3/2024; Quyết định số 9/QĐ-UBND ngày 5/1/2026.\n"
        "Điều 1. Trồng cây theo Nghị quyết số 3/NQ-CP.\n"
        "PHỤ LỤC I\nDANH MỤC CÂY\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 3/2/2026)\n"
        + tabbed("STT|Tiêu chí|Điểm chuẩn", "1|Trồng cây|20")
    )
    assert [named.number for named in plan.references] == [None, "9/QĐ-UBND"]
    assert plan.annexes == ("Phụ lục I. DANH MỤC CÂY",)
    assert [(each.code, each.place.first_line) for each in plan.skipped] == [("score_table", 12)]
    assert plan_of(f"{HEAD}\nI. NỘI DUNG\n\n{TABLE}").skipped == ()


def test_a_word_file_gives_the_same_tasks() -> None:
    head = ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"]
    rows = [
        head,
        [cell("I. CÂY XANH", span=6)],
        ["1", "Trồng cây", cell("Đội A", merge="restart"), "Đội B", "Quý I", "Vườn"],
        ["2", "Tưới cây", cell(merge="continue"), "", "Quý II", ""],
    ]
    data = docx_bytes(*map(para, HEAD.splitlines()), table(rows))
    plan = parse(read("a.docx", data))
    assert (plan.number, plan.locality, plan.year) == ("15/KH-UBND", "phường An Hòa", 2026)
    assert contents(plan) == [("Trồng cây", "Quý I"), ("Tưới cây", "Quý II")]
    assert [task.section for task in plan.tasks] == [("I",), ("I",)]
    assert plan.tasks[1].lead == ()
    assert plan.tasks[1].doubts[0].facts == (("field", "lead"), ("inferred", "Đội A"))
    assert (plan.tasks[1].place.table, plan.tasks[1].place.row) == (1, 4)
