"""When people are told things unasked: in the daytime, officials on working days only."""

import datetime as dt

from handlers.texts.forms import HANOI, local_day
from knowledge.calendar import Calendar

EARLIEST, LATEST = dt.time(7, 30), dt.time(20, 0)


def is_daytime(now: dt.datetime) -> bool:
    """Tell whether anybody is told anything unasked at a moment."""
    return EARLIEST <= now.astimezone(HANOI).time() < LATEST


def is_working_daytime(now: dt.datetime, calendar: Calendar) -> bool:
    """Tell whether officials are told things at a moment."""
    return is_daytime(now) and calendar.is_working_day(local_day(now))
