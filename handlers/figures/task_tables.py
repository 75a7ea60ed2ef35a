"""Figures on tasks beside those on cases: a sheet of the workbook, and plain values for JSON."""

from typing import Any

from handlers.figures.report import CaseReport
from handlers.figures.tables import Share, Sheet, Value, write_head
from handlers.figures.tasks import TaskReport
from handlers.texts import say
from knowledge.tasks.figures import TaskFigures

COLUMNS = ("due", "on_time", "done_late", "open", "overdue", "share")


def build_task_sheet(report: CaseReport, tasks: TaskReport) -> Sheet:
    """Lay out the offices side by side, the whole last."""
    rows = [[name or say("no_office"), *_row(figures)] for name, figures in tasks.units]
    return Sheet(
        name=say("figures_sheet_tasks"),
        lines=write_head(
            report, "figures_title_tasks", report.unit, basis="figures_basis_line_tasks"
        ),
        columns=[say("figures_group_unit"), *(say(f"figures_task_{key}") for key in COLUMNS)],
        rows=[*rows, [say("figures_total"), *_row(tasks.totals)]],
        widths=(40, *[12] * len(COLUMNS)),
        is_signed=True,
        has_total=True,
    )


def _row(figures: TaskFigures) -> list[Value]:
    share = figures.share_on_time
    return [
        *(figures.due, figures.on_time, figures.done_late, figures.open, figures.overdue),
        None if share is None else Share(share),
    ]


def build_task_body(tasks: TaskReport) -> dict[str, Any]:
    """Give figures on tasks as plain values."""
    return {
        "totals": _figures(tasks.totals),
        "units": [{"unit": name or None, **_figures(each)} for name, each in tasks.units],
    }


def _figures(figures: TaskFigures) -> dict[str, Any]:
    return {
        "due": figures.due,
        "on_time": figures.on_time,
        "done_late": figures.done_late,
        "open": figures.open,
        "overdue": figures.overdue,
        "share_on_time": figures.share_on_time,
    }
