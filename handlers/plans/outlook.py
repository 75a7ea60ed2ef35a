"""What each row of a plan will do once confirmed, or does already."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handlers.plans.due_days import find_state, name_units
from handlers.plans.values import DueOutlook, ImportReport, RowOutlook
from handlers.plans.versions import compare, find_replaced, settle
from knowledge.assignees import propose_assignees
from knowledge.calendar import Calendar, find_forecasts
from knowledge.corrections import find_corrected, write_field
from knowledge.due_days import find_due_days
from knowledge.plan import Plan
from knowledge.treatments import find_task_treatment
from storage.values import DueDay, DueState, NewTask, PlanState, StoredPlan, StoredTask
from storage.work import Work


def foresee(
    plan: Plan,
    tasks: Sequence[NewTask | StoredTask],
    *,
    place: str | None,
    today: dt.date,
    calendar: Calendar,
    held: Mapping[int, Sequence[DueDay]] | None = None,
) -> ImportReport:
    """Say what a plan's tasks will do; `held` are the due days of a confirmed plan by task id."""
    units = name_units([each.task for each in tasks])
    rows = tuple(
        RowOutlook(
            row=row,
            task=each.task,
            corrected=tuple(_corrected(each)),
            due=tuple(_due(each, today, held)),
            assignees=propose_assignees(each.task, units, place=place),
            treatment=None if find_due_days(each.task) else find_task_treatment(each.task),
        )
        for row, each in enumerate(tasks, 1)
    )
    plan = replace(plan, tasks=tuple(each.task for each in tasks))
    days = [due.last_day for row in rows for due in row.due if due.last_day >= today]
    return ImportReport(plan, rows, warnings=(*plan.warnings, *find_forecasts(days, calendar)))


def _corrected(each: NewTask | StoredTask) -> Iterator[tuple[str, str]]:
    if each.as_read:
        for field in find_corrected(each.as_read, each.task):
            yield field, write_field(each.as_read, field)


def _due(
    each: NewTask | StoredTask, today: dt.date, held: Mapping[int, Sequence[DueDay]] | None
) -> Iterator[DueOutlook]:
    if held is None:
        days = sorted({day.last_day for day in find_due_days(each.task)})
        yield from (DueOutlook(day, find_state(day, today)) for day in days)
        return
    states: dict[dt.date, set[DueState]] = {}
    for due in held.get(each.id or 0, ()):
        states.setdefault(due.last_day, set()).add(due.state)
    for day, found in sorted(states.items()):
        live = found - {DueState.CANCELLED}
        if live:
            yield DueOutlook(day, DueState.OPEN if len(live) > 1 else live.pop())


async def foresee_stored(
    work: Work, plan: StoredPlan, *, today: dt.date, calendar: Calendar
) -> ImportReport:
    """Say what a stored plan's rows will do and what it replaces; or do, where it is confirmed."""
    old = await find_replaced(work, plan)
    tasks = await settle(work, plan, old)
    held = None if plan.state is PlanState.DRAFT else await _held(work, plan)
    report = foresee(
        plan.facts, tasks, place=plan.locality, today=today, calendar=calendar, held=held
    )
    replacement = await compare(work, old, tasks) if old else None
    if report.is_guide:
        paragraphs = tuple(await work.plans.paragraphs(plan.id))
        facts = replace(report.plan, paragraphs=paragraphs, locality=plan.locality)
        report = replace(report, plan=facts)
    return replace(
        report,
        plan_id=plan.id,
        state=plan.state,
        replacement=replacement,
        is_public=plan.is_public,
    )


async def _held(work: Work, plan: StoredPlan) -> dict[int, list[DueDay]]:
    held: dict[int, list[DueDay]] = {}
    for due in await work.due_days.of_plan(plan.id):
        held.setdefault(due.task_id, []).append(due)
    return held
