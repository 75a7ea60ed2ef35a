"""Correcting a row of a plan, before confirmation and after."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.errors import HandlerError
from handlers.plans.confirming import get_plan
from handlers.plans.due_days import plan_row
from handlers.plans.rows import write_row
from handlers.plans.values import Fix
from handlers.plans.versions import find_replaced, settle
from handlers.texts import LANGUAGES, say
from knowledge.corrections import DOUBTS, FIELDS, correct, has_changed, write_field
from knowledge.due_days import find_due_days
from knowledge.errors import KnowledgeError
from knowledge.plan import PlannedTask
from knowledge.text import fold
from storage.errors import Conflict
from storage.values import (
    CancelReason,
    Correction,
    NewPassage,
    NewTask,
    PlanState,
    StoredPlan,
    StoredTask,
)
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a stored plan, the plan it stands in, and the row as its report shows it."""

    plan: StoredPlan
    stored: StoredTask
    shown: StoredTask


def read_changes(texts: Sequence[str]) -> dict[str, str]:
    """Read "field=value" texts; a field by its code or its name in either language.

    Raise `KnowledgeError("change_malformed")`.
    """
    changes = {}
    for text in texts:
        field, equals, value = text.partition("=")
        if not equals or not field.strip():
            raise KnowledgeError("change_malformed", text=text)
        changes[_find_field(field)] = value
    return changes


def _find_field(typed: str) -> str:
    """Give the code of a field named in part ("chủ trì"), else what was typed."""
    wanted = fold(typed).strip()
    named = (
        code
        for code in FIELDS
        for language in LANGUAGES
        if fold(say(f"field_{code}", language)).endswith(wanted)
    )
    return wanted if wanted in FIELDS else next(named, wanted)


async def find_row(work: Work, plan_id: int, row: int) -> Row:
    """Find a row by its number in the report, from 1; raise `HandlerError`."""
    plan = await work.plans.find(plan_id)
    if plan is None:
        raise HandlerError("plan_unknown", plan=plan_id)
    if plan.state is PlanState.SUPERSEDED:
        raise HandlerError("plan_superseded", plan=plan_id)
    tasks = await work.plans.tasks(plan_id)
    if not 0 < row <= len(tasks):
        raise HandlerError("row_unknown", plan=plan_id, row=row, count=len(tasks))
    shown = await settle(work, plan, await find_replaced(work, plan))
    return Row(plan, tasks[row - 1], shown[row - 1])


def correct_row(row: Row, changes: dict[str, str]) -> PlannedTask:
    """Give the row's task as corrected; raise `KnowledgeError`."""
    task = row.shown.task
    for field, value in changes.items():
        task = correct(task, field, value, plan=row.plan.facts)
    return task


def undo_row(row: Row) -> PlannedTask:
    """Give the row's task as it was read; raise `HandlerError("nothing_to_undo")`."""
    if row.shown.as_read is None:
        raise HandlerError("nothing_to_undo", plan=row.plan.id, row=row.stored.position + 1)
    return row.shown.as_read


async def put_right(
    work: Work,
    row: Row,
    task: PlannedTask,
    passages: Sequence[NewPassage],
    *,
    embedder: str | None,
    actor: str,
    now: dt.datetime,
) -> Fix:
    """Store a row's corrected task with its passages, its audit and, if it holds, its due days."""
    plan = await get_plan(work, row.plan.id)
    if plan.state is not row.plan.state:
        raise Conflict("conflict")
    stored = row.stored
    corrections = tuple(_corrections(row.shown, task, actor, now))
    as_read = stored.as_read or stored.task
    new = NewTask(task, as_read if has_changed(as_read, task) else None)
    await write_row(work, stored, new, passages, embedder=embedder, corrections=corrections)
    cancelled = 0
    if plan.state is PlanState.CONFIRMED:
        corrected, reason = replace(stored, task=task), CancelReason.CORRECTED
        planned = await plan_row(work, plan, corrected, reason=reason, now=now)
        cancelled = planned.cancelled
        await work.localities.bump_index(plan.locality_id)
    days = tuple(due.last_day for due in find_due_days(task))
    return Fix(plan.id, stored.position + 1, corrections, days, cancelled)


def _corrections(
    stored: StoredTask, task: PlannedTask, actor: str, now: dt.datetime
) -> Iterator[Correction]:
    is_corrected = False
    for field in FIELDS:
        old, new = write_field(stored.task, field), write_field(task, field)
        if old != new:
            is_corrected = True
            yield Correction(stored.id, field, old, new, actor, now)
    if not is_corrected and stored.task.doubts != task.doubts:
        yield note_doubts(stored, task, actor=actor, now=now)


def note_doubts(
    stored: StoredTask, task: PlannedTask, *, actor: str, now: dt.datetime
) -> Correction:
    """Note which doubts about a row were settled, or are doubts again."""
    old, new = ("; ".join(doubt.code for doubt in t.doubts) for t in (stored.task, task))
    return Correction(stored.id, DOUBTS, old, new, actor, now)
