"""Days that follow from the periods of reports: by which one is sent, when its data close."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.plan import PlannedTask
from knowledge.reporting import (
    Period,
    ReportPeriod,
    SendingRule,
    find_data_period,
    find_sending_day,
    pick_rule,
    read_duty,
)
from knowledge.treatments import Treatment, find_task_treatment


@dataclass(frozen=True, slots=True)
class PeriodDay:
    """The last day for a period of a year."""

    period: ReportPeriod
    last_day: dt.date


def find_report_days(
    task: PlannedTask,
    rules: Sequence[SendingRule],
    *,
    year: int,
    picked: SendingRule | None = None,
) -> tuple[PeriodDay, ...]:
    """Find by which days an office's rules want a row's reports of a year, in order.

    The row names the periods; one that names none has those of the rule that was `picked` for it.
    """
    if find_task_treatment(task) is not Treatment.REPORTING_RULE:
        return ()
    days: dict[ReportPeriod, dt.date] = {}
    for period in _list_periods(task, year, picked):
        assert period.kind is not None
        assert period.number is not None
        rule = pick_rule(rules, period.kind, period.number, year)
        day = find_sending_day(rule, period.number, year) if rule else None
        if day:
            days.setdefault(period, day)
    ordered = sorted(days.items(), key=lambda item: item[1])
    return tuple(PeriodDay(period, day) for period, day in ordered)


def _list_periods(
    task: PlannedTask, year: int, picked: SendingRule | None
) -> Iterator[ReportPeriod]:
    duty = read_duty(task, year=year)
    named = list(duty.periods) if duty else []
    if picked and not any(period.kind == picked.period for period in named):
        named.append(ReportPeriod(Period(picked.period)))
    for each in named:
        if each.kind:
            numbers = [each.number] if each.number else each.kind.numbers
            yield from (ReportPeriod(each.kind, number, year) for number in numbers)


def find_line_days(task: PlannedTask, *, year: int) -> tuple[PeriodDay, ...]:
    """Find when the data of each quarter close for which a row's result is asked in one line.

    Only of work that goes on all the time, and for quarters in which it does.
    """
    if find_task_treatment(task) is not Treatment.REPORT_LINE:
        return ()
    first = task.deadline.start or dt.date.min
    last = task.deadline.last_day or dt.date.max
    quarters = Period.QUARTER.numbers
    data = {n: found for n in quarters if (found := find_data_period(Period.QUARTER, n, year))}
    return tuple(
        PeriodDay(ReportPeriod(Period.QUARTER, number, year), found.last)
        for number, found in data.items()
        if found.last >= first and found.first <= last
    )
