"""What a clerk decides on rows of plans at the desk: who answers, which rule or plan gives days.

`seen` is what stood decided when it was read, None to decide whatever was decided since.
"""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence

from handlers.desk.plans.listing import find_seen_plan
from handlers.desk.trail import find_overtaken, note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.plans.decided import word_decided
from handlers.plans.deciding import DecidedRow, assign_row, name_separate, pick_rule
from handlers.plans.fixing import find_row
from handlers.texts import say
from handlers.texts.forms import join_names
from storage.work import Work

ASSIGNED, RULED, SEPARATE = "row_assigned", "row_ruled", "row_separate"


async def assign(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    row: int,
    offices: Sequence[str],
    *,
    seen: Sequence[str] | None,
    now: dt.datetime,
) -> DecidedRow:
    """Let offices of the place answer for a row; without any, those that the plan names."""
    visitor.check(Power.EDIT_PLANS)
    await _hold(work, visitor, plan_id)
    chosen = await list_chosen(work, visitor, plan_id, row)
    if seen is not None and list(chosen) not in (list(seen), list(offices)):
        theirs, mine = _write(chosen), _write(offices)
        raise await find_overtaken(
            work, visitor, about_row(plan_id, row), theirs=theirs, mine=mine, actions=(ASSIGNED,)
        )
    decided = await assign_row(work, visitor.place, plan_id, row, offices, now=now)
    lists = {"old": [*chosen], "new": [*offices]}
    await note_change(work, visitor, ASSIGNED, about_row(plan_id, row), now=now, **lists)
    return decided


async def _hold(work: Work, visitor: Visitor, plan_id: int) -> None:
    """Let one after another decide on a plan's rows: a superior's are decided on by many places."""
    await find_seen_plan(work, visitor, plan_id)
    await work.plans.hold(plan_id)


async def list_chosen(work: Work, visitor: Visitor, plan_id: int, row: int) -> Sequence[str]:
    """Name the offices of the place that a clerk has chosen for a row."""
    found = await find_row(work, plan_id, row)
    chosen = (await work.treatments.chosen_offices([found.stored.id])).get(found.stored.id, ())
    offices = [await work.offices.get(each) for each in chosen]
    return [each.name for each in offices if each and each.locality_id == visitor.place.id]


def _write(offices: Sequence[str]) -> str:
    return join_names(offices) or say("desk_plan_as_named")


async def use_rule(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    row: int,
    rule_id: int | None,
    *,
    seen: str | None,
    now: dt.datetime,
) -> DecidedRow:
    """Let a reporting rule of the place give a row its days."""
    visitor.check(Power.EDIT_PLANS)
    if rule_id is None:
        raise HandlerError("desk_due_rule_wanted")
    return await _decide(
        work, visitor, plan_id, row, RULED,
        lambda: pick_rule(work, visitor.place, plan_id, row, rule_id, now=now),
        seen=seen, mine=say("decided_rule", rule=rule_id), now=now,
    )  # fmt: skip


async def name_own_plan(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    row: int,
    number: str,
    day: dt.date | None,
    *,
    seen: str | None,
    now: dt.datetime,
) -> DecidedRow:
    """Keep number and day of the plan of its own that a row leaves its days to."""
    visitor.check(Power.EDIT_PLANS)
    return await _decide(
        work, visitor, plan_id, row, SEPARATE,
        lambda: name_separate(work, visitor.place, plan_id, row, number, day, now=now),
        seen=seen, mine=number, now=now,
    )  # fmt: skip


async def _decide(
    work: Work,
    visitor: Visitor,
    plan_id: int,
    row: int,
    action: str,
    decide: Callable[[], Awaitable[DecidedRow]],
    *,
    seen: str | None,
    mine: str,
    now: dt.datetime,
) -> DecidedRow:
    await _hold(work, visitor, plan_id)
    subject, held = about_row(plan_id, row), await read_decided(work, visitor, plan_id, row)
    if seen is not None and held != seen:
        raise await find_overtaken(
            work, visitor, subject, theirs=held, mine=mine, actions=(RULED, SEPARATE)
        )
    decided = await decide()
    new = " ".join(word_decided(decided.decided, "vi")) if decided.decided else ""
    await note_change(work, visitor, action, subject, now=now, old=held, new=new)
    return decided


async def read_decided(work: Work, visitor: Visitor, plan_id: int, row: int) -> str:
    """Say which rule or plan of its own gives a row its days; nothing where none was chosen."""
    visitor.check(Power.VIEW_PLANS)
    await find_seen_plan(work, visitor, plan_id)
    tasks = {task.position + 1: task.id for task in await work.plans.tasks(plan_id)}
    decided = await work.treatments.of_tasks([tasks[row]] if row in tasks else [])
    return " ".join(text for each in decided.values() for text in word_decided(each, "vi"))


def about_row(plan_id: int, row: int) -> str:
    """Name a row of a plan as the trail does."""
    return f"plan {plan_id} row {row}"
