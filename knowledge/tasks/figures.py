"""Figures on tasks with a day: what was done by it, what later, what is not done.

What is open after its day counts as late, as with cases (`knowledge.cases.figures`).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

Days = tuple[dt.date, dt.date | None]  # the day that counts, and the one on which it was done


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """Counts of due days; due = on_time + done_late + open + overdue."""

    on_time: int = 0
    done_late: int = 0
    open: int = 0
    overdue: int = 0

    @property
    def due(self) -> int:
        """How many there are."""
        return self.done + self.open + self.overdue

    @property
    def done(self) -> int:
        """How many are done."""
        return self.on_time + self.done_late

    @property
    def late(self) -> int:
        """How many are late, done or not."""
        return self.done_late + self.overdue

    @property
    def share_on_time(self) -> float | None:
        """The share done on time of what was done or is overdue, 0 to 1; None where nothing is."""
        ended = self.on_time + self.late
        return self.on_time / ended if ended else None


def count_tasks(due_days: Iterable[Days], as_of: dt.date) -> TaskFigures:
    """Count due days as they stood at the end of a day."""
    on_time = done_late = still_open = overdue = 0
    for due_on, done_on in due_days:
        if done_on and done_on <= as_of:
            on_time += done_on <= due_on
            done_late += done_on > due_on
        else:
            still_open += due_on >= as_of
            overdue += due_on < as_of
    return TaskFigures(on_time, done_late, still_open, overdue)
