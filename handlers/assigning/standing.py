"""How the standing of work is worded, with what may be done about it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence

from handlers.assigning.status import Occurrence, pick_urged
from handlers.assigning.wording import write_names
from handlers.buttons import make_button
from handlers.messages import Button, Reply
from handlers.tasks.buttons import offer_urging
from handlers.tasks.pages import Listed
from handlers.tasks.wording import (
    describe_content,
    describe_due_source,
    write_code,
    write_days_late,
    write_item,
)
from handlers.texts import say
from handlers.texts.forms import capital, clip, write_weekday
from knowledge.calendar import Calendar
from storage.values import DueDay, Person

LONGEST_CHOICE = 120
MOST_CHOICES = 5


def word_status(occurrence: Occurrence, person: Person, language: str) -> Reply:
    """Say how many have handed something in and who has not, with a button to urge those."""
    count, total = len(occurrence.done), len(occurrence.due_days)
    urged = pick_urged(person, occurrence.missing)
    if not occurrence.missing:
        key = "status_complete" if count == total else "status_decided_later"
        text = say(key, language, count=count, total=total)
    else:
        key = "status_group" if occurrence.is_group else "status"
        missing = _write_missing(occurrence.missing, language)
        text = say(key, language, count=count, total=total, missing=missing)
        text += _say_urging(urged, occurrence, language) + "."
    lines = [text, *_say_disputed(occurrence, language), _say_what(occurrence.first, language)]
    buttons = (_offer_urging(urged, occurrence, language),) if urged else ()
    return Reply("\n".join(lines), buttons, numbered=len(buttons))


def _write_missing(missing: Sequence[DueDay], language: str) -> str:
    """Write who has not handed it in, by the day that counts for them."""
    days: dict[dt.date, list[str]] = defaultdict(list)
    for due in missing:
        days[due.due_on].append(due.office or say("no_office", language))
    return "; ".join(
        say(
            "status_missing",
            language,
            offices=write_names(offices, language),
            day=write_weekday(day, language),
        )
        for day, offices in sorted(days.items())
    )


def _say_urging(urged: Sequence[DueDay], occurrence: Occurrence, language: str) -> str:
    if not urged:
        return ""
    is_group = occurrence.is_group and len(urged) > 1
    name = "missing" if is_group else {1: "one", 2: "two"}.get(len(urged), "many")
    whom = say(f"urge_whom_{name}", language, count=len(urged))
    return say("status_urge", language, whom=whom)


def _offer_urging(urged: Sequence[DueDay], occurrence: Occurrence, language: str) -> Button:
    ids = [due.id for due in urged]
    if not occurrence.is_group:
        return offer_urging(ids, language)
    codes = " ".join(map(write_code, ids))
    return make_button("urge_missing", language, codes=codes)


def _say_disputed(occurrence: Occurrence, language: str) -> list[str]:
    names = [due.office or say("no_office", language) for due in occurrence.disputed]
    if not names:
        return []
    return [say("status_disputed", language, offices=write_names(names, language))]


def _say_what(due: DueDay, language: str) -> str:
    return say(
        "status_what",
        language,
        content=describe_content(due),
        source=describe_due_source(due, language),
    )


def ask_which(occurrences: Sequence[Occurrence], language: str) -> Reply:
    """Ask which of several tasks is meant."""
    shown = occurrences[:MOST_CHOICES]
    labels = [describe_content(each.first, LONGEST_CHOICE) for each in shown]
    lines = [say("status_which", language, count=len(occurrences))]
    lines += [
        f"{number}. {label} ({write_weekday(each.first.due_on, language)})"
        for number, (label, each) in enumerate(zip(labels, shown, strict=True), 1)
    ]
    buttons = tuple(
        Button(clip(label, 40), say("says_status", language, code=write_code(each.first.id)))
        for label, each in zip(labels, shown, strict=True)
    )
    return Reply("\n".join(lines), buttons, numbered=len(buttons))


def list_late(
    late: Sequence[DueDay], *, calendar: Calendar, today: dt.date, language: str
) -> list[Listed]:
    """List what is overdue by number, each office's below its name, the oldest first."""
    ordered = sorted(late, key=lambda due: (due.due_on, due.office or "", due.id))
    offices = list(dict.fromkeys(due.office for due in ordered))
    ordered.sort(key=lambda due: offices.index(due.office))
    counts = Counter(due.office for due in late)
    items: list[Listed] = []
    office: str | None = None
    for number, due in enumerate(ordered, 1):
        line = say(
            "late_item",
            language,
            number=number,
            content=describe_content(due),
            last_day=write_weekday(due.due_on, language),
            days_late=write_days_late(due, calendar=calendar, today=today, language=language),
        )
        name = due.office or capital(say("no_office", language))
        count = counts[due.office]
        head = say("late_office", language, office=name, count=count) + "\n"
        items.append(Listed(number, due.id, line if name == office else head + line))
        office = name
    return items


def list_office(
    due_days: Sequence[DueDay], *, calendar: Calendar, today: dt.date, language: str
) -> list[Listed]:
    """List what an office has to do by number."""
    return [
        Listed(
            number,
            due.id,
            write_item(number, due, calendar=calendar, today=today, language=language),
        )
        for number, due in enumerate(due_days, 1)
    ]
