"""What stands beside the text of a Word file: numbers, heads, feet, boxes, notes."""

import pytest

from knowledge.errors import RefusedDocument, UnreadableFile
from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from knowledge.files.guards import OLE
from tests.knowledge.files.word import cell, docx_bytes, packed_docx, para, run, table


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "decimal", "%2.%4")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + level(0, "decimal", "%1", 3)
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def numbered(text: str, number: int, depth: int = 0) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        f"</w:pPr>{run(text)}</w:p>"
    )


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_automatic_numbers_are_written_out() -> None:
    body = "".join(
        numbered(text, 1, depth)
        for text, depth in (("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 2), ("f", 3), ("g", 0), ("h", 1))
    )  # fmt: skip
    document = read("a.docx", packed_docx(body, numbering=LISTS))
    assert texts(document) == ["I. a", "1. b", "2. c", "a) d", "b) e", "2.1 f", "II. g", "1. h"]


def test_bullets_styles_and_removed_numbers() -> None:
    styled = f'<w:p><w:pPr><w:pStyle w:val="Muc"/></w:pPr>{run("x")}</w:p>'
    body = numbered("gạch", 2) + styled + styled + numbered("không", 0) + para("thường")
    document = read("a.docx", packed_docx(body, numbering=LISTS, styles=STYLES))
    assert texts(document) == ["- gạch", "1. x", "2. x", "không", "thường"]


def numbers_of(numbering: str, *numbers: int) -> list[str]:
    body = "".join(numbered("x", number) for number in numbers)
    return texts(read("a.docx", packed_docx(body, numbering=numbering)))


def test_a_list_may_start_anew_or_elsewhere_or_look_otherwise() -> None:
    def num(number: int, override: str = "") -> str:
        inside = f'<w:lvlOverride w:ilvl="0">{override}</w:lvlOverride>' if override else ""
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{inside}</w:num>'

    base = '<w:abstractNum w:abstractNumId="0">' + level(0, "decimal", "%1.") + "</w:abstractNum>"
    five = num(2, '<w:startOverride w:val="5"/>')
    letters = num(3, level(0, "upperLetter", "%1)"))
    lists = base + num(1) + five + letters
    assert numbers_of(lists, 1, 1, 2, 2, 1, 3) == ["1. x", "2. x", "5. x", "6. x", "3. x", "D) x"]


def test_a_legal_number_has_no_roman_part() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%1.%2").replace("</w:lvl>", "<w:isLgl/></w:lvl>")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = numbered("a", 1) + numbered("b", 1, 1)
    assert texts(read("a.docx", packed_docx(body, numbering=lists))) == ["I. a", "1.1 b"]


def test_a_style_takes_its_list_from_the_one_it_is_based_on() -> None:
    based = STYLES + '<w:style w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr>{run("x")}</w:p>'
    assert texts(read("a.docx", packed_docx(body, numbering=LISTS, styles=based))) == ["1. x"]


def test_a_column_of_empty_numbered_paragraphs_is_a_column_of_numbers() -> None:
    row = f"<w:tc>{numbered('', 3)}</w:tc>"
    document = read("a.docx", packed_docx(table([[row, "x"], [row, "y"]]), numbering=LISTS))
    block = document.blocks[0]
    assert isinstance(block, Table)
    assert [line.cells for line in block.rows] == [("3", "x"), ("4", "y")]


BOX = f"<w:r><w:pict><w:txbxContent>{para('TỐI MẬT')}</w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    "data",
    [
        packed_docx(para("Kế hoạch"), header=para("MẬT")),
        packed_docx(para("Kế hoạch"), footer=para("Trang 1") + para("TUYỆT MẬT")),
        packed_docx(para("Kế hoạch") * 50 + para("x", BOX)),
        packed_docx(para("Kế hoạch") + table([[cell("x")]]), header=table([["TỐI MẬT", "x"]])),
    ],
)
def test_a_stamp_is_found_in_heads_feet_and_boxes(data: bytes) -> None:
    with pytest.raises(RefusedDocument, match="secret"):
        read("a.docx", data)


def test_heads_and_boxes_are_no_part_of_the_text() -> None:
    box = BOX.replace("TỐI MẬT", "Mẫu 01")
    data = packed_docx(para("Kế hoạch", box) + table([[cell("a")]]), header=para("UBND xã"))
    document = read("a.docx", data)
    assert texts(document) == ["Kế hoạch"]
    assert document.margins == ("UBND xã", "Mẫu 01")


def test_a_note_leaves_no_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert texts(read("a.docx", docx_bytes(para("Kế hoạch", mark, "năm")))) == ["Kế hoạchnăm"]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_password_is_named(name: str) -> None:
    with pytest.raises(UnreadableFile, match="password"):
        read(name, OLE + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"))
