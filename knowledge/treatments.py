"""What is done about a task that no day follows from (design.md §4, "What has no day")."""

import datetime as dt
from enum import StrEnum

from knowledge.dates import NoDay
from knowledge.due_days import find_due_days
from knowledge.plan import Deadline, DeadlineKind, Plan, PlannedTask
from knowledge.text import fold


class Treatment(StrEnum):
    """How a task without a day is kept in view."""

    REPORT_LINE = "report_line"  # continuous: a line of result is asked for each report
    REPORTING_RULE = "reporting_rule"  # periodic: the office's reporting rule gives the days
    SEPARATE_PLAN = "separate_plan"  # that plan is asked for, and takes over when loaded
    CASES = "cases"  # each case opens its own work
    AD_HOC = "ad_hoc"  # a request opens work when it comes
    ASK_CLERK = "ask_clerk"  # the clerk fills in the time


_TREATMENTS = {
    NoDay.CONTINUOUS: Treatment.REPORT_LINE,
    NoDay.OPEN_END: Treatment.REPORT_LINE,
    NoDay.ENDS_WITH_EVENT: Treatment.REPORT_LINE,
    NoDay.FREQUENT: Treatment.REPORT_LINE,
    NoDay.NO_DAY: Treatment.REPORTING_RULE,
    NoDay.RULE_ELSEWHERE: Treatment.REPORTING_RULE,
    NoDay.SEPARATE_PLAN: Treatment.SEPARATE_PLAN,
    NoDay.ON_EVENT: Treatment.CASES,
    NoDay.COUNTED_TERM: Treatment.CASES,
    NoDay.ON_REQUEST: Treatment.AD_HOC,
}


def find_treatment(deadline: Deadline) -> Treatment | None:
    """Find what is done about a deadline without a day; None where days follow from it."""
    if deadline.reason is None:
        return None
    return _TREATMENTS.get(NoDay(deadline.reason), Treatment.ASK_CLERK)


def find_task_treatment(task: PlannedTask) -> Treatment | None:
    """Find what is done about a task without due days; a report of bare periods wants a rule."""
    is_recurring = task.deadline.kind is DeadlineKind.RECURRING
    if is_recurring and task.deadline.reason is None and not find_due_days(task):
        return Treatment.REPORTING_RULE
    return find_treatment(task.deadline)


def is_plan_named(number: str, day: dt.date | None, plan: Plan) -> bool:
    """Tell whether a plan is the one of a number and day; numbers begin anew each year."""
    if plan.number is None or _write_plain(number) != _write_plain(plan.number):
        return False
    issued = plan.issued_on
    return day is None or issued is None or day.year == issued.year


def _write_plain(number: str) -> str:
    """Write a document's number without spaces, marks and leading zeros."""
    return "".join(fold(number).split()).lstrip("0")
