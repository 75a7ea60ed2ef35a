"""The periods of reports on the calendar."""

import calendar
import datetime as dt
from enum import StrEnum


class Period(StrEnum):
    """How often a report returns; half-years are the first and the last six months."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months it spans."""
        return _MONTHS[self]

    @property
    def numbers(self) -> range:
        """The numbers that it has in a year, from 1."""
        return range(1, 12 // self.months + 1)


_MONTHS = {
    Period.MONTH: 1,
    Period.QUARTER: 3,
    Period.HALF: 6,
    Period.NINE_MONTHS: 9,
    Period.YEAR: 12,
}


def find_end(period: Period, number: int, year: int) -> dt.date:
    """Return the last calendar day of a period; ValueError for a number that it does not have."""
    if number not in period.numbers:
        raise ValueError(f"a year has no {period.value} {number}")
    return end_month(dt.date(year, number * period.months, 1))


def end_month(day: dt.date) -> dt.date:
    """Return the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def shift_months(day: dt.date, count: int) -> dt.date:
    """Return the first day of the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, 1)
