"""Find what is odd about a plan, for the clerk who checks it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.parsing.outline import Kind, Passage
from knowledge.parsing.sections import Path, labels
from knowledge.parsing.tables import TaskTable
from knowledge.plan import Note, PlannedTask

_WIDEST = 2  # years that a day may lie from the plan's year


def find_warnings(
    passages: Sequence[Passage],
    tables: Sequence[tuple[int, TaskTable]],
    tasks: Sequence[PlannedTask],
    year: int | None,
) -> tuple[Note, ...]:
    """Return warnings: a section number used twice, a year that does not fit."""
    found = (*_repeated(_section_paths(passages, tables)), *_misfits(tasks, year))
    return tuple(dict.fromkeys(found))


def _section_paths(
    passages: Sequence[Passage], tables: Sequence[tuple[int, TaskTable]]
) -> Iterator[Path]:
    yield from (p.path for p in passages if p.kind is Kind.HEADING and len(p.path) <= 2)
    for order, table in tables:
        yield from ((*passages[order].path, *group) for group in table.groups)


def _repeated(paths: Iterator[Path]) -> Iterator[Note]:
    counted = Counter(labels(path) for path in paths)
    for label, times in counted.items():
        if times > 1 and label:
            yield Note("section_repeated", (("section", ", ".join(label)), ("times", str(times))))


def _misfits(tasks: Sequence[PlannedTask], year: int | None) -> Iterator[Note]:
    if year is None:
        return
    for task in tasks:
        day = task.deadline.last_day
        if day and not 0 <= day.year - year <= _WIDEST:
            facts = (("timeframe", task.timeframe or ""), ("year", str(year)))
            yield Note("year_misfit", facts)
