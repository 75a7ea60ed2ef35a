"""What the due days of a place follow from, and which of them its planned tasks are to have."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from handlers.inherited import list_reporting_rules
from handlers.plans.answering import Answering, Roster
from handlers.plans.occurrences import Occurrence, find_end, list_occurrences
from knowledge.assignees import gives_work
from storage.values import DueDay as StoredDueDay
from storage.values import (
    DueState,
    Locality,
    NewDueDay,
    ReportingRule,
    StoredPlan,
    StoredTask,
    Treatment,
)
from storage.work import Work

Key = tuple[int, int | None, dt.date]
Wanted = dict[Key, NewDueDay]


@dataclass(frozen=True, slots=True)
class Scope:
    """What the due days of a place follow from, beside its plans."""

    place: Locality
    roster: Roster
    rules: Sequence[ReportingRule]
    treatments: Mapping[int, Treatment]
    today: dt.date


def has_ended(place: Locality, today: dt.date) -> bool:
    """Tell whether a place was followed by another before a day."""
    return place.valid_to is not None and place.valid_to < today


def pick_tasks(
    place: Locality, plan: StoredPlan, tasks: Sequence[StoredTask]
) -> Sequence[StoredTask]:
    """Pick the tasks that a plan gives a place: its own plan all, a superior's what names it."""
    if plan.locality_id == place.id:
        return tasks
    return [each for each in tasks if gives_work(each.task, place.name, place.level)]


async def open_scope(
    work: Work, place: Locality, tasks: Sequence[StoredTask], today: dt.date
) -> Scope:
    """Look up what the due days of some tasks follow from in a place."""
    ids = [task.id for task in tasks]
    chosen = await work.treatments.chosen_offices(ids)
    return Scope(
        place,
        Roster(work, place, chosen, today),
        await list_reporting_rules(work, place.id),
        await work.treatments.of_tasks(ids),
        today,
    )


async def find_wanted(
    scope: Scope, plan: StoredPlan, tasks: Sequence[StoredTask], units: Sequence[str]
) -> Wanted:
    """Find the due days that tasks of a plan are to have in a place."""
    wanted: Wanted = {}
    for stored in tasks:
        days = list_days(scope, plan, stored)
        offices = await scope.roster.find_answering(plan, stored, units) if days else ()
        for day, answering in product(days, offices):
            due = _due_day(stored, plan, day, answering, scope.today)
            wanted.setdefault(key_of(due), due)
    return wanted


def list_days(scope: Scope, plan: StoredPlan, stored: StoredTask) -> Sequence[Occurrence]:
    """List the days of a task in a place."""
    decided = scope.treatments.get(stored.id)
    rule_id = decided.rule_id if decided else None
    return list_occurrences(stored.task, plan.facts, scope.rules, rule_id=rule_id)


def _due_day(
    stored: StoredTask, plan: StoredPlan, day: Occurrence, answering: Answering, today: dt.date
) -> NewDueDay:
    return NewDueDay(
        task_id=stored.id,
        office_id=answering.office_id,
        label=day.label,
        last_day=day.last_day,
        state=find_state(day.last_day, today),
        known_since=today,
        kind=day.kind,
        group_id=answering.group_id,
        ends_on=find_end(plan.facts, day.last_day),
    )


def find_state(last_day: dt.date, known_since: dt.date) -> DueState:
    """Tell whether a day is open, or was over already when it became known."""
    return DueState.PAST if last_day < known_since else DueState.OPEN


def key_of(due: NewDueDay | StoredDueDay) -> Key:
    """Give what no two due days share: the task, the office and the plan's day."""
    return due.task_id, due.office_id, due.last_day
