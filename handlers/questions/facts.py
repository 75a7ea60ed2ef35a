"""One fact of a row in a sentence, and texts of plans made fit to stand in one."""

import re
from collections.abc import Callable, Sequence

from handlers.questions.timing import explain_deadline
from handlers.texts import say
from handlers.texts.forms import clip, join_names
from knowledge.plan import PlannedTask, Target
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question
from knowledge.text import fold, syllables

LONGEST_DELIVERABLE = 300
LONGEST_TARGETS = 400
NEAR_BEST = 0.6  # of the words that the best target shares with the question
FIELDS = {
    Asked.DEADLINE: "timeframe",
    Asked.LEAD: "lead",
    Asked.SUPPORTING: "supporting",
    Asked.DELIVERABLE: "deliverable",
}
_BULLETS = re.compile(r"(?<=[:;.]) (?:[-+•*–] )+")
_OPENING = re.compile(r"^(?:[-+•*–]\s*)*(?:và\s+)?")
_LAW = re.compile(
    r"\d+/\w|\b(?:luật|nghị định|thông tư|nghị quyết|chỉ thị|quy định|công văn|điều \d)\b", re.I
)
_CUT_TWICE = re.compile(r"(?:…|\.{3,})(?:\s*…)*")
_CLOSING = " .;,:/"


def tidy(text: str) -> str:
    """Take the bullets and the closing marks off a plan's text and begin it with a capital."""
    text = _BULLETS.sub(" ", _OPENING.sub("", text.strip())).rstrip(_CLOSING)
    text = _CUT_TWICE.sub("…", text)
    return text[:1].upper() + text[1:]


def end(text: str) -> str:
    """End a text as a sentence; one that was cut short already shows it."""
    return text if text.endswith("…") else f"{text.rstrip(_CLOSING)}."


def say_fact(question: Question, task: PlannedTask, kind: Asked) -> str:
    """Say one fact of a row, or that it is not stated; nothing where nobody misses it."""
    return LINES[kind](task, question)


def is_missing(task: PlannedTask, kind: Asked) -> bool:
    """Say whether a row has a field for a fact and leaves it empty."""
    field = FIELDS.get(kind)
    return field is not None and not getattr(task, field)


def find_inferred(task: PlannedTask, field: str) -> str:
    """Return what an emptied cell may have held, after the row above."""
    facts = (dict(doubt.facts) for doubt in task.doubts if doubt.code == "empty_cell")
    return next((f["inferred"] for f in facts if f.get("field") == field and f.get("inferred")), "")


def pick_targets(task: PlannedTask, terms: str) -> list[Target]:
    """Pick the targets that share most words with what was asked; all where none shares any."""
    wanted = set(syllables(fold(terms)))
    shares = [len(wanted & set(syllables(fold(target.text)))) for target in task.targets]
    least = NEAR_BEST * max(shares, default=0)
    return [t for t, share in zip(task.targets, shares, strict=True) if share >= least]


def say_targets(targets: Sequence[Target], language: str) -> str:
    """Say targets in the plan's words."""
    said = clip("; ".join(tidy(target.text) for target in targets), LONGEST_TARGETS)
    return end(say("targets", language, targets=said).rstrip(".")) if said else ""


def _say_deadline(task: PlannedTask, question: Question) -> str:
    if not task.timeframe:
        inferred = find_inferred(task, "timeframe")
        key = "no_timeframe_inferred" if inferred else "no_timeframe"
        return say(key, question.language, timeframe=inferred)
    timeframe = tidy(task.timeframe)
    return timeframe + explain_deadline(task.deadline, timeframe, question) + "."


def _say_lead(task: PlannedTask, question: Question) -> str:
    if not task.lead:
        inferred = find_inferred(task, "lead")
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
    deliverable = clip(tidy(task.deliverable), LONGEST_DELIVERABLE)
    return end(say("deliverable", question.language, deliverable=deliverable).rstrip("."))


def _say_targets(task: PlannedTask, question: Question) -> str:
    return say_targets(pick_targets(task, question.terms), question.language)


def _say_basis(task: PlannedTask, question: Question) -> str:
    if not task.references:
        is_named = _LAW.search(f"{task.content} {task.deliverable or ''}")
        return "" if is_named else say("no_references", question.language)
    references = "; ".join(named.text for named in task.references)
    return say("references", question.language, references=references)


LINES: dict[Asked, Callable[[PlannedTask, Question], str]] = {
    Asked.DEADLINE: _say_deadline,
    Asked.LEAD: _say_lead,
    Asked.SUPPORTING: _say_supporting,
    Asked.DELIVERABLE: _say_deliverable,
    Asked.TARGET: _say_targets,
    Asked.LEGAL_BASIS: _say_basis,
}
