"""Simulated years: whatever people do, each due day is told to whom it concerns, once.

The rules are written a second time in `tests/factories/year_rules.py`; the clock is stepped
through 400 days, several ticks a day, and what was told is compared every tick and every evening.
"""

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from handlers.nudges.service import Nudges
from knowledge.calendar import load_calendar
from knowledge.files.reading import read
from knowledge.parsing import parse
from knowledge.plan import Plan
from storage.database import Database
from tests.factories.plans_many import PLACES, find_kinds, invent_plans
from tests.factories.year import HANOI, NOON, TIMES, Year, found_town
from tests.factories.year_check import Check
from tests.factories.year_rules import DAY, build_rules

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_on_one_thread")]

DAYS = 400
START = dt.date(2025, 12, 22)
ASLEEP = {dt.date(2026, 3, 11) + n * DAY for n in range(5)} | {dt.date(2026, 8, 17)}
NEVER = 4  # drafts that nobody confirms


def open_year(database: Database, start: dt.date, seed: int = 7) -> tuple[Year, Check]:
    calendar = load_calendar()
    now = dt.datetime.combine(start, dt.time(4), HANOI).astimezone(dt.UTC)
    nudges = Nudges(database, calendar, {})
    year = Year(database, nudges, calendar, random.Random(seed), now)
    return year, Check(year, build_rules(calendar.is_working_day))


async def live(year: Year, check: Check, plans: Sequence[Plan], days: int) -> None:
    """Step through the days; plans are confirmed one by one, some twice, the last ones never."""
    year.asleep = ASLEEP
    queue, confirmed = list(plans), dict[int, Plan]()
    for _ in range(days):
        if queue and len(queue) <= NEVER < len(plans):
            await year.add(queue.pop())
        elif queue:
            for _ in range(min(len(queue), year.dice.choice((0, 1, 3)))):
                plan = queue.pop(0)
                confirmed[await year.confirm(plan)] = plan
        if confirmed and year.dice.random() < 0.05:
            await replace_one(year, confirmed)
        await live_a_day(year, check)
        year.now += DAY


async def live_a_day(year: Year, check: Check) -> None:
    day = year.today
    for time in TIMES:
        if time == NOON and year.calendar.is_working_day(day):
            await year.work_day()
            if year.dice.random() < 0.1:
                await year.move_people()
        if day not in year.asleep:
            await check.after_tick(await year.tick(time))
    await check.after_day()
    year.now = dt.datetime.combine(day, dt.time(4), HANOI).astimezone(dt.UTC)


async def replace_one(year: Year, confirmed: dict[int, Plan]) -> None:
    """Replace a plan by one without its last row, whose first rows are as they were."""
    plan_id = year.dice.choice(list(confirmed))
    old = confirmed.pop(plan_id)
    new = replace(old, tasks=old.tasks[:-1], source=f"lan-hai-{old.source}")
    if new.tasks:
        confirmed[await year.confirm(new, replaces=plan_id)] = new


@pytest.fixture
def _on_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare every statement two changes of thread, a third of the time; nothing runs beside."""

    async def execute(
        _: aiosqlite.Connection, call: Callable[..., Any], *given: object, **named: object
    ) -> Any:
        return call(*given, **named)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", execute)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("half", [0, 1])
async def test_two_hundred_plans_through_a_year(sqlite: Database, half: int) -> None:
    places = PLACES[2 * half : 2 * half + 2]
    year, check = open_year(sqlite, START, seed=half)
    for place in places:
        await found_town(year, place)
    plans = invent_plans(100, places, seed=half)
    assert len(find_kinds(plans)) == 8
    await live(year, check, plans, DAYS)
    assert check.faults == []
    counted = Counter("weekly" if t.code > 99 else t.code for t in year.told)
    assert {-20, -7, -3, -1, 0, 1, 2, 3, 5, 10, "weekly", -1000} <= counted.keys(), counted


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
async def test_a_real_plan_through_its_year(sqlite: Database, shared: Path, name: str) -> None:
    path = shared / "plans" / f"{name}.txt"
    plan = parse(read(path.name, path.read_bytes()), ())
    issued = plan.issued_on or dt.date(plan.year or 2024, 1, 2)
    year, check = open_year(sqlite, issued)
    town = await found_town(year, plan.locality or "")
    await live(year, check, [plan], 1)
    await seat_everybody(year, town.id)
    await live(year, check, [], DAYS)
    assert check.faults == []
    states = {row.state for row in (await year.read_rows()).values()}
    assert bool(year.told) == bool(states - {"past", "cancelled"}), states


async def seat_everybody(year: Year, place_id: int) -> None:
    """Let somebody hold each office that a plan has named."""
    town = year.towns[place_id]
    async with year.database.write() as work:
        for office in await work.offices.list_all(place_id):
            if office.id not in town.offices.values() and not office.is_group:
                town.offices[office.name] = office.id
                await year.join(work, town, "officer", frozenset({office.id}))
