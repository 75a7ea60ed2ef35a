"""Working days of Viet Nam: the library `holidays` with our own table on top.

Days off are those of BLLĐ 2019 Đ112 and the swaps announced each year; terms are counted as in
BLDS 2015 Đ147–148. Holidays are worked out a year at a time, when a day of that year is asked for.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from types import MappingProxyType
from typing import Protocol

import holidays

from knowledge.own_data import load_data
from knowledge.plan import Note

ONE_DAY = dt.timedelta(days=1)
ONE_WEEK = dt.timedelta(weeks=1)


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
    _years: dict[int, tuple[int, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # ordinals of the working days of the years asked for
    _weeks: dict[int, tuple[dt.date, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    # The library calls a year filled in before it is: what a second thread saw would stay.
    _filling: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    def is_working_day(self, day: dt.date) -> bool:
        """Say whether offices work on the day."""
        return self._until(day) > self._before(day)

    def working_day_on_or_before(self, day: dt.date) -> dt.date:
        """Return the day itself or the last working day before it."""
        return self._at(day.year, self._until(day) - 1)

    def working_day_on_or_after(self, day: dt.date) -> dt.date:
        """Return the day itself or the next working day (BLDS Đ148 k5)."""
        return self._at(day.year, self._before(day))

    def minus_working_days(self, day: dt.date, n: int) -> dt.date:
        """Return the n-th working day before the day; with 0 the working day on or before it."""
        _refuse_negative(n)
        if n == 0:
            return self.working_day_on_or_before(day)
        return self._at(day.year, self._before(day) - n)

    def plus_working_days(self, day: dt.date, n: int) -> dt.date:
        """Return the n-th working day after the day, itself not counted (BLDS Đ147 k2)."""
        _refuse_negative(n)
        if n == 0:
            return self.working_day_on_or_after(day)
        return self._at(day.year, self._until(day) + n - 1)

    def count_working_days(self, after: dt.date, until: dt.date) -> int:
        """Count the working days after a day up to another, that one included; 0 where none is."""
        if until <= after:
            return 0
        years = (len(self._working_days(year)) for year in range(after.year, until.year))
        return sum(years) + self._until(until) - self._until(after)

    def first_working_day_of_week(self, day: dt.date) -> dt.date | None:
        """Return the first working day of the day's week, Monday to Sunday; None where all is off.

        A swap can make a Saturday the only one.
        """
        monday = day - day.weekday() * ONE_DAY
        first = self.working_day_on_or_after(monday)
        return first if first - monday < ONE_WEEK else None

    def week_starts(self, after: dt.date, until: dt.date) -> tuple[dt.date, ...]:
        """Return the first working day of every week that has one: after a day, up to another."""
        found: list[dt.date] = []
        for year in range(after.year, until.year + 1):
            starts = self._week_starts(year)
            found += starts[bisect_right(starts, after) : bisect_right(starts, until)]
        return tuple(found)

    def _week_starts(self, year: int) -> tuple[dt.date, ...]:
        found = self._weeks.get(year)
        if found is None:
            days = map(dt.date.fromordinal, self._working_days(year))
            found = tuple(day for day in days if day == self.first_working_day_of_week(day))
            self._weeks[year] = found
        return found

    def _working_days(self, year: int) -> tuple[int, ...]:
        found = self._years.get(year)
        if found is None:
            with self._filling:
                self._years[year] = found = tuple(filter(self._is_worked, _ordinals(year)))
        return found

    def _is_worked(self, ordinal: int) -> bool:
        day = dt.date.fromordinal(ordinal)
        override = self.overrides.get(day)
        if override is not None:
            return override.is_working
        if day in self.public:
            return False
        return day.weekday() < 5 or day in self.public.weekend_workdays

    def _before(self, day: dt.date) -> int:
        """Count the working days of the day's year before it."""
        return bisect_left(self._working_days(day.year), day.toordinal())

    def _until(self, day: dt.date) -> int:
        """Count the working days of the day's year up to it, itself included."""
        return bisect_right(self._working_days(day.year), day.toordinal())

    def _at(self, year: int, at: int) -> dt.date:
        """Return the working day at a place of a year; what is outside lies in a year beside it."""
        while at < 0:
            year -= 1
            at += len(self._working_days(year))
        while at >= len(self._working_days(year)):
            at -= len(self._working_days(year))
            year += 1
        return dt.date.fromordinal(self._working_days(year)[at])

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


def _ordinals(year: int) -> range:
    return range(dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal() + 1)


def _refuse_negative(n: int) -> None:
    if n < 0:
        raise ValueError(f"a number of working days cannot be negative: {n}")
