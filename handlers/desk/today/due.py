"""Work with a day: overdue, due today and this week; what somebody is asked to decide on it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.desk.today.base import MOST, DecisionItem, DueItem, Listed, Scene
from handlers.tasks.disputing import find_dispute
from handlers.tasks.wording import describe_content, write_days_late, write_days_left
from handlers.texts import say
from knowledge.calendar import ONE_DAY
from storage.values import DueDay

LONGEST = 110  # characters of a task's content


@dataclass(frozen=True, slots=True)
class DueLists:
    """Open work up to the end of the week."""

    overdue: Listed[DueItem]
    today: Listed[DueItem]
    week: Listed[DueItem]


async def list_due(scene: Scene) -> DueLists:
    """List open work of the visitor's offices, the earliest first."""
    today, sunday = scene.today, find_sunday(scene.today)
    counts = await scene.work.desk_counts.count_due(
        scene.place_id, today=today, until=sunday, office_ids=scene.visitor.office_ids
    )
    return DueLists(
        await _list(scene, counts.overdue, None, today - ONE_DAY),
        await _list(scene, counts.today, today, today),
        await _list(scene, counts.later, today + ONE_DAY, sunday),
    )


def find_sunday(day: dt.date) -> dt.date:
    """Find the last day of a day's week."""
    return day + (6 - day.weekday()) * ONE_DAY


async def _list(scene: Scene, total: int, first: dt.date | None, last: dt.date) -> Listed[DueItem]:
    if not total:
        return Listed()
    found = await scene.work.desk_counts.list_due(
        scene.place_id, first, last, office_ids=scene.visitor.office_ids, limit=MOST
    )
    return Listed(total, tuple(describe(scene, due) for due in found))


def describe(scene: Scene, due: DueDay) -> DueItem:
    """Give an item as it stands in a list."""
    is_late = due.due_on < scene.today
    write = write_days_late if is_late else write_days_left
    left = write(due, calendar=scene.calendar, today=scene.today)
    return DueItem(
        id=due.id,
        content=describe_content(due, LONGEST),
        office=due.office or say("no_office"),
        due_on=due.due_on,
        left=left.strip(" ,()"),
        mood=scene.rate(due.due_on),
    )


async def list_more_time(scene: Scene) -> Listed[DecisionItem]:
    """List the requests for more time that wait for a leader, oldest first."""
    requests = await scene.work.postponements.list_waiting(scene.place_id)
    shown = {each.due_day_id: each for each in requests[:MOST]}
    found = await scene.work.due_days.find_many(list(shown))
    items = [
        DecisionItem(
            describe(scene, due),
            await _name(scene, shown[due.id].person_id),
            shown[due.id].reason,
            shown[due.id].new_day,
        )
        for due in found
    ]
    return Listed(len(requests), tuple(items))


async def list_disputed(scene: Scene) -> Listed[DecisionItem]:
    """List the items that offices say are not theirs and nobody has decided on."""
    total = await scene.work.desk_counts.count_disputed(scene.place_id)
    if not total:
        return Listed()
    found = await scene.work.desk_counts.list_disputed(scene.place_id, limit=MOST)
    return Listed(total, tuple([await _dispute(scene, due) for due in found]))


async def _dispute(scene: Scene, due: DueDay) -> DecisionItem:
    event = await find_dispute(scene.work, due)
    words = (event.person or "–", event.note) if event else ("–", "")
    return DecisionItem(describe(scene, due), *words)


async def _name(scene: Scene, person_id: int | None) -> str:
    person = await scene.work.people.get(person_id, on=scene.today) if person_id else None
    return person.name if person else "–"


def count_weeks(
    days: Sequence[tuple[dt.date, dt.date | None]], first: dt.date, last: dt.date, today: dt.date
) -> tuple[tuple[dt.date, int, int, int], ...]:
    """Count due days by week: its first day, how many are done, open and overdue."""
    weeks: dict[dt.date, list[int]] = {}
    day = first
    while day <= last:
        weeks[day] = [0, 0, 0]
        day = find_sunday(day) + ONE_DAY
    for due_on, done_on in days:
        column = 0 if done_on else 1 if due_on >= today else 2
        weeks[max(first, due_on - due_on.weekday() * ONE_DAY)][column] += 1
    return tuple((start, *counts) for start, counts in weeks.items())  # type: ignore[misc]
