import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.calendar import (
    ONE_DAY,
    Calendar,
    Override,
    build_calendar,
    find_forecasts,
    find_tet,
    load_calendar,
)
from knowledge.plan import Note

CALENDAR = load_calendar()
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return CALENDAR


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        ("2026-01-01", False),
        ("2026-01-02", False),
        ("2026-01-05", True),
        ("2026-01-10", True),
        ("2026-01-11", False),
        ("2026-02-16", False),
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-27", False),
        ("2026-08-22", True),
        ("2026-08-31", False),
        ("2026-09-02", False),
        ("2026-11-24", False),
        ("2025-11-24", True),
        ("2027-11-24", False),
        ("2026-11-23", True),
        ("2026-11-28", False),
        ("2025-04-26", True),
        ("2025-05-02", False),
        ("2024-04-29", False),
        ("2024-05-04", True),
        ("2022-09-01", False),
        ("2014-12-27", True),
        ("1900-01-04", True),
        ("2150-06-05", True),
    ],
)
def test_working_days(calendar: Calendar, *, day: str, is_worked: bool) -> None:
    assert calendar.is_working_day(dt.date.fromisoformat(day)) is is_worked


def test_weekend_worked_is_known_before_anything_else_of_its_year() -> None:
    assert load_calendar().is_working_day(dt.date(2014, 12, 27))


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("2026-11-22", "2026-11-20", "2026-11-23"),
        ("2026-11-24", "2026-11-23", "2026-11-25"),
        ("2026-01-03", "2025-12-31", "2026-01-05"),
        ("2026-02-18", "2026-02-13", "2026-02-23"),
    ],
)
def test_nearest_working_days(calendar: Calendar, day: str, before: str, after: str) -> None:
    given = dt.date.fromisoformat(day)
    assert calendar.working_day_on_or_before(given).isoformat() == before
    assert calendar.working_day_on_or_after(given).isoformat() == after


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-11-23", 1, "2026-11-25"),
        ("2026-11-20", 5, "2026-11-30"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-22", 0, "2026-11-23"),
        ("2025-12-31", 2, "2026-01-06"),
        ("2026-01-09", 1, "2026-01-10"),
    ],
)
def test_a_term_does_not_count_its_first_day(
    calendar: Calendar, day: str, n: int, expected: str
) -> None:
    assert calendar.plus_working_days(dt.date.fromisoformat(day), n).isoformat() == expected


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-11-25", 1, "2026-11-23"),
        ("2026-11-30", 5, "2026-11-20"),
        ("2026-11-22", 0, "2026-11-20"),
        ("2026-11-22", 1, "2026-11-20"),
        ("2026-01-12", 1, "2026-01-10"),
    ],
)
def test_counting_back(calendar: Calendar, day: str, n: int, expected: str) -> None:
    assert calendar.minus_working_days(dt.date.fromisoformat(day), n).isoformat() == expected


def test_negative_numbers_of_days_are_refused(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="negative"):
        calendar.plus_working_days(dt.date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="negative"):
        calendar.minus_working_days(dt.date(2026, 1, 1), -1)


@pytest.mark.parametrize(
    ("after", "until", "count"),
    [
        ("2026-11-20", "2026-11-27", 4),  # without 24/11
        ("2026-11-20", "2026-11-20", 0),
        ("2026-11-21", "2026-11-22", 0),
        ("2026-11-27", "2026-11-20", 0),
        ("2026-01-09", "2026-01-10", 1),  # a Saturday that is worked
        ("2025-12-31", "2026-01-05", 1),
        ("2027-12-31", "2028-12-31", 260 - 12),
        ("2023-12-31", "2026-01-02", 250 + 251),
        ("2028-02-28", "2028-02-29", 1),
    ],
)
def test_counting_working_days(calendar: Calendar, after: str, until: str, count: int) -> None:
    days = dt.date.fromisoformat(after), dt.date.fromisoformat(until)
    assert calendar.count_working_days(*days) == count


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2026-11-20", "2026-11-16"),
        ("2026-11-16", "2026-11-16"),
        ("2026-11-22", "2026-11-16"),
        ("2026-04-30", "2026-04-28"),  # Monday is off
        ("2026-09-04", "2026-09-03"),  # Monday to Wednesday are
        ("2026-02-18", None),  # Tết
        ("2026-01-01", "2025-12-29"),
        ("2028-01-01", "2027-12-27"),
    ],
)
def test_a_week_begins_on_its_first_working_day(
    calendar: Calendar, day: str, first: str | None
) -> None:
    found = calendar.first_working_day_of_week(dt.date.fromisoformat(day))
    assert (found.isoformat() if found else None) == first


@pytest.mark.parametrize(
    ("after", "until", "expected"),
    [
        ("2026-02-02", "2026-02-23", ["2026-02-09", "2026-02-23"]),
        ("2025-12-22", "2026-01-05", ["2025-12-29", "2026-01-05"]),
        ("2026-04-26", "2026-04-27", []),
        ("2026-04-26", "2026-04-28", ["2026-04-28"]),
        ("2026-12-31", "2026-01-01", []),
        ("2027-01-31", "2026-01-01", []),
    ],
)
def test_weeks_without_a_working_day_have_no_start(
    calendar: Calendar, after: str, until: str, expected: list[str]
) -> None:
    days = dt.date.fromisoformat(after), dt.date.fromisoformat(until)
    assert [day.isoformat() for day in calendar.week_starts(*days)] == expected


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 300))
def test_terms_agree_with_days_looked_at_one_by_one(start: dt.date, n: int) -> None:
    days = [start + ONE_DAY * k for k in range(1, 800)]
    worked = [day for day in days if CALENDAR.is_working_day(day)]
    end = start + ONE_DAY * n
    assert CALENDAR.plus_working_days(start, n + 1) == worked[n]
    assert CALENDAR.minus_working_days(worked[n] + ONE_DAY, n + 1) == worked[0]
    assert CALENDAR.working_day_on_or_after(start + ONE_DAY) == worked[0]
    assert CALENDAR.working_day_on_or_before(worked[n]) == worked[n]
    assert CALENDAR.count_working_days(start, end) == sum(day <= end for day in worked)


def test_years_worked_out_change_neither_equality_nor_copies() -> None:
    used, fresh, monday = load_calendar(), load_calendar(), dt.date(2026, 6, 15)
    assert used.is_working_day(monday)
    assert used == fresh
    changed = replace(used, overrides={monday: Override(is_working=False, basis="x")})
    assert changed != used
    assert not changed.is_working_day(monday)


class HalfFilled:
    """Behave as the library does, which says that a year is filled in before it is."""

    def __init__(self, day: dt.date) -> None:
        self.weekend_workdays: set[dt.date] = set()
        self._day, self._found, self._is_begun = day, set[object](), False
        self._is_asked_again = Event()

    def __contains__(self, day: object, /) -> bool:
        if self._is_begun:
            self._is_asked_again.set()
            return day in self._found
        self._is_begun = True
        self._is_asked_again.wait(0.03)
        self._found.add(self._day)
        return day in self._found


def test_threads_that_ask_for_a_new_year_see_its_holidays() -> None:
    holiday = dt.date(2026, 9, 2)
    calendar = Calendar({}, {}, HalfFilled(holiday))
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(calendar.is_working_day, [holiday] * 2)) == [False, False]


@pytest.mark.parametrize(("year", "is_official"), [(2026, True), (2027, False), (2012, False)])
def test_years_that_were_announced(calendar: Calendar, *, year: int, is_official: bool) -> None:
    assert calendar.has_official_year(year) is is_official


def test_only_years_after_the_last_announced_are_a_forecast(calendar: Calendar) -> None:
    days = [dt.date(year, 6, 1) for year in (2022, 2026, 2028, 2027, 2027)]
    assert find_forecasts(days, calendar) == (
        Note("holidays_forecast", (("year", "2027"),)),
        Note("holidays_forecast", (("year", "2028"),)),
    )


def test_without_any_announcement_every_year_is_a_forecast() -> None:
    assert build_calendar({}).is_forecast(2022)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1985, "1985-01-21"),  # a month before China's
        (2007, "2007-02-17"),
        (2022, "2022-02-01"),
        (2026, "2026-02-17"),
        (2030, "2030-02-02"),
    ],
)
def test_first_day_of_tet(year: int, day: str) -> None:
    assert find_tet(year) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("year", [1900, 2101])
def test_tet_of_years_that_no_table_holds(year: int) -> None:
    assert find_tet(year) is None


def test_every_override_states_its_basis(calendar: Calendar) -> None:
    assert all(override.basis for override in calendar.overrides.values())


@pytest.mark.parametrize(
    "table",
    [
        {"days": [{"day": dt.date(2026, 1, 2), "is": "free", "basis": "x"}]},
        {"days": [{"day": dt.date(2026, 1, 2), "is": "off"}]},
        {"days": [{"day": "2026-01-02", "is": "off", "basis": "x"}]},
        {"days": {"day": 1}},
        {"official": ["2026"]},
    ],
)
def test_bad_rows_are_refused(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"days?|official"):
        build_calendar(table)
