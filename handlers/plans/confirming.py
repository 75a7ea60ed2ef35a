"""Confirming a draft: from then on it answers and nudges, and what it replaces no longer does."""

import datetime as dt
from dataclasses import replace

from handlers.errors import HandlerError
from handlers.library.scopes import Library
from handlers.plans.due_days import drop_due_days, name_units, plan_due_days
from handlers.plans.notices import withdraw_notices
from handlers.plans.rows import LateRows, build_row, write_row
from handlers.plans.taking_over import take_over
from handlers.plans.values import Confirmation
from handlers.plans.versions import find_replaced, replace_plan, settle
from handlers.plans.waiting import number, pick_unassigned
from handlers.texts.forms import local_day
from storage.database import Database
from storage.errors import Conflict
from storage.values import (
    LIVE,
    CancelReason,
    DueKind,
    DueState,
    NewTask,
    PlanState,
    StoredPlan,
    StoredTask,
)
from storage.work import Work


async def get_plan(work: Work, plan_id: int) -> StoredPlan:
    """Give a plan as it is now, kept from changing; raise `HandlerError("plan_unknown")`."""
    plan = await work.plans.hold(plan_id)
    if plan is None:
        raise HandlerError("plan_unknown", plan=plan_id)
    return plan


async def prepare(database: Database, library: Library, plan_id: int) -> LateRows:
    """Embed what was corrected in the old plan since the draft was read: a few rows, if any."""
    async with database.read() as work:
        plan = await work.plans.find(plan_id)
        late = await _find_late(work, plan) if plan else []
    passages = {row: await build_row(library, plan, row, row.task) for _, row in late if plan}
    return LateRows(passages, library.embedder_name)


async def _find_late(work: Work, plan: StoredPlan) -> list[tuple[StoredTask, StoredTask]]:
    """Give the rows that are not yet as they will be confirmed, as stored and as settled."""
    settled = await settle(work, plan, await find_replaced(work, plan))
    pairs = zip(await work.plans.tasks(plan.id), settled, strict=True)
    return [(stored, row) for stored, row in pairs if stored != row]


async def confirm_plan(
    work: Work, plan_id: int, *, late: LateRows, now: dt.datetime
) -> Confirmation:
    """Let a draft answer and nudge; its days that are over are kept as past.

    What takes the place of a public plan is public too.

    Raise `HandlerError`: `plan_unknown`, `plan_not_draft`, `plan_superseded`; `Conflict` if
    something was corrected since it was prepared.
    """
    plan = await get_plan(work, plan_id)
    _refuse_unless_draft(plan)
    old = await find_replaced(work, plan)
    cancelled = 0
    if old:
        await _write_late(work, plan, late)
        dropped = await replace_plan(work, old, plan)
        cancelled = await drop_due_days(work, dropped, now=now)
    await work.plans.confirm(plan_id, now=now)
    await withdraw_notices(work, plan_id)
    tasks = await work.plans.tasks(plan_id)
    planned = await plan_due_days(
        work,
        plan,
        tasks,
        units=name_units([stored.task for stored in tasks]),
        reason=CancelReason.REPLACED,
        now=now,
    )
    await work.localities.bump_index(plan.locality_id)
    is_public = await _inherit_audience(work, plan, old)
    counted = await _count(work, plan, today=local_day(now))
    return replace(
        counted,
        replaced=old.id if old else None,
        cancelled_days=planned.cancelled + cancelled,
        is_guide=not tasks,
        is_public=is_public,
    )


async def _inherit_audience(work: Work, plan: StoredPlan, old: StoredPlan | None) -> bool:
    """Make a plan public whose forerunner was; tell whether it is public now."""
    if old and old.is_public:
        await work.plans.publish(plan.id, is_public=True)
    return plan.is_public or (old is not None and old.is_public)


async def _write_late(work: Work, plan: StoredPlan, late: LateRows) -> None:
    for stored, row in await _find_late(work, plan):
        if row not in late.passages:
            raise Conflict("conflict")
        new = NewTask(row.task, row.as_read)
        await write_row(work, stored, new, late.passages[row], embedder=late.embedder)


def _refuse_unless_draft(plan: StoredPlan) -> None:
    if plan.state is PlanState.CONFIRMED:
        raise HandlerError("plan_not_draft", plan=plan.id)
    if plan.state is PlanState.SUPERSEDED:
        raise HandlerError("plan_superseded", plan=plan.id)


async def _count(work: Work, plan: StoredPlan, *, today: dt.date) -> Confirmation:
    places = {place.id: place for place in await work.localities.list_all()}
    due_days = await work.due_days.of_plan(plan.id)
    own = [due for due in due_days if due.locality_id == plan.locality_id]
    open_days = [due for due in own if due.state in LIVE]
    lines = sum(due.kind is DueKind.LINE for due in open_days)
    past = [due for due in own if due.state is DueState.PAST]
    below = [due for due in due_days if due.locality_id != plan.locality_id]
    return Confirmation(
        plan_id=plan.id,
        open_days=len(open_days) - lines,
        past=tuple(await number(work, past)),
        unassigned=len(await pick_unassigned(work, plan.locality_id, open_days, today=today)),
        lines=lines,
        below_days=sum(due.state in LIVE for due in below),
        taken_over=await take_over(work, plan, places[plan.locality_id], today=today),
    )
