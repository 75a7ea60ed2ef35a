"""The period that figures are asked for: by a code (2026-Q3) or in words (quý III/2026)."""

import datetime as dt
import re

from handlers.errors import HandlerError
from knowledge.reporting import DataPeriod, Period, ReportPeriod, find_data_period
from knowledge.reporting.naming import count_from, find_period
from knowledge.text import fold

_CODE = re.compile(r"(20\d\d)(?:-(?:Q([1-4])|H([12])|(9M)|(0[1-9]|1[0-2])))?", re.IGNORECASE)
_MONTH = re.compile(r"(?<![\d/])(0?[1-9]|1[0-2])/(20\d\d)(?![\d/])")
_MISNUMBERED = re.compile(r"\b(?:quy|thang|quarter|month) (?:[ivx]+|\d{1,3})\b")  # quý V
_YEAR = re.compile(r"(?<![\d/-])(20\d\d)(?![\d/-])")
_KINDS = (Period.QUARTER, Period.HALF, Period.NINE_MONTHS, Period.MONTH)


def read_period(text: str, today: dt.date) -> ReportPeriod:
    """Read a period with its year: the latest that has begun where none is named.

    Raise `HandlerError("period_unread")`.
    """
    found = _CODE.fullmatch(text.strip())
    period = _read_code(found) if found else _read_words(text, today)
    if period is None or _find(period) is None:
        raise HandlerError("period_unread", text=text)
    return period


def _read_code(found: re.Match[str]) -> ReportPeriod:
    year = int(found[1])
    for kind, number in zip(_KINDS, found.groups()[1:], strict=True):
        if number:
            return ReportPeriod(kind, 1 if kind is Period.NINE_MONTHS else int(number), year)
    return ReportPeriod(Period.YEAR, 1, year)


def _read_words(text: str, today: dt.date) -> ReportPeriod | None:
    if month := _MONTH.search(text):
        return ReportPeriod(Period.MONTH, int(month[1]), int(month[2]))
    named = _YEAR.search(text)
    year = int(named[1]) if named else None
    found = find_period(text)
    if found and found.number is None and _MISNUMBERED.search(fold(text)):
        return None
    if found is None or found.kind is None:
        return ReportPeriod(Period.YEAR, 1, year) if year else None
    if counted := count_from(text, found.kind, today):
        return counted
    if year and found.number:
        return ReportPeriod(found.kind, found.number, year)
    return find_latest(found.kind, found.number, today, year=year)


def find_latest(
    kind: Period, number: int | None, today: dt.date, *, year: int | None = None
) -> ReportPeriod | None:
    """Find the latest period of a kind (in a year) whose data have begun by a day."""
    candidates = (
        ReportPeriod(kind, each, at)
        for at in ([year] if year else range(today.year + 1, today.year - 2, -1))
        for each in reversed(kind.numbers)
        if number in (None, each)
    )
    return next((p for p in candidates if (data := _find(p)) and data.first <= today), None)


def find_data(period: ReportPeriod) -> DataPeriod:
    """Give the first and last day of a period's data; raise `HandlerError("period_unread")`."""
    found = _find(period)
    if found is None:
        raise HandlerError("period_unread", text=write_code(period))
    return found


def _find(period: ReportPeriod) -> DataPeriod | None:
    if period.kind is None or period.year is None:
        return None
    return find_data_period(period.kind, period.number or 1, period.year)


def write_code(period: ReportPeriod) -> str:
    """Write a period's code, as `read_period` reads it."""
    marks = {
        Period.QUARTER: f"-Q{period.number}",
        Period.HALF: f"-H{period.number}",
        Period.NINE_MONTHS: "-9M",
        Period.MONTH: f"-{period.number or 0:02}",
    }
    return f"{period.year}{marks.get(period.kind or Period.YEAR, '')}"
