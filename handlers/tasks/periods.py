"""The part of the calendar that an official asks about their own work for."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.abbreviations import expand_chat
from knowledge.questions.times import find_time
from storage.values import DueDay

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """A first and last day, with its name for a sentence and the facts that go into it."""

    name: str
    first: dt.date
    last: dt.date
    facts: Mapping[str, object] = field(default_factory=dict)

    def holds(self, due: DueDay, today: dt.date) -> bool:
        """Say whether work is due in it; what is late is due where it holds today."""
        is_late = due.due_on < today and self.first <= today <= self.last
        return is_late or self.first <= due.due_on <= self.last


def find_period(text: str, today: dt.date) -> Period | None:
    """Find the part of the calendar that a message names; None where it names none."""
    time = find_time(expand_chat(text), today)
    window = time.find_window(today.year)
    if window is None:
        return None
    first, last = window
    if time.days:
        return Period(_name_days(first, last, today), first, last)
    if time.month:
        return Period("month", first, last, {"month": time.month, "year": first.year})
    if time.quarter:
        facts = {"quarter": _ROMAN[time.quarter - 1], "year": first.year}
        return Period("quarter", first, last, facts)
    return Period(f"half_{time.half}", first, last, {"year": first.year})


def _name_days(first: dt.date, last: dt.date, today: dt.date) -> str:
    if first == last:
        return "today" if first == today else "day"
    return "this_week" if first <= today <= last else "next_week"
