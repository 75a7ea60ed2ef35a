"""Which task a reminder is asked for: of the last answer, or of the list of one's own work."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.library.scopes import RowKey
from handlers.nudges.own_tasks import KIND as TASK_LIST
from handlers.nudges.own_tasks import find_listed
from handlers.people.roles import may_act_for
from handlers.questions import memory
from handlers.questions.memory import load_memory
from handlers.turn import Turn
from knowledge.due_days import find_due_days
from knowledge.fitting import find_partner
from knowledge.plan import PlannedTask
from storage.values import (
    DueDay,
    DueState,
    Person,
    PlanState,
    Reminder,
    StoredPlan,
    StoredTask,
)
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Found:
    """A task with the day ahead that a reminder is about."""

    task_id: int
    task: PlannedTask
    last_day: dt.date


@dataclass(frozen=True, slots=True)
class Unfound:
    """Why no reminder can be set: a code, with the day or the number of items it is about."""

    code: str
    day: dt.date | None = None
    count: int = 0


async def find_remindable(work: Work, turn: Turn, item: int | None) -> Found | Unfound:
    """Find the task meant, by its number in the last list or as the one spoken of."""
    if _is_list_newer(turn):
        stored = await _find_in_list(work, turn, item)
    else:
        stored = await _find_in_answer(work, turn, item)
    if isinstance(stored, Unfound):
        return stored
    return await _find_day(work, turn, stored)


def _is_list_newer(turn: Turn) -> bool:
    """Say whether the list of one's own work was shown after the last answer."""
    listed, asked = turn.dialogues.get(TASK_LIST), turn.dialogues.get(memory.KIND)
    if listed is None or find_listed(turn) is None:
        return False
    return asked is None or asked.updated_at < listed.updated_at


async def _find_in_list(work: Work, turn: Turn, item: int | None) -> StoredTask | Unfound:
    ids = find_listed(turn) or ()
    at = _pick(item, len(ids))
    if isinstance(at, Unfound):
        return at
    due = await work.due_days.find(ids[at])
    is_own = due and turn.person and due.locality_id == turn.person.locality_id
    if due is None or not is_own or due.state is DueState.CANCELLED:
        return Unfound("gone")
    return StoredTask(due.task_id, 0, due.locality_id, 0, due.task)


async def _find_in_answer(work: Work, turn: Turn, item: int | None) -> StoredTask | Unfound:
    last = load_memory(turn.dialogues.get(memory.KIND), now=turn.now)
    if item is None and last.focus is not None and last.focus < len(last.rows):
        return await _load(work, last.rows[last.focus], turn.person)
    at = _pick(item, len(last.rows))
    return at if isinstance(at, Unfound) else await _load(work, last.rows[at], turn.person)


def _pick(item: int | None, count: int) -> int | Unfound:
    if not count:
        return Unfound("nothing_meant")
    if item is None:
        return 0 if count == 1 else Unfound("which_item", count=count)
    return item - 1 if 0 < item <= count else Unfound("no_such_item", count=count)


def may_read(plan: StoredPlan | Reminder, person: Person | None) -> bool:
    """Say whether a plan is public, or of the place where a person is an official by now."""
    return plan.is_public or (person is not None and plan.locality_id == person.locality_id)


async def _load(work: Work, key: RowKey, person: Person | None) -> StoredTask | Unfound:
    """Load the task of a row as it is now; of a paragraph, the task whose circumstances it tells.

    A plan that was replaced, removed or closed to the person meanwhile has none.
    """
    plan_id, kind, position = key
    plan = await work.plans.find(plan_id)
    if plan is None or plan.state is not PlanState.CONFIRMED or not may_read(plan, person):
        return Unfound("gone")
    tasks = await work.plans.tasks(plan_id)
    if kind == "task":
        return tasks[position] if position < len(tasks) else Unfound("gone")
    paragraphs = await work.plans.paragraphs(plan_id)
    if position >= len(paragraphs):
        return Unfound("gone")
    partner = find_partner(paragraphs[position], (stored.task for stored in tasks))
    found = next((stored for stored in tasks if stored.task is partner), None)
    return found or Unfound("no_day")


async def _find_day(work: Work, turn: Turn, stored: StoredTask) -> Found | Unfound:
    """Find the next day of a task that is not over and not done."""
    days = sorted(due.last_day for due in find_due_days(stored.task))
    if not days:
        return Unfound("no_day")
    ahead = [day for day in days if day >= turn.today]
    if not ahead:
        return Unfound("past", day=days[-1])
    due_days = await work.due_days.of_tasks([stored.id])
    undone = [day for day in ahead if not is_done(due_days, day, turn.person)]
    if not undone:
        return Unfound("done")
    return Found(stored.id, stored.task, undone[0])


def is_done(due_days: Sequence[DueDay], day: dt.date, person: Person | None) -> bool:
    """Say whether a person's offices, or where none of them must, all offices have done a task."""
    live = [d for d in due_days if d.last_day == day and d.state is not DueState.CANCELLED]
    own = [due for due in live if may_act_for(person, due.office_id)]
    return bool(live) and all(due.state is DueState.DONE for due in own or live)
