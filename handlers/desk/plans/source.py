"""The text of a plan's file as it was read, each piece with the rows that were read from it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers.desk.plans.listing import find_seen_plan
from handlers.desk.visitor import Power, Visitor
from knowledge.plan import Place
from storage.values import SourcePiece, StoredTask
from storage.work import Work

MOST_PIECES = 6000  # of which a browser lays out a page in a second; a plan has hundreds
_Key = tuple[str, int | None, int]  # what is counted, on which page or in which table, its number


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, or a row of a table; `rows` are the plan's rows that were read from it."""

    cells: tuple[str, ...]
    rows: tuple[int, ...]
    table: int | None = None
    page: int | None = None
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """What a file says; `is_kept` is False where it was read before texts were kept."""

    name: str
    lines: tuple[SourceLine, ...]
    is_kept: bool = True
    is_cut: bool = False


async def read_source(work: Work, visitor: Visitor, plan_id: int) -> SourceView:
    """Read the text of a plan's file; an internal one of a place above is not shown."""
    visitor.check(Power.VIEW_PLANS)
    plan = await find_seen_plan(work, visitor, plan_id)
    name = plan.facts.source
    if plan.locality_id != visitor.place.id and not plan.is_public:
        return SourceView(name, (), is_kept=False)
    tasks = await work.plans.tasks(plan_id)
    pieces = await work.plan_sources.find(plan_id, source=name)
    is_kept = bool(pieces)
    pieces = pieces or await _piece_together(work, plan_id, tasks)
    lines = tuple(_join(pieces[:MOST_PIECES], tasks))
    return SourceView(name, lines, is_kept, is_cut=len(pieces) > MOST_PIECES)


async def _piece_together(
    work: Work, plan_id: int, tasks: Sequence[StoredTask]
) -> tuple[SourcePiece, ...]:
    """Give what is stored of an older plan's text: its paragraphs and the rows as read."""
    paragraphs = [
        SourcePiece((each.text,), each.place) for each in await work.plans.paragraphs(plan_id)
    ]
    rows = []
    for stored in tasks:
        task = stored.as_read or stored.task
        facts = (*task.lead, *task.supporting, task.timeframe or "", task.deliverable or "")
        rows.append(SourcePiece((task.content, *filter(None, facts)), task.place, is_row=True))
    return (*paragraphs, *rows)


def _join(pieces: Sequence[SourcePiece], tasks: Sequence[StoredTask]) -> Iterator[SourceLine]:
    read_from = _index(tasks)
    for piece in pieces:
        rows = dict.fromkeys(row for key in _name(piece.place) for row in read_from.get(key, ()))
        at = piece.place
        yield SourceLine(piece.cells, tuple(rows), at.table, at.page, piece.is_row)


def _index(tasks: Sequence[StoredTask]) -> Mapping[_Key, Sequence[int]]:
    found: dict[_Key, list[int]] = defaultdict(list)
    for stored in tasks:
        for key in _name((stored.as_read or stored.task).place):
            found[key].append(stored.position + 1)
    return found


def _name(place: Place) -> Iterator[_Key]:
    """Name where a piece stands: by its lines, or by its row in a table or among paragraphs."""
    if place.first_line is not None:
        for line in range(place.first_line, (place.last_line or place.first_line) + 1):
            yield "line", place.page, line
    if place.row is not None:
        where = "row" if place.table is None else "table"
        yield where, place.page if place.table is None else place.table, place.row
