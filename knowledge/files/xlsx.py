"""Read Excel workbooks: visible sheets in order, cells as an office would write them.

A place is the sheet (as its table) and the sheet's own row, both from 1.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml.functions import iterparse

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document
from knowledge.files.grid import Grid, lay_out_grid
from knowledge.files.guards import DAMAGE, refuse_bad_zip
from knowledge.files.values import write_value

_MOST_ROWS = 20_000  # of all sheets; a plan has hundreds
_MOST_COLUMNS = 100
_MERGE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"


def read_xlsx(source: str, data: bytes) -> Document:
    """Read an .xlsx; hidden sheets are skipped, formulas give the value last computed.

    Raises `UnreadableFile` (damaged, too_large, password).
    """
    refuse_bad_zip(data)
    try:
        with warnings.catch_warnings():  # openpyxl warns of styles and extensions that it drops
            warnings.simplefilter("ignore", UserWarning)
            grids = list(_grids(data))
    except (InvalidFileException, *DAMAGE) as error:
        raise UnreadableFile("damaged") from error
    blocks = tuple(block for number, grid in grids for block in lay_out_grid(source, number, grid))
    return Document(source, blocks)


def _grids(data: bytes) -> Iterator[tuple[int, Grid]]:
    """Yield each visible sheet's number and cells; read-only mode streams but knows no merges."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    left = _MOST_ROWS
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for number, sheet in enumerate(book.worksheets, 1):
                if sheet.sheet_state == "visible":
                    grid = _rows(sheet, left)
                    left -= len(grid)
                    _cover(grid, _merges(archive, sheet._worksheet_path))
                    yield number, grid
    finally:
        book.close()


def _rows(sheet: Any, limit: int) -> Grid:
    sheet.reset_dimensions()  # what the file says of its size is often wrong
    grid: Grid = []
    for row in sheet.iter_rows():
        if len(grid) >= limit:
            raise UnreadableFile("too_large", rows=len(grid), limit=_MOST_ROWS)
        grid.append(_texts(row))
    return grid


def _texts(row: Sequence[Any]) -> list[str | None]:
    texts: list[str | None] = []
    for column, cell in enumerate(row):
        is_first = not any(texts)
        text = "" if cell.value is None else write_value(cell.value, cell.number_format, is_first)
        if column < _MOST_COLUMNS:
            texts.append(text)
        elif text:
            raise UnreadableFile("too_large", columns=column + 1, limit=_MOST_COLUMNS)
    return texts


def _merges(archive: zipfile.ZipFile, path: str) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges of a sheet: first column, first row, last column, last row."""
    found = []
    with archive.open(path) as part:
        for _, element in iterparse(part):
            if element.tag == _MERGE:
                found.append(range_boundaries(element.get("ref", "")))
            element.clear()
    return [(a, b, c, d) for a, b, c, d in found if a and b and c and d]


def _cover(grid: Grid, merges: Sequence[tuple[int, int, int, int]]) -> None:
    """Make None of every cell that a merge covers, the first of its range aside."""
    for first_column, first_row, last_column, last_row in merges:
        for y in range(first_row - 1, min(last_row, len(grid))):
            row = grid[y]
            last = min(last_column, _MOST_COLUMNS)
            row.extend([""] * (last - len(row)))
            for x in range(first_column - 1, last):
                if (y, x) != (first_row - 1, first_column - 1):
                    row[x] = None
