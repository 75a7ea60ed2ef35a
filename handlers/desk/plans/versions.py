"""The versions of one document, and what a version changes row by row."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.desk.plans.listing import find_own_plan
from handlers.desk.visitor import Power, Visitor
from handlers.plans.values import RowChange
from handlers.plans.versions import compare, find_replaced, settle
from handlers.sources import describe_document, describe_place
from handlers.texts.forms import local_day
from knowledge.corrections import FIELDS, write_field
from knowledge.matching import Change
from storage.values import PlanState, StoredPlan
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the document."""

    id: int
    name: str
    state: PlanState
    added_on: dt.date
    confirmed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What has become of a row: its fields that differ, each as (field, before, after)."""

    change: Change
    row: int | None
    place: str
    content: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class VersionsView:
    """The versions, newest first, and what this one changes in the one it replaces."""

    id: int
    versions: tuple[Version, ...]
    old: Version | None
    counts: tuple[tuple[Change, int], ...]
    changes: tuple[Changed, ...]


async def read_versions(work: Work, visitor: Visitor, plan_id: int) -> VersionsView:
    """Read what a plan of the place changes in the one that it replaces, or has replaced."""
    visitor.check(Power.VIEW_PLANS)
    plan = await find_own_plan(work, visitor, plan_id)
    old = await _find_old(work, plan)
    versions = tuple(map(_version, await _list_versions(work, plan, old)))
    if old is None:
        return VersionsView(plan_id, versions, None, (), ())
    tasks = await settle(work, plan, old if plan.state is PlanState.DRAFT else None)
    found = await compare(work, old, tasks)
    return VersionsView(
        plan_id,
        versions,
        _version(old),
        tuple((change, found.count(change)) for change in Change),
        tuple(_describe(found.changes)),
    )


async def _find_old(work: Work, plan: StoredPlan) -> StoredPlan | None:
    if plan.state is PlanState.DRAFT:
        return await find_replaced(work, plan)
    old = await work.plans.find(plan.replaces_id) if plan.replaces_id else None
    return old if old and old.locality_id == plan.locality_id else None


async def _list_versions(
    work: Work, plan: StoredPlan, old: StoredPlan | None
) -> Sequence[StoredPlan]:
    """List the plans that one has replaced and that have replaced it, newest first."""
    plans = {each.id: each for each in await work.plans.list_all(locality_ids=[plan.locality_id])}
    links = {each.id: each.replaces_id for each in plans.values()}
    links[plan.id] = old.id if old else None
    known = {plan.id}
    while True:
        more = {
            each
            for new, before in links.items()
            for each in (new, before)
            if before is not None and each in plans and {new, before} & known
        } - known
        if not more:
            return [plans[each] for each in sorted(known, reverse=True)]
        known |= more


def _version(plan: StoredPlan) -> Version:
    confirmed = local_day(plan.confirmed_at) if plan.confirmed_at else None
    name = describe_document(plan.facts)
    return Version(plan.id, name, plan.state, local_day(plan.added_at), confirmed)


def _describe(changes: Sequence[RowChange]) -> Iterator[Changed]:
    for each in changes:
        task = each.new or each.old
        if task is None or each.change is Change.SAME:
            continue
        values = [
            (field, write_field(each.old, field), write_field(each.new, field))
            for field in (FIELDS if each.old and each.new else ())
            if each.old and each.new
        ]
        differing = tuple(value for value in values if value[1] != value[2])
        yield Changed(each.change, each.row, describe_place(task), task.content, differing)
