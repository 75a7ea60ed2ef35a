"""The steps at which an office is reminded of a due day (design.md §7), in working days."""

import datetime as dt
from dataclasses import dataclass

from knowledge.calendar import Calendar

OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder; `offset` is in working days from the due day, negative before it."""

    offset: int
    day: dt.date
    audience: str = OFFICE


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who hears, so many working days after the due day, that no result was entered."""

    offset: int
    audience: str


@dataclass(frozen=True, slots=True)
class LadderSettings:
    """When to remind; `early`, `usual` and `short` count working days before the due day.

    `early_from` is in calendar days between knowing and the last day, `short_until` in working
    days. `plan_steps` uses the escalations for the office only; the others are for who escalates.
    """

    early: tuple[int, ...] = (20, 7, 3, 1, 0)
    usual: tuple[int, ...] = (7, 3, 1, 0)
    short: tuple[int, ...] = (3, 1, 0)
    early_from: int = 60
    short_until: int = 10
    escalations: tuple[Escalation, ...] = (
        Escalation(1, OFFICE),
        Escalation(2, "head"),
        Escalation(3, "clerk"),
        Escalation(5, "deputy"),
        Escalation(10, "chairman"),
    )


def plan_steps(
    last_day: dt.date,
    *,
    known_since: dt.date,
    calendar: Calendar,
    settings: LadderSettings = LadderSettings(),
) -> tuple[Step, ...]:
    """Return the office's steps, by day, none before known_since.

    Steps count from the last day itself, or from the last working day before it.
    """
    due = calendar.working_day_on_or_before(last_day)
    if (last_day - known_since).days >= settings.early_from:
        before = settings.early
    elif calendar.minus_working_days(due, settings.short_until) <= known_since:
        before = settings.short
    else:
        before = settings.usual
    steps = [Step(-n, calendar.minus_working_days(due, n)) for n in before]
    steps += [
        Step(e.offset, calendar.plus_working_days(due, e.offset), e.audience)
        for e in settings.escalations
        if e.audience == OFFICE
    ]
    return tuple(sorted((s for s in steps if s.day >= known_since), key=lambda s: s.day))
