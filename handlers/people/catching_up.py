"""What somebody who begins to answer for offices in the middle of ladders hears of open work."""

import datetime as dt

from handlers.ladders import find_settings, plan_ladder
from handlers.texts.forms import local_day
from knowledge.calendar import ONE_DAY, Calendar, load_calendar
from knowledge.ladder import Audience, LadderSettings, latest_reached
from storage.values import DueDay
from storage.work import Work


async def catch_up(work: Work, person_id: int, *, now: dt.datetime) -> None:
    """Let somebody hear, the next morning, of open work of which steps have passed before them.

    What is due today is told today, as its step is; what they were told of already is left alone.
    """
    today, calendar = local_day(now), load_calendar()
    person = await work.people.get(person_id, on=today)
    if person is None or not person.office_ids:
        return
    held = await work.due_days.of_offices(person.office_ids, locality_id=person.locality_id)
    ids = [due.id for due in held]
    known = {told.due_day_id for told in await work.nudges.told(ids) if told.person_id == person_id}
    known |= {id_ for id_, who in await work.nudges.pauses(ids) if who == person_id}
    settings = await find_settings(work, person.locality_id)
    missed = [
        due for due in held if due.id not in known and _has_begun(due, settings, calendar, today)
    ]
    for due in missed:
        if not _is_due_today(due, today, calendar):
            await work.nudges.pause(due.id, person_id, today + ONE_DAY)
    await work.due_days.plan_anew(ids=[due.id for due in missed], on=today)


def _has_begun(due: DueDay, settings: LadderSettings, calendar: Calendar, today: dt.date) -> bool:
    steps = plan_ladder(due, settings, calendar)
    return latest_reached(steps, today, Audience.OFFICE) is not None


def _is_due_today(due: DueDay, today: dt.date, calendar: Calendar) -> bool:
    return calendar.working_day_on_or_before(due.due_on) <= today <= due.due_on
