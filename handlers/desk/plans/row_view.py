"""A row of a plan as its page shows it: what it says, means, leaves in doubt; who changed it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.desk.plans.history import Edited, list_edits
from handlers.desk.plans.listing import is_undated, is_unheld
from handlers.desk.visitor import Visitor
from handlers.plans.notes import word_note
from handlers.plans.values import RowOutlook
from handlers.plans.wording import word_row
from handlers.sources import describe_place
from knowledge.corrections import FIELDS, write_field
from knowledge.plan import Note, PlannedTask
from knowledge.text import fold
from storage.values import StoredPlan
from storage.work import Work

LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is odd about a row; a cell may be offered the value of the row above it."""

    text: str
    field: str = ""
    offered: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a plan; `cells` are (field, value), `says` what it means on the calendar."""

    row: int
    place: str
    cells: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]
    says: tuple[str, ...]
    scanned: tuple[str, ...]
    offices: tuple[str, ...]
    holders: tuple[str, ...]
    treatment: str
    is_undated: bool
    is_unheld: bool
    corrected: tuple[str, ...]
    history: tuple[Edited, ...]

    def get(self, field: str) -> str:
        """Give a cell's value."""
        return dict(self.cells)[field]


async def build_rows(
    work: Work,
    visitor: Visitor,
    plan: StoredPlan,
    rows: Sequence[RowOutlook],
    *,
    today: dt.date,
) -> list[RowView]:
    """Say rows of a plan, with who holds their offices and who has corrected them."""
    is_own = plan.locality_id == visitor.place.id
    edits = await list_edits(work, plan.id, today=today) if is_own and rows else {}
    holders = await _name_holders(work, visitor, today) if is_own and rows else {}
    return [_build_row(row, edits.get(row.row, ()), holders, is_own=is_own) for row in rows]


async def _name_holders(
    work: Work, visitor: Visitor, today: dt.date
) -> Mapping[str, Sequence[str]]:
    """Name who holds each office of the place, by the office's folded name."""
    held = await work.people.holders(on=today, locality_id=visitor.place.id)
    named: dict[str, list[str]] = defaultdict(list)
    for office in await work.offices.list_all(visitor.place.id, on=today):
        for holder in held.get(office.id, ()):
            named[fold(office.name)].append(holder.person.name)
    return named


def _build_row(
    row: RowOutlook,
    history: Sequence[Edited],
    holders: Mapping[str, Sequence[str]],
    *,
    is_own: bool,
) -> RowView:
    task, offices = row.task, [office.name for office in row.offices]
    held_by = dict.fromkeys(name for each in offices for name in holders.get(fold(each), ()))
    return RowView(
        row=row.row,
        place=". ".join(filter(None, (describe_place(task), task.section_title))),
        cells=tuple((field, write_field(task, field)) for field in FIELDS),
        doubts=tuple(map(_word_doubt, task.doubts)) if is_own else (),
        says=tuple(word_row(replace(row, corrected=()), LANGUAGE)) if is_own else (),
        scanned=tuple(_list_scanned(task)),
        offices=tuple(offices),
        holders=tuple(held_by),
        treatment=row.treatment.value if row.treatment else "",
        is_undated=is_undated(row),
        is_unheld=is_own and is_unheld(row),
        corrected=tuple(field for field, _ in row.corrected),
        history=tuple(history),
    )


def _word_doubt(doubt: Note) -> Doubt:
    facts = dict(doubt.facts)
    field, offered = facts.get("field", ""), facts.get("inferred", "")
    return Doubt(word_note(doubt, LANGUAGE), field, offered if field in FIELDS else "")


def _list_scanned(task: PlannedTask) -> Iterator[str]:
    """Give what a scan says letter by letter, where a machine has mended it."""
    for doubt in task.doubts:
        yield from (value for name, value in doubt.facts if name == "raw")
