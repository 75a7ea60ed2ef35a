"""Which task a reminder is asked for: of the last answer, or of the list of one's own work."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.library.scopes import RowKey
from handlers.people.roles import may_act_for
from handlers.questions import memory
from handlers.questions.memory import load_memory
from handlers.tasks.lists import KIND as TASK_LIST
from handlers.tasks.lists import find_focus, find_listed, may_see
from handlers.turn import Turn
from knowledge.due_days import find_due_days
from knowledge.fitting import find_partner
from knowledge.plan import PlannedTask
from storage.values import (
    DueDay,
    DueKind,
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
    """A task with the day ahead that a reminder is about: the plan's, and the one that counts."""

    task_id: int
    task: PlannedTask
    last_day: dt.date
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class Unfound:
    """Why no reminder can be set: a code, with the day or the number of items it is about."""

    code: str
    day: dt.date | None = None
    count: int = 0


async def find_remindable(work: Work, turn: Turn, item: int | None) -> Found | Unfound:
    """Find the task meant, by its number in the last list or as the one spoken of."""
    if _is_list_newer(turn):
        return await _find_in_list(work, turn, item)
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


async def _find_in_list(work: Work, turn: Turn, item: int | None) -> Found | Unfound:
    """Find the occurrence that a list has shown, on the day that counts for it."""
    wanted = _pick_id(turn, item)
    if isinstance(wanted, Unfound):
        return wanted
    due = await work.due_days.find(wanted)
    if due is None or turn.person is None or not may_see(turn.person, due):
        return Unfound("gone")
    code = _find_hindrance(due, turn.today)
    if code:
        return Unfound(code, day=due.due_on)
    return Found(due.task_id, due.task, due.last_day, due.due_on)


def _pick_id(turn: Turn, item: int | None) -> int | Unfound:
    """Give the id of the item meant: by its number in the last list, else the one spoken of."""
    focus = find_focus(turn)
    if item is None and focus is not None:
        return focus
    ids = find_listed(turn) or ()
    at = _pick(item, len(ids))
    return at if isinstance(at, Unfound) else ids[at]


def _find_hindrance(due: DueDay, today: dt.date) -> str | None:
    """Name why no reminder of an item can be set."""
    if due.plan is None or due.kind is DueKind.LINE:
        return "own_schedule"
    if due.state is DueState.CANCELLED:
        return "gone"
    if due.state is DueState.DONE:
        return "done"
    return "past" if due.due_on < today else None


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
    due_days = await work.due_days.of_tasks([stored.id])
    days = find_days(stored.task, due_days, turn.person)
    if not days:
        return Unfound("no_day")
    ahead = {day: due_on for day, due_on in days.items() if due_on >= turn.today}
    if not ahead:
        return Unfound("past", day=max(days.values()))
    undone = [day for day in ahead if not is_done(due_days, day, turn.person)]
    if not undone:
        return Unfound("done")
    return Found(stored.id, stored.task, undone[0], ahead[undone[0]])


def find_days(
    task: PlannedTask, due_days: Sequence[DueDay], person: Person | None
) -> dict[dt.date, dt.date]:
    """Give the days of a task, the earliest first, each with the one that counts for a person.

    They are those that its time says and those that follow from a rule of the office.
    """
    days = {due.last_day: due.last_day for due in find_due_days(task)}
    live = [d for d in due_days if d.state is not DueState.CANCELLED and d.kind is not DueKind.LINE]
    days |= {due.last_day: due.last_day for due in live}
    days |= {due.last_day: due.due_on for due in live if may_act_for(person, due.office_id)}
    return dict(sorted(days.items()))


def is_done(due_days: Sequence[DueDay], day: dt.date, person: Person | None) -> bool:
    """Say whether a person's offices, or where none of them must, all offices have done a task."""
    live = [d for d in due_days if d.last_day == day and d.state is not DueState.CANCELLED]
    own = [due for due in live if may_act_for(person, due.office_id)]
    return bool(live) and all(due.state is DueState.DONE for due in own or live)
