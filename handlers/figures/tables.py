"""Figures as tables of a workbook: what stands in which cell, in the office's words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.channels.naming import name_kind
from handlers.figures.report import CaseReport
from handlers.reporting.words import name_period
from handlers.texts import say
from handlers.texts.forms import capital, write_day
from knowledge.cases.figures import Figures
from knowledge.cases.history import CaseHistory
from knowledge.cases.states import CaseKind, CaseState, Solved

LONGEST_NAME = 31  # letters of a sheet's name, by Excel
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_ENDS = (
    CaseState.TRANSFERRED,
    CaseState.REFUSED,
    CaseState.MERGED,
    CaseState.WITHDRAWN,
    CaseState.CLOSED,
)
_GROUPS = ("unit", "came", "answered", "open", "ended", "after", "quality")
_SPANS = (1, 3, 3, 2, 5, 2, 5)
_LISTED = (
    *("code", "kind", "field", "unit", "channel", "received", "due", "answered", "ended"),
    *("state", "late", "solved", "published", "told"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share from 0 to 1, shown as a percentage."""

    value: float


Value = str | int | float | dt.date | Share | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: lines above a table, its head (groups over columns, with their spans), its rows.

    A group of one column takes the place of its name. `widths` are in letters; `is_signed` asks
    for room to sign.
    """

    name: str
    lines: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]
    groups: Sequence[tuple[str, int]] = ()
    is_signed: bool = False
    has_total: bool = False


def build_sheets(report: CaseReport) -> list[Sheet]:
    """Lay a report out: totals, the units side by side, each unit, then the cases."""
    names = {unit: unit or say("figures_no_unit") for unit in report.units}
    own = {say("figures_sheet_totals"), say("figures_sheet_units"), say("figures_sheet_cases")}
    sheets = [_totals(report, report.totals, say("figures_sheet_totals"), report.unit)]
    if not report.unit:
        sheets.append(_units(report, names))
        for unit, figures in report.units.items():
            name = _name_sheet(names[unit], own)
            own.add(name)
            sheets.append(_totals(report, figures, name, names[unit]))
    return [*sheets, _cases(report)]


def _name_sheet(wanted: str, taken: set[str]) -> str:
    """Give a name that Excel accepts and no other sheet has, letter case aside."""
    plain = " ".join(wanted.translate(_NOT_IN_NAMES).split()) or "–"
    lower = {name.lower() for name in taken}
    name, number = plain[:LONGEST_NAME].strip(), 1
    while name.lower() in lower:
        number += 1
        mark = f" ({number})"
        name = plain[: LONGEST_NAME - len(mark)].strip() + mark
    return name


def write_head(
    report: CaseReport, title: str, unit: str = "", *, basis: str = "figures_basis_line"
) -> list[str]:
    """Write the lines above a table: whose figures of which period they are, counting what."""
    lines = [
        say("figures_reporter", place=report.place),
        *([say("figures_unit_line", unit=unit)] if unit else []),
        say(title),
        say(
            "figures_period_line",
            period=name_period(report.period, "vi"),
            first=write_day(report.first),
            last=write_day(report.last),
        ),
    ]
    if not report.is_closed:
        lines.append(say("figures_as_of_line", day=write_day(report.as_of)))
    return [*lines, say(basis, basis=report.basis)]


def _totals(report: CaseReport, figures: Figures, name: str, unit: str) -> Sheet:
    return Sheet(
        name=name,
        lines=write_head(report, "figures_title", unit),
        columns=[say(f"figures_column_{each}") for each in ("number", "what", "count", "note")],
        rows=[
            [number, say(f"figures_{key}"), value, _note(key)]
            for number, key, value in list_figures(figures)
        ],
        widths=(7, 46, 12, 40),
        is_signed=True,
    )


def _note(key: str) -> str:
    return say(f"figures_note_{key}") if key in ("late", "told", "share", "mean", "ended") else ""


def list_figures(figures: Figures) -> Iterator[tuple[str, str, Value]]:
    """List every figure with its number in the form and its key."""
    share = figures.share_on_time
    yield "1", "came", figures.received + figures.carried_over + figures.reopened
    yield "1.1", "received", figures.received
    for index, kind in enumerate(CaseKind, 1):
        yield f"1.1.{index}", f"kind_{kind.value}", figures.new[kind]
    yield "1.2", "carried_over", figures.carried_over
    yield "1.3", "reopened", figures.reopened
    yield "2", "answered", figures.answered
    yield "2.1", "on_time", figures.on_time
    yield "2.2", "answered_late", figures.answered_late
    yield "3", "open", figures.open
    yield "3.1", "open_overdue", figures.open_overdue
    yield "4", "ended", sum(figures.ended.values())
    for index, state in enumerate(_ENDS, 1):
        yield f"4.{index}", f"ended_{state.value}", figures.ended[state]
    yield "5", "late", figures.late
    yield "6", "share", None if share is None else Share(share)
    yield "7", "points", figures.points
    yield "8", "mean", _round(figures.mean_days)
    yield "9", "published", figures.published
    yield "10", "told", figures.told
    yield "11", "rated", sum(figures.solved.values())
    for index, solved in enumerate(Solved, 1):
        yield f"11.{index}", f"solved_{solved.value}", figures.solved[solved]


def _round(days: float | None) -> float | None:
    return None if days is None else round(days, 1)


def _units(report: CaseReport, names: dict[str, str]) -> Sheet:
    rows = [[names[unit], *_row(figures)] for unit, figures in report.units.items()]
    keys = (
        *("received", "carried_over", "reopened"),
        *("answered", "on_time", "answered_late", "open", "open_overdue"),
        *(f"ended_{state.value}" for state in _ENDS),
        *("published", "told", "mean", *(f"solved_{each.value}" for each in Solved), "share"),
    )
    return Sheet(
        name=say("figures_sheet_units"),
        lines=write_head(report, "figures_title_units"),
        groups=[
            (say(f"figures_group_{name}"), span) for name, span in zip(_GROUPS, _SPANS, strict=True)
        ],
        columns=["", *(say(f"figures_short_{key}") for key in keys)],
        rows=[*rows, [say("figures_total"), *_row(report.totals)]],
        widths=(34, *[9] * len(keys)),
        is_signed=True,
        has_total=True,
    )


def _row(figures: Figures) -> list[Value]:
    share = figures.share_on_time
    return [
        *(figures.received, figures.carried_over, figures.reopened),
        *(figures.answered, figures.on_time, figures.answered_late),
        *(figures.open, figures.open_overdue),
        *(figures.ended[state] for state in _ENDS),
        *(figures.published, figures.told, _round(figures.mean_days)),
        *(figures.solved[each] for each in Solved),
        None if share is None else Share(share),
    ]


def _cases(report: CaseReport) -> Sheet:
    return Sheet(
        name=say("figures_sheet_cases"),
        lines=write_head(report, "figures_title_cases", report.unit),
        columns=[say(f"figures_case_{each}") for each in ("number", *_LISTED)],
        rows=[[index, *_case(report, case)] for index, case in enumerate(report.cases, 1)],
        widths=(6, 18, 15, 26, 22, 9, 12, 12, 12, 12, 22, 10, 12, 12, 12),
    )


def _case(report: CaseReport, case: CaseHistory) -> list[Value]:
    solved = case.solved if case.answered_on else None
    is_late = case.is_late or case.is_overdue(report.as_of)
    return [
        case.code,
        capital(say(f"case_kind_{case.kind.value}")),
        capital(report.fields.get(case.code, "")),
        case.unit,
        name_kind(case.channel),
        case.received_on,
        case.due_on,
        case.answered_on,
        None if case.answered_on else case.ended_on,
        capital(say(f"casework_state_{case.state.value}")),
        say("figures_late_mark") if is_late else "",
        say(f"figures_says_{solved.value}") if solved else "",
        case.published_on,
        case.told_on if case.is_told else None,
    ]
