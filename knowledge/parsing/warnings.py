"""Find what is odd about a plan, for the clerk who checks it."""

from collections.abc import Iterator, Sequence

from knowledge.files.document import Paragraph
from knowledge.parsing.contradictions import find_contradictions, find_odd_references
from knowledge.parsing.facts import Facts
from knowledge.parsing.namesakes import find_namesakes
from knowledge.parsing.outline import Kind, Passage
from knowledge.parsing.sections import Path, labels
from knowledge.parsing.tables import TaskTable
from knowledge.plan import Note, Place, PlannedTask

_WIDEST = 2  # years that a day may lie from the plan's year


def find_warnings(
    lines: Sequence[Paragraph],
    facts: Facts,
    passages: Sequence[Passage],
    tables: Sequence[tuple[int, TaskTable]],
    tasks: Sequence[PlannedTask],
) -> tuple[Note, ...]:
    """Return what is blank, what contradicts and what does not fit, each once, with its place."""
    found = (
        *find_contradictions(lines, facts),
        *find_odd_references(passages, tasks, facts.issued_on),
        *_repeated(_sections(passages, tables)),
        *_misfits(tasks, facts),
        *find_namesakes(tasks),
    )
    return tuple({(note.code, note.facts): note for note in reversed(found)}.values())[::-1]


def _sections(
    passages: Sequence[Passage], tables: Sequence[tuple[int, TaskTable]]
) -> Iterator[tuple[Path, Place]]:
    yield from ((p.path, p.place) for p in passages if p.kind is Kind.HEADING and len(p.path) <= 2)
    for order, table in tables:
        above = passages[order].path
        yield from (((*above, *path), place) for path, place in table.groups)


def _repeated(sections: Iterator[tuple[Path, Place]]) -> Iterator[Note]:
    """Yield the numbers used again; what stands inside a repeated section repeats with it."""
    counted: dict[tuple[str, ...], int] = {}
    places: dict[tuple[str, ...], Place] = {}
    for path, place in sections:
        label = labels(path)
        counted[label] = counted.get(label, 0) + 1
        places[label] = place
    for label, times in counted.items():
        inside = any(counted.get(label[:depth], 0) > 1 for depth in range(1, len(label)))
        if times > 1 and label and not inside:
            facts = (("section", ", ".join(label)), ("times", str(times)))
            yield Note("section_repeated", facts, places[label])


def _misfits(tasks: Sequence[PlannedTask], facts: Facts) -> Iterator[Note]:
    if facts.year is None:
        return
    first = min(facts.year, facts.issued_on.year) if facts.issued_on else facts.year
    for task in tasks:
        day = task.deadline.last_day
        if day and not first <= day.year <= facts.year + _WIDEST:
            named = (("timeframe", task.timeframe or ""), ("year", str(facts.year)))
            yield Note("year_misfit", named, task.place)
