"""Read tables whose cells are divided by lines that hold only a bar, a row between two bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.files.document import Paragraph, Row, Table
from knowledge.parsing.headers import find_roles
from knowledge.parsing.numbering import read_number
from knowledge.parsing.places import span
from knowledge.plan import Place

_BAR = "|"


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    place: Place


def read_piped(lines: Sequence[Paragraph], start: int) -> tuple[Table, int] | None:
    """Return the table that starts at the bar and the index after it, or None."""
    if not _is_bar(lines[start]):
        return None
    cells, end = _read_cells(lines, start)
    rows = tuple(_row(row) for row in _split_rows(cells) if any(cell.text for cell in row))
    return Table(rows), end


def _read_cells(lines: Sequence[Paragraph], start: int) -> tuple[list[_Cell], int]:
    """Read the text between bars; a blank line right after a bar ends the table."""
    cells: list[_Cell] = []
    i = start + 1
    while i < len(lines) and lines[i].text.strip():
        stop = i
        while stop < len(lines) and not _is_bar(lines[stop]):
            stop += 1
        if stop == len(lines):
            break
        cells.append(_cell(lines[i:stop], lines[stop]))
        i = stop + 1
    return cells, i


def _cell(lines: Sequence[Paragraph], bar: Paragraph) -> _Cell:
    if not lines:
        return _Cell("", bar.place)
    text = "\n".join(line.text for line in lines).strip()
    return _Cell(text, span(lines[0].place, lines[-1].place))


def _split_rows(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """Divide by empty cells, and by the header's width where a task table has empty cells."""
    row: list[_Cell] = []
    width = 0
    for i, cell in enumerate(cells):
        following = cells[i + 1].text if i + 1 < len(cells) else None
        if cell.text or not _ends_row(row, width, following):
            row.append(cell)
            continue
        width = width or (len(row) if find_roles([c.text for c in row]) else 0)
        yield row
        row = []
    if row:
        yield row


def _ends_row(row: Sequence[_Cell], width: int, following: str | None) -> bool:
    if not width or len(row) >= width:
        return True
    return bool(row) and (following is None or read_number(following) is not None)


def _row(cells: Sequence[_Cell]) -> Row:
    return Row(tuple(cell.text for cell in cells), span(cells[0].place, cells[-1].place))


def _is_bar(line: Paragraph) -> bool:
    return line.text.strip() == _BAR
