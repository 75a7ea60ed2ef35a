"""Forgetting a plan."""

from handlers.plans.confirming import get_plan
from handlers.plans.notices import withdraw_notices
from storage.values import StoredPlan
from storage.work import Work


async def remove_plan(work: Work, plan_id: int) -> StoredPlan:
    """Forget a plan with its rows, passages, due days and open nudges; give what it was.

    Raise `HandlerError("plan_unknown")`.
    """
    plan = await get_plan(work, plan_id)
    await work.plans.remove(plan_id)
    await withdraw_notices(work, plan_id)
    await work.localities.bump_index(plan.locality_id)
    return plan
