"""By when what is asked about personal data is answered and done, and how long cases are kept."""

import datetime as dt

from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.cases.states import CaseState
from storage.values import Case, RequestKind

ANSWERED_IN = 2  # working days (Nghị định 356/2025/NĐ-CP)
DONE_IN = {  # days (Nghị định 356/2025/NĐ-CP)
    RequestKind.ACCESS: 10,
    RequestKind.CORRECT: 10,
    RequestKind.WITHDRAW: 15,
    RequestKind.ERASE: 20,
}
LAPSED_KEPT = dt.timedelta(days=30)  # nobody worked on it; who sent it may still ask


def find_days(kind: RequestKind, today: dt.date, calendar: Calendar) -> tuple[dt.date, dt.date]:
    """Give the last day to answer a request, in working days, and the last day to do it."""
    return (
        calendar.plus_working_days(today, ANSWERED_IN),
        today + dt.timedelta(days=DONE_IN[kind]),
    )


def find_last_day(case: Case, years: int) -> dt.date | None:
    """Give the last day on which an ended case is kept; None while it has not ended.

    The years are the office's own setting; they begin with the answer, else with the end. What
    lapsed is not kept for years.
    """
    ended_at = case.answered_at or case.ended_at
    if ended_at is None:
        return None
    return local_day(ended_at + LAPSED_KEPT) if has_lapsed(case) else find_end(case, years)


def find_end(case: Case, years: int) -> dt.date | None:
    """Give the same day some years after a case's answer, else its end; None while it is open."""
    ended_at = case.answered_at or case.ended_at
    return add_years(local_day(ended_at), years) if ended_at else None


def has_lapsed(case: Case) -> bool:
    """Tell whether a case ended because its sender did not complete it."""
    return case.state is CaseState.CLOSED and case.answered_at is None


def add_years(day: dt.date, years: int) -> dt.date:
    """Give the same day of another year; the 29th of February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
