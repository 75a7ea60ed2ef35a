from contextlib import suppress

import pytest

from knowledge.errors import RefusedDocument, UnreadableFile
from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from knowledge.plan import Place


def read_page(body: str) -> Document:
    return read("a.html", f"<html><body>{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(document: Document) -> list[tuple[str | None, ...]]:
    return [row.cells for b in document.blocks if isinstance(b, Table) for row in b.rows]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>một  <b>hai</b>\n ba</p><p>bốn</p>", ["một hai ba", "bốn"]),
        ("một<br>hai", ["một", "hai"]),
        ("<div>một<p>hai</p>ba</div>", ["một", "hai", "ba"]),
        ("<script>x</script><style>y</style><!-- z --><p>một</p>", ["một"]),
        ("<ul><li>một</li><li><p>hai</p></li></ul>", ["- một", "- hai"]),
        ("<ul><li>một<ul><li>hai</li></ul></li></ul>", ["- một", "- hai"]),
        ("<ol><li>một</li><li>hai</li></ol>", ["1. một", "2. hai"]),
        ("<ol start=3 type=a><li>một</li></ol>", ["c) một"]),
        ("<p>&quot;một&quot;&nbsp;&amp; hai", ['"một" & hai']),
        ("<ol><li>một<ol><li>hai<li>ba</ol><li>bốn</ol>", ["1. một", "1. hai", "2. ba", "2. bốn"]),
        ("<p>giữ <del>bỏ</del><ins>thêm</ins></p>", ["giữ thêm"]),
        ("<p>rõ<span style='DISPLAY: none'>ẩn</span><i hidden>ẩn</i></p>", ["rõ"]),
        ("<p>Việc<a href='#_ftn1'>[1]</a> hai</p>", ["Việc hai"]),
        ("<p>x</p><div style='mso-element:footnote-list'>[1] ghi chú</div>", ["x"]),
        ("<pre>một\n  hai</pre>", ["một", "hai"]),
        ("<p>n\u00ado\u200bp</p>", ["nop"]),
    ],
)
def test_running_text_is_read_as_a_browser_shows_it(body: str, lines: list[str]) -> None:
    assert texts(read_page(body)) == lines


def test_spans_make_covered_cells() -> None:
    table = (
        "<table><tr><td rowspan=2>dọc</td><td>một</td><td>hai</td></tr>"
        "<tr><td colspan=2>ngang</td></tr><tr><td>x<td>y<td rowspan=9>z</table>"
    )
    assert cells(read_page(table)) == [
        ("dọc", "một", "hai"),
        (None, "ngang", None),
        ("x", "y", "z"),
    ]


def test_a_list_in_a_cell_is_lines() -> None:
    table = "<table><tr><td>1</td><td><ul><li>Công an<li>Phòng A</ul></td></tr></table>"
    assert cells(read_page(table)) == [("1", "- Công an\n- Phòng A")]


def test_a_table_around_tables_is_a_layout() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    document = read_page(f"<table><tr><td>đầu</td><td>{inner}cuối</td></tr></table>")
    assert texts(document) == ["đầu", "cuối"]
    assert cells(document) == [("a", "b")]


def test_a_narrow_table_in_a_cell_is_lines_of_it() -> None:
    inner = "<table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>"
    table = f"<table><tr><td>1</td><td>Việc<br>gồm{inner}</td><td>Xã</td></tr></table>"
    assert cells(read_page(table)) == [("1", "Việc\ngồm\nx y\nz", "Xã")]


def test_a_portal_of_nested_layouts_gives_its_table() -> None:
    rows = "<tr><td>1<td>Việc<td>Xã<td>Quý I</tr>" * 2
    inside = f"<table><tr><td>menu</td><td><table>{rows}</table></td></tr></table>"
    document = read_page(f"<table><tr><td>đầu trang<tr><td>{inside}<tr><td>cuối</table>")
    assert texts(document) == ["đầu trang", "menu", "cuối"]
    assert cells(document) == [("1", "Việc", "Xã", "Quý I")] * 2


def test_places_name_table_and_row() -> None:
    document = read_page("<p>x</p><table><tr><td>a</td></tr></table>")
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert table.rows[0].place == Place("a.html", table=1, row=1)


PAGE = '<html><head><meta charset="{0}"></head><body><p>Kế hoạch</p></body></html>'


@pytest.mark.parametrize(
    "data",
    [
        PAGE.format("utf-8").encode(),
        PAGE.format("x-none").encode(),
        PAGE.format("windows-1258")
        .replace("ế", "ê\u0301")
        .replace("ạ", "a\u0323")
        .encode("cp1258"),
        PAGE.format("utf-8").encode("utf-8-sig"),
        PAGE.format("utf-16").encode("utf-16"),
        "<p>Kế hoạch</p>".encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>Kế hoạch</p></body></html>'.encode(),
    ],
)
def test_the_charset_is_that_of_the_mark_or_the_meta(data: bytes) -> None:
    assert texts(read("a.htm", data)) == ["Kế hoạch"]


def test_a_stamp_refuses_the_page() -> None:
    with pytest.raises(RefusedDocument):
        read_page("<table><tr><td>MẬT</td><td>x</td></tr></table>")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<table><tr><td colspan=1000>x</table>", "too_large"),
        (f"<table><tr>{'<td>x' * 101}</table>", "too_large"),
        ("<script>x</script>", "empty_file"),
        ("", "empty_file"),
    ],
)
def test_what_cannot_be_read_says_why(body: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_page(body)
    assert caught.value.code == code


def test_pages_nested_without_end_are_read_or_refused() -> None:
    with suppress(UnreadableFile):
        read_page("<div>" * 20_000 + "x")
