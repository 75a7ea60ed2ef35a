"""What waits for a clerk: rows without a day, days without an officer, days that were over."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from handlers.plans.due_days import list_work
from handlers.plans.occurrences import find_year
from handlers.plans.scopes import list_days, open_scope
from handlers.plans.values import ListedDay
from knowledge.plan import Plan, PlannedTask
from knowledge.treatments import Treatment, find_task_treatment
from storage.values import LIVE, DueDay, DueKind, DueState, Locality
from storage.values import Treatment as Decided
from storage.work import Work


@dataclass(frozen=True, slots=True)
class UndatedRow:
    """A row that no day follows from, what is done about it, and what was decided."""

    plan_id: int
    row: int
    plan: Plan
    task: PlannedTask
    treatment: Treatment
    decided: Decided | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a clerk can give it a day: a rule, another plan's number, or its time."""
        if self.treatment is Treatment.SEPARATE_PLAN:
            return self.decided is None or not (self.decided.number or self.decided.plan_id)
        return self.treatment in (Treatment.REPORTING_RULE, Treatment.ASK_CLERK)


async def list_undated(
    work: Work, place: Locality, *, today: dt.date | None = None
) -> Sequence[UndatedRow]:
    """List the rows of plans in force that no day follows from in a place.

    With a day, plans of years that are over by then are left out.
    """
    day = today or dt.date.min
    found = []
    for each in await list_work(work, place, today=day):
        if (find_year(each.plan.facts) or day.year) < day.year:
            continue
        scope = await open_scope(work, place, each.tasks, day)
        for stored in each.tasks:
            is_dated = any(d.kind is not DueKind.LINE for d in list_days(scope, each.plan, stored))
            treatment = None if is_dated else find_task_treatment(stored.task)
            if treatment:
                facts = (each.plan.id, stored.position + 1, each.plan.facts, stored.task)
                found.append(UndatedRow(*facts, treatment, scope.treatments.get(stored.id)))
    return found


async def list_unassigned(work: Work, place: Locality, *, today: dt.date) -> Sequence[ListedDay]:
    """List the work of a place that nobody answers for, the first open day of each."""
    due_days = await work.due_days.of_place(place.id, LIVE)
    found = await pick_unassigned(work, place.id, due_days, today=today)
    listed = await number(work, [days[0] for days in found])
    return [replace(each, more=len(days) - 1) for each, days in zip(listed, found, strict=True)]


async def pick_unassigned(
    work: Work, locality_id: int, due_days: Iterable[DueDay], *, today: dt.date
) -> Sequence[Sequence[DueDay]]:
    """Pick open days that nobody answers for: no office, one not held, or a bare group.

    The days of one task for one office are one piece of work.
    """
    held = await find_held(work, locality_id, today=today)
    found: dict[tuple[int, int | None], list[DueDay]] = {}
    for due in due_days:
        if due.state in LIVE and due.office_id not in held:
            found.setdefault((due.task_id, due.office_id), []).append(due)
    return list(found.values())


async def find_held(work: Work, locality_id: int, *, today: dt.date) -> Collection[int]:
    """Find the offices of a place that somebody holds; a group is held by nobody as such."""
    holders = await work.people.holders(on=today, locality_id=locality_id)
    groups = {each.id for each in await work.offices.list_all(locality_id) if each.is_group}
    return holders.keys() - groups


async def list_past(work: Work, place: Locality) -> Sequence[ListedDay]:
    """List a place's days that were over before they became known."""
    return await number(work, await work.due_days.of_place(place.id, {DueState.PAST}))


async def number(work: Work, due_days: Sequence[DueDay]) -> Sequence[ListedDay]:
    """Give each due day the number of its row in its plan."""
    plans = {due.plan_id for due in due_days if due.plan_id is not None}
    rows = {task.id: task.position + 1 for id_ in plans for task in await work.plans.tasks(id_)}
    return [ListedDay(due, rows.get(due.task_id, 0)) for due in due_days]
