"""On which days a task has to be done in a place, by its plan, by rules, or for a report."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.texts.periods import write_label
from knowledge.due_days import find_due_days
from knowledge.period_days import PeriodDay, find_line_days, find_report_days
from knowledge.plan import Plan, PlannedTask
from storage.values import DueKind, ReportingRule


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day, what it is called among its like, and where it comes from."""

    last_day: dt.date
    label: str = ""
    kind: DueKind = DueKind.TASK


def list_occurrences(
    task: PlannedTask, plan: Plan, rules: Sequence[ReportingRule], *, rule_id: int | None = None
) -> tuple[Occurrence, ...]:
    """List a task's days, by the `rules` of the place where they are not the plan's own.

    `rule_id` is the rule that was picked for the task.
    """
    dated = find_due_days(task)
    year = find_year(plan)
    if dated or year is None:
        return tuple(Occurrence(day.last_day, day.label) for day in dated)
    picked = next((rule for rule in rules if rule.id == rule_id), None)
    reports = find_report_days(task, rules, year=year, picked=picked)
    lines = find_line_days(task, year=year)
    return (
        *(_name(day, DueKind.REPORT) for day in reports),
        *(_name(day, DueKind.LINE) for day in lines),
    )


def find_year(plan: Plan) -> int | None:
    """Find the year that a plan is for."""
    return plan.year or (plan.issued_on.year if plan.issued_on else None)


def find_end(plan: Plan, last_day: dt.date) -> dt.date:
    """Find until when it is repeated that no result was entered: the year's end.

    A report of the plan's year that is sent in the next one is repeated in that.
    """
    return dt.date(max(find_year(plan) or 0, last_day.year), 12, 31)


def _name(day: PeriodDay, kind: DueKind) -> Occurrence:
    return Occurrence(day.last_day, write_label(day.period), kind)
