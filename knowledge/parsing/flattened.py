"""Read Word tables flattened to one cell a line, each cell indented by one tab."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.files.document import Paragraph, Row, Table
from knowledge.parsing.headers import Role, find_role, find_roles
from knowledge.parsing.numbering import read_number
from knowledge.parsing.places import span
from knowledge.plan import Place


@dataclass(slots=True)
class _Cell:
    lines: list[str]
    place: Place
    after_blank: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(slots=True)
class _Rows:
    """Rows under construction; a row begins at a number after a full row or a blank line."""

    width: int
    rows: list[list[_Cell]] = field(default_factory=list)

    def add(self, cell: _Cell) -> None:
        full = bool(self.rows) and len(self.rows[-1]) >= self.width
        numbered = read_number(cell.text) is not None
        if not self.rows or full or (numbered and cell.after_blank):
            self.rows.append([])
        self.rows[-1].append(cell)

    def is_full(self) -> bool:
        return bool(self.rows) and len(self.rows[-1]) >= self.width


def read_flattened(lines: Sequence[Paragraph], start: int) -> tuple[Table, int] | None:
    """Return the table that starts at the line and the index after it, or None."""
    if not lines[start].text.startswith("\t") or find_role(lines[start].text) is not Role.NUMBER:
        return None
    header, end = _read_header(lines, start)
    if find_roles([cell.text for cell in header]) is None:
        return None
    rows, end = _read_body(lines, end, len(header))
    return Table((_row(header), *(_row(row) for row in rows))), end


def _read_header(lines: Sequence[Paragraph], start: int) -> tuple[list[_Cell], int]:
    cells: list[_Cell] = []
    i = start
    while i < len(lines) and lines[i].text.strip():
        if _opens_cell(lines[i]):
            cells.append(_Cell([lines[i].text], lines[i].place))
        else:
            _extend(cells[-1], lines[i])
        i += 1
    while cells and find_role(cells[-1].text) is None:
        cells.pop()
        i -= 1
    return cells, i


def _read_body(lines: Sequence[Paragraph], start: int, width: int) -> tuple[list[list[_Cell]], int]:
    table, blank, end = _Rows(width), True, start
    for i in range(start, len(lines)):
        line = lines[i]
        if not line.text.strip() and not _opens_cell(line):
            blank = True
            continue
        if _opens_cell(line):
            table.add(_Cell([line.text], line.place, blank))
        elif not table.rows or (blank and table.is_full()):
            break
        else:
            _extend(table.rows[-1][-1], line)
        blank, end = False, i + 1
    return table.rows, end


def _opens_cell(line: Paragraph) -> bool:
    return line.text.startswith("\t")


def _extend(cell: _Cell, line: Paragraph) -> None:
    cell.lines.append(line.text)
    cell.place = span(cell.place, line.place)


def _row(cells: Sequence[_Cell]) -> Row:
    return Row(tuple(cell.text.strip() for cell in cells), span(cells[0].place, cells[-1].place))
