"""Put the cells of a row that lost some of its columns under the right ones."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from knowledge.parsing.headers import Role
from knowledge.parsing.markup import cell_text
from knowledge.parsing.numbering import read_number
from knowledge.parsing.units import starts_unit
from knowledge.text import fold

_TIME = re.compile(
    r"^(?:truoc|trong|tu |den |quy|thang|nam |thuong xuyen|xuyen$|dinh ky|hang|hoan thanh|cham nhat"
    r"|theo |khi |sau |ngay|ca nam|\d+/)"
)
_LONGEST_TIME = 80  # characters
_BULLET = re.compile(r"^[-–+•]\s*")
_MOST_COLUMNS = 12


def align(cells: Sequence[str | None], roles: Sequence[Role]) -> tuple[str | None, ...]:
    """Return one cell a column; a shorter row's cells go, in order, where they fit best."""
    if len(cells) >= len(roles):
        return _cut(cells, len(roles))
    kept = [(i, cell) for i, cell in enumerate(cells) if cell_text(cell)]
    best = max(_placings(kept, len(cells), roles), key=lambda way: _score(kept, way, roles))
    row: list[str | None] = [""] * len(roles)
    for (_, cell), column in zip(kept, best, strict=True):
        row[column] = cell
    return tuple(row)


def _cut(cells: Sequence[str | None], width: int) -> tuple[str | None, ...]:
    rest = [cell for cell in cells[width:] if cell_text(cell)]
    if not rest:
        return tuple(cells[:width])
    return (*cells[: width - 1], "\n".join([cells[width - 1] or "", *map(str, rest)]))


def _placings(
    kept: Sequence[tuple[int, str | None]], length: int, roles: Sequence[Role]
) -> Iterator[tuple[int, ...]]:
    """Return every placing that keeps the order and moves cells only to the right."""
    slack = len(roles) - length
    if len(roles) > _MOST_COLUMNS:
        yield tuple(i for i, _ in kept)
        return
    for way in combinations(range(len(roles)), len(kept)):
        if all(i <= column <= i + slack for (i, _), column in zip(kept, way, strict=True)):
            yield way


def _score(
    kept: Sequence[tuple[int, str | None]], way: Sequence[int], roles: Sequence[Role]
) -> float:
    return sum(_fit(cell_text(cell), roles[i]) for (_, cell), i in zip(kept, way, strict=True))


def _fit(text: str, role: Role) -> float:
    if role is Role.NUMBER:
        return 5 if read_number(text) else -5
    if role is Role.TIMEFRAME:
        return 3 if looks_like_time(text) else -3
    if role in (Role.LEAD, Role.SUPPORTING):
        return 2 if starts_unit(_BULLET.sub("", text)) or text[:1] in "-–" else -1
    return 1 if role is Role.CONTENT else 0.5


def looks_like_time(text: str) -> bool:
    """Say whether a cell reads like a time: short, and beginning as times do."""
    return len(text) <= _LONGEST_TIME and bool(_TIME.match(fold(text)))
