"""Working days of Viet Nam: the library `holidays` with our own table on top.

Days off are those of BLLĐ 2019 Đ112 and the swaps announced each year; terms are counted as in
BLDS 2015 Đ147–148. Holidays are worked out a year at a time, when a day of that year is asked for.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

import holidays

from knowledge.own_data import load_data
from knowledge.plan import Note

ONE_DAY = dt.timedelta(days=1)


class PublicHolidays(Protocol):
    """What we need of the library: membership fills in the day's year first."""

    weekend_workdays: set[dt.date]

    def __contains__(self, day: object, /) -> bool:
        """Say whether the day is a public holiday."""


@dataclass(frozen=True, slots=True)
class Override:
    """One corrected day: worked or off, and the document that says so."""

    is_working: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tell working days from days off."""

    overrides: Mapping[dt.date, Override]
    official_years: Mapping[int, str]
    public: PublicHolidays = field(repr=False, compare=False)

    def is_working_day(self, day: dt.date) -> bool:
        """Say whether offices work on the day."""
        override = self.overrides.get(day)
        if override is not None:
            return override.is_working
        if day in self.public:
            return False
        return day.weekday() < 5 or day in self.public.weekend_workdays

    def working_day_on_or_before(self, day: dt.date) -> dt.date:
        """Return the day itself or the last working day before it."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def working_day_on_or_after(self, day: dt.date) -> dt.date:
        """Return the day itself or the next working day (BLDS Đ148 k5)."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def minus_working_days(self, day: dt.date, n: int) -> dt.date:
        """Return the n-th working day before the day; with 0 the working day on or before it."""
        _refuse_negative(n)
        if n == 0:
            return self.working_day_on_or_before(day)
        for _ in range(n):
            day = self.working_day_on_or_before(day - ONE_DAY)
        return day

    def plus_working_days(self, day: dt.date, n: int) -> dt.date:
        """Return the n-th working day after the day, itself not counted (BLDS Đ147 k2)."""
        _refuse_negative(n)
        if n == 0:
            return self.working_day_on_or_after(day)
        for _ in range(n):
            day = self.working_day_on_or_after(day + ONE_DAY)
        return day

    def has_official_year(self, year: int) -> bool:
        """Say whether we hold the document that announced the year's days off."""
        return year in self.official_years

    def is_forecast(self, year: int) -> bool:
        """Say whether the year comes after the last one announced: its days off may still move."""
        return year > max(self.official_years, default=0)


def find_forecasts(days: Iterable[dt.date], calendar: Calendar) -> tuple[Note, ...]:
    """Find the years among due days whose public holidays are a forecast, a warning each."""
    years = sorted({day.year for day in days if calendar.is_forecast(day.year)})
    return tuple(Note("holidays_forecast", (("year", str(year)),)) for year in years)


@lru_cache(maxsize=512)
def find_tet(year: int) -> dt.date | None:
    """Find the first day of the lunar new year that falls in a year; known from 1901 to 2100."""
    found = holidays.country_holidays("VN", language="vi", years=year).get_named(
        "Tết Nguyên Đán", lookup="exact"
    )
    return found[0] if found else None


def load_calendar() -> Calendar:
    """Build the calendar from the library and knowledge/data/holidays.toml."""
    return build_calendar(load_data("holidays"))


def build_calendar(table: Mapping[str, object]) -> Calendar:
    """Build a calendar from a read table of days and official years; ValueError on a bad row."""
    return Calendar(
        overrides=MappingProxyType(dict(_read_day(row) for row in _rows(table.get("days", [])))),
        official_years=MappingProxyType(_read_years(table.get("official", {}))),
        public=holidays.country_holidays("VN", language="vi"),
    )


def _rows(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise ValueError("days must be a list of tables")
    return value


def _read_day(row: Mapping[str, object]) -> tuple[dt.date, Override]:
    day, word, basis = row.get("day"), row.get("is"), row.get("basis")
    if not isinstance(day, dt.date) or word not in ("off", "work") or not basis:
        raise ValueError(f"a day needs day, is = off|work and basis: {dict(row)}")
    return day, Override(is_working=word == "work", basis=str(basis))


def _read_years(value: object) -> dict[int, str]:
    if not isinstance(value, Mapping):
        raise ValueError("official must be a table of years")
    return {int(year): str(basis) for year, basis in value.items()}


def _refuse_negative(n: int) -> None:
    if n < 0:
        raise ValueError(f"a number of working days cannot be negative: {n}")
