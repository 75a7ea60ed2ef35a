"""What the law says of periodic reports, from knowledge/data/reporting.toml.

The data of a period are those of NĐ 09/2019/NĐ-CP Đ12. The law gives an office no day to send by.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.own_data import load_data
from knowledge.reporting.periods import Period, find_end, shift_months


@dataclass(frozen=True, slots=True)
class LawRow:
    """A rule of law; `degree` says how well it is known: H, its text was read; M, second hand."""

    code: str
    level: str
    basis: str
    effective_from: dt.date
    effective_to: dt.date | None
    is_verified: bool
    degree: str

    def holds(self, on: dt.date) -> bool:
        """Say whether it is in force on a day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True)
class LawPeriod(LawRow):
    """The data of a period: from `first_day` of an earlier month to `last_day` of its last one."""

    period: Period
    first_day: int
    months_before: int
    last_day: int


@dataclass(frozen=True, slots=True)
class LawGap(LawRow):
    """How many working days lie at least between closing the data and sending."""

    working_days: int


@dataclass(frozen=True, slots=True)
class DataPeriod:
    """The first and last day of a report's data, both included, and the law that says so."""

    first: dt.date
    last: dt.date
    law: LawPeriod


@cache
def list_law_periods() -> tuple[LawPeriod, ...]:
    """Return the rules of law on the data of periods; ValueError on a bad row."""
    return tuple(
        LawPeriod(
            **_read_common(row),
            period=Period(row["period"]),
            first_day=row["first_day"],
            months_before=row["months_before"],
            last_day=row["last_day"],
        )
        for row in load_data("reporting")["period"]
    )


@cache
def list_law_gaps() -> tuple[LawGap, ...]:
    """Return the rules of law on the time between closing data and sending."""
    return tuple(
        LawGap(**_read_common(row), working_days=row["working_days"])
        for row in load_data("reporting")["gap"]
    )


def find_law_period(period: Period, on: dt.date) -> LawPeriod | None:
    """Find the rule of law in force on a day for a period's data."""
    return next((law for law in list_law_periods() if law.period is period and law.holds(on)), None)


def find_data_period(period: Period, number: int, year: int) -> DataPeriod | None:
    """Find the data of a period, None where no rule of law was in force at its end.

    `number` counts within the year, from 1; ValueError for one that the period does not have.
    """
    end = find_end(period, number, year)
    law = find_law_period(period, end)
    if law is None:
        return None
    first = shift_months(end, 1 - period.months - law.months_before)
    return DataPeriod(first.replace(day=law.first_day), end.replace(day=law.last_day), law)


def _read_common(row: dict[str, Any]) -> dict[str, Any]:
    if row["verified"] != (row["degree"] == "H") or row["degree"] not in ("H", "M"):
        raise ValueError(f"{row['code']}: what was not read in its text is not verified")
    return {
        "code": row["code"],
        "level": row["level"],
        "basis": row["basis"],
        "effective_from": row["effective_from"],
        "effective_to": row.get("effective_to"),
        "is_verified": row["verified"],
        "degree": row["degree"],
    }
