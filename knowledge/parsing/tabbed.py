"""Read tables whose columns are divided by tabs, a row a line."""

from collections.abc import Sequence

from knowledge.files.document import Paragraph, Row, Table
from knowledge.parsing.markup import cell_text
from knowledge.parsing.numbering import read_number

_FEWEST_COLUMNS = 3


def read_tabbed(lines: Sequence[Paragraph], start: int) -> tuple[Table, int] | None:
    """Return the table that starts at the line and the index after it, or None."""
    if not _is_row(lines[start]):
        return None
    end = last = start
    while end < len(lines) and (_goes_on(lines[end]) or not lines[end].text.strip()):
        last = end if lines[end].text.strip() else last
        end += 1
    rows = tuple(_row(line) for line in lines[start : last + 1] if line.text.strip())
    return Table(rows), last + 1


def _is_row(line: Paragraph) -> bool:
    return line.text.count("\t") >= _FEWEST_COLUMNS - 1 and bool(line.text.strip())


def _goes_on(line: Paragraph) -> bool:
    """Say whether a line goes on with a table: a row, or a group's number and title alone."""
    if _is_row(line):
        return True
    number, tab, _ = line.text.partition("\t")
    return bool(tab) and read_number(cell_text(number)) is not None


def _row(line: Paragraph) -> Row:
    return Row(tuple(cell if cell_text(cell) else "" for cell in line.text.split("\t")), line.place)
