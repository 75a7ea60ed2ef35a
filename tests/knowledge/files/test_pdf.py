import io
import time

import pytest
from reportlab.pdfgen.canvas import Canvas

from knowledge.errors import RefusedDocument, UnreadableFile
from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from knowledge.files.pdf import pages, read_pdf
from knowledge.files.pdf.grids import find_grids
from knowledge.files.pdf.lines import Line, continues
from knowledge.files.pdf.shapes import Rule
from tests.factories.legacy import show
from tests.factories.sample_pdf import CHROMIUM, build_pdf, print_html

BODY = "Kế hoạch trồng cây\nđợt một năm 2026 của xã"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[tuple[str | None, ...]]:
    return [row.cells for b in document.blocks if isinstance(b, Table) for row in b.rows]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_text_is_read_with_its_page(turned: int) -> None:
    document = read("a.pdf", build_pdf(BODY, "Trang hai", turned=turned))
    assert texts(document) == [*BODY.split("\n"), "Trang hai"]
    pages = [block.place.page for block in document.blocks if isinstance(block, Paragraph)]
    assert pages == [1, 1, 2]


def test_a_sentence_goes_on_over_a_page_break() -> None:
    long = "Ủy ban nhân dân xã giao các thôn rà soát từng hộ và báo cáo"
    document = read("a.pdf", build_pdf(f"{long[:30]}\n{long}", "kết quả trước ngày 15/12/2026."))
    assert texts(document) == [long[:30].strip(), f"{long} kết quả trước ngày 15/12/2026."]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    made = [f"UBND XÃ BẾN LỤA\n{n}\n\n\n\n\nNội dung trang số {n}" for n in (1, 2, 3)]
    document = read("a.pdf", build_pdf(*made))
    assert texts(document) == [f"Nội dung trang số {n}" for n in (1, 2, 3)]
    assert "UBND XÃ BẾN LỤA" in document.margins


def test_a_stamp_in_a_running_head_is_found() -> None:
    with pytest.raises(RefusedDocument):
        read("a.pdf", build_pdf(*(f"MẬT\n\n\n\n\n\n{BODY}" for _ in range(3))))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (build_pdf(BODY, password="x"), "password"),
        (build_pdf(""), "scan_needs_ocr"),
        (build_pdf("", picture=True), "scan_needs_ocr"),
        (build_pdf("Ký bởi: UBND xã\nNgày ký: 01/3/2026", picture=True), "scan_needs_ocr"),
        (b"%PDF-1.7 nothing", "damaged"),
        (b"text", "damaged"),
        (build_pdf(BODY)[:200], "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf("a.pdf", data)
    assert caught.value.code == code


def test_a_scan_with_recognised_text_is_read() -> None:
    assert read("a.pdf", build_pdf("\n".join([BODY] * 10), picture=True)).blocks


def test_pages_and_time_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = build_pdf(BODY, BODY)
    with pytest.raises(UnreadableFile, match="too_slow"):
        read_pdf("a.pdf", data, patience=-1)
    monkeypatch.setattr(pages, "MOST_PAGES", 1)
    with pytest.raises(UnreadableFile, match="too_large"):
        read("a.pdf", data)


def test_a_hundred_pages_take_seconds() -> None:
    data = build_pdf(*["\n".join([BODY] * 20)] * 100)
    start = time.perf_counter()
    read("a.pdf", data)
    assert time.perf_counter() - start < 20


def test_a_name_broken_at_its_hyphen_is_whole_again() -> None:
    long = "Thực hiện nhiệm vụ kiểm soát thủ tục hành chính theo Nghị định 63/2010/NĐ-"
    document = read("a.pdf", build_pdf(f"{long}\nCP và các văn bản"))
    assert texts(document) == [f"{long}CP và các văn bản"]


def line(text: str, top: float, right: float) -> Line:
    return Line(text, 0, right, top, top + 10, first_word=4)


@pytest.mark.parametrize(
    ("first", "last", "text", "goes_on"),
    [
        ("Phòng Văn hóa", "Phòng Văn hóa", "- Xã hội", True),
        ("- Phòng Y tế", "- Phòng Y tế", "- Công an", False),
        ("- Phòng Y tế và", "Ban Quản lý dự án", "- Công an", False),
        ("Gồm:", "Gồm:", "- Công an", False),
        ("Gồm", "các việc sau đây", "a) Rà soát", False),
        ("trước ngày", "trước ngày", "15. Việc", True),
    ],
)
def test_a_dash_opens_an_item_only_where_there_is_a_list(
    first: str, last: str, text: str, goes_on: bool
) -> None:
    group = [line(first, 0, 100), line(last, 12, 100)]
    assert continues(group, line(text, 24, 60), 0, 100, 12) is goes_on


def test_letters_that_mean_nothing_need_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_letter", lambda code: chr(code + 0x1400) if code > 0x20 else " ")
    with pytest.raises(UnreadableFile, match="scan_needs_ocr"):
        read_pdf("a.pdf", build_pdf("\n".join([BODY] * 20)))


def test_text_in_an_old_font_is_read_though_a_letter_shows_as_a_hyphen() -> None:
    words = (
        "ủy ban rà soát, đánh giá hồ sơ, trả lời phản ánh của người dân theo nđ-cp trước hạn - nước"
    )
    packed = io.BytesIO()
    canvas = Canvas(packed)  # its plain fonts show "ư", byte 0xAD, as a hyphen
    canvas.drawString(20, 700, show(words, "tcvn3"))
    canvas.save()
    assert texts(read("a.pdf", packed.getvalue())) == [words]


def level(y: float, start: float = 0, end: float = 100) -> Rule:
    return Rule(True, y, start, end)


def upright(x: float, start: float = 0, end: float = 60) -> Rule:
    return Rule(False, x, start, end)


def test_cells_are_merged_where_no_line_stands_between() -> None:
    lines = [level(0), level(30, 50), level(60), upright(0), upright(50), upright(100)]
    (grid,) = find_grids(lines)
    boxes = [(cell.row, cell.column, cell.bottom - cell.top) for cell in grid.cells]
    assert boxes == [(0, 0, 60), (0, 1, 30), (1, 1, 30)]


def test_underlines_and_frames_are_no_tables() -> None:
    assert find_grids([level(10), level(90), level(91)]) == []
    assert find_grids([level(0), level(60), upright(0), upright(100)]) == []


def test_lines_in_pieces_are_one() -> None:
    pieces = [level(y, x, x + 24) for y in (0, 30.5, 60) for x in (0, 25, 50, 75)]
    (grid,) = find_grids([*pieces, upright(0), upright(50), upright(100.4)])
    assert len(grid.cells) == 4


def test_a_row_cut_by_a_page_break_is_closed() -> None:
    (grid,) = find_grids([level(0), level(30), upright(0), upright(50), upright(100)])
    assert grid.ys == (0, 30, 60)


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_a_table_over_a_page_break_is_one_with_merged_cells() -> None:
    style = "<style>td { border: 1px solid; height: 3cm }</style>"
    body = "".join(f"<tr><td>{n}</td><td>Việc {n}</td><td>Phòng A</td></tr>" for n in range(1, 13))
    wide = "<tr><td colspan=3>I. CHUNG</td></tr>"
    page = f"<meta charset=utf-8>{style}<table style='border-collapse: collapse'>{wide}{body}"
    document = read("a.pdf", print_html(page))
    assert rows(document) == [
        ("I. CHUNG", None, None),
        *((str(n), f"Việc {n}", "Phòng A") for n in range(1, 13)),
    ]
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert {row.place.page for row in table.rows} == {1, 2}
