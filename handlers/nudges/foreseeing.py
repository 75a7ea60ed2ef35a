"""Who would be told what on a day, past or to come."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.ladders import find_settings
from handlers.nudges.stepping import Stepper
from handlers.people.directory import load_directory
from knowledge.calendar import Calendar
from knowledge.ladder import Step
from storage.values import DueDay, DueState, Person, PlannedDay
from storage.work import Work

FURTHEST = dt.timedelta(weeks=26)  # nobody is told sooner: 60 working days at most


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A step of a due day and who would be told; `person` is None where nobody holds the office."""

    due: DueDay
    step: Step
    person: Person | None


async def foresee(
    work: Work,
    at: dt.date,
    *,
    today: dt.date,
    calendar: Calendar,
    locality_id: int | None = None,
) -> list[Foreseen]:
    """Say who would be told what on a day, a past day as if the plans had been confirmed.

    With a place, only there.
    """
    until = min(at, dt.date.max - FURTHEST) + FURTHEST
    found = await work.due_days.until(until, with_past=at < today, locality_id=locality_id)
    foreseen: list[Foreseen] = []
    for place in await work.localities.list_all():
        own = [due for due in found if due.locality_id == place.id]
        if not own:
            continue
        directory = await load_directory(work, place, on=max(at, today))
        stepper = Stepper(directory, await find_settings(work, place.id), calendar, at)
        foreseen += [each for due in own for each in _foresee(stepper, due)]
    return foreseen


def _foresee(stepper: Stepper, due: DueDay) -> Iterator[Foreseen]:
    """Yield the steps of a due day on the stepper's day, as if it had long been known."""
    row = PlannedDay(
        id=due.id,
        task_id=due.task_id,
        office_id=due.office_id,
        group_id=due.group_id,
        kind=due.kind,
        state=DueState.OPEN,
        due_on=due.due_on,
        ends_on=due.ends_on,
        known_since=min(due.known_since, _issued_on(due), stepper.today),
        next_on=None,
    )
    for step in stepper.plan(row):
        if step.day == stepper.today:
            people = stepper.directory.find_audience(step.audience, due.office_id)
            nobody: list[Person | None] = [None]
            yield from (Foreseen(due, step, person) for person in people or nobody)


def _issued_on(due: DueDay) -> dt.date:
    plan = due.plan
    if plan is None:
        return due.known_since
    return plan.issued_on or dt.date(plan.year or due.last_day.year, 1, 1)
