"""What a clerk does with a whole plan at the desk: confirm, publish, replace, remove."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.plans.listing import PlanCount, count_report, find_own_plan
from handlers.desk.trail import note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.plans.confirming import confirm_plan
from handlers.plans.outlook import foresee_stored
from handlers.plans.publishing import Publication, publish_plan
from handlers.plans.removing import remove_plan
from handlers.plans.rows import LateRows
from handlers.plans.values import Confirmation
from handlers.sources import describe_document
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.matching import Change
from storage.values import DueState, PlanState, StoredPlan
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Prospect:
    """What confirming a draft will do; `changes` counts what becomes of the replaced rows."""

    name: str
    rows: int
    open_days: int
    past_days: int
    count: PlanCount
    is_guide: bool
    is_public: bool
    replaces: str = ""
    changes: tuple[tuple[Change, int], ...] = ()


async def foresee_confirmation(
    work: Work, visitor: Visitor, plan_id: int, *, now: dt.datetime, calendar: Calendar
) -> Prospect:
    """Say what confirming a draft will do."""
    visitor.check(Power.EDIT_PLANS)
    plan = await find_own_plan(work, visitor, plan_id)
    report = await foresee_stored(work, plan, today=local_day(now), calendar=calendar)
    replaced = report.replacement
    old = await work.plans.find(replaced.plan_id) if replaced else None
    days = [
        (due.state, max(1, len(row.offices)))  # each office has an item of its own
        for row in report.rows
        for due in row.due
    ]
    return Prospect(
        name=describe_document(plan.facts),
        rows=len(report.rows),
        open_days=sum(offices for state, offices in days if state is DueState.OPEN),
        past_days=sum(offices for state, offices in days if state is DueState.PAST),
        count=count_report(report),
        is_guide=report.is_guide,
        is_public=plan.is_public or (old is not None and old.is_public),
        replaces=describe_document(old.facts) if old else "",
        changes=tuple((each, replaced.count(each)) for each in Change) if replaced else (),
    )


async def confirm(
    work: Work, visitor: Visitor, plan_id: int, *, late: LateRows, now: dt.datetime
) -> Confirmation:
    """Let a draft answer and nudge; `late` is what `Plans.prepare` gave."""
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, plan_id)
    confirmation = await confirm_plan(work, plan_id, late=late, now=now)
    new = {"days": confirmation.open_days, "replaced": confirmation.replaced}
    await note_change(work, visitor, "plan_confirmed", f"plan {plan_id}", now=now, new=new)
    return confirmation


async def publish(
    work: Work, visitor: Visitor, plan_id: int, *, is_public: bool, now: dt.datetime
) -> Publication:
    """Let everybody be answered from a plan, or officials of the place only."""
    visitor.check(Power.EDIT_PLANS)
    await find_own_plan(work, visitor, plan_id)
    done = await publish_plan(work, plan_id, is_public=is_public)
    if done.is_new:
        await note_change(
            work, visitor, "plan_published" if is_public else "plan_withdrawn",
            f"plan {plan_id}", now=now, old=not is_public, new=is_public,
        )  # fmt: skip
    return done


async def remove(work: Work, visitor: Visitor, plan_id: int, *, now: dt.datetime) -> StoredPlan:
    """Forget a plan with its rows and due days."""
    visitor.check(Power.EDIT_PLANS)
    plan = await find_own_plan(work, visitor, plan_id)
    await remove_plan(work, plan_id)
    old = {"document": describe_document(plan.facts), "state": plan.state.value}
    await note_change(work, visitor, "plan_removed", f"plan {plan_id}", now=now, old=old)
    return plan


async def list_replaceable(
    work: Work, visitor: Visitor, plan_id: int
) -> tuple[tuple[int, str], ...]:
    """List the plans in force of the place that a draft may replace, by number and name."""
    visitor.check(Power.EDIT_PLANS)
    plan = await find_own_plan(work, visitor, plan_id)
    confirmed = await work.plans.list_all(
        state=PlanState.CONFIRMED, locality_ids=[visitor.place.id]
    )
    return tuple(
        (each.id, describe_document(each.facts))
        for each in reversed(confirmed)
        if each.is_guide == plan.is_guide
    )


async def name_replaced(
    work: Work, visitor: Visitor, plan_id: int, replaces_id: int | None, *, now: dt.datetime
) -> None:
    """Say which plan in force a draft is to replace; None: the one of its number, if any."""
    visitor.check(Power.EDIT_PLANS)
    plan = await find_own_plan(work, visitor, plan_id)
    if plan.state is not PlanState.DRAFT:
        raise HandlerError("plan_not_draft", plan=plan_id)
    allowed = {number for number, _ in await list_replaceable(work, visitor, plan_id)}
    if replaces_id is not None and replaces_id not in allowed:
        raise HandlerError("not_replaceable", plan=replaces_id, place=visitor.place.name)
    await work.plans.name_replaced(plan_id, replaces_id)
    await note_change(
        work, visitor, "plan_replaces", f"plan {plan_id}",
        now=now, old=plan.replaces_id, new=replaces_id,
    )  # fmt: skip


async def note_added(work: Work, visitor: Visitor, plan: StoredPlan, *, now: dt.datetime) -> None:
    """Note that somebody has brought a plan."""
    visitor.check(Power.EDIT_PLANS)
    new = {"document": describe_document(plan.facts), "file": plan.facts.source}
    await note_change(work, visitor, "plan_added", f"plan {plan.id}", now=now, new=new)
