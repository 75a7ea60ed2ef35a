"""The figures of the running quarter that everybody may read, in one sentence."""

import datetime as dt

from handlers.figures.periods import find_latest
from handlers.figures.report import CaseReport, build_report
from handlers.reporting.words import name_period
from handlers.texts import say
from handlers.texts.forms import capital, local_day, write_day
from knowledge.calendar import Calendar
from knowledge.reporting import Period
from storage.values import Locality
from storage.work import Work


async def count_quarter(
    work: Work, place: Locality, calendar: Calendar, *, now: dt.datetime
) -> CaseReport:
    """Count a place's cases of the quarter of reports that is running."""
    period = find_latest(Period.QUARTER, None, local_day(now))
    assert period is not None  # a quarter of some year has always begun
    return await build_report(work, place, period, calendar, now=now)


def say_quarter(report: CaseReport, language: str) -> str:
    """Say what came, what was answered on time and what is late; empty where nothing came."""
    figures = report.totals
    if not (figures.received or figures.answered or figures.late):
        return ""
    return say(
        "public_quarter",
        language,
        period=capital(name_period(report.period, language)),
        first=write_day(report.first, language),
        last=write_day(report.as_of, language),
        received=figures.received,
        on_time=figures.on_time,
        late=figures.late,
    )
