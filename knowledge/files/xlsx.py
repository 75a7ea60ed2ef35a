"""Read Excel workbooks: visible sheets in order, cells as an office would write them.

A place is the sheet (as its table) and the sheet's own row, both from 1.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.functions import iterparse

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document
from knowledge.files.grid import Grid, lay_out_grid
from knowledge.files.guards import (
    DAMAGE,
    MOST_COLUMNS,
    MOST_ROWS,
    refuse_bad_zip,
    refuse_big_parts,
    refuse_more,
)
from knowledge.files.values import write_value

_MOST_COVERED = 1_000_000  # cells under merges; each sheet's rows and columns are few
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MERGE, _MARGINS = f"{_MAIN}mergeCell", f"{_MAIN}headerFooter"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_WHOLE = frozenset(f"{_MAIN}{name}" for name in ("row", "mergeCell"))  # done with once read
_CODES = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-F]{6}|.)')  # of font, size, colour, place

Range = tuple[int, int, int, int]
"""First column, first row, last column, last row, from 1."""


def read_xlsx(source: str, data: bytes) -> Document:
    """Read an .xlsx or .xlsm; formulas give the value last computed, macros are never run.

    Hidden sheets are drafts and lists and are skipped; hidden rows and columns are read, since a
    filter hides them only for the moment.

    Raises `UnreadableFile` (damaged, too_large, password).
    """
    refuse_bad_zip(data)
    refuse_big_parts(data, "sharedStrings.xml")
    try:
        with warnings.catch_warnings():  # openpyxl warns of styles and extensions that it drops
            warnings.simplefilter("ignore", UserWarning)
            sheets = list(_sheets(data))
            drawn = list(_drawn(data))
    except (InvalidFileException, *DAMAGE) as error:
        raise UnreadableFile("damaged") from error
    blocks = [block for sheet in sheets for block in lay_out_grid(source, sheet.number, sheet.grid)]
    margins = [text for sheet in sheets for text in sheet.margins]
    return Document(source, tuple(blocks), (*margins, *drawn))


def read_cells(data: bytes) -> list[Grid]:
    """Read the visible sheets as they are: rows of cells, None where a merge covers one.

    Raises `UnreadableFile` (damaged, too_large, password).
    """
    refuse_bad_zip(data)
    refuse_big_parts(data, "sharedStrings.xml")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return [sheet.grid for sheet in _sheets(data)]
    except (InvalidFileException, *DAMAGE) as error:
        raise UnreadableFile("damaged") from error


def write_cells(rows: Sequence[Sequence[str]], *, widths: Sequence[int]) -> bytes:
    """Write one sheet of texts with a bold first row; widths are in characters, by column."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number)].width = width
        sheet.cell(row=1, column=number).font = openpyxl.styles.Font(bold=True)
    sheet.freeze_panes = "A2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A visible sheet: its number, its cells, the texts of its headers and footers."""

    number: int
    grid: Grid
    margins: Sequence[str]


def _sheets(data: bytes) -> Iterator[_Sheet]:
    """Yield each visible sheet; read-only mode streams but knows no merges and no headers."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    left = MOST_ROWS
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for number, sheet in enumerate(book.worksheets, 1):
                if sheet.sheet_state == "visible":
                    grid = _rows(sheet, left)
                    left -= len(grid)
                    merges, margins = _beside(archive, sheet._worksheet_path)
                    _cover(grid, merges)
                    yield _Sheet(number, grid, margins)
    finally:
        book.close()


def _rows(sheet: Any, limit: int) -> Grid:
    sheet.reset_dimensions()  # what the file says of its size is often wrong
    grid: Grid = []
    for row in sheet.iter_rows():
        refuse_more(limit, rows=len(grid) + 1)
        grid.append(_texts(row))
    return grid


def _texts(row: Sequence[Any]) -> list[str | None]:
    texts: list[str | None] = []
    for column, cell in enumerate(row):
        is_first = not any(texts)
        text = "" if cell.value is None else write_value(cell.value, cell.number_format, is_first)
        if column < MOST_COLUMNS:
            texts.append(text)
        elif text:
            refuse_more(MOST_COLUMNS, columns=column + 1)
    return texts


def _beside(archive: zipfile.ZipFile, path: str) -> tuple[list[Range], list[str]]:
    """Return a sheet's merged ranges and the texts of its headers and footers."""
    merges, margins = [], []
    with archive.open(path) as part:
        for _, element in iterparse(part):
            if element.tag == _MERGE:
                merges.append(range_boundaries(element.get("ref", "")))
            elif element.tag == _MARGINS:
                margins += [_CODES.sub("\n", child.text or "") for child in element]
            if element.tag in _WHOLE:
                element.clear()
    return [(a, b, c, d) for a, b, c, d in merges if a and b and c and d], margins


def _drawn(data: bytes) -> Iterator[str]:
    """Yield the texts in shapes and text boxes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/drawings/") and name.endswith(".xml"):
                with archive.open(name) as part:
                    texts = (node.text for _, node in iterparse(part) if node.tag == _DRAWN)
                    yield from filter(None, texts)


def _cover(grid: Grid, merges: Sequence[Range]) -> None:
    """Make None of every cell that a merge covers, the first of its range aside."""
    covered = 0
    for first_column, first_row, last_column, last_row in merges:
        rows = grid[first_row - 1 : last_row]
        last = min(last_column, MOST_COLUMNS)
        width = max(0, last - first_column + 1)
        covered += len(rows) * width
        refuse_more(_MOST_COVERED, covered=covered)
        for row in rows:
            row.extend([""] * (last - len(row)))
            kept = row[first_column - 1] if row is rows[0] else None
            row[first_column - 1 : last] = [kept, *[None] * (width - 1)] if width else []
