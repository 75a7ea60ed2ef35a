import datetime as dt

import pytest

from knowledge.marks import load_own_model
from knowledge.parsing.scanned.columns import Columns
from knowledge.parsing.scanned.entries import Entry, read_entries
from knowledge.parsing.scanned.ghosts import drop_ghosts
from knowledge.parsing.scanned.glued import unglue
from knowledge.parsing.scanned.lines import Line
from knowledge.parsing.scanned.names import unify_names
from knowledge.parsing.scanned.noise import Word, read_words
from knowledge.parsing.scanned.quarters import mend_quarters
from knowledge.plan import DeadlineKind, Place, Plan
from tests.knowledge.parsing.texts import plan_of

SCAN = """UY BAN NHAN DAN
PHUONG 7
S6: 21 /KH-UBND Phuong 7, ngay 15 thang 01 nam 2025
KE HOACH
Giir gin vé sinh duong pho tai thi xa Quang Tri nam 2025

I. MUC DICH, YEU CAU
Nang cao trach nhiém ctia ngudi dan trong viéc thu gom rac thai.
Cac t6 dan phé cta thi xa Quang Tri cin phdi hop véi UBND phuong.

PHU LUC
NOI DUNG CONG VIEC
Phan cong thuc hién
. — Thoi gian
TT Noi dung cong viéc B6 phan B6 phan
chu tri phoi hop thuc hién
I Cong tac tuyén truyén
Xay dung bai viét trén loa
1 | truyén thanh, trang thong tin | Cong chirc Van | Cac cong chirc | Thang 02/2025
dién tir cua phuong. phong - Théng ké chuyén mon
Niém yét lich thu gom rac
2 | thai tai tru so phuong va nha | Cong an | Cac cong chirc | Thuong xuyén
van hoa cac khu pho. R , chuyén mon
II Cong tac kiém tra
Kiém tra viéc do rac khong dung
1 | noi quy dinh, 1ap bién ban va | Cong an | Tram Y té | Quy I, Quy Il,
bao cdo ket qua. Quy Il nam 2025
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(SCAN)


def test_facts_of_a_scan(plan: Plan) -> None:
    assert (plan.number, plan.issued_on) == ("21/KH-UBND", dt.date(2025, 1, 15))
    assert (plan.issuer, plan.locality, plan.year) == (
        "UBND Phường 7",
        "Phường 7, thị xã Quảng Trị",
        2025,
    )


def test_rows_of_a_scan(plan: Plan) -> None:
    assert [(task.section[-1], task.number) for task in plan.tasks] == [
        ("I", "1"), ("I", "2"), ("II", "1"),
    ]  # fmt: skip
    assert [task.lead for task in plan.tasks] == [
        ("Công chức Văn phòng - Thống kê",), ("Công an",), ("Công an",),
    ]  # fmt: skip
    assert plan.tasks[1].supporting == ("Các công chức chuyên môn",)
    assert plan.tasks[0].content.startswith("Xây dựng bài viết trên loa truyền thanh")


def test_deadlines_of_a_scan(plan: Plan) -> None:
    first, second, third = (task.deadline for task in plan.tasks)
    assert (first.kind, first.last_day) == (DeadlineKind.WITHIN, dt.date(2025, 2, 28))
    assert second.kind is DeadlineKind.CONTINUOUS
    assert [each.last_day.month for each in third.occurrences] == [3, 6, 9]


def test_what_was_read_is_kept(plan: Plan) -> None:
    (note,) = (doubt for doubt in plan.tasks[0].doubts if doubt.code == "ocr_mended")
    assert "Xay dung bai viét" in dict(note.facts)["raw"]
    assert (plan.tasks[0].place.first_line, plan.tasks[0].place.last_line) == (18, 20)


def test_a_text_that_no_mending_makes_vietnamese_stays() -> None:
    assert plan_of("word " * 200).paragraphs[0].text.startswith("word")


def words(line: str) -> list[str]:
    return [word.raw for word in read_words(line, line, load_own_model().forms)[1]]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("b e x4 g 3 J . Cac cong", ["Cac", "cong"]),
        ("lay y kien", ["lay", "y", "kien"]),
        ("trong cay R ,", ["trong", "cay"]),
        ("I Cong tac", ["I", "Cong", "tac"]),
        ("Quy I, Quy II", ["Quy", "I,", "Quy", "II"]),
        ("t6 chuc", ["t6", "chuc"]),
        ("ble_:nAphap trong cay", ["trong", "cay"]),
        ("trong} cay", ["trong", "cay"]),
        ("1 | trong cay", ["trong", "cay"]),
        ("", []),
    ],
)
def test_noise_is_dropped(line: str, kept: list[str]) -> None:
    assert words(line) == kept


def test_a_bar_and_noise_are_remembered() -> None:
    number, found = read_words("3 | trong | cay . , xanh", "3 | trong | cay . , xanh", {"xa"})
    assert number == "3"
    assert [(word.barred, word.gapped) for word in found[-2:]] == [(True, False), (False, True)]


def entries_of(*lines: str, width: int = 30) -> list[Entry]:
    """Read lines with three columns: content, lead, time."""
    model = load_own_model()
    found = []
    for order, line in enumerate(lines, 1):
        number, read = read_words(line, line, model.forms)
        found.append(Line(number, read, Place("thu.txt", order, order)))
    return read_entries(found, Columns(3, width, 2, (1,)), model)


def cells_of(entry: Entry) -> list[str]:
    return [" ".join(word.text for word in cell) for cell in entry.cells]


def test_cells_are_told_apart() -> None:
    (entry,) = entries_of(
        "Kiểm tra vệ sinh đường phố Công an Thường xuyên", "1 và dải cây xanh, vỉa hè", width=26
    )
    assert cells_of(entry) == [
        "Kiểm tra vệ sinh đường phố và dải cây xanh, vỉa hè", "Công an", "Thường xuyên",
    ]  # fmt: skip


def test_rows_and_headings_are_told_apart() -> None:
    entries = entries_of(
        "II Công tác tuyên truyền",
        "Xây dựng bài viết trên loa",
        "1 | truyền thanh của phường | Công an | Tháng 02/2025",
        "Kiểm tra việc thu gom rác thải",
        "2 | tại tổ dân phố | Trạm Y tế | Thường xuyên",
        "v Công tác kiểm tra",
        "1 | Rà soát hồ sơ trễ hạn | Công an | Quý I",
    )
    assert [(entry.is_heading, entry.number) for entry in entries] == [
        (True, "II"), (False, "1"), (False, "2"), (True, "V"), (False, "1"),
    ]  # fmt: skip
    assert cells_of(entries[2])[1:] == ["Trạm Y tế", "Thường xuyên"]


def test_a_row_goes_over_a_page() -> None:
    model = load_own_model()
    lines = [
        Line(number, read_words(text, text, model.forms)[1], Place("thu.txt", at, at), blanks)
        for at, (number, text, blanks) in enumerate(
            [
                (None, "Tổ chức thu gom rác thải | Công an | Thường", 0),
                ("1", "tại các tổ dân phố và chợ | phường | xuyên", 0),
                (None, "của phường, dọn vệ sinh", 0),
                (None, "các tuyến đường và khơi thông cống rãnh.", 4),
                (None, "Báo cáo kết quả", 0),
                ("2", "về Ủy ban nhân dân | Trạm Y tế | Quý IV", 0),
            ]
        )
    ]
    entries = read_entries(lines, Columns(3, 30, 2, (1,)), model)
    assert [entry.number for entry in entries] == ["1", "2"]


def test_no_lines_give_no_rows() -> None:
    assert entries_of() == []


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        ("điều hành chung Thống kê", "ong ke", ""),
        ("giải quyết Văn phòng thường xuyên", "quyet an phong trực tuyến", "trực tuyến"),
        ("các tổ dân phố", "tổ dân phố", "tổ dân phố"),
        ("Công chức", "chuyên môn", "chuyên môn"),
        ("", "ong ke", "ong ke"),
    ],
)
def test_what_was_read_twice_is_dropped(above: str, below: str, kept: str) -> None:
    place = Place("thu.txt", 1, 1)
    lines = [
        Line(None, tuple(Word(each, each) for each in text.split()), place)
        for text in (above, below)
        if text
    ]
    left = [line.text for line in drop_ghosts(lines)]
    assert left == [text for text in (above, kept) if text]


def test_words_run_together_are_divided() -> None:
    model = load_own_model()
    assert unglue("Vanphong kiem tra", model) == "Van phong kiem tra"
    assert unglue("nghiep xyzzyq", model) == "nghiep xyzzyq"


def test_names_misread_are_unified() -> None:
    shown = "Công chức Văn phòng - Thống kê"
    cells = [
        shown,
        shown,
        shown,
        "Công chức Vinphong- Thống kê; Công an",
        "Công chức Văn phòng",
        "Văn phòng - Thống kê ý",
        "Công chức Vngc Văn phòng - Thống kê",
        "Công chức Tư pháp - Hộ tịch",
        "",
    ]
    assert unify_names(cells, load_own_model())[3:] == [
        f"{shown}; Công an", shown, shown, shown, "Công chức Tư pháp - Hộ tịch", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("Quý I, Quý Il, Quý Il và năm 2024", "Quý I, Quý II, Quý III và năm 2024"),
        ("Quý I, quý IV", "Quý I, quý IV"),
        ("Quý 3", "Quý 3"),
        ("Quý lV", "Quý IV"),
        ("Quý VVV", "Quý VVV"),
    ],
)
def test_quarters(read: str, expected: str) -> None:
    assert mend_quarters(read) == expected
