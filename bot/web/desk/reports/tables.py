"""The tables of “Báo cáo”: every figure says how it is counted."""

import datetime as dt

from bot.web.desk.widgets.marks import build_facts
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.widgets.terms import build_term
from bot.web.desk.words import common
from bot.web.desk.words import reports as words
from bot.web.elements import Tag
from handlers.desk.figures import Report
from handlers.figures.tables import Share, Value
from handlers.figures.task_tables import COLUMNS
from handlers.figures.wording import write_number
from handlers.texts import say
from handlers.texts.forms import write_day
from knowledge.cases.figures import Figures
from knowledge.tasks.figures import TaskFigures

_CASE_KEYS = ("received", "carried_over", "answered", "on_time", "answered_late")
_LAST_KEYS = ("open", "open_overdue", "share")


def write_value(value: Value) -> str:
    """Write a figure as people read it; nothing is a dash."""
    if value is None:
        return common.NONE
    if isinstance(value, Share):
        return f"{write_number(value.value * 100, 'vi')}%"
    if isinstance(value, dt.date):
        return write_day(value)
    return write_number(value, "vi") if isinstance(value, float) else str(value)


def write_share(share: float | None) -> str:
    """Write a share from 0 to 1 as a percentage."""
    return write_value(None if share is None else Share(share))


def build_case_figures(report: Report) -> None:
    """Lay out every figure on cases with its number in the form."""
    columns = (
        Column(words.NUMBER, "tight"), Column(words.FIGURE), Column(words.COUNT, "num")
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (number, _name(number, key), write_value(value)) for number, key, value in report.figures
    ]
    build_table(words.CASES_TABLE, columns, rows, empty=words.CASES_EMPTY)


def _name(number: str, key: str) -> Cell:
    label, meaning = say(f"figures_{key}"), words.MEANINGS.get(key, "")
    return (lambda: build_term(label, meaning)) if meaning else label


def build_case_units(report: Report) -> None:
    """Lay out the units side by side."""
    keys = (*_CASE_KEYS, *_LAST_KEYS)
    columns = (
        Column(words.OFFICE),
        *(Column(say(f"figures_{key}"), "num", words.MEANINGS.get(key, "")) for key in keys),
    )
    rows = [(each.unit or words.NO_UNIT, *_case_row(each.figures)) for each in report.cases]
    if len(rows) > 1:
        rows.append((words.TOTAL, *_case_row(report.case_totals)))
    build_table(words.CASES_UNITS, columns, rows, empty=words.CASES_EMPTY)


def _case_row(figures: Figures) -> tuple[str, ...]:
    counts = [getattr(figures, key) for key in (*_CASE_KEYS, *_LAST_KEYS[:-1])]
    return (*map(str, counts), write_share(figures.share_on_time))


def build_task_units(report: Report) -> None:
    """Lay out what offices had to do by a day of the period."""
    columns = (
        Column(words.OFFICE),
        *(Column(say(f"figures_task_{key}"), "num", words.TASK_MEANINGS[key]) for key in COLUMNS),
    )
    rows = [(name or words.NO_OFFICE, *_task_row(figures)) for name, figures in report.tasks]
    if len(rows) > 1:
        rows.append((words.TOTAL, *_task_row(report.task_totals)))
    build_table(words.TASKS_TABLE, columns, rows, empty=words.TASKS_EMPTY)
    with Tag("details", style="desk-figures"):  # a phone shows no heads of columns
        Tag("summary", words.MEANING)
        build_facts([(say(f"figures_task_{key}"), words.TASK_MEANINGS[key]) for key in COLUMNS])


def _task_row(figures: TaskFigures) -> tuple[str, ...]:
    counts = (figures.due, figures.on_time, figures.done_late, figures.open, figures.overdue)
    return (*map(str, counts), write_share(figures.share_on_time))
