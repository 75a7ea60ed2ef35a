"""Periods of reports as people write them."""

import datetime as dt

from handlers.texts import say
from handlers.texts.forms import capital, write_day
from knowledge.reporting import Period, ReportPeriod

_ROMAN = ("I", "II", "III", "IV")


def name_period(period: ReportPeriod, language: str) -> str:
    """Name a period: quý III, quý III/2026, hằng tháng."""
    kind, number = period.kind or Period.YEAR, period.number
    if number is None:
        return say(f"period_each_{kind.value}", language)
    half = f"_{number}" if kind is Period.HALF else ""
    dated = "_dated" if period.year else ""
    return say(
        f"period_{kind.value}{half}{dated}",
        language,
        roman=_ROMAN[number - 1] if kind is Period.QUARTER else "",
        month=_name_month(number, language),
        year=period.year,
    )


def _name_month(number: int, language: str) -> str:
    if language == "en":
        return write_day(dt.date(2000, number, 1), "en").split()[1]
    return str(number)


def write_label(period: ReportPeriod) -> str:
    """Write the label of an occurrence: Quý III/2026."""
    return capital(name_period(period, "vi"))
