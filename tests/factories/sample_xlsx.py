"""The sample plan as an Excel workbook, built from its text file: the plan, then its annex."""

import io
from collections.abc import Sequence

import openpyxl  # noqa: TID251 - the sample is a real workbook

from tests.factories.sample_docx import UNITS, read_parts

COLUMNS = 6


def build_xlsx(text: str) -> bytes:
    """Build the workbook: running text in merged rows, tasks in six columns, a hidden sheet."""
    parts, book = read_parts(text), openpyxl.Workbook()
    plan, annex, drafts = book.active, book.create_sheet("Phụ lục"), book.create_sheet("Nháp")
    _add_head(plan, [*parts.issuer, *parts.number], [*parts.motto, *parts.dated])
    for line in (*parts.title, *parts.body):
        _add_wide(plan, line)
    _add_head(plan, parts.recipients, [*parts.role, *parts.signer])
    for line in parts.annex:
        _add_wide(annex, line)
    annex.append([])
    for row in parts.rows:
        annex.append([_value(column, cell) for column, cell in enumerate(row)])
    drafts.append(["9", "Việc nháp không giao cho ai", "UBND xã", "", "Trước ngày 01/6/2026"])
    drafts.sheet_state = "hidden"
    return save(book)


def save(book: openpyxl.Workbook) -> bytes:
    """Return the workbook as the bytes of its file."""
    packed = io.BytesIO()
    book.save(packed)
    book.close()
    return packed.getvalue()


def _add_head(
    sheet: openpyxl.worksheet.worksheet.Worksheet, left: Sequence[str], right: Sequence[str]
) -> None:
    for i in range(max(len(left), len(right))):
        one = left[i] if i < len(left) else None
        two = right[i] if i < len(right) else None
        sheet.append([one, None, None, two])


def _add_wide(sheet: openpyxl.worksheet.worksheet.Worksheet, text: str) -> None:
    sheet.append([text])
    row = sheet.max_row
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=COLUMNS)


def _value(column: int, text: str) -> str | int | None:
    if column == 0 and text.isdecimal():
        return int(text)
    units = text.split("; ") if column in UNITS else [text]
    return "\n".join(f"- {unit}" for unit in units) if len(units) > 1 else text or None
