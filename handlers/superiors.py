"""Under whom a place lies, and what follows it: what changes with them at once."""

import datetime as dt

from handlers.ladders import plan_anew
from handlers.plans.due_days import replan_below
from handlers.texts.forms import local_day
from storage.work import Work


async def put_under(work: Work, place_id: int, parent_id: int | None, *, now: dt.datetime) -> None:
    """Put a place under another, or under none; its work and steps follow from now on.

    Raise `Conflict("parent_cycle")`.
    """
    await work.localities.set_parent(place_id, parent_id)
    await replan_below(work, place_id, now=now)
    await plan_anew(work, place_id, on=local_day(now))
