from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from knowledge.plan import Place
from tests.knowledge.files.word import cell, docx_bytes, para, table


def read_pieces(*pieces: str) -> Document:
    return read("a.docx", docx_bytes(*pieces))


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(document: Document) -> list[tuple[str | None, ...]]:
    return [row.cells for b in document.blocks if isinstance(b, Table) for row in b.rows]


def test_paragraphs_and_tables_keep_the_order_of_the_body() -> None:
    document = read_pieces(para("một"), table([["hai", "ba"]]), para("bốn"), table([["năm"]]))
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Table", "Paragraph", "Table"]
    assert cells(document) == [("hai", "ba"), ("năm",)]


def test_places_name_table_and_row() -> None:
    document = read_pieces(para("x"), table([["a"], ["b"]]), table([["c"]]))
    places = [row.place for b in document.blocks if isinstance(b, Table) for row in b.rows]
    assert places == [Place("a.docx", table=t, row=r) for t, r in ((1, 1), (1, 2), (2, 1))]


def test_covered_cells_are_none() -> None:
    rows = [
        [cell("dọc", merge="restart"), "một", "hai"],
        [cell(merge="continue"), cell("ngang", span=2)],
    ]
    assert cells(read_pieces(table(rows))) == [("dọc", "một", "hai"), (None, "ngang", None)]


def test_breaks_and_content_controls_are_read() -> None:
    broken = "<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>"
    control = f"<w:sdt><w:sdtContent>{para('ba')}</w:sdtContent></w:sdt>"
    assert paragraphs(read_pieces(para(broken), control)) == ["một\nhai", "ba"]
