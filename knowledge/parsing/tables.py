"""Turn the records of a task table into rows under their groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.files.document import Table
from knowledge.parsing.headers import Role
from knowledge.parsing.markup import cell_text
from knowledge.parsing.numbering import Number, read_number
from knowledge.parsing.rows import Record, find_header, read_records
from knowledge.parsing.sections import Path, Section, enter
from knowledge.plan import Note, Place

_DEEPEST_GROUP = 3  # a numbered row of one cell deeper than this is a task, not a group
_LOSABLE = (Role.LEAD, Role.TIMEFRAME, Role.DELIVERABLE, Role.SUPPORTING)


@dataclass(frozen=True, slots=True)
class GroupedRow:
    """A record that is a task, with the groups of its table that it stands under."""

    record: Record
    groups: Path
    doubts: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table of tasks: its columns and its rows, and the groups in their order."""

    roles: tuple[Role, ...]
    rows: tuple[GroupedRow, ...]
    groups: tuple[tuple[Path, Place], ...]


def read_task_table(table: Table, roles: tuple[Role, ...] | None = None) -> TaskTable | None:
    """Read a table of tasks, or None for a table of anything else.

    `roles` are the columns of the table before it, for one that a page break left headless.
    """
    found = find_header(table)
    if found is None and not (roles and _goes_on(table, roles)):
        return None
    columns, start = found or (roles or (), 0)
    records = read_records(table.rows[start:], columns)
    return _grouped(records, columns)


def _goes_on(table: Table, roles: Sequence[Role]) -> bool:
    """Say whether a headless table has the columns of the one before and looks like its rows."""
    if Role.NUMBER not in roles or any(len(row.cells) != len(roles) for row in table.rows):
        return False
    first = table.rows[0].cells[roles.index(Role.NUMBER)]
    if cell_text(first) and read_number(first) is None:
        return False
    records = read_records(table.rows, roles)
    return any(record.number for record in records) or len(records) == 1


def _grouped(records: Sequence[Record], roles: tuple[Role, ...]) -> TaskTable:
    path: Path = ()
    groups: list[tuple[Path, Place]] = []
    rows: list[GroupedRow] = []
    for i, record in enumerate(records):
        following = records[i + 1].number if i + 1 < len(records) else None
        if _is_group(record, following):
            path = enter(path, Section(record.number, _title(record)))
            groups.append((path, record.place))
        elif record.filled():
            numbered = record if record.number else _with_number_above(record, rows)
            path = _above(path, numbered.number)
            rows.append(GroupedRow(numbered, path, (*record.doubts, *_lost(record, rows))))
    return TaskTable(roles, tuple(rows), tuple(groups))


def _is_group(record: Record, following: Number | None) -> bool:
    """Say whether a row is a group's title; `following` is the number of the row below."""
    filled = record.filled()
    if record.is_wide:
        return True
    if Role.CONTENT not in filled and not (record.number and filled):
        return False
    if record.number and record.number.depth < _DEEPEST_GROUP:
        return not filled & {Role.LEAD, Role.TIMEFRAME}
    if filled != {Role.CONTENT}:
        return False
    if record.number is None:
        return following is not None
    return following is not None and following.depth > record.number.depth


def _title(record: Record) -> str:
    """Return a group's title; parts that a merge scattered over columns, the longest first."""
    parts = [record.text(role) for role in record.filled()]
    return " ".join(" ".join(sorted(parts, key=len, reverse=True)).split())


def _with_number_above(record: Record, rows: Sequence[GroupedRow]) -> Record:
    """Give a row below a merged number cell the number of the row above."""
    covered = record.cells.get(Role.NUMBER, "") is None
    return replace(record, number=rows[-1].record.number) if covered and rows else record


def _above(path: Path, number: Number | None) -> Path:
    if number is None:
        return path
    return tuple(step for step in path if not step.number or step.number.depth < number.depth)


def _lost(record: Record, rows: Sequence[GroupedRow]) -> Iterator[Note]:
    """Yield a doubt for each cell that a merge or a page break may have emptied."""
    for role in _LOSABLE:
        if role not in record.cells or record.cells[role]:
            continue
        above = next((text for row in reversed(rows) if (text := row.record.text(role))), "")
        merged = record.cells[role] is None
        if merged or role in (Role.LEAD, Role.TIMEFRAME):
            code = "merged_cell" if merged else "empty_cell"
            facts = (("field", role.value), ("inferred", " ".join(above.split())))
            yield Note(code, facts if above else facts[:1])
