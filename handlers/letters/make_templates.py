"""Make the Word templates again: `python -m handlers.letters.make_templates [FOLDER]`.

Form of NĐ 30/2020/NĐ-CP, Phụ lục I: A4, margins 20/20/30/20 mm, Times New Roman, two columns above.
"""

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FOLDER = Path(__file__).parent / "templates"
_FONT = "Times New Roman"
_CENTRE, _BOTH, _LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
)
_WIDTHS = (Mm(60), Mm(100))


def make_all(folder: Path = FOLDER) -> None:
    """Write the templates into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, fill in _TEMPLATES.items():
        document = _new_document()
        fill(document)
        document.save(str(folder / f"{name}.docx"))


def _new_document() -> Any:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = True  # the first page bears no number
    section.start_type = WD_SECTION.NEW_PAGE
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.element.rPr.append(_element("w:lang", val="vi-VN"))
    _number_pages(section.header.paragraphs[0])
    return document


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _number_pages(paragraph: Any) -> None:
    paragraph.alignment = _CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        piece = _element("w:fldChar", fldCharType=kind) if kind else _element("w:instrText")
        piece.text = text
        run._r.append(piece)
    run.font.size = Pt(13)


def _write(
    where: Any,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: Any = _CENTRE,
    before: float = 0,
    after: float = 0,
    indent: bool = False,
) -> Any:
    """Write a paragraph; `indent` begins it 10 mm in, as running text does."""
    paragraph = where.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size, run.font.name = bold, italic, Pt(size), _FONT
    shape = paragraph.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = align, Pt(before), Pt(after)
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if indent:
        shape.first_line_indent = Mm(10)
    return paragraph


def _rule(cell: Any, width: float) -> None:
    """Draw a line of a width in mm, centred, as a paragraph's border between indents."""
    paragraph = _write(cell, "", size=4, before=1.5, after=4)
    side = (cell.width.mm - width) / 2 - 2
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    borders = _element("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="1", color="auto"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def _two_columns(document: Any, widths: tuple[Any, Any] = _WIDTHS) -> tuple[Any, Any]:
    table = document.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    cells = table.rows[0].cells
    for cell, column, width in zip(cells, table.columns, widths, strict=True):
        cell.width = column.width = width
        cell._tc.remove(cell.paragraphs[0]._p)
    return cells[0], cells[1]


def _head(document: Any, *, about: str = "") -> None:
    """Write the issuing body and the national motto; number, place and day below them."""
    left, right = _two_columns(document)
    _write(left, "ỦY BAN NHÂN DÂN", size=13, bold=True)
    _write(left, "{{ dia_phuong_hoa }}", size=13, bold=True)
    _rule(left, 22)
    _write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    _write(right, "Độc lập - Tự do - Hạnh phúc", size=14, bold=True)
    _rule(right, 60)
    left, right = _two_columns(document)
    _write(left, "Số: {{ so }}", size=13)
    if about:
        _write(left, about, size=12, after=2)
    _write(right, "{{ dia_danh }}, ngày {{ ngay }} tháng {{ thang }} năm {{ nam }}", italic=True)
    _write(document, "", size=8)


def _body(document: Any, text: str, *, indent: bool = True) -> None:
    paragraph = _write(document, text, align=_BOTH, after=6, indent=indent)
    paragraph.paragraph_format.line_spacing = Pt(18)


def _line(document: Any, label: str, value: str) -> None:
    """Write "label: value", the value after the label on the same line."""
    _body(document, f"{label}: {{{{ {value} }}}}")


def _foot(document: Any, receivers: tuple[str, ...], role: str, *, on_behalf: bool) -> None:
    _write(document, "", size=8)
    left, right = _two_columns(document, (Mm(80), Mm(80)))
    _write(left, "Nơi nhận:", size=12, bold=True, italic=True, align=_LEFT)
    for each in receivers:
        _write(left, each, size=11, align=_LEFT)
    if on_behalf:
        _write(right, "TM. ỦY BAN NHÂN DÂN", bold=True)
    _write(right, role, bold=True)
    _write(right, "{{ nguoi_ky }}", bold=True, before=64)


def _receipt(document: Any) -> None:
    _head(document)
    _write(document, "PHIẾU TIẾP NHẬN", bold=True)
    _write(document, "Phản ánh, kiến nghị", bold=True, after=10)
    _line(document, "Mã phản ánh", "ma")
    _line(document, "Người gửi", "ho_ten")
    _line(document, "Địa chỉ", "dia_chi")
    _line(document, "Điện thoại", "dien_thoai")
    _line(document, "Thời điểm gửi", "thoi_diem_gui")
    _line(document, "Loại", "loai")
    _line(document, "Nơi xảy ra", "noi_xay_ra")
    _line(document, "Nội dung", "noi_dung")
    _line(document, "Tài liệu kèm theo", "tep_kem")
    _line(document, "Tình trạng", "tinh_trang")
    _line(document, "Hạn xử lý", "han")
    _body(
        document,
        "Ông/Bà giữ mã phản ánh để tra cứu tình hình xử lý tại nơi đã gửi, hoặc liên hệ "
        "{{ lien_he }}.",
    )
    _foot(document, ("- Người gửi;", "- Lưu: VT."), "NGƯỜI TIẾP NHẬN", on_behalf=False)


def _answer(document: Any) -> None:
    _head(document, about="V/v trả lời phản ánh, kiến nghị {{ ma }}")
    _write(document, "Kính gửi: {{ kinh_gui }}", after=10)
    _body(
        document,
        "Ủy ban nhân dân {{ dia_phuong }} nhận được phản ánh, kiến nghị mã {{ ma }} gửi ngày "
        "{{ ngay_gui }} của Ông/Bà, nội dung như sau:",
    )
    _body(document, "“{{ noi_dung }}”")
    _body(document, "Về nội dung này, Ủy ban nhân dân {{ dia_phuong }} trả lời như sau:")
    _body(document, "{{ tra_loi }}")
    _body(
        document,
        "Nếu việc chưa được giải quyết xong, trong 30 ngày kể từ ngày trả lời, Ông/Bà "
        "cho biết tại nơi đã gửi phản ánh, hoặc liên hệ {{ lien_he }}.",
    )
    _body(
        document,
        "Ủy ban nhân dân {{ dia_phuong }} trả lời để Ông/Bà biết và cảm ơn Ông/Bà đã phản ánh./.",
    )
    receivers = ("- Như trên;", "- {{ don_vi }};", "- Lưu: VT.")
    _foot(document, receivers, "{{ chuc_vu_ky }}", on_behalf=True)


def _apology(document: Any) -> None:
    _head(document, about="V/v xin lỗi vì chậm trả lời phản ánh, kiến nghị {{ ma }}")
    _write(document, "Kính gửi: {{ kinh_gui }}", after=10)
    _body(
        document,
        "Ngày {{ ngay_gui }}, Ủy ban nhân dân {{ dia_phuong }} nhận được phản ánh, kiến nghị mã "
        "{{ ma }} của Ông/Bà, hạn trả lời là {{ han_cu }}.",
    )
    _body(document, "Đến nay việc xử lý chưa xong. Lý do: {{ ly_do }}")
    _body(
        document,
        "Ủy ban nhân dân {{ dia_phuong }} xin lỗi Ông/Bà vì sự chậm trễ này và sẽ trả lời chậm "
        "nhất vào {{ han_moi }}.",
    )
    _body(
        document,
        "Mong Ông/Bà thông cảm. Cần trao đổi thêm, Ông/Bà liên hệ {{ lien_he }}./.",
    )
    receivers = ("- Như trên;", "- {{ don_vi }};", "- Lưu: VT.")
    _foot(document, receivers, "{{ chuc_vu_ky }}", on_behalf=True)


def _sheet(document: Any) -> None:
    """Write a sheet for each office, on pages of its own."""
    _write(document, "{%p for phieu in cac_phieu %}", size=8)
    _head(document)
    _write(document, "PHIẾU NHẮC VIỆC", bold=True, after=10)
    _write(document, "Kính gửi: {{ phieu.don_vi }}", after=10)
    _body(
        document,
        "Ủy ban nhân dân {{ dia_phuong }} nhắc thực hiện {{ phieu.so_viec }} việc có hạn đến hết "
        "ngày {{ den_ngay }}, hiện chưa cập nhật kết quả:",
    )
    _tasks(document)
    _body(
        document,
        "Việc nào đã hoàn thành, đề nghị ghi kết quả (số, ngày văn bản) vào phiếu và gửi lại công "
        "chức đầu mối; nếu cần trao đổi thêm, xin liên hệ {{ lien_he }}.",
    )
    _foot(document, ("- {{ phieu.don_vi }};", "- Lưu: VT."), "NGƯỜI LẬP PHIẾU", on_behalf=False)
    _write(document, "{%p if not loop.last %}", size=8)
    _write(document, "", size=8).add_run().add_break(WD_BREAK.PAGE)
    _write(document, "{%p endif %}", size=8)
    _write(document, "{%p endfor %}", size=8)


def _tasks(document: Any) -> None:
    """Write the table of an office's tasks; its head returns on every page."""
    table = document.add_table(rows=4, cols=len(_COLUMNS))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, (_, _, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width)
    _fill_row(table.rows[0], [name for name, _, _ in _COLUMNS], bold=True)
    _fill_row(table.rows[1], ["{%tr for viec in phieu.cac_viec %}"])
    _fill_row(table.rows[2], [value for _, value, _ in _COLUMNS])
    _fill_row(table.rows[3], ["{%tr endfor %}"])
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    table.rows[2]._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    _write(document, "", size=8)


def _fill_row(row: Any, texts: list[str], *, bold: bool = False) -> None:
    for cell, text, (_, _, width) in zip(row.cells, texts, _COLUMNS, strict=False):
        cell.width = Mm(width)
        cell._tc.remove(cell.paragraphs[0]._p)
        _write(cell, text, size=12, bold=bold, align=_CENTRE if bold else _LEFT, before=2, after=2)


_COLUMNS = (
    ("TT", "{{ viec.so }}", 10),
    ("Nội dung công việc", "{{ viec.noi_dung }}", 58),
    ("Thời hạn", "{{ viec.han }}", 28),
    ("Căn cứ", "{{ viec.nguon }}", 38),
    ("Kết quả", "", 26),
)
_TEMPLATES = {
    "receipt": _receipt,
    "answer": _answer,
    "apology": _apology,
    "phieu-nhac-viec": _sheet,
}


if __name__ == "__main__":
    make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
