"""Who may read a document: officials of its place, or everybody once it is public."""

from dataclasses import dataclass

from handlers.errors import HandlerError
from handlers.plans.confirming import get_plan
from handlers.texts import say
from storage.values import PlanState, StoredPlan
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Publication:
    """Who may read a plan from now on; `is_new` where that has changed."""

    plan: StoredPlan
    is_public: bool
    is_new: bool


async def publish_plan(work: Work, plan_id: int, *, is_public: bool) -> Publication:
    """Let everybody be answered from a plan, or officials of its place only.

    Raise `HandlerError`: `plan_unknown`, `plan_superseded`.
    """
    plan = await get_plan(work, plan_id)
    if plan.state is PlanState.SUPERSEDED:
        raise HandlerError("plan_superseded", plan=plan_id)
    is_new = await work.plans.publish(plan_id, is_public=is_public)
    if is_new:
        await work.localities.bump_index(plan.locality_id)
    return Publication(plan, is_public, is_new)


def word_publication(result: Publication, language: str) -> str:
    """Say who may read a plan from now on."""
    key = "published" if result.is_public else "withdrawn"
    if not result.is_new:
        key += "_already"
    elif result.is_public and result.plan.state is PlanState.DRAFT:
        key += "_draft"
    return say(key, language, plan=result.plan.id)
