"""Printing what was read from a plan, and what will be told to whom."""

import shutil
import textwrap
from collections.abc import Sequence

import typer

from bot.cli.frame import say_here, tell
from bot.errors import terminal_language
from handlers.nudges.foreseeing import Foreseen
from handlers.plans import (
    Confirmation,
    Fix,
    ImportReport,
    Outcome,
    Publication,
    word_confirmation,
    word_fix,
    word_publication,
    word_report,
)
from handlers.plans.lines import Line
from handlers.tasks.wording import describe_due_source
from handlers.texts.forms import clip, write_weekday
from knowledge.ladder import Step
from knowledge.plan import Plan
from storage.values import StoredPlan

UNBROKEN = 100_000  # columns where there is no terminal: a line of a report is a line of the file
NARROWEST = 40


def print_report(report: ImportReport, *, is_full: bool = False) -> None:
    """Print an import report; in full with each row's units, time and product."""
    print_lines(word_report(report, terminal_language(), is_full=is_full))


def print_lines(lines: Sequence[Line]) -> None:
    """Print lines, indented by their depth."""
    width = shutil.get_terminal_size(fallback=(UNBROKEN, 0)).columns
    for line in lines:
        indent = "  " * line.depth
        typer.echo(
            textwrap.fill(
                line.text,
                max(width, NARROWEST),
                initial_indent=indent,
                subsequent_indent=indent + "    ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        )


def print_added(report: ImportReport) -> None:
    """Print what adding a file has come to: what was read, unless nothing has changed."""
    if report.outcome is not Outcome.ADDED:
        tell(f"report_{report.outcome.value}", plan=report.plan_id)
    if report.outcome is not Outcome.UNCHANGED:
        print_report(report)


def print_plans(plans: Sequence[StoredPlan]) -> None:
    """Print a line for each plan: its state, who may read it, what it holds."""
    if not plans:
        tell("plans_none")
    for plan in plans:
        tell(
            "plan_line",
            plan=plan.id,
            state=say_here(f"plan_state_{plan.state.value}"),
            audience=say_here(f"audience_{'public' if plan.is_public else 'internal'}_short"),
            tasks=_say_tasks(plan),
            place=plan.locality,
            title=clip(_name(plan.facts), 70),
        )


def _say_tasks(plan: StoredPlan) -> str:
    return say_here("guide_kind") if plan.is_guide else say_here("tasks", count=plan.task_count)


def _name(plan: Plan) -> str:
    """Name a plan so that two versions can be told apart."""
    return " – ".join(filter(None, (plan.number, plan.title or plan.source)))


def print_confirmation(result: Confirmation) -> None:
    """Print what confirming has made, and how everybody is answered from it."""
    typer.echo(word_confirmation(result, terminal_language()))
    if result.unassigned:
        tell("waiting_hint")
    if not result.is_public:
        tell("publish_hint", plan=result.plan_id)


def print_publication(result: Publication) -> None:
    """Print who may read a plan from now on."""
    typer.echo(word_publication(result, terminal_language()))


def print_fix(fix: Fix) -> None:
    """Print what a correction has changed."""
    typer.echo(word_fix(fix, terminal_language()))


def print_nudges(nudges: Sequence[Foreseen], day: str) -> None:
    """Print who would be told what, each due day with the row it comes from."""
    tell("nudges_head" if nudges else "nudges_none", day=day)
    last = None
    for nudge in sorted(nudges, key=_by_office):
        group = (nudge.due.locality, nudge.due.office, nudge.person)
        if group != last:
            people = nudge.person.name if nudge.person else say_here("nobody_linked")
            office = nudge.due.office or say_here("no_office")
            tell("nudges_person", office=office, locality=nudge.due.locality, people=people)
            last = group
        _print_nudge(nudge)


def _by_office(nudge: Foreseen) -> tuple[str, str, int]:
    person = nudge.person.id if nudge.person else 0
    return nudge.due.locality, nudge.due.office or "", person


def _print_nudge(nudge: Foreseen) -> None:
    due = nudge.due
    tell("nudges_item", content=due.task.content)
    tell(
        "nudges_item_when",
        last_day=write_weekday(due.due_on),
        step=_say_step(nudge.step),
        audience=say_here(f"nudges_audience_{nudge.step.audience.value}"),
        timeframe=due.task.timeframe or "–",
    )
    tell("nudges_item_source", source=describe_due_source(due, terminal_language()))


def _say_step(step: Step) -> str:
    if step.code == 0:
        return say_here("step_today")
    if step.code == step.day.toordinal():
        return say_here("step_weekly")
    return say_here("step_before" if step.code < 0 else "step_after", days=abs(step.code))
