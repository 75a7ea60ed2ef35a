"""Tracked changes, fields, controls: a Word file is read as it is printed once all is accepted."""

import pytest

from knowledge.errors import UnreadableFile
from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from tests.knowledge.files.word import cell, docx_bytes, packed_docx, para, run, table, zip_bytes

GONE = '<w:del w:id="2"><w:r><w:delText>cũ</w:delText></w:r></w:del>'


def inserted(text: str, tag: str = "ins") -> str:
    return f'<w:{tag} w:id="1">{run(text)}</w:{tag}>'


def ended(mark: str, *texts: str) -> str:
    """Make a paragraph whose end carries a tracked change."""
    return para(f"<w:pPr><w:rPr><w:{mark} w:id='1'/></w:rPr></w:pPr>", *texts)


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(document: Document) -> list[tuple[str | None, ...]]:
    return [row.cells for b in document.blocks if isinstance(b, Table) for row in b.rows]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (para("bản ", inserted("mới"), GONE), ["bản mới"]),
        (para(inserted("đi", "moveFrom"), "x") + para(inserted("đi", "moveTo")), ["x", "đi"]),
        (ended("del", "một ") + para("hai"), ["một hai"]),
        (ended("del", GONE) + para("hai"), ["hai"]),
        (ended("del", "một") + ended("del", GONE), ["một"]),
        (ended("del", "một") + table([["x"]]), ["một"]),
        (ended("moveFrom", inserted("đi", "moveFrom")) + para("hai"), ["hai"]),
        (ended("ins", "một") + para("hai"), ["một", "hai"]),
        (para('<w:fldSimple w:instr="DATE">' + run("5/3") + "</w:fldSimple>"), ["5/3"]),
        (
            para(
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r>", "7"
            ),
            ["7"],
        ),
        (para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", "rõ"), ["rõ"]),
        (para("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>rõ</w:t></w:r>"), ["rõ"]),
        (para(control(run("một")), " hai"), ["một hai"]),
        (control(para("một")) + para("hai"), ["một", "hai"]),
        (para("x", control(run("Nhấp để nhập"), "<w:showingPlcHdr/>")), ["x"]),
        (para("<w:r><w:t>Bến</w:t><w:noBreakHyphen/><w:t>Lụa</w:t></w:r>"), ["Bến-Lụa"]),
        (para("<w:r><w:t>Bến</w:t><w:softHyphen/><w:t>Lụa</w:t></w:r>"), ["BếnLụa"]),
        (para("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", " 80%"), ["≥ 80%"]),
        (para("<w:r><w:sym w:font='Wingdings' w:char='F0D8'/></w:r>", " ý"), ["• ý"]),
        (para("<w:r><w:sym w:font='x' w:char='zz'/></w:r>", "ý"), ["ý"]),
        (para("<w:commentRangeStart w:id='1'/>", "ý", "<w:commentReference w:id='1'/>"), ["ý"]),
        (para("<w:hyperlink>" + run("trang") + "</w:hyperlink>", " xã"), ["trang xã"]),
    ],
)
def test_a_paragraph_reads_as_printed(body: str, lines: list[str]) -> None:
    assert texts(read("a.docx", docx_bytes(body))) == lines


ROW = f"<w:tr>{cell('một')}{cell('hai')}</w:tr>"


@pytest.mark.parametrize(
    ("inside", "rows"),
    [
        (f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('cũ')}</w:tr>{ROW}", [("một", "hai")]),
        (f"<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>{cell('mới')}</w:tr>", [("mới",)]),
        (f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('ẩn')}</w:tr>{ROW}", [("một", "hai")]),
        (control(ROW), [("một", "hai")]),
        (f"<w:tr>{control(cell('một'))}{cell('hai')}</w:tr>", [("một", "hai")]),
        (f"<w:tr><w:tc>{control(para('một'))}</w:tc></w:tr>", [("một",)]),
        (f"<w:tr><w:tc>{para('a', GONE)}{para(inserted('b'))}</w:tc></w:tr>", [("a\nb",)]),
        (f"<w:tr><w:tc>{ended('del', 'a ')}{para('b')}</w:tc></w:tr>", [("a b",)]),
        (
            f"<w:tr><w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>{para('cũ')}</w:tc>{cell('b')}</w:tr>",
            [(None, "b")],
        ),
        (
            f"<w:tr>{cell('a')}<w:tc><w:tcPr><w:hMerge/></w:tcPr>{para('')}</w:tc></w:tr>",
            [("a", None)],
        ),
        (
            f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('b')}</w:tr>",
            [(None, "b")],
        ),
    ],
)
def test_a_table_reads_as_printed(inside: str, rows: list[tuple[str | None, ...]]) -> None:
    assert cells(read("a.docx", docx_bytes(f"<w:tbl>{inside}</w:tbl>"))) == rows


def test_a_table_in_a_cell_is_lines_of_it() -> None:
    inner = table([["x", "y"]])
    outer = table([["1", "Việc", f"<w:tc>{para('gồm')}{inner}</w:tc>"]])
    assert cells(read("a.docx", docx_bytes(outer))) == [("1", "Việc", "gồm\nx\ny")]


def test_a_table_as_wide_as_the_one_around_it_is_the_table() -> None:
    inner = table([["1", "Việc", "Xã"], ["2", "Việc", "Xã"]])
    outer = table([[f"<w:tc>{para('PHỤ LỤC')}{inner}{para('cuối')}</w:tc>"]])
    document = read("a.docx", docx_bytes(outer))
    assert texts(document) == ["PHỤ LỤC", "cuối"]
    assert cells(document) == [("1", "Việc", "Xã"), ("2", "Việc", "Xã")]


def test_notes_stand_apart() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{para("Xem phụ lục")}</w:footnote>'
    data = packed_docx(table([[f"<w:tc>{para('Việc', mark)}</w:tc>"]]), footnotes=notes)
    document = read("a.docx", data)
    assert cells(document) == [("Việc",)]
    assert document.margins == ("Xem phụ lục",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.docm", "ms-word.document.macroEnabled.main"),
        ("a.dotx", "openxmlformats-officedocument.wordprocessingml.template.main"),
        ("a.docx", "ms-word.document.macroEnabled.main"),
    ],
)
def test_macros_and_templates_are_read_as_texts(name: str, kind: str) -> None:
    assert texts(read(name, packed_docx(para("Kế hoạch"), kind=kind))) == ["Kế hoạch"]


def test_a_workbook_or_another_zip_is_no_word_file() -> None:
    for other in (zip_bytes({"x.txt": b"y"}), docx_bytes(), zip_bytes({})):
        with pytest.raises(UnreadableFile) as caught:
            read("a.docx", other)
        assert caught.value.code in ("damaged", "empty_file")
