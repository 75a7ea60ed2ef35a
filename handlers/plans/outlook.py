"""What each row of a plan will do once confirmed, or does already."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handlers.inherited import list_reporting_rules
from handlers.plans.due_days import name_units
from handlers.plans.foreseen_offices import foresee_offices
from handlers.plans.occurrences import list_occurrences
from handlers.plans.scopes import find_state
from handlers.plans.values import DueOutlook, ImportReport, OfficeOutlook, RowOutlook
from handlers.plans.versions import compare, find_replaced, settle
from knowledge.assignees import propose_assignees
from knowledge.calendar import Calendar, find_forecasts
from knowledge.corrections import find_corrected, write_field
from knowledge.plan import Plan, PlannedTask
from knowledge.treatments import find_task_treatment
from storage.values import (
    DueDay,
    DueKind,
    DueState,
    NewTask,
    PlanState,
    ReportingRule,
    StoredPlan,
    StoredTask,
)
from storage.values import Treatment as Decided
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored beside a plan: its due days, offices and decisions by task id, and rules."""

    held: Mapping[int, Sequence[DueDay]] | None = None  # of a confirmed plan
    offices: Mapping[int, tuple[OfficeOutlook, ...]] = field(default_factory=dict)
    decided: Mapping[int, Decided] = field(default_factory=dict)
    rules: Sequence[ReportingRule] = ()


def foresee(
    plan: Plan,
    tasks: Sequence[NewTask | StoredTask],
    *,
    place: str | None,
    today: dt.date,
    calendar: Calendar,
    known: Known | None = None,
) -> ImportReport:
    """Say what a plan's tasks will do, or do already; `known` where the plan is stored."""
    known = known or Known()
    units = name_units([each.task for each in tasks])
    rows = tuple(
        _foresee_row(RowOutlook(row, each.task, tuple(_corrected(each))), each, plan, known, today)
        for row, each in enumerate(tasks, 1)
    )
    rows = tuple(
        row if row.offices else replace(row, offices=_propose(row.task, units, place))
        for row in rows
    )
    plan = replace(plan, tasks=tuple(each.task for each in tasks))
    days = [due.last_day for row in rows for due in row.due if due.last_day >= today]
    return ImportReport(plan, rows, warnings=(*plan.warnings, *find_forecasts(days, calendar)))


def _foresee_row(
    row: RowOutlook, each: NewTask | StoredTask, plan: Plan, known: Known, today: dt.date
) -> RowOutlook:
    task_id = each.id or 0
    decided = known.decided.get(task_id)
    occurrences = list_occurrences(
        each.task, plan, known.rules, rule_id=decided.rule_id if decided else None
    )
    days = {day.last_day for day in occurrences if day.kind is not DueKind.LINE}
    held = None if known.held is None else known.held.get(task_id, ())
    due = tuple(_due(days, today) if held is None else _held_due(held))
    return replace(
        row,
        due=due,
        offices=known.offices.get(task_id, ()),
        treatment=None if days else find_task_treatment(each.task),
        decided=decided,
    )


def _propose(
    task: PlannedTask, units: Sequence[str], place: str | None
) -> tuple[OfficeOutlook, ...]:
    proposed = propose_assignees(task, units, place=place)
    return tuple(OfficeOutlook(each.name, each.is_group) for each in proposed)


def _corrected(each: NewTask | StoredTask) -> Iterator[tuple[str, str]]:
    if each.as_read:
        for field in find_corrected(each.as_read, each.task):
            yield field, write_field(each.as_read, field)


def _due(days: Collection[dt.date], today: dt.date) -> Iterator[DueOutlook]:
    yield from (DueOutlook(day, find_state(day, today)) for day in sorted(days))


def _held_due(held: Sequence[DueDay]) -> Iterator[DueOutlook]:
    states: dict[dt.date, set[DueState]] = {}
    for due in held:
        if due.kind is not DueKind.LINE:
            states.setdefault(due.last_day, set()).add(due.state)
    for day, found in sorted(states.items()):
        live = found - {DueState.CANCELLED}
        if live:
            yield DueOutlook(day, DueState.OPEN if len(live) > 1 else live.pop())


async def foresee_stored(
    work: Work,
    plan: StoredPlan,
    *,
    today: dt.date,
    calendar: Calendar,
    is_compared: bool = True,
) -> ImportReport:
    """Say what a stored plan's rows will do and what it replaces; or do, where it is confirmed.

    What it changes in the plan that it replaces is left out where nobody asks: 400 rows take a
    second to compare.
    """
    old = await find_replaced(work, plan)
    tasks = await settle(work, plan, old)
    known = await _look_up(work, plan, tasks, today)
    report = foresee(
        plan.facts, tasks, place=plan.locality, today=today, calendar=calendar, known=known
    )
    replacement = await compare(work, old, tasks) if old and is_compared else None
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


async def _look_up(
    work: Work, plan: StoredPlan, tasks: Sequence[StoredTask], today: dt.date
) -> Known:
    ids = [task.id for task in tasks]
    return Known(
        held=None if plan.state is PlanState.DRAFT else await _held(work, plan),
        offices=await foresee_offices(work, plan, tasks, today=today),
        decided=await work.treatments.of_tasks(ids),
        rules=await list_reporting_rules(work, plan.locality_id),
    )


async def _held(work: Work, plan: StoredPlan) -> dict[int, list[DueDay]]:
    held: dict[int, list[DueDay]] = {}
    for due in await work.due_days.of_plan(plan.id):
        if due.locality_id == plan.locality_id:
            held.setdefault(due.task_id, []).append(due)
    return held
