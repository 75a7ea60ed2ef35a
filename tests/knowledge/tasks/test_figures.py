"""Figures on tasks: on time, late, open, overdue."""

import datetime as dt

from knowledge.tasks.figures import TaskFigures, count_tasks

DAY = dt.timedelta(days=1)
AS_OF = dt.date(2026, 11, 23)


def test_each_due_day_counts_once() -> None:
    figures = count_tasks(
        [
            (AS_OF, AS_OF),
            (AS_OF - DAY, AS_OF),
            (AS_OF, None),
            (AS_OF - DAY, None),
            (AS_OF - DAY, AS_OF + DAY),  # done later than the figures say
        ],
        AS_OF,
    )
    assert figures == TaskFigures(on_time=1, done_late=1, open=1, overdue=2)
    assert (figures.due, figures.done, figures.late) == (5, 2, 3)
    assert figures.share_on_time == 0.25


def test_nothing_due_has_no_share() -> None:
    assert count_tasks([(AS_OF, None)], AS_OF).share_on_time is None
    assert TaskFigures().share_on_time is None
