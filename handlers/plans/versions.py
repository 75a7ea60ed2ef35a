"""Versions of one document: which plan a draft replaces, what changes, and the change itself."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from handlers.plans.values import Replacement, RowChange
from knowledge.corrections import DOUBTS, FIELDS, carry_over
from knowledge.matching import Change, find_change, is_version, match_tasks
from knowledge.plan import GUIDE, Plan, PlannedTask
from knowledge.text import fold
from storage.values import NewTask, PlanState, StoredPlan, StoredTask
from storage.work import Work

Decision = tuple[int | None, str]  # a row's id and a field that was corrected in it


async def find_replaced(work: Work, plan: StoredPlan) -> StoredPlan | None:
    """Find the confirmed plan that a draft replaces: the one named, else one of its number."""
    if plan.state is not PlanState.DRAFT:
        return None
    if plan.replaces_id is not None:
        named = await work.plans.find(plan.replaces_id)
        return named if named and named.state is PlanState.CONFIRMED else None
    return await find_version(work, plan.facts, plan.locality_id)


async def find_version(work: Work, facts: Plan, locality_id: int) -> StoredPlan | None:
    """Find the confirmed plan of a place that is the same document as this one."""
    confirmed = await work.plans.list_all(state=PlanState.CONFIRMED)
    own = [plan for plan in confirmed if plan.locality_id == locality_id]
    return next((plan for plan in reversed(own) if _is_version(plan.facts, facts)), None)


def _is_version(old: Plan, new: Plan) -> bool:
    """Tell whether two readings are of one document; guides seldom have a number, but a name."""
    if old.kind == new.kind == GUIDE and old.number == new.number:
        return bool(old.title) and fold(old.title or "") == fold(new.title or "")
    return is_version(old, new)


def carry_corrections(
    earlier: Sequence[StoredTask],
    rows: Sequence[NewTask],
    *,
    plan: Plan,
    is_same_document: bool,
    decided: Container[Decision] = (),
) -> list[tuple[NewTask, StoredTask | None]]:
    """Give rows of a plan what a clerk had corrected in the earlier reading, each with its origin.

    What is `decided` in these rows stays.
    """
    pairs = match_tasks([_as_read(row) for row in earlier], [_as_read(row) for row in rows])
    origins = {new: earlier[old] for old, new in pairs}
    carried = []
    for i, row in enumerate(rows):
        origin = origins.get(i)
        if origin:
            task = carry_over(
                row.task,
                _as_read(row),
                origin.task,
                origin.as_read,
                plan=plan,
                is_same_document=is_same_document,
                fields=[each for each in (*FIELDS, DOUBTS) if (row.id, each) not in decided],
            )
            as_read = None if task == _as_read(row) else _as_read(row)
            row = replace(row, task=task, as_read=as_read)
        carried.append((row, origin))
    return carried


def _as_read(row: NewTask | StoredTask) -> PlannedTask:
    return row.as_read or row.task


async def settle(work: Work, plan: StoredPlan, old: StoredPlan | None) -> list[StoredTask]:
    """Give a draft's tasks with what was corrected meanwhile in the plan that it replaces.

    A field that was corrected, or taken back, in the draft itself stays as it is.
    """
    stored = await work.plans.tasks(plan.id)
    if old is None:
        return [*stored]
    carried = carry_corrections(
        await work.plans.tasks(old.id),
        [NewTask(row.task, row.as_read, row.id) for row in stored],
        plan=plan.facts,
        is_same_document=old.digest == plan.digest,
        decided={(each.task_id, each.field) for each in await work.revisions.of_plan(plan.id)},
    )
    return [
        replace(row, task=new.task, as_read=new.as_read)
        for row, (new, _) in zip(stored, carried, strict=True)
    ]


async def compare(work: Work, old: StoredPlan, tasks: Sequence[StoredTask]) -> Replacement:
    """Tell what a draft's tasks change in the plan that it replaces."""
    before = [stored.task for stored in await work.plans.tasks(old.id)]
    after = [stored.task for stored in tasks]
    return Replacement(old.id, tuple(_changes(before, after)))


def _changes(before: Sequence[PlannedTask], after: Sequence[PlannedTask]) -> Iterator[RowChange]:
    pairs = match_tasks(before, after)
    origin = {new: old for old, new in pairs}
    for i, task in enumerate(after):
        if i in origin:
            old = before[origin[i]]
            yield RowChange(find_change(old, task), i + 1, old, task)
        else:
            yield RowChange(Change.ADDED, i + 1, None, task)
    kept = set(origin.values())
    for i, task in enumerate(before):
        if i not in kept:
            yield RowChange(Change.DROPPED, None, task, None)


async def replace_plan(work: Work, old: StoredPlan, new: StoredPlan) -> Sequence[StoredTask]:
    """Let a plan take another's place; tasks that go on keep their ids. Return those dropped."""
    await work.plans.supersede(old.id, by=new.id)
    before, after = await work.plans.tasks(old.id), await work.plans.tasks(new.id)
    pairs = match_tasks([t.task for t in before], [t.task for t in after])
    await work.revisions.trade([(before[i], after[j]) for i, j in pairs])
    await work.treatments.inherit({after[j].id: before[i].id for i, j in pairs})
    return await work.plans.tasks(old.id)
