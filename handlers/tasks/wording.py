"""How a due day is written: its code, its line in a list, where it comes from."""

import datetime as dt

from handlers.sources import describe_source
from handlers.texts import say
from handlers.texts.forms import clip, write_day, write_weekday
from knowledge.calendar import Calendar
from storage.values import DueDay

LONGEST_ITEM = 160


def write_code(due_day_id: int) -> str:
    """Write the code by which a button names an item: V123."""
    return f"V{due_day_id}"


def describe_content(due: DueDay, limit: int = LONGEST_ITEM) -> str:
    """Say what is to be done, with the occurrence of what returns: “Báo cáo … (Quý III)”."""
    label = f" ({due.label})" if due.label else ""
    return clip(due.task.content.rstrip(" .;,"), limit - len(label)) + label


def describe_due_source(due: DueDay, language: str = "vi") -> str:
    """Say which row asks for it, or who gave it out and when."""
    if due.plan:
        return describe_source(due.plan, due.task)
    given = due.assignment
    assert given
    key = "source_assigned" if given.by else "source_assigned_office"
    words = say(key, language, name=given.by or "", day=write_day(given.at.date(), language))
    after = say("source_assigned_after", language, document=given.document)
    return words + (after if given.document else "")


def write_item(
    number: int, due: DueDay, *, calendar: Calendar, today: dt.date, language: str = "vi"
) -> str:
    """Say a due day in one line of a list."""
    return say(
        "digest_item",
        language,
        number=number,
        content=describe_content(due),
        last_day=write_weekday(due.due_on, language),
        days_left=write_days_left(due, calendar=calendar, today=today, language=language),
    )


def write_days_left(
    due: DueDay, *, calendar: Calendar, today: dt.date, language: str = "vi"
) -> str:
    """Say how many working days are left, or how late it is and that no result was entered."""
    if due.due_on < today:
        return _say_late("days_late", due, calendar, today, language)
    return say_days_left(due.due_on, calendar=calendar, today=today, language=language)


def write_days_late(
    due: DueDay, *, calendar: Calendar, today: dt.date, language: str = "vi"
) -> str:
    """Say how late something is, below a head that says that no result was entered."""
    return _say_late("days_late_said", due, calendar, today, language)


def _say_late(key: str, due: DueDay, calendar: Calendar, today: dt.date, language: str) -> str:
    days = calendar.count_working_days(due.due_on, today)
    return say(key if days else f"{key}_little", language, days=days)


def say_days_left(day: dt.date, *, calendar: Calendar, today: dt.date, language: str = "vi") -> str:
    """Say how many working days are left until a day that is not over."""
    if day == today:
        return say("days_today", language)
    days = calendar.count_working_days(today, day)
    return say("days_left" if days else "days_left_none", language, days=days)
