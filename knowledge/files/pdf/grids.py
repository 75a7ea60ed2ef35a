"""Find tables by their drawn lines: a grid of cells, merged where no line stands between."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.files.pdf.shapes import Rule

_SNAP = 2.5  # lines nearer than this are one
_TOUCH = 4.0  # lines that end this near to another meet it
_MOST_CELLS = 20_000
_MOST_RULES = 500  # on one page, once joined; beyond it is a drawing
_TALLEST_EDGE = 6.0  # how far uprights may stand out of the last level line


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid with its box; merged cells are one."""

    row: int
    column: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines: the xs of its columns, the ys of its rows, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    owners: dict[tuple[int, int], Cell]  # by row and column; merged ones have one owner

    def find_cell(self, x: float, y: float) -> Cell | None:
        """Return the cell around a point, or None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self.owners.get((row, column))


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the page's tables from top to bottom; a frame of one cell is none."""
    level = _joined([rule for rule in rules if rule.is_level])
    upright = _joined([rule for rule in rules if not rule.is_level])
    if len(level) + len(upright) > _MOST_RULES:
        return []
    grids = [_grid(*group) for group in _groups(level, upright)]
    found = [grid for grid in grids if grid and len(grid.cells) > 1]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Snap lines that nearly coincide to one place and join those that touch."""
    joined: list[Rule] = []
    for at, group in _near(rules):
        last: Rule | None = None
        for rule in sorted(group, key=lambda rule: rule.start):
            if last and rule.start <= last.end + _TOUCH:
                last = Rule(rule.is_level, at, last.start, max(last.end, rule.end))
                joined[-1] = last
            else:
                last = Rule(rule.is_level, at, rule.start, rule.end)
                joined.append(last)
    return joined


def _near(rules: Sequence[Rule]) -> Iterator[tuple[float, list[Rule]]]:
    group: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if group and rule.at - group[0].at > _SNAP:
            yield _mean(group), group
            group = []
        group.append(rule)
    if group:
        yield _mean(group), group


def _mean(rules: Sequence[Rule]) -> float:
    return sum(rule.at for rule in rules) / len(rules)


def _groups(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the level and upright lines that hang together, two of each at least."""
    left = set(upright)
    while left:
        columns, rows = {left.pop()}, set[Rule]()
        grown = True
        while grown:
            rows |= {rule for rule in level if rule not in rows and _meets_any(rule, columns)}
            new = {rule for rule in left if _meets_any(rule, rows)}
            columns, left, grown = columns | new, left - new, bool(new)
        if len(rows) > 1 and len(columns) > 1:
            yield list(rows), list(columns)


def _meets_any(rule: Rule, others: set[Rule]) -> bool:
    return any(_meets(rule, other) for other in others)


def _meets(one: Rule, two: Rule) -> bool:
    return (
        one.start - _TOUCH <= two.at <= one.end + _TOUCH
        and two.start - _TOUCH <= one.at <= two.end + _TOUCH
    )


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    xs = sorted({rule.at for rule in upright})
    ys = _with_open_ends(sorted({rule.at for rule in level}), upright)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    owners = _owners(xs, ys, _by_place(level), _by_place(upright))
    return Grid(tuple(xs), tuple(ys), tuple(dict.fromkeys(owners.values())), owners)


def _with_open_ends(ys: list[float], upright: Sequence[Rule]) -> list[float]:
    """Close a row that a page break left without its line above or below."""
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    above = [top] if ys[0] - top > _TALLEST_EDGE else []
    below = [bottom] if bottom - ys[-1] > _TALLEST_EDGE else []
    return [*above, *ys, *below]


def _by_place(rules: Sequence[Rule]) -> dict[float, list[Rule]]:
    placed: dict[float, list[Rule]] = {}
    for rule in rules:
        placed.setdefault(rule.at, []).append(rule)
    return placed


def _owners(
    xs: Sequence[float],
    ys: Sequence[float],
    level: dict[float, list[Rule]],
    upright: dict[float, list[Rule]],
) -> dict[tuple[int, int], Cell]:
    """Return the cell that owns each row and column, growing each until a line stops it."""
    owners: dict[tuple[int, int], Cell] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owners:
                continue
            right, bottom = column + 1, row + 1
            band, stretch = (ys[row], ys[row + 1]), (xs[column], xs[column + 1])
            while right < len(xs) - 1 and not _drawn(upright.get(xs[right]), *band):
                right += 1
            while bottom < len(ys) - 1 and not _drawn(level.get(ys[bottom]), *stretch):
                bottom += 1
            cell = Cell(row, column, xs[column], xs[right], ys[row], ys[bottom])
            for y in range(row, bottom):
                owners |= {(y, x): cell for x in range(column, right) if (y, x) not in owners}
    return owners


def _drawn(rules: Sequence[Rule] | None, start: float, end: float) -> bool:
    """Say whether one of the lines at a place passes the middle of the stretch."""
    middle = (start + end) / 2
    return any(rule.start - _TOUCH <= middle <= rule.end + _TOUCH for rule in rules or ())
