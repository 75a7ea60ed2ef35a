"""Figures of the running quarter: due days by week, cases by state, what is on time by unit."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from handlers.desk.today.base import Scene
from handlers.desk.today.due import count_weeks
from handlers.figures.tasks import DueDays, count_due_days, list_due_days
from handlers.texts import say
from handlers.texts.forms import HANOI, capital, local_day
from knowledge.cases.states import CaseState
from knowledge.reporting.periods import Period, find_end
from knowledge.tasks.figures import Days, TaskFigures, count_tasks

MOST_UNITS = 10  # those with the most work


@dataclass(frozen=True, slots=True)
class Week:
    """The due days of a week, from its first day in the quarter on."""

    first: dt.date
    done: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class UnitShare:
    """The shares on time of a unit, 0 to 1: of its tasks and its cases; None where nothing was."""

    unit: str
    tasks: float | None
    cases: float | None


@dataclass(frozen=True, slots=True)
class Charts:
    """What is drawn; the quarter is the calendar's, up to its end."""

    first: dt.date
    last: dt.date
    weeks: tuple[Week, ...]
    states: tuple[tuple[str, int], ...]
    shares: tuple[UnitShare, ...]


async def read_charts(scene: Scene, states: tuple[tuple[CaseState, int], ...]) -> Charts:
    """Read the figures of the visitor's offices, of all of the place for who sees these."""
    first, last = find_quarter(scene.today)
    due_days = await list_due_days(
        scene.work, scene.place_id, first, last, office_ids=scene.visitor.office_ids
    )
    weeks = count_weeks(due_days.all, first, last, scene.today)
    return Charts(
        first,
        last,
        tuple(Week(*week) for week in weeks),
        tuple((capital(say(f"casework_state_{state.value}")), count) for state, count in states),
        await _read_shares(scene, due_days),
    )


def find_quarter(day: dt.date) -> tuple[dt.date, dt.date]:
    """Find the first and last day of a day's quarter on the calendar."""
    number = (day.month + 2) // 3
    first = dt.date(day.year, 3 * number - 2, 1)
    return first, find_end(Period.QUARTER, number, day.year)


async def _read_shares(scene: Scene, due_days: DueDays) -> tuple[UnitShare, ...]:
    """Read what each unit has on time of what was due in the quarter; open and over is late."""
    tasks = dict(count_due_days(due_days, scene.today).units)
    cases = await _count_cases(scene, due_days.first)
    weights: Counter[str] = Counter()
    for counted in (tasks, cases):
        weights.update({name: each.done + each.overdue for name, each in counted.items()})
    chosen = [name for name, count in weights.most_common() if name and count][:MOST_UNITS]
    return tuple(
        UnitShare(
            name,
            tasks[name].share_on_time if name in tasks else None,
            cases[name].share_on_time if name in cases else None,
        )
        for name in sorted(chosen)
    )


async def _count_cases(scene: Scene, first: dt.date) -> dict[str, TaskFigures]:
    """Count cases by the unit that they are with: answered since a day, or open with a term."""
    found: dict[str, list[Days]] = defaultdict(list)
    for each in await scene.work.desk_counts.list_case_outcomes(
        scene.place_id,
        dt.datetime.combine(first, dt.time(), HANOI),
        office_ids=scene.visitor.office_ids,
    ):
        done_on = local_day(each.done_at) if each.done_at else None
        found[each.office].append((each.due_on, done_on))
    return {unit: count_tasks(days, scene.today) for unit, days in found.items()}
