"""Due days of a plan's tasks: made at confirmation, kept, cancelled or added when tasks change."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from handlers.texts.forms import local_day
from knowledge.assignees import Assignee, propose_assignees
from knowledge.due_days import DueDay, find_due_days
from knowledge.plan import PlannedTask
from storage.values import CancelReason, DueState, NewDueDay, StoredPlan, StoredTask
from storage.values import DueDay as StoredDueDay
from storage.work import Work

Key = tuple[int, int | None, dt.date]


@dataclass(frozen=True, slots=True)
class Planned:
    """The due days that hold now and are not done, which of them are a group's, how many went."""

    holding: tuple[NewDueDay, ...] = ()
    open_of_groups: int = 0
    cancelled: int = 0


def name_units(tasks: Sequence[PlannedTask]) -> list[str]:
    """List the units that tasks name, in order."""
    return list(dict.fromkeys(unit for t in tasks for unit in (*t.lead, *t.supporting)))


async def plan_due_days(
    work: Work,
    plan: StoredPlan,
    tasks: Sequence[StoredTask],
    *,
    units: Sequence[str],
    reason: CancelReason,
    now: dt.datetime,
) -> Planned:
    """Bring the due days of tasks to what the tasks say; those that hold already stay untouched."""
    today = local_day(now)
    named = [
        (task, propose_assignees(task.task, units, place=plan.locality))
        for task in tasks
        if find_due_days(task.task)
    ]
    assignees = [each for _, several in named for each in several]
    offices = await _offices(work, plan, assignees, today)
    wanted: dict[Key, NewDueDay] = {}
    of_groups: set[Key] = set()
    for task, several in named:
        for day, assignee in product(find_due_days(task.task), several or (None,)):
            due = _due_day(task, day, offices[assignee], today)
            wanted[_key(due)] = due
            if assignee and assignee.is_group:
                of_groups.add(_key(due))
    held = {_key(due): due for due in await work.due_days.of_tasks([t.id for t in tasks])}
    _leave_out_done(wanted, held)
    cancelled = await _cancel(work, [held[k] for k in held if k not in wanted], reason, now)
    await _hold(work, plan, wanted, held)
    holding = {key: due for key, due in wanted.items() if not _is_done(held.get(key))}
    open_of_groups = [k for k in of_groups & holding.keys() if holding[k].state is DueState.OPEN]
    return Planned(tuple(holding.values()), len(open_of_groups), cancelled)


def _leave_out_done(wanted: dict[Key, NewDueDay], held: dict[Key, StoredDueDay]) -> None:
    """Take out days that an office has done which the task no longer names: done stays done."""
    done = {(k[0], k[2]) for k in held.keys() - wanted.keys() if _is_done(held[k])}
    for key in [k for k in wanted.keys() - held.keys() if (k[0], k[2]) in done]:
        del wanted[key]


async def _offices(
    work: Work, plan: StoredPlan, assignees: Iterable[Assignee], today: dt.date
) -> dict[Assignee | None, int | None]:
    """Find or make the office of each assignee, or what has followed it; nobody has none."""
    offices: dict[Assignee | None, int | None] = {None: None}
    for assignee in dict.fromkeys(assignees):
        office = await work.offices.ensure(
            plan.locality_id, assignee.name, on=today, is_group=assignee.is_group
        )
        offices[assignee] = office.id
    return offices


def _due_day(stored: StoredTask, day: DueDay, office_id: int | None, today: dt.date) -> NewDueDay:
    return NewDueDay(
        task_id=stored.id,
        office_id=office_id,
        label=day.label,
        last_day=day.last_day,
        state=find_state(day.last_day, today),
        known_since=today,
    )


def find_state(last_day: dt.date, today: dt.date) -> DueState:
    """Tell whether a day that becomes known today is open or over already."""
    return DueState.PAST if last_day < today else DueState.OPEN


async def _cancel(
    work: Work, lost: Sequence[StoredDueDay], reason: CancelReason, now: dt.datetime
) -> int:
    await work.due_days.cancel([due.id for due in lost], reason, now=now)
    return sum(due.state is DueState.OPEN for due in lost)


async def _hold(
    work: Work, plan: StoredPlan, wanted: dict[Key, NewDueDay], held: dict[Key, StoredDueDay]
) -> None:
    for key in wanted.keys() & held.keys():
        if held[key].state is DueState.CANCELLED:
            await work.due_days.renew(held[key].id, wanted[key].state)
    new = [due for key, due in wanted.items() if key not in held]
    await work.due_days.add(new, locality_id=plan.locality_id)


def _is_done(due: StoredDueDay | None) -> bool:
    return due is not None and due.state is DueState.DONE


def _key(due: NewDueDay | StoredDueDay) -> Key:
    return due.task_id, due.office_id, due.last_day


async def drop_due_days(work: Work, tasks: Sequence[StoredTask], *, now: dt.datetime) -> int:
    """Cancel the due days of tasks that a new version has dropped; return how many were open."""
    held = await work.due_days.of_tasks([task.id for task in tasks])
    return await _cancel(work, held, CancelReason.REPLACED, now)
