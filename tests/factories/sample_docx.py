"""The sample plan as a Word document in the form of NĐ 30/2020, built from its text file.

    python -m tests.factories.sample_docx      writes bot/samples/ke-hoach-2026.docx

The words stand in `ke-hoach-2026.txt` alone; here they only get their looks. The text is a row
of stanzas set apart by an empty line, and the order of those stanzas is all that is agreed.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx  # noqa: TID251 - the sample is a real Word file
from docx.document import Document  # noqa: TID251
from docx.enum.section import WD_ORIENT  # noqa: TID251
from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: TID251
from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: TID251
from docx.oxml import OxmlElement  # noqa: TID251
from docx.oxml.ns import qn  # noqa: TID251
from docx.shared import Mm, Pt  # noqa: TID251
from docx.table import Table, _Cell  # noqa: TID251
from docx.text.paragraph import Paragraph  # noqa: TID251

SAMPLES = Path(__file__).parents[2] / "bot" / "samples"
TEXT, WORD = SAMPLES / "ke-hoach-2026.txt", SAMPLES / "ke-hoach-2026.docx"

FONT, SIZE = "Times New Roman", 13
SHORT_SIDE, LONG_SIDE = 210, 297  # A4, mm
HEAD_WIDTHS = (62, 98)  # mm, of the 160 between the margins
TASK_WIDTHS = (12, 85, 45, 50, 34, 31)  # mm, of the 257 of the page turned round
UNITS = (2, 3)  # the columns that hold offices, "; " between them
CENTRED = (0, 4)
ISSUED = dt.datetime(2026, 1, 15, tzinfo=dt.UTC)  # the only time in the file: builds are equal

CENTRE, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
HEADING = re.compile(r"(?:[IVX]+|\d+)\. .*[^.;:/]$")
BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Xét đề nghị) ")


@dataclass(frozen=True, slots=True)
class Parts:
    """The stanzas of the plan, each as its lines; a row of the table as its cells."""

    issuer: list[str]
    number: list[str]
    motto: list[str]
    dated: list[str]
    title: list[str]
    body: list[str]
    recipients: list[str]
    role: list[str]
    signer: list[str]
    annex: list[str]
    rows: list[list[str]]


def read_parts(text: str) -> Parts:
    """Split the text of the plan at its empty lines; ValueError if stanzas are missing."""
    stanzas = [stanza.split("\n") for stanza in text.rstrip("\n").split("\n\n")]
    *head, recipients, role, signer, annex, table = stanzas
    issuer, number, motto, dated, title, *body = head
    lines = [line for stanza in body for line in stanza]
    rows = [line.split("\t") for line in table]
    return Parts(issuer, number, motto, dated, title, lines, recipients, role, signer, annex, rows)


def build(text: str) -> bytes:
    """Build the Word file of the plan that the text holds; the same text gives the same bytes."""
    parts, document = read_parts(text), docx.Document()
    _set_up(document)
    _add_head(document, parts)
    for number, line in enumerate(parts.title):
        _style(document.add_paragraph(), line, bold=True, size=14 if not number else SIZE)
    _add_rule(document.add_paragraph(), inset=55)
    for line in parts.body:
        _add_body_line(document, line)
    _add_signature(document, parts)
    _add_annex(document, parts)
    return _pack(document)


def _set_up(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.element.rPr.append(_element("w:lang", val="vi-VN"))
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(SHORT_SIDE), Mm(LONG_SIDE)
    page.top_margin = page.bottom_margin = page.right_margin = Mm(20)
    page.left_margin = Mm(30)
    page.different_first_page_header_footer = True
    _add_page_number(page.header.paragraphs[0])
    about = document.core_properties
    about.author, about.title, about.comments = "UBND xã Bến Lụa", "Kế hoạch số 12/KH-UBND", ""
    about.created = about.modified = ISSUED
    about.language = "vi-VN"


def _add_head(document: Document, parts: Parts) -> None:
    table = _add_frame(document, HEAD_WIDTHS)
    left, right = table.rows[0].cells
    for line in parts.issuer:
        _style(_next_paragraph(left), line, bold=True)
    _add_rule(left.add_paragraph(), inset=20)
    country, motto = parts.motto
    _style(_next_paragraph(right), country, bold=True, size=12)
    _style(_next_paragraph(right), motto, bold=True)
    _add_rule(right.add_paragraph(), inset=22)
    left, right = table.add_row().cells
    _style(_next_paragraph(left), *parts.number)
    _style(_next_paragraph(right), *parts.dated, italic=True)
    document.add_paragraph()


def _add_body_line(document: Document, line: str) -> None:
    paragraph = document.add_paragraph()
    is_heading = bool(HEADING.match(line))
    _style(paragraph, line, align=JUSTIFY, bold=is_heading, italic=bool(BASIS.match(line)))
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.space_before = Mm(10), Pt(6)
    layout.keep_with_next = is_heading


def _add_signature(document: Document, parts: Parts) -> None:
    document.add_paragraph()
    left, right = _add_frame(document, (80, 80)).rows[0].cells
    label, *recipients = parts.recipients
    _style(_next_paragraph(left), label, align=LEFT, bold=True, italic=True, size=12)
    for line in recipients:
        _style(_next_paragraph(left), line, align=LEFT, size=11)
    for line in (*parts.role, "", "", "", "", *parts.signer):
        _style(_next_paragraph(right), line, bold=True)


def _add_annex(document: Document, parts: Parts) -> None:
    page = document.add_section()
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(LONG_SIDE), Mm(SHORT_SIDE)
    page.left_margin = page.right_margin = Mm(20)
    page.different_first_page_header_footer = False
    label, title, attached = parts.annex
    _style(document.add_paragraph(), label, bold=True)
    _style(document.add_paragraph(), title, bold=True)
    _style(document.add_paragraph(), attached, italic=True)
    document.add_paragraph()
    _add_tasks(document, parts.rows)


def _add_tasks(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(TASK_WIDTHS), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for number, texts in enumerate(rows):
        cells = _add_row(table, TASK_WIDTHS)
        is_group = not any(texts[2:])
        if is_group:
            cells = (cells[0], cells[1].merge(cells[-1]))
        for column, (cell, text) in enumerate(zip(cells, texts, strict=False)):
            _fill(cell, text, column=column, is_header=not number, is_group=is_group)
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def _fill(cell: _Cell, text: str, *, column: int, is_header: bool, is_group: bool) -> None:
    units = text.split("; ") if column in UNITS else [text]
    lines = [f"- {unit}" for unit in units] if len(units) > 1 else units
    align = CENTRE if is_header or column in CENTRED else LEFT
    for line in lines:
        _style(_next_paragraph(cell), line, align=align, bold=is_header or is_group, size=12)


def _add_frame(document: Document, widths: Sequence[int]) -> Table:
    """Add a table of one row without borders, the width of each column in mm."""
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _add_row(table, widths)
    return table


def _add_row(table: Table, widths: Sequence[int]) -> tuple[_Cell, ...]:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, column, width in zip(row.cells, table.columns, widths, strict=True):
        cell.width = column.width = Mm(width)
    return tuple(row.cells)


def _next_paragraph(cell: _Cell) -> Paragraph:
    """Return the empty paragraph that every new cell holds, or a further one."""
    first = cell.paragraphs[0]
    return cell.add_paragraph() if first.runs or len(cell.paragraphs) > 1 else first


def _style(
    paragraph: Paragraph,
    text: str,
    *,
    align: WD_ALIGN_PARAGRAPH = CENTRE,
    bold: bool = False,
    italic: bool = False,
    size: int = SIZE,
) -> None:
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _add_rule(paragraph: Paragraph, *, inset: int) -> None:
    """Draw the short line under the motto or the title, `inset` mm from either side."""
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm(inset)
    layout.line_spacing = Pt(4)
    border = _element("w:pBdr")
    border.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _add_page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    field = _element("w:fldSimple", instr="PAGE")
    paragraph._p.append(field)


def _element(tag: str, **attributes: str) -> OxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _pack(document: Document) -> bytes:
    """Save with the plan's own date on every member, so that equal words are equal bytes."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, ISSUED.timetuple()[:6])
            target.writestr(member, source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    WORD.write_bytes(build(TEXT.read_text(encoding="utf-8")))
