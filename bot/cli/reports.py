"""Printing what was read from a plan, and what will be told to whom."""

from collections import Counter
from collections.abc import Sequence

from bot.cli.frame import say_here, tell
from handlers.nudges import Nudge
from handlers.plans import Confirmation, ImportReport
from handlers.sources import describe_place, describe_source
from handlers.texts.forms import clip, join_names, write_day, write_weekday
from knowledge.plan import Note, Plan, PlannedTask

MOST_DOUBTS = 30


def print_report(report: ImportReport) -> None:
    """Print an import report: facts, tasks by kind of time, doubts, warnings."""
    _print_facts(report.plan, report.plan_id)
    kinds = ", ".join(
        f"{say_here(f'kind_{kind}')} {count}" for kind, count in report.days_by_kind.items()
    )
    tell("report_tasks", count=len(report.plan.tasks), kinds=kinds)
    _print_doubts(report)
    if report.plan.warnings:
        tell("report_warnings", count=len(report.plan.warnings))
    for warning in report.plan.warnings:
        tell("report_warning", warning=_say_note(warning))


def _print_facts(plan: Plan, number: int | str) -> None:
    none = say_here("report_none")
    tell("report_head", plan=number, title=plan.title or plan.source)
    tell(
        "report_facts",
        number=plan.number or none,
        day=write_day(plan.issued_on) if plan.issued_on else none,
        issuer=plan.issuer or none,
        year=plan.year or none,
    )


def _print_doubts(report: ImportReport) -> None:
    if report.doubts:
        tell("report_doubts", count=len(report.doubts))
    for position, doubt in report.doubts[:MOST_DOUBTS]:
        task = report.plan.tasks[position - 1]
        tell(
            "report_doubt",
            place=describe_place(task) or position,
            line=task.place.first_line or task.place.row or "?",
            doubt=_say_note(doubt),
        )


def _say_note(note: Note) -> str:
    facts = {"inferred": say_here("report_none"), **dict(note.facts)}
    if "field" in facts:
        facts["field"] = say_here(f"field_{facts['field']}")
    return say_here(f"note_{note.code}", **facts)


def print_confirmation(result: Confirmation) -> None:
    """Print what confirming has made."""
    tell(
        "report_confirmed",
        open_days=result.open_days,
        past_days=result.past_days,
        without_office=result.without_office,
    )


def print_plan(plan: Plan) -> None:
    """Print a plan's facts and tasks."""
    _print_facts(plan, plan.source)
    counted = Counter(say_here(f"kind_{task.deadline.kind.value}") for task in plan.tasks)
    kinds = ", ".join(f"{kind} {count}" for kind, count in counted.items())
    tell("report_tasks", count=len(plan.tasks), kinds=kinds)
    for number, task in enumerate(plan.tasks, 1):
        _print_task(number, task)


def _print_task(number: int, task: PlannedTask) -> None:
    none = say_here("report_none")
    tell("task_line", number=number, place=describe_place(task), content=clip(task.content, 200))
    tell(
        "task_facts",
        lead=join_names(task.lead) or none,
        timeframe=task.timeframe or none,
        deliverable=clip(task.deliverable or none, 120),
    )


def print_nudges(nudges: Sequence[Nudge], day: str) -> None:
    """Print who would be told what, each due day with the row it comes from."""
    tell("nudges_head" if nudges else "nudges_none", day=day)
    last = None
    for nudge in sorted(nudges, key=lambda n: (n.due.locality, n.due.office or "")):
        group = (nudge.due.locality, nudge.due.office, nudge.person)
        if group != last:
            people = nudge.person.name if nudge.person else say_here("nobody_linked")
            office = nudge.due.office or say_here("no_office")
            tell("nudges_person", office=office, locality=nudge.due.locality, people=people)
            last = group
        _print_nudge(nudge)


def _print_nudge(nudge: Nudge) -> None:
    due = nudge.due
    tell("nudges_item", content=due.task.content)
    tell(
        "nudges_item_when",
        last_day=write_weekday(due.last_day),
        step=_say_step(nudge.step.offset),
        timeframe=due.task.timeframe,
    )
    tell("nudges_item_source", source=describe_source(due.plan, due.task))


def _say_step(offset: int) -> str:
    if offset == 0:
        return say_here("step_today")
    return say_here("step_before" if offset < 0 else "step_after", days=abs(offset))
