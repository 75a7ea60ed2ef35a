"""Figures as JSON: names in English, days as 2026-09-14, shares from 0 to 1."""

import json
from typing import Any

from handlers.figures.periods import write_code
from handlers.figures.report import CaseReport
from knowledge.cases.figures import Figures
from knowledge.cases.history import CaseHistory
from storage.values import find_kind

FORMAT = 1


def write_json(report: CaseReport) -> str:
    """Write a report as one JSON object."""
    return json.dumps(build_body(report), ensure_ascii=False)


def build_body(report: CaseReport) -> dict[str, Any]:
    """Give a report as plain values."""
    return {
        "format": FORMAT,
        "place": report.place,
        "period": write_code(report.period),
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "as_of": report.as_of.isoformat(),
        "basis": report.basis,
        "unit": report.unit or None,
        "totals": _figures(report.totals),
        "units": [{"unit": name or None, **_figures(each)} for name, each in report.units.items()],
        "cases": [_case(report, case) for case in report.cases],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "received": figures.received,
        "received_by_kind": {kind.value: count for kind, count in figures.new.items()},
        "carried_over": figures.carried_over,
        "reopened": figures.reopened,
        "answered": figures.answered,
        "on_time": figures.on_time,
        "answered_late": figures.answered_late,
        "late": figures.late,
        "open": figures.open,
        "open_overdue": figures.open_overdue,
        "ended": {state.value: count for state, count in figures.ended.items()},
        "published": figures.published,
        "told": figures.told,
        "mean_working_days": figures.mean_days,
        "solved": {each.value: count for each, count in figures.solved.items()},
        "share_on_time": figures.share_on_time,
        "points": figures.points,
    }


def _case(report: CaseReport, case: CaseHistory) -> dict[str, Any]:
    days = {
        "received_on": case.received_on,
        "due_on": case.due_on,
        "answered_on": case.answered_on,
        "ended_on": case.ended_on,
        "published_on": case.published_on,
        "told_on": case.told_on if case.is_told else None,
    }
    return {
        "code": case.code,
        "kind": case.kind.value,
        "field": report.fields.get(case.code) or None,
        "unit": case.unit or None,
        "channel": find_kind(case.channel),
        "state": case.state.value,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "is_late": case.is_late or case.is_overdue(report.as_of),
        "solved": case.solved.value if case.answered_on and case.solved else None,
    }
