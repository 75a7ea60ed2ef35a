"""Make planned tasks from what tables and prose say."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from knowledge.dates import find_timeframe, parse_deadline
from knowledge.parsing.headers import Role
from knowledge.parsing.prose import ProseTask
from knowledge.parsing.references import find_references
from knowledge.parsing.sections import Path, labels, titles
from knowledge.parsing.tables import GroupedRow
from knowledge.parsing.targets import find_targets
from knowledge.parsing.units import split_units, starts_unit
from knowledge.parsing.verbs import INNER_VERB
from knowledge.plan import UNSPECIFIED, Deadline, Note, PlannedTask
from knowledge.text import clean

_LONGEST_UNIT = 110  # characters


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a task: the sections it stands in, the plan's year and its own day."""

    path: Path
    year: int | None
    issued_on: dt.date | None = None


def build_row_task(row: GroupedRow, setting: Setting) -> PlannedTask:
    """Build the task of a table's row."""
    record = row.record
    content = clean(record.text(Role.CONTENT))
    timeframe, doubts = _timeframe(row, content)
    deliverable = clean(record.text(Role.DELIVERABLE)) or None
    return PlannedTask(
        section=(*labels(setting.path), *labels(row.groups)),
        section_title=titles(row.groups) or titles(setting.path[-1:]),
        number=record.number.label if record.number else None,
        content=content,
        place=record.place,
        lead=split_units(record.text(Role.LEAD)),
        supporting=split_units(record.text(Role.SUPPORTING)),
        timeframe=timeframe,
        deadline=read_deadline(timeframe, setting.year, setting.issued_on),
        deliverable=deliverable,
        targets=find_targets(content, deliverable),
        references=find_references(content, deliverable),
        doubts=doubts,
    )


@lru_cache(maxsize=1_024)
def read_deadline(
    timeframe: str | None, year: int | None, issued_on: dt.date | None = None
) -> Deadline:
    """Return what a timeframe means in a plan of that year, issued on that day."""
    if not timeframe:
        return UNSPECIFIED
    return parse_deadline(timeframe, year=year, issued_on=issued_on)


def _timeframe(row: GroupedRow, content: str) -> tuple[str | None, tuple[Note, ...]]:
    """Return the row's own timeframe, else one that its content states."""
    written = clean(row.record.text(Role.TIMEFRAME))
    if written:
        return written, row.doubts
    within = find_timeframe(content)
    if within is None:
        return None, row.doubts
    return within, (*row.doubts, Note("timeframe_in_content"))


def build_prose_task(
    task: ProseTask, year: int | None, issued_on: dt.date | None = None
) -> PlannedTask:
    """Build the task of running text; what its labelled lines say comes before the sentence."""
    given, duty = task.given, task.duty
    timeframe = given.get(Role.TIMEFRAME) or duty.timeframe
    number = task.number.label if task.number else None
    own = labels(task.path)[-1:] == (number,)
    return PlannedTask(
        section=labels(task.path) if own or not number else (*labels(task.path), number),
        section_title=titles(task.path[-1:]),
        number=number,
        content=duty.content,
        place=task.place,
        lead=_units(given.get(Role.LEAD)) or duty.lead,
        supporting=_units(given.get(Role.SUPPORTING)) or duty.supporting,
        timeframe=timeframe,
        deadline=read_deadline(timeframe, year, issued_on),
        deliverable=given.get(Role.DELIVERABLE),
        targets=find_targets(duty.content),
        references=find_references(duty.content),
    )


def _units(text: str | None) -> tuple[str, ...]:
    """Return the units of a labelled line; where it tells what each does, the names alone."""
    units = split_units(text)
    if all(len(unit) <= _LONGEST_UNIT for unit in units):
        return units
    names = (INNER_VERB.split(unit, maxsplit=1)[0].strip(" ,") for unit in units)
    return tuple(dict.fromkeys(name for name in names if starts_unit(name)))
