import datetime as dt

import pytest

from knowledge.calendar import (
    Calendar,
    build_calendar,
    find_forecasts,
    find_tet,
    load_calendar,
)
from knowledge.plan import Note


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar()


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
