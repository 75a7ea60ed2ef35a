"""What a clerk does with single rows at the desk: correct a cell, accept, take back."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.desk.overtaken import Overtaken
from handlers.desk.plans.history import find_last_edit, name_actor
from handlers.desk.plans.listing import find_own_plan
from handlers.desk.visitor import Power, Visitor
from handlers.library.scopes import Library
from handlers.plans.confirming import get_plan
from handlers.plans.fixing import Row, correct_row, find_row, note_doubts, put_right, undo_row
from handlers.plans.rows import build_row
from handlers.plans.values import Fix
from handlers.texts.forms import local_day
from knowledge.corrections import settle_doubts, write_field
from knowledge.plan import PlannedTask
from knowledge.text import clean
from storage.errors import Conflict
from storage.values import NewPassage, NewTask, PlanState
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Edit:
    """A row as it will say; `field` and `value` are what was typed, if a cell was."""

    row: Row
    task: PlannedTask
    field: str = ""
    value: str = ""
    passages: Sequence[NewPassage] = ()
    embedder: str | None = None


async def find_edit(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    row: int,
    field: str,
    value: str,
    *,
    seen: str | None,
    now: dt.datetime,
) -> Edit:
    """Find the row of which a cell is to say something else.

    `seen` is what the cell said when it was read, None to save over whatever it says. Raise
    `Overtaken`, `HandlerError`, `KnowledgeError`.
    """
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, plan_id)
    found = await find_row(work, plan_id, row)
    task, wanted = correct_row(found, {field: value}), clean(value)
    if seen is not None and write_field(found.shown.task, field) not in (seen, wanted):
        raise await _tell_overtaken(work, found, field, wanted, now)
    return Edit(found, task, field, wanted)


async def find_undo(work: Work, visitor: Visitor, plan_id: int, row: int) -> Edit:
    """Find the row of which every correction is to be taken back."""
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, plan_id)
    found = await find_row(work, plan_id, row)
    return Edit(found, undo_row(found))


async def embed_edit(library: Library, edit: Edit) -> Edit:
    """Cut the row into passages with their vectors, outside any transaction."""
    passages = await build_row(library, edit.row.plan, edit.row.stored, edit.task)
    return replace(edit, passages=passages, embedder=library.embedder_name)


async def save_edit(work: Work, visitor: Visitor, edit: Edit, *, now: dt.datetime) -> Fix:
    """Store a row as corrected; raise `Overtaken` if somebody has changed it meanwhile."""
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, edit.row.plan.id)
    actor = name_actor(visitor)
    try:
        return await put_right(
            work, edit.row, edit.task, edit.passages, embedder=edit.embedder, actor=actor, now=now
        )
    except Conflict:
        found = await find_row(work, edit.row.plan.id, edit.row.stored.position + 1)
        raise await _tell_overtaken(work, found, edit.field, edit.value, now) from None


async def _tell_overtaken(
    work: Work, row: Row, field: str, value: str, now: dt.datetime
) -> Overtaken:
    last = await find_last_edit(work, row.plan.id, row.stored.id, field, today=local_day(now))
    name, at = last or ("", None)
    theirs = write_field(row.shown.task, field) if field else row.shown.task.content
    return Overtaken(name, at, theirs=theirs, mine=value)


async def accept_rows(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    rows: Sequence[int] | None = None,
    *,
    now: dt.datetime,
) -> int:
    """Settle the doubts about rows (all, where none are named) as read; return of how many."""
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, plan_id)
    plan = await get_plan(work, plan_id)
    accepted, actor = 0, name_actor(visitor)
    for stored in await work.plans.tasks(plan_id):
        is_named = rows is None or stored.position + 1 in rows
        if not is_named or not stored.task.doubts:
            continue
        task = settle_doubts(stored.task)
        new = NewTask(task, stored.as_read or stored.task)
        await work.revisions.correct(stored, new, [note_doubts(stored, task, actor=actor, now=now)])
        accepted += 1
    if accepted and plan.state is PlanState.CONFIRMED:
        await work.localities.bump_index(plan.locality_id)
    return accepted
