"""“Báo cáo”: the figures of a period, of cases and of tasks, whole and by unit."""

import datetime as dt
from dataclasses import dataclass

from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.figures.exchange import build_body
from handlers.figures.periods import find_data, find_latest, read_period, write_code
from handlers.figures.report import CaseReport, build_report, narrow
from handlers.figures.tables import Sheet, Value, build_sheets, list_figures
from handlers.figures.task_tables import build_task_body, build_task_sheet
from handlers.figures.tasks import DueDays, TaskReport, count_due_days, list_due_days
from handlers.reporting.words import name_period
from handlers.texts.forms import capital, join_names, local_day
from knowledge.calendar import Calendar
from knowledge.cases.figures import Figures
from knowledge.reporting import Period, ReportPeriod
from knowledge.tasks.figures import TaskFigures
from storage.work import Work


@dataclass(frozen=True, slots=True)
class CaseUnit:
    """A unit's figures on cases; an empty name is those that nobody was given."""

    unit: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a period, of one unit where it is named; `units` are all that can be.

    `figures` are (number in the form, key, value) as the workbook has them.
    """

    code: str
    period: str
    first: dt.date
    last: dt.date
    as_of: dt.date
    basis: str
    unit: str
    units: tuple[str, ...]
    figures: tuple[tuple[str, str, Value], ...]
    cases: tuple[CaseUnit, ...]
    case_totals: Figures
    task_totals: TaskFigures
    tasks: tuple[tuple[str, TaskFigures], ...]

    @property
    def is_closed(self) -> bool:
        """Tell whether the period is over."""
        return self.as_of == self.last


def list_periods(today: dt.date) -> tuple[tuple[str, str], ...]:
    """List the periods of this year and the last whose data have begun: code and name."""
    found = [
        ReportPeriod(kind, number, year)
        for kind in (Period.QUARTER, Period.HALF, Period.NINE_MONTHS, Period.YEAR, Period.MONTH)
        for year in (today.year + 1, today.year, today.year - 1)
        for number in reversed(kind.numbers)
    ]
    begun = [period for period in found if find_data(period).first <= today]
    return tuple((write_code(each), capital(name_period(each, "vi"))) for each in begun)


def pick_period(code: str, today: dt.date) -> ReportPeriod:
    """Give the period of a code, the quarter so far for none; raise `HandlerError`."""
    if code:
        return read_period(code, today)
    period = find_latest(Period.QUARTER, None, today)
    assert period is not None  # a quarter of some year has always begun
    return period


async def read_report(
    work: Work,
    visitor: Visitor,
    *,
    code: str = "",
    unit: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> Report:
    """Read the figures of a period; raise `HandlerError` for one that is unread or ahead."""
    visitor.check(Power.VIEW_REPORTS)
    period = pick_period(code, local_day(now))
    whole = await build_report(work, visitor.place, period, calendar, now=now)
    due_days = await list_due_days(work, visitor.place.id, whole.first, whole.last)
    units = await _name_units(work, visitor, whole, due_days)
    unit = unit if unit in units else ""
    report, tasks = _narrow(whole, due_days, unit)
    return Report(
        code=write_code(period),
        period=name_period(period, "vi"),
        first=whole.first,
        last=whole.last,
        as_of=whole.as_of,
        basis=whole.basis,
        unit=unit,
        units=units,
        figures=tuple(list_figures(report.totals)),
        cases=tuple(CaseUnit(name, figures) for name, figures in report.units.items()),
        case_totals=report.totals,
        task_totals=tasks.totals,
        tasks=tasks.units,
    )


async def _name_units(
    work: Work, visitor: Visitor, report: CaseReport, due_days: DueDays
) -> tuple[str, ...]:
    """Name the offices of the place, and the units that had a case or a task in the period."""
    offices = await work.offices.list_all(visitor.place.id, on=report.as_of)
    named = {*report.units, *(name for name, _ in due_days.by_office)}
    return tuple(sorted(named - {""} | {each.name for each in offices if not each.is_group}))


def _narrow(report: CaseReport, due_days: DueDays, unit: str) -> tuple[CaseReport, TaskReport]:
    """Give the figures of a unit, of all where none is named."""
    tasks = count_due_days(due_days, report.as_of, unit=unit)
    return narrow(report, unit) if unit else report, tasks


@dataclass(frozen=True, slots=True)
class Files:
    """What a report is downloaded as: sheets of a workbook, and plain values for JSON."""

    code: str
    title: str
    sheets: tuple[Sheet, ...]
    body: dict[str, object]


async def read_files(
    work: Work,
    visitor: Visitor,
    *,
    code: str = "",
    unit: str = "",
    now: dt.datetime,
    calendar: Calendar,
) -> Files:
    """Read a period's figures and cases to be written as files, of one unit if it is named.

    What cases are about stands beside them for who may read these. Raise `HandlerError` for a
    period that is unread or ahead, or a unit that is none of the place's.
    """
    visitor.check(Power.VIEW_REPORTS)
    period = pick_period(code, local_day(now))
    fields = visitor.may(Power.READ_CASES)
    whole = await build_report(work, visitor.place, period, calendar, now=now, with_fields=fields)
    due_days = await list_due_days(work, visitor.place.id, whole.first, whole.last)
    units = await _name_units(work, visitor, whole, due_days)
    if unit and unit not in units:
        raise HandlerError("report_unit_unknown", unit=unit, names=join_names(units) or "–")
    report, tasks = _narrow(whole, due_days, unit)
    body = {**build_body(report), "tasks": build_task_body(tasks)}
    sheets = (*build_sheets(report), build_task_sheet(report, tasks))
    title = f"{capital(name_period(period, 'vi'))} – {visitor.place.name}"
    return Files(write_code(period), title, sheets, body)
