"""Plans that take over rows of other plans, which have left their days to them by number."""

import datetime as dt

from handlers.plans.due_days import list_work
from handlers.plans.values import RowRef
from knowledge.treatments import Treatment, find_task_treatment, is_plan_named
from storage.values import Locality, PlanState, StoredPlan
from storage.work import Work


async def take_over(
    work: Work, plan: StoredPlan, place: Locality, *, today: dt.date
) -> tuple[RowRef, ...]:
    """Let a confirmed plan take over the rows that wait for its number; return the new ones."""
    taken = []
    for each in await list_work(work, place, today=today):
        decided = await work.treatments.of_tasks([task.id for task in each.tasks])
        for stored in each.tasks:
            known = decided.get(stored.id)
            if known is None or known.number is None or known.plan_id == plan.id:
                continue
            is_waiting = find_task_treatment(stored.task) is Treatment.SEPARATE_PLAN
            if is_waiting and is_plan_named(known.number, known.day, plan.facts):
                await work.treatments.link_plan(stored.id, plan.id)
                taken.append(RowRef(each.plan.id, stored.position + 1))
    return tuple(taken)


async def find_loaded(
    work: Work, locality_id: int, number: str, day: dt.date | None
) -> StoredPlan | None:
    """Find the plan in force of a place that has a number, the one loaded last."""
    plans = await work.plans.list_all(state=PlanState.CONFIRMED, locality_ids=[locality_id])
    named = (plan for plan in reversed(plans) if is_plan_named(number, day, plan.facts))
    return next(named, None)
