"""Read a spreadsheet saved as text (.tsv, .csv): running text and tables, as in a sheet.

A place is the table, always 1, and the row.
"""

import csv
import io

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document
from knowledge.files.grid import Grid, lay_out_grid
from knowledge.files.guards import MOST_COLUMNS, MOST_ROWS, refuse_more
from knowledge.files.plaintext import read_letters

_SEPARATORS = "\t;,"  # offices here set ";" in Excel, since "," marks decimals


def read_separated(source: str, data: bytes) -> Document:
    """Read rows of cells; raise `UnreadableFile` for what `read_text` refuses or for damage."""
    text = read_letters(data)
    quote = None if text.count('"') % 2 else '"'  # a lone one would swallow the rest
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), quotechar=quote)
    grid: Grid = []
    try:
        for cells in lines:
            refuse_more(MOST_ROWS, rows=len(grid) + 1)
            refuse_more(MOST_COLUMNS, columns=len(cells))
            grid.append([cell.strip() for cell in cells])
    except csv.Error as error:
        raise UnreadableFile("damaged") from error
    return Document(source, tuple(lay_out_grid(source, 1, grid)))


def _separator(text: str) -> str:
    """Return the separator that parts the most lines; a tab before the others."""
    lines = text.splitlines()
    return max(_SEPARATORS, key=lambda mark: sum(1 for line in lines if mark in line))
