"""What a clerk decides on rows of plans: who answers, which rule or plan gives their days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.errors import HandlerError
from handlers.inherited import list_reporting_rules
from handlers.plans.bringing import Planned
from handlers.plans.confirming import get_plan
from handlers.plans.due_days import plan_row
from handlers.plans.fixing import find_row
from handlers.plans.scopes import pick_tasks
from handlers.plans.taking_over import find_loaded
from handlers.plans.waiting import UndatedRow, find_held, list_undated
from handlers.texts.forms import local_day
from knowledge.text import clean
from knowledge.treatments import Treatment, find_task_treatment
from storage.values import (
    LIVE,
    CancelReason,
    DueDay,
    DueKind,
    Locality,
    Office,
    PlanState,
    StoredPlan,
    StoredTask,
)
from storage.values import Treatment as Decided
from storage.work import Work

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A row with what was decided on it, and the days that it has in the place from now on."""

    plan_id: int
    row: int
    due: tuple[DueDay, ...]
    offices: tuple[Office, ...] = ()
    unheld: tuple[str, ...] = ()
    decided: Decided | None = None
    planned: Planned = field(default_factory=Planned)


@dataclass(frozen=True, slots=True)
class _Found:
    plan: StoredPlan
    stored: StoredTask


async def assign_row(
    work: Work,
    place: Locality,
    plan_id: int,
    row: int,
    names: Sequence[str],
    *,
    now: dt.datetime,
) -> DecidedRow:
    """Let offices of a place answer for a row; without any, those that its plan names.

    Raise `HandlerError`: `plan_unknown`, `plan_superseded`, `row_unknown`, `office_missing`.
    """
    found = await _find(work, place, plan_id, row)
    offices = [await _find_office(work, place, name, on=local_day(now)) for name in names]
    others = await _list_others(work, place, found.stored.id)
    ids = [*others, *(office.id for office in offices)]
    await work.treatments.choose_offices(found.stored.id, ids)
    planned = await _plan(work, found, CancelReason.REASSIGNED, now)
    held = await find_held(work, place.id, today=local_day(now))
    unheld = tuple(each.name for each in offices if each.id not in held and not each.member_ids)
    due = await _list_due(work, place, found)
    return DecidedRow(plan_id, row, due, tuple(offices), unheld, planned=planned)


async def _list_others(work: Work, place: Locality, task_id: int) -> Sequence[int]:
    """List the offices of other places that were chosen for a superior's task."""
    chosen = (await work.treatments.chosen_offices([task_id])).get(task_id, ())
    offices = [await work.offices.get(each) for each in chosen]
    return [each.id for each in offices if each and each.locality_id != place.id]


async def pick_rule(
    work: Work, place: Locality, plan_id: int, row: int, rule_id: int, *, now: dt.datetime
) -> DecidedRow:
    """Let a reporting rule of the place give a row its days.

    Raise `HandlerError`: as `assign_row`, `rule_unknown`, `row_not_ruled`.
    """
    found = await _find(work, place, plan_id, row)
    _refuse_unless(found, Treatment.REPORTING_RULE, "row_not_ruled")
    rules = await list_reporting_rules(work, place.id)
    if rule_id not in {rule.id for rule in rules}:
        raise HandlerError("rule_unknown", rule=rule_id)
    await work.treatments.pick_rule(found.stored.id, rule_id)
    return await _decide(work, place, found, now)


async def name_separate(
    work: Work,
    place: Locality,
    plan_id: int,
    row: int,
    number: str,
    day: dt.date | None,
    *,
    now: dt.datetime,
) -> DecidedRow:
    """Keep number and day of the plan that a row leaves its days to; link it if it is loaded.

    Raise `HandlerError`: as `assign_row`, `row_not_separate`, `number_empty`.
    """
    found = await _find(work, place, plan_id, row)
    _refuse_unless(found, Treatment.SEPARATE_PLAN, "row_not_separate")
    written = clean(number)[:LONGEST_NUMBER]
    if not written:
        raise HandlerError("number_empty")
    await work.treatments.name_plan(found.stored.id, written, day)
    loaded = await find_loaded(work, place.id, written, day)
    await work.treatments.link_plan(found.stored.id, loaded.id if loaded else None)
    return await _decide(work, place, found, now)


async def _decide(work: Work, place: Locality, found: _Found, now: dt.datetime) -> DecidedRow:
    planned = await _plan(work, found, CancelReason.CORRECTED, now)
    decided = (await work.treatments.of_tasks([found.stored.id])).get(found.stored.id)
    due = await _list_due(work, place, found)
    row = found.stored.position + 1
    return DecidedRow(found.plan.id, row, due, decided=decided, planned=planned)


async def _find(work: Work, place: Locality, plan_id: int, number: int) -> _Found:
    """Find a row that gives a place work; another's is as if it were not there."""
    plan = await get_plan(work, plan_id)
    above = {each.id for each in await work.localities.ancestors(place.id)}
    if plan.locality_id not in {place.id, *above}:
        raise HandlerError("plan_unknown", plan=plan_id)
    stored = (await find_row(work, plan_id, number)).stored
    if not pick_tasks(place, plan, [stored]):
        raise HandlerError("row_elsewhere", plan=plan_id, row=number)
    return _Found(plan, stored)


def _refuse_unless(found: _Found, treatment: Treatment, code: str) -> None:
    if find_task_treatment(found.stored.task) is not treatment:
        raise HandlerError(code, plan=found.plan.id, row=found.stored.position + 1)


async def _find_office(work: Work, place: Locality, name: str, *, on: dt.date) -> Office:
    found = await work.offices.find(place.id, name, on=on)
    if found is None:
        raise HandlerError("office_missing", office=clean(name))
    return found


async def _plan(work: Work, found: _Found, reason: CancelReason, now: dt.datetime) -> Planned:
    if found.plan.state is not PlanState.CONFIRMED:
        return Planned()
    return await plan_row(work, found.plan, found.stored, reason=reason, now=now)


async def _list_due(work: Work, place: Locality, found: _Found) -> tuple[DueDay, ...]:
    due_days = await work.due_days.of_tasks([found.stored.id])
    mine = (due for due in due_days if due.locality_id == place.id and due.kind is not DueKind.LINE)
    return tuple(due for due in mine if due.state in LIVE)


async def list_separate(
    work: Work, locality_id: int, *, today: dt.date | None = None
) -> Sequence[UndatedRow]:
    """List the rows that wait for the number of a plan of their own."""
    return await _list_waiting(work, locality_id, Treatment.SEPARATE_PLAN, today)


async def list_unruled(
    work: Work, locality_id: int, *, today: dt.date | None = None
) -> Sequence[UndatedRow]:
    """List the periodic reports that wait for a reporting rule."""
    return await _list_waiting(work, locality_id, Treatment.REPORTING_RULE, today)


async def _list_waiting(
    work: Work, locality_id: int, treatment: Treatment, today: dt.date | None
) -> Sequence[UndatedRow]:
    """List rows of one treatment that wait; with a day none of plans of years gone by."""
    places = {place.id: place for place in await work.localities.list_all()}
    rows = await list_undated(work, places[locality_id], today=today)
    return [each for each in rows if each.treatment is treatment and each.is_waiting]
