"""Figures as an Excel workbook that prints on A4 and runs nothing that somebody typed."""

import datetime as dt
import io
import re
from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from handlers.figures.tables import Share, Sheet, Value
from handlers.texts import say

_FONT = "Times New Roman"
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE = 15  # points
_ROOM = 0.8  # most letters are narrower than the digit that widths are counted in
WIDE = 140  # letters; a wider table is printed across


def write_workbook(sheets: list[Sheet], *, title: str, now: dt.datetime) -> bytes:
    """Write sheets as an .xlsx: numbers as numbers, days as days, texts never as formulas."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = title, "motcua"
    book.properties.created = book.properties.modified = now.replace(tzinfo=None)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def neutralise(text: str) -> str:
    """Give a text that no spreadsheet takes for a formula, nor a file of cells made from it."""
    text = _UNPRINTABLE.sub("", text)
    return "'" + text if text.startswith(_FORMULA) else text


def _fill(page: Worksheet, sheet: Sheet) -> None:
    width = len(sheet.columns)
    for number, line in enumerate(sheet.lines, 1):
        _write_line(page, number, line, width, is_title=line.isupper())
    row = len(sheet.lines) + 2
    first = row
    if sheet.groups:
        _write_groups(page, row, sheet)
        row += 1
    for column, name in enumerate(sheet.columns, 1):
        if name:
            _write(page, row, column, name, is_bold=True).alignment = _MIDDLE
    for offset, values in enumerate(sheet.rows, 1):
        is_total = sheet.has_total and offset == len(sheet.rows)
        for column, value in enumerate(values, 1):
            _write(page, row + offset, column, value, is_bold=is_total)
        page.row_dimensions[row + offset].height = _LINE * _count_lines(values, sheet.widths)
    if sheet.is_signed:
        _write_signatures(page, row + len(sheet.rows) + 2, width)
    _set_up(page, sheet, first=first, head=row)


def _count_lines(values: Sequence[Value], widths: Sequence[int]) -> int:
    """Count the lines that the fullest cell of a row takes; nothing sets a row's height itself."""
    pairs = zip(values, widths, strict=True)
    return max(ceil(len(v) / w * _ROOM) if isinstance(v, str) and v else 1 for v, w in pairs)


def _write_line(page: Worksheet, row: int, text: str, width: int, *, is_title: bool) -> None:
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    cell = page.cell(row, 1)
    _put(cell, text)
    cell.font = Font(name=_FONT, size=14 if is_title else 12, bold=is_title or row == 1)
    cell.alignment = _LEFT if row == 1 else _MIDDLE
    page.row_dimensions[row].height = 20


def _write_groups(page: Worksheet, row: int, sheet: Sheet) -> None:
    column = 1
    for name, span in sheet.groups:
        for each in range(column, column + span):
            _write(page, row, each, name if each == column else None, is_bold=True)
        end_row = row if span > 1 else row + 1
        page.merge_cells(
            start_row=row, start_column=column, end_row=end_row, end_column=column + span - 1
        )
        page.cell(row, column).alignment = _MIDDLE
        column += span


def _write(page: Worksheet, row: int, column: int, value: Value, *, is_bold: bool = False) -> Any:
    cell = page.cell(row, column)
    _put(cell, value)
    cell.font = Font(name=_FONT, size=11, bold=is_bold)
    cell.border = _BOX
    cell.alignment = _LEFT if isinstance(value, str) and value[:1].isalpha() else _MIDDLE
    return cell


def _put(cell: Any, value: Value) -> None:
    if isinstance(value, str):
        cell.value = neutralise(value)
        cell.data_type = "s"
    elif isinstance(value, Share):
        cell.value, cell.number_format = value.value, "0.0%"
    else:
        cell.value = value
        if isinstance(value, dt.date):
            cell.number_format = "dd/mm/yyyy"
        elif isinstance(value, float):
            cell.number_format = "0.0"


def _write_signatures(page: Worksheet, row: int, width: int) -> None:
    half = max(1, width // 2)
    spans = (("figures_made_by", 1, half), ("figures_signed_by", half + 1, width))
    for key, first, last in spans:
        page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        cell = page.cell(row, first)
        _put(cell, say(key))
        cell.font, cell.alignment = Font(name=_FONT, size=12, bold=True), _MIDDLE
    page.row_dimensions[row].height = 36


def _set_up(page: Worksheet, sheet: Sheet, *, first: int, head: int) -> None:
    """Set widths, and how it prints: A4, one page wide, the head on every page."""
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.row_dimensions[head].height = 62 if sheet.groups else 34
    page.freeze_panes = page.cell(head + 1, 2)
    page.print_title_rows = f"{first}:{head}"
    setup = page.page_setup
    setup.paperSize = page.PAPERSIZE_A4
    is_wide = sum(sheet.widths) > WIDE
    setup.orientation = "landscape" if is_wide else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left, page.page_margins.right = 0.8, 0.6
    page.page_margins.top = page.page_margins.bottom = 0.8
    page.oddFooter.center.text = "&P/&N"
    page.print_options.horizontalCentered = True
