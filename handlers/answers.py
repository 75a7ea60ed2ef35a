"""Answers composed from rows: the fact first, what belongs to it, then where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from handlers.library import Row, RowKey
from handlers.memory import Memory
from handlers.sources import describe_place, describe_source
from handlers.texts import say
from handlers.texts.forms import clip, join_names
from handlers.timing import explain_deadline
from knowledge.answering import Reason
from knowledge.excerpt import find_excerpt
from knowledge.plan import Place, PlannedParagraph, PlannedTask
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
    memory: Memory = field(default_factory=Memory)


def compose(question: Question, rows: Sequence[Row], partner: PlannedTask | None = None) -> Answer:
    """Compose an answer from the chosen rows, best first.

    `partner` is the task of which the best row, a paragraph, tells the circumstances.
    """
    best, *others = rows
    language = question.language
    lines = [*_state(question, best.fact), *_complete(question, best.fact, partner)]
    lines.append(say_source(best, language))
    related = [other for other in others if not _is_same_place(other, best)][:MOST_RELATED]
    if related:
        lines.append(say("related", language))
        lines += [f"- {_related(other, language)}" for other in related]
    cited = [best, *([replace(best, fact=partner)] if partner else []), *related]
    return Answer("answered", "\n".join(lines), tuple(cite(row) for row in cited))


def _is_same_place(one: Row, other: Row) -> bool:
    same = describe_place(one.fact) == describe_place(other.fact)
    return one.plan.id == other.plan.id and same


def compose_each(question: Question, rows: Sequence[Row]) -> Answer:
    """Compose an answer about several places, one after another."""
    parts = [
        "\n".join(
            [
                f"{row.plan.locality}: {' '.join(_state(question, row.fact))}",
                say_source(row, question.language),
            ]
        )
        for row in rows
    ]
    return Answer("answered", "\n\n".join(parts), tuple(cite(row) for row in rows))


def say_source(row: Row, language: str) -> str:
    """Say where a row stands."""
    return say("source", language, source=describe_source(row.plan.facts, row.fact))


def say_fact(question: Question, task: PlannedTask, kind: Asked) -> str:
    """Say one fact of a row, or that it is not stated."""
    return _LINES[kind](task, question)


def cite(row: Row) -> Citation:
    """Cite a row in its own words."""
    quote = row.fact.text if isinstance(row.fact, PlannedParagraph) else row.fact.content
    return Citation(row.fact.place, describe_place(row.fact), quote)


def keys_of(rows: Sequence[Row]) -> tuple[RowKey, ...]:
    """Give the keys that a chat remembers rows by."""
    return tuple(row.key for row in rows)


def _state(question: Question, row: PlannedTask | PlannedParagraph) -> list[str]:
    if isinstance(row, PlannedTask):
        return _state_task(question, row)
    title = f"{row.section_title}: " if row.section_title else ""
    return [title + find_excerpt(row.text, question.terms, limit=LONGEST_PARAGRAPH)]


def _complete(
    question: Question, row: PlannedTask | PlannedParagraph, partner: PlannedTask | None
) -> list[str]:
    """Add to a paragraph what was asked and only its task tells."""
    if partner is None or isinstance(row, PlannedTask):
        return []
    kinds = dict.fromkeys([*question.asked, Asked.DEADLINE, Asked.LEAD])
    told = [kind for kind in kinds if kind in _LINES and not _is_missing(partner, kind)]
    return [line for kind in told if (line := _say_labelled(question, partner, kind))]


def _state_task(question: Question, task: PlannedTask) -> list[str]:
    """Lead with what was asked; the time and the lead office always belong to a task."""
    order = [kind for kind in question.asked if kind in _LINES]
    content = find_excerpt(task.content, question.terms, limit=LONGEST_CONTENT).rstrip(" .;,")
    first = _LINES[order[0]](task, question) if order and order[0] in _LEADING else ""
    order = [k for k in order if k is not Asked.TARGET or not _says_targets(content, task)]
    lines = [f"{first.rstrip('.')} – {content}." if first else f"{content}."]
    said = order[:1] if first else []
    for kind in dict.fromkeys([*order, Asked.DEADLINE, Asked.LEAD]):
        is_wanted = kind in order or not _is_missing(task, kind)
        line = _say_labelled(question, task, kind) if kind not in said and is_wanted else ""
        if line:
            lines.append(line)
    return lines


def _say_labelled(question: Question, task: PlannedTask, kind: Asked) -> str:
    line = _LINES[kind](task, question)
    if kind is Asked.DEADLINE and task.timeframe:
        return say("timeframe", question.language, timeframe=line.rstrip("."))
    return line


def _says_targets(content: str, task: PlannedTask) -> bool:
    return all(target.text.rstrip(" .;,") in content for target in task.targets)


def _is_missing(task: PlannedTask, kind: Asked) -> bool:
    field = _FIELDS.get(kind)
    return field is not None and not getattr(task, field)


def _say_deadline(task: PlannedTask, question: Question) -> str:
    language = question.language
    if not task.timeframe:
        inferred = _find_inferred(task, "timeframe")
        key = "no_timeframe_inferred" if inferred else "no_timeframe"
        return say(key, language, timeframe=inferred)
    timeframe = task.timeframe[0].upper() + task.timeframe[1:].rstrip(" .;,")
    return timeframe + explain_deadline(task.deadline, timeframe, question) + "."


def _find_inferred(task: PlannedTask, field: str) -> str:
    """Return what an emptied cell may have held, after the row above."""
    facts = (dict(doubt.facts) for doubt in task.doubts if doubt.code == "empty_cell")
    return next((f["inferred"] for f in facts if f.get("field") == field and f.get("inferred")), "")


def _say_lead(task: PlannedTask, question: Question) -> str:
    if not task.lead:
        inferred = _find_inferred(task, "lead")
        key = "no_lead_inferred" if inferred else "no_lead"
        return say(key, question.language, units=inferred)
    return say("lead", question.language, units=join_names(task.lead))


def _say_supporting(task: PlannedTask, question: Question) -> str:
    if not task.supporting:
        return say("no_supporting", question.language)
    return say("supporting", question.language, units=join_names(task.supporting))


def _say_deliverable(task: PlannedTask, question: Question) -> str:
    if not task.deliverable:
        return say("no_deliverable", question.language)
    deliverable = clip(task.deliverable.rstrip(" .;,"), 300)
    return say("deliverable", question.language, deliverable=deliverable)


def _say_targets(task: PlannedTask, question: Question) -> str:
    if not task.targets:
        return ""
    targets = clip("; ".join(target.text for target in task.targets), 400)
    return say("targets", question.language, targets=targets)


def _say_basis(task: PlannedTask, question: Question) -> str:
    if not task.references:
        return ""
    references = "; ".join(named.text for named in task.references)
    return say("references", question.language, references=references)


_LEADING = (Asked.DEADLINE, Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE)
_LINES: dict[Asked, Callable[[PlannedTask, Question], str]] = {
    Asked.DEADLINE: _say_deadline,
    Asked.LEAD: _say_lead,
    Asked.SUPPORTING: _say_supporting,
    Asked.DELIVERABLE: _say_deliverable,
    Asked.TARGET: _say_targets,
    Asked.LEGAL_BASIS: _say_basis,
}
_FIELDS = {
    Asked.DEADLINE: "timeframe",
    Asked.LEAD: "lead",
    Asked.SUPPORTING: "supporting",
    Asked.DELIVERABLE: "deliverable",
}


def _related(row: Row, language: str) -> str:
    fact = row.fact
    place = describe_place(fact)
    where = f" ({place})" if place else ""
    if isinstance(fact, PlannedParagraph):
        return clip(fact.text.lstrip("-+• "), LONGEST_RELATED) + where
    timeframe = f": {fact.timeframe.rstrip(' .;,')}" if fact.timeframe else ""
    return clip(fact.content.rstrip(" .;,"), LONGEST_RELATED) + timeframe + where
