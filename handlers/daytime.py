"""When people are told things unasked: in the daytime, officials on working days only."""

import datetime as dt

from handlers.texts.forms import HANOI, local_day
from knowledge.calendar import Calendar

EARLIEST, LATEST = dt.time(7, 30), dt.time(20, 0)
LEADERS_FROM = dt.time(7, 0)  # for their one aggregate a week


def is_daytime(now: dt.datetime) -> bool:
    """Tell whether anybody is told anything unasked at a moment."""
    return EARLIEST <= now.astimezone(HANOI).time() < LATEST


def is_working_daytime(now: dt.datetime, calendar: Calendar) -> bool:
    """Tell whether officials are told things at a moment."""
    return is_daytime(now) and calendar.is_working_day(local_day(now))


def is_before_officers(now: dt.datetime) -> bool:
    """Tell whether it is so early that only leaders are told things."""
    return now.astimezone(HANOI).time() < EARLIEST


def is_within_work(now: dt.datetime, calendar: Calendar) -> bool:
    """Tell whether anybody at work is told things, leaders from 07:00 on."""
    is_awake = LEADERS_FROM <= now.astimezone(HANOI).time() < LATEST
    return is_awake and calendar.is_working_day(local_day(now))


def next_daytime(now: dt.datetime) -> dt.datetime | None:
    """Give the moment at which citizens may be told things again; None if that is now."""
    if is_daytime(now):
        return None
    local = now.astimezone(HANOI)
    day = local.date() if local.time() < EARLIEST else local.date() + dt.timedelta(days=1)
    return dt.datetime.combine(day, EARLIEST, HANOI).astimezone(dt.UTC)


def next_working_morning(now: dt.datetime, calendar: Calendar) -> dt.datetime | None:
    """Give the moment at which officials may be told things again; None if that is now."""
    if is_working_daytime(now, calendar):
        return None
    local = now.astimezone(HANOI)
    is_early = local.time() < EARLIEST and calendar.is_working_day(local.date())
    day = local.date() if is_early else calendar.plus_working_days(local.date(), 1)
    return dt.datetime.combine(day, EARLIEST, HANOI).astimezone(dt.UTC)
