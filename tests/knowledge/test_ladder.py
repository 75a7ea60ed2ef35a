import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calendar import Calendar, load_calendar
from knowledge.ladder import Escalation, LadderSettings, Step, plan_steps

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
CALENDAR = load_calendar()


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return CALENDAR


def offsets(steps: tuple[Step, ...]) -> list[int]:
    return [step.offset for step in steps]


@pytest.mark.parametrize(
    ("last_day", "known_since", "expected"),
    [
        ("2026-12-18", "2026-10-19", [-20, -7, -3, -1, 0, 1]),
        ("2026-12-18", "2026-10-20", [-7, -3, -1, 0, 1]),
        ("2026-12-18", "2026-12-03", [-7, -3, -1, 0, 1]),
        ("2026-12-18", "2026-12-04", [-3, -1, 0, 1]),
        ("2026-12-18", "2026-12-16", [-1, 0, 1]),
        ("2026-12-18", "2026-12-18", [0, 1]),
        ("2026-12-18", "2026-12-21", [1]),
        ("2026-12-18", "2026-12-22", []),
    ],
)
def test_steps_by_how_early_the_day_is_known(
    calendar: Calendar, last_day: str, known_since: str, expected: list[int]
) -> None:
    steps = plan_steps(
        dt.date.fromisoformat(last_day),
        known_since=dt.date.fromisoformat(known_since),
        calendar=calendar,
    )
    assert offsets(steps) == expected


def test_a_day_off_is_reminded_of_on_the_working_day_before(calendar: Calendar) -> None:
    steps = plan_steps(dt.date(2026, 11, 22), known_since=dt.date(2026, 9, 1), calendar=calendar)
    assert [(s.offset, s.day.isoformat()) for s in steps] == [
        (-20, "2026-10-23"),
        (-7, "2026-11-11"),
        (-3, "2026-11-17"),
        (-1, "2026-11-19"),
        (0, "2026-11-20"),
        (1, "2026-11-23"),
    ]


def test_escalations_are_data_for_others(calendar: Calendar) -> None:
    audiences = [(e.offset, e.audience) for e in LadderSettings().escalations]
    assert audiences == [(1, "office"), (2, "head"), (3, "clerk"), (5, "deputy"), (10, "chairman")]
    steps = plan_steps(dt.date(2026, 12, 18), known_since=dt.date(2026, 9, 1), calendar=calendar)
    assert {step.audience for step in steps} == {"office"}


def test_settings_replace_the_ladder(calendar: Calendar) -> None:
    settings = LadderSettings(usual=(5, 2), escalations=(Escalation(2, "office"),))
    steps = plan_steps(
        dt.date(2026, 12, 18),
        known_since=dt.date(2026, 11, 20),
        calendar=calendar,
        settings=settings,
    )
    assert offsets(steps) == [-5, -2, 2]


@given(last_day=DAYS, known_since=DAYS)
def test_steps_are_working_days_in_order_and_not_before_known(
    last_day: dt.date, known_since: dt.date
) -> None:
    steps = plan_steps(last_day, known_since=known_since, calendar=CALENDAR)
    days = [step.day for step in steps]
    assert days == sorted(set(days))
    assert all(CALENDAR.is_working_day(day) and day >= known_since for day in days)
    assert all((step.day <= last_day) == (step.offset <= 0) for step in steps)
