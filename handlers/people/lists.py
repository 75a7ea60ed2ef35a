"""A list of officers from a workbook: who is to be invited, and which rows cannot be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.texts import say
from knowledge.files.xlsx import read_cells, write_cells
from knowledge.text import clean, fold
from storage.values import Role

MOST = 2000
LONGEST_NAME = 100
LONGEST_OFFICE = 300
_HEADS = {
    "name": ("ho ten", "ho va ten", "ten can bo", "full name", "name"),
    "office": ("don vi", "chuc danh", "phong ban", "co quan", "bo phan", "office"),
    "role": ("vai tro", "role"),
}
_ROLES = {
    "": Role.OFFICER,
    "can bo": Role.OFFICER,
    "cong chuc": Role.OFFICER,
    "vien chuc": Role.OFFICER,
    "chuyen vien": Role.OFFICER,
    "officer": Role.OFFICER,
    "dau moi": Role.CLERK,
    "cong chuc dau moi": Role.CLERK,
    "clerk": Role.CLERK,
    "lanh dao": Role.LEADER,
    "lanh dao ubnd": Role.LEADER,
    "leader": Role.LEADER,
    "phu trach": Role.HEAD,
    "nguoi dung dau": Role.HEAD,
    "truong don vi": Role.HEAD,
    "head": Role.HEAD,
}
Cells = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Invitee:
    """One row of the list; `row` is its number in the sheet."""

    row: int
    name: str
    office: str
    role: Role


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used, and why: a code with its facts."""

    row: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()


def read_list(name: str, data: bytes) -> tuple[list[Invitee], list[BadRow]]:
    """Read the first sheet that has the columns; raise `HandlerError("list_no_header")`.

    An office over several rows (a merged cell) is that of each of them.
    """
    for grid in read_cells(data):
        found = _find_header(grid)
        if found:
            header, columns = found
            rows = list(enumerate(grid[header + 1 :], header + 2))
            return _read_rows(rows, columns)
    raise HandlerError("list_no_header", name=name)


def write_template() -> bytes:
    """Write an empty list with its columns and one example."""
    keys = ("list_head_name", "list_head_office", "list_head_role")
    example = ("list_example_name", "list_example_office", "list_example_role")
    rows = [[say(key) for key in row] for row in (keys, example)]
    return write_cells(rows, widths=(30, 45, 25))


def _find_header(grid: Sequence[Cells]) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(grid):
        columns = {
            kind: column
            for kind, heads in _HEADS.items()
            for column, cell in reversed(list(enumerate(row)))
            if any(fold(clean(cell or "")).startswith(head) for head in heads)
        }
        if {"name", "office"} <= columns.keys():
            return number, columns
    return None


def _read_rows(
    rows: Sequence[tuple[int, Cells]], columns: dict[str, int]
) -> tuple[list[Invitee], list[BadRow]]:
    good: list[Invitee] = []
    bad: list[BadRow] = []
    seen: set[tuple[str, str]] = set()
    for number, name, office, role in _cells(rows, columns):
        problem = _find_problem(name, office, role)
        key = fold(name), fold(office)
        if problem is None and key in seen:
            problem = "list_twice"
        if problem:
            bad.append(BadRow(number, problem, (("role", role),)))
            continue
        seen.add(key)
        good.append(Invitee(number, name, office, _ROLES[fold(role)]))
        if len(good) > MOST:
            raise HandlerError("list_too_long", limit=MOST)
    return good, bad


def _cells(
    rows: Sequence[tuple[int, Cells]], columns: dict[str, int]
) -> Iterator[tuple[int, str, str, str]]:
    """Yield the number, name, office and role of each row that says anything."""
    above = ""
    for number, row in rows:
        if not any(clean(cell or "") for cell in row):
            continue
        office = _cell(row, columns["office"])
        above = above if office is None else office
        name, role = _cell(row, columns["name"]), _cell(row, columns.get("role", len(row)))
        yield number, name or "", above, role or ""


def _cell(row: Cells, column: int) -> str | None:
    """Give a cell cleaned; None where a merge covers it."""
    if column >= len(row):
        return ""
    cell = row[column]
    return None if cell is None else clean(cell)


def _find_problem(name: str, office: str, role: str) -> str | None:
    if not name or len(name) > LONGEST_NAME:
        return "list_no_name"
    if not office or len(office) > LONGEST_OFFICE:
        return "list_no_office"
    return None if fold(role) in _ROLES else "list_no_role"
