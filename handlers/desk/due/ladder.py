"""The steps of a due day at the desk: which were told to whom, and which come."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.ladders import find_settings, plan_ladder
from handlers.nudges.stepping import SUPPORT
from handlers.people.directory import Directory
from handlers.texts import say
from handlers.texts.forms import join_names
from knowledge.calendar import Calendar
from knowledge.ladder import Step
from storage.values import DueDay, DueState
from storage.values.due_lists import ToldStep
from storage.work import Work

MOST_COMING = 6


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Who was told at a step, and when."""

    at: dt.datetime
    step: str
    names: str


@dataclass(frozen=True, slots=True)
class ComingStep:
    """Who will be told on a day; `names` is empty where nobody holds the office."""

    day: dt.date
    step: str
    audience: str
    names: str


def join_told(told: Sequence[ToldStep]) -> Iterator[ToldLine]:
    """Yield a line for each step, with all who were told of it then."""
    lines: dict[tuple[dt.date, int, dt.datetime], list[str]] = {}
    for each in told:
        lines.setdefault((each.due_on, each.step, each.told_at or each.at), []).append(each.person)
    for (_, step, at), names in lines.items():
        yield ToldLine(at, word_step(step), join_names(names))


def word_step(code: int, day: dt.date | None = None) -> str:
    """Say at which step somebody is told; a weekly repeat has its day for a code."""
    if code == SUPPORT:
        return say("desk_due_step_support")
    if code == 0:
        return say("step_today")
    is_weekly = code == day.toordinal() if day else code > dt.date(1900, 1, 1).toordinal()
    if is_weekly:
        return say("step_weekly")
    return say("step_before" if code < 0 else "step_after", days=abs(code))


async def foresee_steps(
    work: Work,
    due: DueDay,
    directory: Directory,
    told: Sequence[ToldStep],
    *,
    today: dt.date,
    calendar: Calendar,
) -> tuple[ComingStep, ...]:
    """Say which steps come, a weekly repeat by its first day only."""
    if due.state is not DueState.OPEN:
        return ()
    reached = {each.step for each in told if each.due_on == due.due_on}
    steps = plan_ladder(due, await find_settings(work, due.locality_id), calendar)
    coming = [s for s in steps if s.day > today or (s.day == today and s.code not in reached)]
    first: dict[tuple[str, str], Step] = {}
    for step in coming:
        first.setdefault((word_step(step.code, step.day), step.audience.value), step)
    return tuple(_word_coming(directory, due, step) for step in list(first.values())[:MOST_COMING])


def _word_coming(directory: Directory, due: DueDay, step: Step) -> ComingStep:
    people = directory.find_audience(step.audience, due.office_id)
    return ComingStep(
        step.day,
        word_step(step.code, step.day),
        say(f"nudges_audience_{step.audience.value}"),
        join_names([person.name for person in people]),
    )
