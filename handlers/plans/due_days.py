"""Due days of planned tasks, brought up to date whenever anything changes that they follow from."""

import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.plans.bringing import Planned, bring, cancel_open
from handlers.plans.scopes import Wanted, find_wanted, has_ended, open_scope, pick_tasks
from handlers.texts.forms import local_day
from knowledge.plan import PlannedTask
from storage.values import CancelReason, DueState, Locality, PlanState, StoredPlan, StoredTask
from storage.values import DueDay as StoredDueDay
from storage.work import Work

log = logging.getLogger(__name__)


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
    """Bring the due days of tasks, in every place, to what the tasks say.

    What holds already stays untouched. The plan's place is held before its days, as `replan` does.
    """
    await work.localities.hold(plan.locality_id)
    today = local_day(now)
    held = await work.due_days.of_tasks([task.id for task in tasks])
    planned = Planned()
    for place in await _find_places(work, plan, held, today):
        scope = await open_scope(work, place, tasks, today)
        wanted = await find_wanted(scope, plan, pick_tasks(place, plan, tasks), units)
        mine = [due for due in held if due.locality_id == place.id]
        planned += await bring(work, scope, wanted, mine, reason=reason, now=now)
    return planned


async def plan_row(
    work: Work, plan: StoredPlan, stored: StoredTask, *, reason: CancelReason, now: dt.datetime
) -> Planned:
    """Bring the due days of one task of a plan to what it says and what was decided on it."""
    units = name_units([each.task for each in await work.plans.tasks(plan.id)])
    return await plan_due_days(work, plan, [stored], units=units, reason=reason, now=now)


async def _find_places(
    work: Work, plan: StoredPlan, held: Sequence[StoredDueDay], today: dt.date
) -> Sequence[Locality]:
    """Find where a plan gives work, or did: its own place first, then those below."""
    below = await work.localities.descendants(plan.locality_id)
    wanted = {
        plan.locality_id,
        *(place.id for place in below if not has_ended(place, today)),
        *(due.locality_id for due in held),
    }
    places = [place for place in await work.localities.list_all() if place.id in wanted]
    return sorted(places, key=lambda place: place.id != plan.locality_id)


async def drop_due_days(work: Work, tasks: Sequence[StoredTask], *, now: dt.datetime) -> int:
    """Cancel the due days of tasks that a new version has dropped; return how many were open."""
    for place_id in sorted({task.locality_id for task in tasks}):
        await work.localities.hold(place_id)
    held = await work.due_days.of_tasks([task.id for task in tasks])
    return await cancel_open(work, held, CancelReason.REPLACED, now)


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A plan in force and what it gives a place to do; `units` are all that the plan names."""

    plan: StoredPlan
    tasks: Sequence[StoredTask]
    units: Sequence[str]


async def list_work(work: Work, place: Locality, *, today: dt.date) -> Sequence[PlannedWork]:
    """List what the plans in force of a place, and of those above it, give it to do."""
    above = [] if has_ended(place, today) else await work.localities.ancestors(place.id)
    ids = [place.id, *(each.id for each in above)]
    found = []
    for plan in await work.plans.list_all(state=PlanState.CONFIRMED, locality_ids=ids):
        tasks = await work.plans.tasks(plan.id)
        units = name_units([each.task for each in tasks])
        if given := pick_tasks(place, plan, tasks):
            found.append(PlannedWork(plan, given, units))
    return found


async def replan(
    work: Work,
    locality_id: int,
    *,
    now: dt.datetime,
    reason: CancelReason = CancelReason.REASSIGNED,
) -> Planned:
    """Bring a place's due days to what plans, rules, groups, choices and superiors say now.

    What is done stays; what was put off or is disputed keeps its state as long as its task, office
    and day are wanted.
    """
    await work.localities.hold(locality_id)
    places = {place.id: place for place in await work.localities.list_all()}
    today, place = local_day(now), places[locality_id]
    given = await list_work(work, place, today=today)
    scope = await open_scope(work, place, [task for each in given for task in each.tasks], today)
    wanted: Wanted = {}
    for each in given:
        wanted |= await find_wanted(scope, each.plan, each.tasks, each.units)
    held = await work.due_days.of_place(locality_id, frozenset(DueState))
    mine = [due for due in held if due.plan_id is not None]
    planned = await bring(work, scope, wanted, mine, reason=reason, now=now)
    if planned.cancelled:
        log.info("%d due days cancelled, %d added", planned.cancelled, planned.added)
    return planned


async def replan_below(
    work: Work,
    locality_id: int,
    *,
    now: dt.datetime,
    reason: CancelReason = CancelReason.REASSIGNED,
) -> Planned:
    """Bring the due days of a place and of all below it up to date: what is above has changed."""
    planned = await replan(work, locality_id, now=now, reason=reason)
    for place in await work.localities.descendants(locality_id):
        planned += await replan(work, place.id, now=now, reason=reason)
    return planned
