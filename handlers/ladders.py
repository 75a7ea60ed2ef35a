"""The ladder of a due day in its place: when whom is told."""

import datetime as dt

from handlers.inherited import find_ladder
from knowledge.calendar import Calendar
from knowledge.ladder import (
    LadderSettings,
    Step,
    dump_settings,
    plan_request,
    plan_steps,
    read_settings,
)
from storage.values import DueDay, DueKind, PlannedDay
from storage.work import Work

LAST_YEAR = 2200


async def find_settings(work: Work, place_id: int) -> LadderSettings:
    """Find when a place's offices are told: as it or one above it has set, else as usual."""
    ladder = (await find_ladder(work, place_id)).value
    return read_settings(ladder) if ladder else LadderSettings()


async def save_ladder(
    work: Work, place_id: int, settings: LadderSettings | None, *, on: dt.date
) -> int:
    """Keep when a place's offices are told; None: as above it, or as usual.

    The open due days of the place, and of those below it, are planned anew from a day on; return
    how many.
    """
    await work.localities.save_ladder(place_id, dump_settings(settings) if settings else None)
    return await plan_anew(work, place_id, on=on)


async def plan_anew(work: Work, place_id: int, *, on: dt.date) -> int:
    """Let the open due days of a place, and of those below it, be looked at again on a day."""
    below = await work.localities.descendants(place_id)
    ids = [place_id, *(each.id for each in below)]
    return sum([await work.due_days.plan_anew(on=on, locality_id=each) for each in ids])


def plan_ladder(
    due: PlannedDay | DueDay, settings: LadderSettings, calendar: Calendar
) -> tuple[Step, ...]:
    """Give all steps of a due day; none of one so far away that a calendar ends before it."""
    if due.ends_on.year > LAST_YEAR:
        return ()
    if due.kind is DueKind.LINE:
        return plan_request(due.due_on, known_since=due.known_since, calendar=calendar)
    return plan_steps(
        due.due_on,
        known_since=due.known_since,
        calendar=calendar,
        settings=settings,
        ends_on=due.ends_on,
    )
