"""Turn the rows of a table into records by column, whole again after page breaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.files.document import Row, Table
from knowledge.parsing.alignment import align
from knowledge.parsing.headers import Role, find_role, find_roles
from knowledge.parsing.letters import UPPER
from knowledge.parsing.markup import cell_lines, cell_text, is_rule
from knowledge.parsing.numbering import Number, read_number, split_fused
from knowledge.parsing.places import span
from knowledge.parsing.units import starts_unit
from knowledge.plan import Note, Place
from knowledge.text import fold

_COLUMN_NUMBER = re.compile(r"^\(?\d{1,2}\)?$")
_BULLET = re.compile(r"^[-–+•]\s")
_OPENS_NEW = re.compile(rf"^[\W_]*[{UPPER}]")


@dataclass(frozen=True, slots=True)
class Record:
    """One row by role: a text, "" for an empty cell, None for one that a merge covers."""

    number: Number | None
    cells: dict[Role, str | None]
    place: Place
    doubts: tuple[Note, ...] = ()
    is_wide: bool = False  # one cell across all columns: a title, never a task

    def text(self, role: Role) -> str:
        """Return the role's text, "" where the table lacks it."""
        return self.cells.get(role) or ""

    def filled(self) -> set[Role]:
        """Return the roles that hold a text, the number aside."""
        return {role for role, cell in self.cells.items() if cell and role is not Role.NUMBER}


def find_header(table: Table) -> tuple[tuple[Role, ...], int] | None:
    """Return the roles of a task table's columns and the index of its first row below."""
    for i, row in enumerate(table.rows[:6]):
        lower = table.rows[i + 1].cells if i + 1 < len(table.rows) else ()
        for cells, used in ((_two_rows(row.cells, lower), 2), (row.cells, 1)):
            roles = find_roles(cells) if cells else None
            if roles:
                return roles, i + used
    return None


def read_records(rows: Sequence[Row], roles: Sequence[Role]) -> list[Record]:
    """Return the rows below a header as records: headers dropped, broken rows joined."""
    records: list[Record] = []
    for row in rows:
        if _is_noise(row):
            continue
        record = _record(row, roles)
        if records and _continues(records[-1], record, roles):
            records[-1] = _joined(records[-1], record)
        else:
            records.append(record)
    return records


def _two_rows(
    upper: Sequence[str | None], lower: Sequence[str | None]
) -> tuple[str | None, ...] | None:
    """Join a header of two rows, where one column stands above several narrower ones."""
    named = [cell for cell in lower if cell_text(cell)]
    if not named or not all(find_role(cell) in (Role.LEAD, Role.SUPPORTING) for cell in named):
        return None
    if len(lower) == len(upper):
        pairs = zip(upper, lower, strict=True)
        return tuple(below if cell_text(below) else above for above, below in pairs)
    wide = [i for i, cell in enumerate(upper) if find_role(cell) is Role.LEAD]
    return (*upper[: wide[0]], *named, *upper[wide[0] + 1 :]) if len(wide) == 1 else None


def _is_noise(row: Row) -> bool:
    texts = [cell_text(cell) for cell in row.cells]
    filled = [text for text in texts if text]
    if all(is_rule(text) for text in filled) or find_roles(row.cells):
        return True
    return len(filled) > 2 and all(_COLUMN_NUMBER.match(text) for text in filled)


def _record(row: Row, roles: Sequence[Role]) -> Record:
    return _wide_record(row, roles) if _is_wide(row) else _plain_record(row, roles)


def _is_wide(row: Row) -> bool:
    """Say whether one cell spans the row: it stands first, and covers all others."""
    if not row.cells or not cell_text(row.cells[0]) or read_number(row.cells[0]):
        return False
    return all(cell is None for cell in row.cells[1:])


def _wide_record(row: Row, roles: Sequence[Role]) -> Record:
    text = " ".join(cell_text(cell) for cell in row.cells if cell)
    number, title = split_fused(text) or (None, text)
    cells: dict[Role, str | None] = dict.fromkeys(roles)
    cells[Role.CONTENT] = title
    return Record(number, cells, row.place, is_wide=True)


def _plain_record(row: Row, roles: Sequence[Role]) -> Record:
    cells = align(row.cells, roles)
    by_role: dict[Role, str | None] = {}
    for role, cell in zip(roles, cells, strict=True):
        text = None if cell is None else "\n".join(cell_lines(cell))
        earlier = by_role.get(role)
        by_role[role] = f"{earlier}\n{text}" if earlier and text else earlier or text
    number = read_number(by_role.get(Role.NUMBER))
    fused = split_fused(by_role.get(Role.NUMBER)) if number is None else None
    if fused and not by_role.get(Role.CONTENT):
        number, by_role[Role.CONTENT] = fused
    shifted = len(row.cells) < len(roles) and len(_filled(cells)) > 2
    doubts = (Note("cells_missing"),) if shifted else ()
    return Record(number, by_role, row.place, doubts)


def _filled(cells: Sequence[str | None]) -> list[str]:
    return [cell for cell in cells if cell]


def _continues(last: Record, record: Record, roles: Sequence[Role]) -> bool:
    """Say whether the record goes on with the row above, which a page break cut."""
    if record.number or (Role.NUMBER in roles and record.text(Role.NUMBER)):
        return False
    if record.is_wide or not record.filled():
        return False
    content = record.text(Role.CONTENT)
    if not content or not _OPENS_NEW.match(content):
        return True
    alone = record.filled() == {Role.CONTENT}
    return Role.NUMBER in roles and alone and bool(last.filled() - {Role.CONTENT})


def _joined(last: Record, record: Record) -> Record:
    cells = {role: _join(role, cell, record.cells.get(role)) for role, cell in last.cells.items()}
    doubts = tuple(dict.fromkeys([*last.doubts, *record.doubts, Note("row_joined")]))
    return replace(last, cells=cells, place=span(last.place, record.place), doubts=doubts)


def _join(role: Role, first: str | None, second: str | None) -> str | None:
    if not first or not second:
        return first or second
    opens = role in (Role.LEAD, Role.SUPPORTING) and starts_unit(second)
    opens = opens or bool(_BULLET.match(second))
    return f"{first}\n{second}" if opens else _without_overlap(first, second)


def _without_overlap(first: str, second: str) -> str:
    """Join two parts, dropping words that the page break printed on both sides."""
    left, right = first.split(), second.split()
    for size in range(min(len(left), len(right), 12), 0, -1):
        if fold(" ".join(left[-size:])) == fold(" ".join(right[:size])):
            return " ".join([first, *right[size:]])
    return f"{first} {second}"
