"""The figures of a place for a period, as they stood at its end or stand today."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.errors import HandlerError
from handlers.figures.periods import find_data
from handlers.texts.forms import HANOI, join_names, local_day, write_day
from knowledge.calendar import Calendar
from knowledge.cases.figures import (
    NO_FIGURES,
    Figures,
    count_by_unit,
    count_cases,
    select_cases,
)
from knowledge.cases.history import CaseHistory
from knowledge.cases.routing import find_topic
from knowledge.reporting import DataPeriod, ReportPeriod
from knowledge.text import fold
from storage.values import Locality
from storage.work import Work


@dataclass(frozen=True, slots=True)
class CaseReport:
    """The figures of a period, whole and by unit, and the cases they count.

    `as_of` is the day of the figures: the period's last one, or today before it. `fields` says
    by code what a case is about; nothing here is personal.
    """

    place: str
    period: ReportPeriod
    data: DataPeriod
    as_of: dt.date
    unit: str
    totals: Figures
    units: Mapping[str, Figures]
    cases: Sequence[CaseHistory]
    fields: Mapping[str, str]

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.data.first

    @property
    def last(self) -> dt.date:
        """The last day."""
        return self.data.last

    @property
    def basis(self) -> str:
        """The rule of law that says so."""
        return self.data.law.basis

    @property
    def is_closed(self) -> bool:
        """Tell whether the period is over."""
        return self.as_of == self.last


async def build_report(
    work: Work,
    place: Locality,
    period: ReportPeriod,
    calendar: Calendar,
    *,
    now: dt.datetime,
    unit: str = "",
    with_fields: bool = False,
) -> CaseReport:
    """Count a place's cases of a period, of one unit if it is named.

    Raise `HandlerError` for a period that is ahead, or a unit that had no case.
    """
    data, today = find_data(period), local_day(now)
    if data.first > today:
        raise HandlerError("period_ahead", first=write_day(data.first))
    as_of = min(data.last, today)
    since = dt.datetime.combine(data.first, dt.time(), HANOI)
    histories = await work.case_facts.list_histories(place.id, local_day, since=since)
    units = count_by_unit(histories, data.first, as_of, calendar)
    cases = select_cases(histories, data.first, as_of)
    fields = await _find_fields(work, place, cases) if with_fields else {}
    totals = count_cases(histories, data.first, as_of, calendar)
    report = CaseReport(place.name, period, data, as_of, "", totals, units, cases, fields)
    return narrow(report, _find_unit(unit, [name for name in units if name])) if unit else report


def narrow(report: CaseReport, unit: str) -> CaseReport:
    """Give what a report says of one unit; of a unit that had no case all figures are nought."""
    figures = report.units.get(unit) or NO_FIGURES
    return replace(
        report,
        unit=unit,
        totals=figures,
        units={unit: figures},
        cases=[case for case in report.cases if case.unit == unit],
    )


def _find_unit(wanted: str, names: Sequence[str]) -> str:
    found = next((name for name in names if fold(name) == fold(wanted)), None)
    if found is None:
        raise HandlerError("report_unit_unknown", unit=wanted, names=join_names(names) or "–")
    return found


async def _find_fields(
    work: Work, place: Locality, cases: Sequence[CaseHistory]
) -> Mapping[str, str]:
    """Say what cases are about, by the words of their contents, which go no further."""
    found = await work.bare_cases.read_contents(place.id, [case.code for case in cases])
    known = await work.case_facts.read_topics(place.id)  # of what has been erased
    return {code: known.get(code) or find_topic(content) for code, content in found.items()}
