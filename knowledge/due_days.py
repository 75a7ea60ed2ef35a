"""From what a plan says to the days on which somebody must have done something (design.md §4)."""

import datetime as dt
import re
from dataclasses import dataclass

from knowledge.plan import DeadlineKind, PlannedTask
from knowledge.text import fold

_REPORT = re.compile(r"\bbao cao\b")


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day a task must be done by; `label` names the occurrence of a recurring one."""

    last_day: dt.date
    label: str = ""


def find_due_days(task: PlannedTask) -> tuple[DueDay, ...]:
    """Find a task's due days; none where the plan gives no day or leaves it to another rule.

    A periodic report that names only periods has none: the office's reporting rule decides.
    Nor has what returns every week ("thứ Sáu hằng tuần"), whose reason says so.
    """
    deadline = task.deadline
    if deadline.kind is DeadlineKind.RECURRING and deadline.reason:
        return ()
    if deadline.kind is DeadlineKind.RECURRING:
        is_report = _is_report(task)
        return tuple(
            DueDay(o.last_day, o.label)
            for o in deadline.occurrences
            if not (o.bare_period and is_report)
        )
    dated = (DeadlineKind.BY, DeadlineKind.WITHIN, DeadlineKind.RANGE)
    if deadline.kind in dated and deadline.last_day:
        return (DueDay(deadline.last_day),)
    return ()


def _is_report(task: PlannedTask) -> bool:
    return bool(_REPORT.search(fold(task.deliverable or task.content)))
