"""What plans say of a report that they give no day for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.reporting.asked import ReportAsked
from handlers.reporting.known import find_known
from handlers.reporting.rows import ReportRow
from handlers.reporting.words import name_report
from handlers.sources import describe_document, describe_place
from handlers.texts import say
from handlers.texts.forms import join_names
from knowledge.plan import PlannedTask
from knowledge.reporting import Fit, ReportPeriod
from storage.values import ReportingRule

MOST_PLANS = 3
MOST_PLACES = 4  # of one plan
MOST_REFERENCES = 3
MOST_TIMEFRAMES = 3


@dataclass(frozen=True, slots=True)
class ReportNote:
    """What is said of a report that no row gives a day for; `basis` are the lines on rules."""

    lines: tuple[str, ...]
    basis: tuple[str, ...]


def explain_report(
    asked: ReportAsked, rows: Sequence[ReportRow], rules: Sequence[ReportingRule]
) -> ReportNote | None:
    """Say that the plans state no day, what time the data are of, and the office's own day.

    None where there is no row, or one that gives the day: nothing is to be added.
    """
    if not rows or rows[0].fit is Fit.DAY:
        return None
    known = find_known(asked, rules, plan_year=rows[0].year)
    return ReportNote((*_say_plans(asked, rows), known.text), known.basis)


def _say_plans(asked: ReportAsked, rows: Sequence[ReportRow]) -> list[str]:
    plans: dict[int, list[ReportRow]] = {}
    for each in rows:
        plans.setdefault(each.row.plan.id, []).append(each)
    return [_say_plan(asked, own) for own in list(plans.values())[:MOST_PLANS]]


def _say_plan(asked: ReportAsked, rows: Sequence[ReportRow]) -> str:
    """Say that a plan wants the report, that it states no day, and what it states instead."""
    best = rows[0]
    plan = best.row.plan.facts
    if plan.number and not asked.question.localities:
        plan = replace(plan, issuer=None)  # the chat's own office knows its plan
    return say(
        _pick_key(rows),
        asked.language,
        document=describe_document(plan),
        report=name_report(_find_named(asked, best), asked.language),
        references=join_names(_list_references(rows)[:MOST_REFERENCES]),
        timeframe="”, “".join(_list_timeframes(rows)),
        where=_say_where(rows),
    )


def _find_named(asked: ReportAsked, best: ReportRow) -> ReportPeriod:
    """Return the period that the plan speaks of; of another year it says nothing."""
    if best.fit is Fit.GENERAL:
        return ReportPeriod()
    return asked.period if best.year == asked.period.year else replace(asked.period, year=None)


def _pick_key(rows: Sequence[ReportRow]) -> str:
    best, timeframes = rows[0], _list_timeframes(rows)
    if best.fit is Fit.OTHER:
        return "report_other" if timeframes else "report_other_untimed"
    if _list_references(rows):
        return "report_no_day_refers"
    is_elsewhere = best.duty.deadline.reason and timeframes
    return "report_no_day_quoted" if is_elsewhere else "report_no_day"


def _say_where(rows: Sequence[ReportRow]) -> str:
    places = dict.fromkeys(place for each in rows if (place := describe_place(each.row.fact)))
    return f" ({'; '.join(list(places)[:MOST_PLACES])})" if places else ""


def _list_timeframes(rows: Sequence[ReportRow]) -> list[str]:
    tasks = (each.row.fact for each in rows if isinstance(each.row.fact, PlannedTask))
    written = [(task.timeframe or "").strip(" .;,") for task in tasks]
    return list(dict.fromkeys(filter(None, written)))[:MOST_TIMEFRAMES]


def _list_references(rows: Sequence[ReportRow]) -> list[str]:
    """List the documents that rows refer to, each as it is named first."""
    tasks = (each.row.fact for each in rows if isinstance(each.row.fact, PlannedTask))
    named = [reference for task in tasks for reference in task.references]
    return list({each.number or each.text: each.text for each in reversed(named)}.values())[::-1]
