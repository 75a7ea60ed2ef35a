"""The charts of “Báo cáo”."""

from bot.web.desk.today.charts import write_percent
from bot.web.desk.widgets.charts import Series, build_chart
from bot.web.desk.words import reports as words
from bot.web.elements import Tag
from handlers.desk.figures import Report


def build_charts(report: Report) -> None:
    """Lay out what units have done, and how much of it on time."""
    with Tag("div", style="desk-charts"):
        _build_cases(report)
        _build_tasks(report)
        _build_shares(report)


def _build_cases(report: Report) -> None:
    figures = [each.figures for each in report.cases]
    series = (
        ("on_time", [each.on_time for each in figures], 2),
        ("answered_late", [each.answered_late for each in figures], 3),
        ("open", [each.open - each.open_overdue for each in figures], 0),
        ("open_overdue", [each.open_overdue for each in figures], 1),
    )
    build_chart(
        words.CHART_CASES,
        [each.unit or words.NO_UNIT for each in report.cases],
        [Series(words.PARTS[key], counts, colour) for key, counts, colour in series],
        empty=words.CASES_EMPTY,
        is_stacked=True,
        is_across=True,
        meaning=words.CHART_MEANING,
    )


def _build_tasks(report: Report) -> None:
    figures = [each for _, each in report.tasks]
    series = (
        ("on_time", [each.on_time for each in figures], 2),
        ("done_late", [each.done_late for each in figures], 3),
        ("open", [each.open for each in figures], 0),
        ("overdue", [each.overdue for each in figures], 1),
    )
    build_chart(
        words.CHART_TASKS,
        [name or words.NO_OFFICE for name, _ in report.tasks],
        [Series(words.PARTS[key], counts, colour) for key, counts, colour in series],
        empty=words.TASKS_EMPTY,
        is_stacked=True,
        is_across=True,
        meaning=words.TASK_MEANINGS["due"],
    )


def _build_shares(report: Report) -> None:
    cases = {each.unit or words.NO_UNIT: each.figures.share_on_time for each in report.cases}
    tasks = {name or words.NO_OFFICE: each.share_on_time for name, each in report.tasks}
    units = [
        unit
        for unit in sorted({*cases, *tasks})
        if cases.get(unit) is not None or tasks.get(unit) is not None
    ]
    build_chart(
        words.CHART_SHARES,
        units,
        (
            Series(words.SHARE_TASKS, write_percent([tasks.get(unit) for unit in units]), 0),
            Series(words.SHARE_CASES, write_percent([cases.get(unit) for unit in units]), 1),
        ),
        empty=words.SHARES_EMPTY,
        is_across=True,
        unit="%",
        meaning=words.SHARES_MEANING,
    )
