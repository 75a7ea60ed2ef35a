"""When officials answer: the office's hours as entered, and whether it is open now."""

import datetime as dt
import re
from collections.abc import Mapping

from handlers.texts import say
from handlers.texts.forms import HANOI
from knowledge.calendar import Calendar

SATURDAY = 5
_CLOCK = r"(\d{1,2})\s*(?:(?:giờ|gio|[:hg])\s*(\d{2})?)?"
_SPAN = re.compile(rf"{_CLOCK}(?:\s*phút)?\s*(?:-|–|—|đến|to)\s*{_CLOCK}")


def say_when(
    profile: Mapping[str, str], language: str, *, now: dt.datetime, calendar: Calendar
) -> str:
    """Say when an official will answer; outside the hours that are known, say so."""
    hours = _say_hours(profile, language)
    key = (
        "handover_when" if is_open(profile, now=now, calendar=calendar) else "handover_when_closed"
    )
    return say(key, language, hours=f" ({hours})" if hours else "")


def is_open(profile: Mapping[str, str], *, now: dt.datetime, calendar: Calendar) -> bool:
    """Tell whether the office is open; on a working day without hours that can be read it is."""
    local = now.astimezone(HANOI)
    is_working = calendar.is_working_day(local.date())
    if not is_working and local.weekday() != SATURDAY:
        return False
    names = ("hours.morning", "hours.afternoon") if is_working else ("hours.saturday",)
    spans = [span for name in names if (span := _read_span(profile.get(name, "")))]
    if not spans:
        return is_working
    return any(start <= local.time() < end for start, end in spans)


def _read_span(text: str) -> tuple[dt.time, dt.time] | None:
    found = _SPAN.search(text.lower())
    if found is None:
        return None
    start, start_minute, end, end_minute = (int(group or 0) for group in found.groups())
    if max(start, end) > 23 or max(start_minute, end_minute) > 59:
        return None
    return dt.time(start, start_minute), dt.time(end, end_minute)


def _say_hours(profile: Mapping[str, str], language: str) -> str:
    names = ("hours.days", "hours.morning", "hours.afternoon")
    if not all(profile.get(name) for name in names):
        return ""
    days, morning, afternoon = (profile[name] for name in names)
    return say("handover_hours", language, days=days, morning=morning, afternoon=afternoon)
