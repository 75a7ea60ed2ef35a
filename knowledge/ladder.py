"""The steps at which people are told of a due day (design.md §7), in working days."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache, partial
from itertools import pairwise
from typing import Any

from knowledge.calendar import ONE_WEEK, Calendar
from knowledge.errors import KnowledgeError

MOST_DAYS = 60  # working days between a step and the due day
LONGEST_AHEAD = 366  # calendar days
MOST_SHOWN = 40  # characters of what a table holds and should not
REQUEST_STEPS = (5, 0)


class Audience(StrEnum):
    """Who is told at a step."""

    OFFICE = "office"
    HEAD = "head"
    CLERK = "clerk"
    DEPUTY = "deputy"
    CHAIRMAN = "chairman"


LEADERS = frozenset({Audience.DEPUTY, Audience.CHAIRMAN})


@dataclass(frozen=True, slots=True)
class Step:
    """One telling: `code` is in working days from the due day, negative before it.

    A weekly repeat has its day's ordinal (`date.toordinal`) for a code, far above any other.
    """

    code: int
    day: dt.date
    audience: Audience = Audience.OFFICE


@dataclass(frozen=True, slots=True)
class Escalation:
    """Who hears, so many working days after the due day, that no result was entered."""

    offset: int
    audience: Audience


@dataclass(frozen=True, slots=True)
class LadderSettings:
    """When to tell whom; `early`, `usual` and `short` count working days before the due day.

    `early_from` is in calendar days between knowing and the due day, `short_until` in working
    days. `is_weekly`: whom an escalation has told is told again every week.
    """

    early: tuple[int, ...] = (20, 7, 3, 1, 0)
    usual: tuple[int, ...] = (7, 3, 1, 0)
    short: tuple[int, ...] = (3, 1, 0)
    early_from: int = 60
    short_until: int = 10
    escalations: tuple[Escalation, ...] = (
        Escalation(1, Audience.OFFICE),
        Escalation(2, Audience.HEAD),
        Escalation(3, Audience.CLERK),
        Escalation(5, Audience.DEPUTY),
        Escalation(10, Audience.CHAIRMAN),
    )
    is_weekly: bool = True


def plan_steps(
    due_on: dt.date,
    *,
    known_since: dt.date,
    calendar: Calendar,
    settings: LadderSettings = LadderSettings(),
    ends_on: dt.date | None = None,
) -> tuple[Step, ...]:
    """Return the steps of every audience by day, none before known_since.

    Steps count from the due day, or from the last working day before it where that is a day off.
    Leaders are told in one aggregate a week, so theirs wait for a week's first working day. Weekly
    repeats follow the last escalation, up to and including ends_on (None: there are none); the
    clerk gets none, who has lists of what is late.
    """
    due = calendar.working_day_on_or_before(due_on)
    before = _choose(due_on, known_since, calendar, settings)
    escalated = [_escalate(due, escalation, calendar) for escalation in settings.escalations]
    fixed = sorted([*_count_back(due, before, calendar), *escalated], key=_by_day)
    steps = tuple(step for step in fixed if step.day >= known_since)
    if not (settings.is_weekly and ends_on and escalated):
        return steps
    return (*steps, *_repeat(escalated, known_since, ends_on, calendar))


def plan_request(
    closes_on: dt.date, *, known_since: dt.date, calendar: Calendar
) -> tuple[Step, ...]:
    """Return the steps at which a line of result is asked for, for data that close on a day.

    Five working days before that day and on it, or on the last working day before it.
    """
    due = calendar.working_day_on_or_before(closes_on)
    steps = _count_back(due, REQUEST_STEPS, calendar)
    return tuple(step for step in steps if step.day >= known_since)


def find_next_day(steps: Iterable[Step], after: dt.date) -> dt.date | None:
    """Find the first day after a day on which somebody is told."""
    return min((step.day for step in steps if step.day > after), default=None)


def latest_reached(steps: Iterable[Step], on: dt.date, audience: Audience) -> Step | None:
    """Find the last step of an audience whose day has come."""
    reached = (step for step in steps if step.audience == audience and step.day <= on)
    return max(reached, key=_by_day, default=None)


def _choose(
    due_on: dt.date, known_since: dt.date, calendar: Calendar, settings: LadderSettings
) -> tuple[int, ...]:
    if (due_on - known_since).days >= settings.early_from:
        return settings.early
    if calendar.count_working_days(known_since, due_on) <= settings.short_until:
        return settings.short
    return settings.usual


def _count_back(due: dt.date, before: Iterable[int], calendar: Calendar) -> list[Step]:
    return [Step(-n, calendar.minus_working_days(due, n)) for n in before]


def _escalate(due: dt.date, escalation: Escalation, calendar: Calendar) -> Step:
    day = calendar.plus_working_days(due, escalation.offset)
    if escalation.audience in LEADERS and day != calendar.first_working_day_of_week(day):
        day = _begin_next_week(day, calendar)
    return Step(escalation.offset, day, escalation.audience)


def _begin_next_week(day: dt.date, calendar: Calendar) -> dt.date:
    """Return the first working day of the next week that has one."""
    return calendar.working_day_on_or_after(day - dt.timedelta(day.weekday()) + ONE_WEEK)


def _repeat(
    escalated: Sequence[Step], known_since: dt.date, ends_on: dt.date, calendar: Calendar
) -> Iterator[Step]:
    """Repeat for whom an escalation has told, from the week after the last of them."""
    audiences = tuple(dict.fromkeys(s.audience for s in escalated if s.audience != Audience.CLERK))
    for day in calendar.week_starts(max(step.day for step in escalated), ends_on):
        if day >= known_since:
            yield from _repeat_on(day, audiences)


@lru_cache(maxsize=4096)
def _repeat_on(day: dt.date, audiences: tuple[Audience, ...]) -> tuple[Step, ...]:
    """Return a week's repeats, made once: a plan has thousands of rows and 52 weeks."""
    return tuple(Step(day.toordinal(), day, audience) for audience in audiences)


def _by_day(step: Step) -> tuple[dt.date, int]:
    return step.day, step.code


def read_settings(table: Mapping[str, object]) -> LadderSettings:
    """Read what a locality has set; what it has not is as usual.

    Raise KnowledgeError: `ladder_unknown` (key), `ladder_malformed` (key), `ladder_empty` (key),
    `ladder_out_of_range` (key, number, least, most), `ladder_unordered` (key) or
    `ladder_audience_unknown` (audience, known).
    """
    unknown = next((key for key in table if key not in _READERS), None)
    if unknown is not None:
        raise KnowledgeError("ladder_unknown", key=_shorten(unknown))
    return LadderSettings(**{key: _READERS[key](key, value) for key, value in table.items()})


def dump_settings(settings: LadderSettings) -> dict[str, object]:
    """Return settings as a table for JSON, which `read_settings` reads back."""
    table = asdict(settings)
    return {key: list(v) if isinstance(v, tuple) else v for key, v in table.items()}


def _read_days_before(key: str, value: object) -> tuple[int, ...]:
    numbers = tuple(_read_number(key, n, least=0, most=MOST_DAYS) for n in _read_list(key, value))
    if any(later >= earlier for earlier, later in pairwise(numbers)):
        raise KnowledgeError("ladder_unordered", key=key)
    return numbers


def _read_escalations(key: str, value: object) -> tuple[Escalation, ...]:
    found = tuple(_read_escalation(key, row) for row in _read_list(key, value))
    is_ordered = all(one.offset <= other.offset for one, other in pairwise(found))
    if not is_ordered or len(set(found)) < len(found):
        raise KnowledgeError("ladder_unordered", key=key)
    return found


def _read_escalation(key: str, row: object) -> Escalation:
    if not isinstance(row, Mapping) or row.keys() != {"offset", "audience"}:
        raise KnowledgeError("ladder_malformed", key=key)
    offset = _read_number(key, row["offset"], least=1, most=MOST_DAYS)
    if row["audience"] not in _AUDIENCES:
        audience = _shorten(row["audience"])
        raise KnowledgeError(
            "ladder_audience_unknown", audience=audience, known=", ".join(_AUDIENCES)
        )
    return Escalation(offset, Audience(row["audience"]))


def _read_list(key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise KnowledgeError("ladder_malformed", key=key)
    if not value:
        raise KnowledgeError("ladder_empty", key=key)
    return value


def _read_number(key: str, value: object, *, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise KnowledgeError("ladder_malformed", key=key)
    if not least <= value <= most:
        raise KnowledgeError("ladder_out_of_range", key=key, number=value, least=least, most=most)
    return value


def _read_switch(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise KnowledgeError("ladder_malformed", key=key)
    return value


def _shorten(value: object) -> str:
    return str(value)[:MOST_SHOWN]


_AUDIENCES = tuple(audience.value for audience in Audience)
_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "early": _read_days_before,
    "usual": _read_days_before,
    "short": _read_days_before,
    "early_from": partial(_read_number, least=1, most=LONGEST_AHEAD),
    "short_until": partial(_read_number, least=0, most=MOST_DAYS),
    "escalations": _read_escalations,
    "is_weekly": _read_switch,
}
