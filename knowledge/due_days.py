"""From what a plan says to the days on which somebody must have done something (design.md §4)."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.plan import DeadlineKind, PlannedTask
from knowledge.text import fold

_REPORT = re.compile(r"\bbao cao\b")
_PEOPLE_OF_PLACE = re.compile(
    r"^(?:ubnd|uy ban nhan dan)(?: (?:cap )?(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|"
    r"thanh pho|tinh))?(?: [\w ]+)?$"
)
_OFFICE_OF_PEOPLE = re.compile(r"^van phong\b.*\b(?:ubnd|uy ban nhan dan|hdnd)\b")
_PLURAL = re.compile(r"^(?:ubnd|uy ban nhan dan) cac\b")


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day a task must be done by; `label` names the occurrence of a recurring one."""

    last_day: dt.date
    label: str = ""


def find_due_days(task: PlannedTask) -> tuple[DueDay, ...]:
    """Find a task's due days; none where the plan gives no day or leaves it to another rule.

    A periodic report that names only periods has none: the office's reporting rule decides.
    """
    deadline = task.deadline
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


def propose_assignees(task: PlannedTask, offices: Sequence[str]) -> tuple[str, ...]:
    """Propose the offices that answer for a task: its leads, Văn phòng for "UBND xã".

    `offices` are the units the plan names; Văn phòng is looked for among them, and the people's
    committee itself stays only where the plan names no Văn phòng.
    """
    return tuple(dict.fromkeys(_proposed(unit, offices) for unit in task.lead))


def _proposed(unit: str, offices: Sequence[str]) -> str:
    folded = fold(unit)
    if not _PEOPLE_OF_PLACE.match(folded) or _PLURAL.match(folded):
        return unit
    return next((name for name in offices if _OFFICE_OF_PEOPLE.match(fold(name))), unit)
