"""Periods, rules and days of reports in words."""

import datetime as dt
from functools import cache

from handlers.texts import say
from handlers.texts.forms import write_day, write_weekday
from handlers.texts.periods import name_period as name_period
from knowledge.calendar import Calendar, load_calendar
from knowledge.reporting import LAST_DAY, LawPeriod, Period, ReportPeriod, SendingRule


def name_report(period: ReportPeriod, language: str) -> str:
    """Name a report: báo cáo quý III; any periodic one where no kind is meant."""
    if period.kind is None:
        return say("report_periodic", language)
    return say("report_of", language, period=name_period(period, language))


def name_law(law: LawPeriod, language: str) -> str:
    """Name a rule of law, with a word where its text was not read."""
    return law.basis if law.is_verified else say("law_unverified", language, basis=law.basis)


def write_data_day(day: dt.date, language: str, *, has_year: bool) -> str:
    """Write a day with or without its year: 15/6, 15 June 2026."""
    written = write_day(day, language)
    return written if has_year else written.rpartition("/" if language == "vi" else " ")[0]


def write_sending_day(day: dt.date, language: str) -> str:
    """Write a day as the rule gives it; of a day off also the working day before it is named."""
    written, calendar = write_weekday(day, language), _load_calendar()
    if calendar.is_working_day(day):
        return written
    working = write_weekday(calendar.working_day_on_or_before(day), language)
    return say("sending_day_off", language, day=written, working=working)


@cache
def _load_calendar() -> Calendar:
    return load_calendar()


def describe_day(rule: SendingRule, language: str) -> str:
    """Say which day a rule gives, of whatever period: ngày 18 của tháng cuối kỳ."""
    last = "_last" if rule.day == LAST_DAY else ""
    after = "_month" if rule.period == Period.MONTH else ""
    if rule.months_after:
        after = "_after" if rule.months_after > 1 else "_next"
    return say(f"rule{last}_day{after}", language, day=rule.day, months=rule.months_after)
