"""Tell a sheet's running text from its tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.files.document import Paragraph, Row, Table
from knowledge.plan import Place

Grid = list[list[str | None]]
_TABLE_FROM = 3  # filled cells in a row; a letter's head has two beside each other
_LONGEST_NUMBER = 8  # characters of a row's number: "VIII", "10.2.1"


def lay_out_grid(source: str, sheet: int, grid: Grid) -> Iterator[Paragraph | Table]:
    """Yield paragraphs for the rows around a table and a table for each run of its rows."""
    rows = [(number, row) for number, row in enumerate(grid, 1) if any(row)]
    marks = _table_rows([row for _, row in rows])
    for is_table, run in groupby(zip(marks, rows, strict=True), key=lambda pair: pair[0]):
        group = [row for _, row in run]
        if is_table:
            yield _table(source, sheet, group)
        else:
            yield from _paragraphs(source, sheet, group)


def _table_rows(rows: Sequence[Sequence[str | None]]) -> list[bool]:
    """Mark the rows from the first with three filled cells to the last that belongs to it."""
    full = [sum(1 for cell in row if cell) >= _TABLE_FROM for row in rows]
    last = max((i for i, is_full in enumerate(full) if is_full), default=-1)
    if last < 0:
        return full
    left = min(x for row, is_full in zip(rows, full, strict=True) if is_full for x in _filled(row))
    while last + 1 < len(rows) and _is_numbered(rows[last + 1], left):
        last += 1
    first = full.index(True)
    return [first <= i <= last for i in range(len(rows))]


def _is_numbered(row: Sequence[str | None], left: int) -> bool:
    """Say whether a row holds a number, in the table's first column, and one text."""
    filled = _filled(row)
    return len(filled) == 2 and filled[0] == left and len(row[left] or "") <= _LONGEST_NUMBER


def _filled(row: Sequence[str | None]) -> list[int]:
    return [x for x, cell in enumerate(row) if cell]


def _paragraphs(
    source: str, sheet: int, rows: Sequence[tuple[int, Sequence[str | None]]]
) -> Iterator[Paragraph]:
    """Yield cells beside each other column by column: a letter's head, a letter's foot."""
    for is_wide, run in groupby(rows, key=lambda row: sum(1 for cell in row[1] if cell) > 1):
        cells = [(x, number, cell) for number, row in run for x, cell in enumerate(row) if cell]
        if is_wide:
            cells.sort(key=lambda cell: cell[0])
        for _, number, cell in cells:
            for line in filter(str.strip, cell.splitlines()):
                yield Paragraph(line.strip(), Place(source, table=sheet, row=number))


def _table(source: str, sheet: int, rows: Sequence[tuple[int, Sequence[str | None]]]) -> Table:
    used = [x for _, row in rows for x, cell in enumerate(row) if cell]
    left, right = min(used), max(used) + 1
    return Table(
        tuple(
            Row(
                _cells([*row, *[""] * right][left:right]),
                Place(source, table=sheet, row=number),
            )
            for number, row in rows
        )
    )


def _cells(row: Sequence[str | None]) -> tuple[str | None, ...]:
    """Return the row's cells; a title alone in the first covers those that it runs over."""
    if row[0] and len(row[0]) > _LONGEST_NUMBER and not any(row[1:]):
        return (row[0], *[None] * (len(row) - 1))
    return tuple(row)
