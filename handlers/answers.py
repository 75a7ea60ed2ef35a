"""Answers composed from rows: the fact first, what belongs to it, then where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.library import Found
from handlers.sources import describe_place, describe_source
from handlers.texts import say
from handlers.texts.forms import (
    clip,
    join_names,
    names_day,
    write_day,
    write_weekday,
    write_weekday_name,
)
from knowledge.answering import Reason
from knowledge.excerpt import find_excerpt
from knowledge.plan import Deadline, DeadlineKind, Place, PlannedParagraph, PlannedTask
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question

LONGEST_CONTENT = 420
LONGEST_RELATED = 140
LONGEST_PARAGRAPH = 700
MOST_RELATED = 2


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that an answer leans on, with the words that stand there."""

    place: Place
    ref: str
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot says to a question; `status` is one of `motcua ask --jsonl`'s."""

    status: str
    text: str
    citations: tuple[Citation, ...] = ()
    basis: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    reason: Reason | None = None


def compose(question: Question, found: Sequence[Found]) -> Answer:
    """Compose an answer from the chosen rows, best first."""
    best, *others = found
    language = question.language
    lines = [*_state(question, best.candidate.fact), _say_source(best, language)]
    related = [other for other in others if not _is_same_place(other, best)][:MOST_RELATED]
    if related:
        lines.append(say("related", language))
        lines += [f"- {_related(other, language)}" for other in related]
    return Answer("answered", "\n".join(lines), tuple(_cite(f) for f in (best, *related)))


def _is_same_place(one: Found, other: Found) -> bool:
    place = describe_place(one.candidate.fact)
    return one.plan.id == other.plan.id and place == describe_place(other.candidate.fact)


def compose_each(question: Question, found: Sequence[Found]) -> Answer:
    """Compose an answer about several places, one after another."""
    parts = [
        "\n".join(
            [
                f"{each.plan.locality}: {' '.join(_state(question, each.candidate.fact))}",
                _say_source(each, question.language),
            ]
        )
        for each in found
    ]
    return Answer("answered", "\n\n".join(parts), tuple(_cite(f) for f in found))


def _say_source(found: Found, language: str) -> str:
    source = describe_source(found.plan.facts, found.candidate.fact)
    return say("source", language, source=source)


def _state(question: Question, row: PlannedTask | PlannedParagraph) -> list[str]:
    if isinstance(row, PlannedTask):
        return _state_task(question, row)
    title = f"{row.section_title}: " if row.section_title else ""
    return [title + find_excerpt(row.text, question.terms, limit=LONGEST_PARAGRAPH)]


def _state_task(question: Question, task: PlannedTask) -> list[str]:
    """Lead with what was asked; the time and the lead office always belong to a task."""
    language = question.language
    order = [kind for kind in question.asked if kind in _LINES]
    content = find_excerpt(task.content, question.terms, limit=LONGEST_CONTENT).rstrip(" .;,")
    first = _LINES[order[0]](task, language) if order and order[0] in _LEADING else ""
    order = [k for k in order if k is not Asked.TARGET or not _says_targets(content, task)]
    lines = [f"{first.rstrip('.')} – {content}." if first else f"{content}."]
    said = order[:1] if first else []
    for kind in dict.fromkeys([*order, Asked.DEADLINE, Asked.LEAD]):
        is_wanted = kind in order or not _is_missing(task, kind)
        line = _LINES[kind](task, language) if kind not in said and is_wanted else ""
        if kind is Asked.DEADLINE and line and task.timeframe:
            line = say("timeframe", language, timeframe=line.rstrip("."))
        if line:
            lines.append(line)
    return lines


def _says_targets(content: str, task: PlannedTask) -> bool:
    return all(target.text.rstrip(" .;,") in content for target in task.targets)


def _is_missing(task: PlannedTask, kind: Asked) -> bool:
    return not (task.lead if kind is Asked.LEAD else task.timeframe)


def _say_deadline(task: PlannedTask, language: str) -> str:
    if not task.timeframe:
        return say("no_timeframe", language)
    timeframe = task.timeframe[0].upper() + task.timeframe[1:].rstrip(" .;,")
    return timeframe + _explain(task.deadline, timeframe, language) + "."


def _explain(deadline: Deadline, timeframe: str, language: str) -> str:
    """Say the calendar day that a timeframe means, or that the plan states none."""
    last_day = deadline.last_day
    if last_day and deadline.kind in (DeadlineKind.BY, DeadlineKind.WITHIN, DeadlineKind.RANGE):
        if names_day(timeframe, last_day):
            return f" ({write_weekday_name(last_day, language)})"
        return say("at_the_latest", language, day=write_weekday(last_day, language))
    if deadline.kind is DeadlineKind.RECURRING:
        return _explain_recurring(deadline, language)
    return ""


def _explain_recurring(deadline: Deadline, language: str) -> str:
    days = [o.last_day for o in deadline.occurrences if not o.bare_period]
    if not days:
        return say("no_day_stated", language)
    written = ", ".join(write_day(day, language) for day in days)
    return say("days_meant", language, days=written)


def _say_lead(task: PlannedTask, language: str) -> str:
    if not task.lead:
        return say("no_lead", language)
    return say("lead", language, units=join_names(task.lead))


def _say_supporting(task: PlannedTask, language: str) -> str:
    if not task.supporting:
        return say("no_supporting", language)
    return say("supporting", language, units=join_names(task.supporting))


def _say_deliverable(task: PlannedTask, language: str) -> str:
    if not task.deliverable:
        return say("no_deliverable", language)
    return say("deliverable", language, deliverable=clip(task.deliverable.rstrip(" .;,"), 300))


def _say_targets(task: PlannedTask, language: str) -> str:
    if not task.targets:
        return ""
    return say(
        "targets", language, targets=clip("; ".join(target.text for target in task.targets), 400)
    )


def _say_basis(task: PlannedTask, language: str) -> str:
    if not task.references:
        return ""
    return say(
        "references", language, references="; ".join(named.text for named in task.references)
    )


_LEADING = (Asked.DEADLINE, Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE)
_LINES: dict[Asked, Callable[[PlannedTask, str], str]] = {
    Asked.DEADLINE: _say_deadline,
    Asked.LEAD: _say_lead,
    Asked.SUPPORTING: _say_supporting,
    Asked.DELIVERABLE: _say_deliverable,
    Asked.TARGET: _say_targets,
    Asked.LEGAL_BASIS: _say_basis,
}


def _related(found: Found, language: str) -> str:
    row = found.candidate.fact
    place = describe_place(row)
    where = f" ({place})" if place else ""
    if isinstance(row, PlannedParagraph):
        return clip(row.text.lstrip("-+• "), LONGEST_RELATED) + where
    timeframe = f": {_say_deadline(row, language).rstrip('.')}" if row.timeframe else ""
    return clip(row.content.rstrip(" .;,"), LONGEST_RELATED) + timeframe + where


def _cite(found: Found) -> Citation:
    row = found.candidate.fact
    quote = row.text if isinstance(row, PlannedParagraph) else row.content
    return Citation(row.place, describe_place(row), quote)
