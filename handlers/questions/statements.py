"""What a row says of a question: the fact asked for first, then what belongs to it."""

from collections.abc import Iterable

from handlers.questions.facts import (
    LINES,
    end,
    find_inferred,
    is_missing,
    pick_targets,
    say_fact,
    tidy,
)
from handlers.questions.headings import head
from handlers.texts import say
from handlers.texts.forms import clip, join_names
from knowledge.excerpt import find_excerpt
from knowledge.fitting import Fact
from knowledge.plan import PlannedParagraph, PlannedTask
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question
from knowledge.text import fold

LONGEST_CONTENT = 420
LONGEST_WITH_TARGET = 260  # where a figure is asked for, its sentence is enough
LONGEST_KNOWN = 120  # of a row that the chat is already speaking of
LONGEST_PARAGRAPH = 900  # a guide's are as long at most
_LEADING = (Asked.DEADLINE, Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE)


def state(question: Question, fact: Fact, partner: PlannedTask | None = None) -> list[str]:
    """Lead with what was asked; the time and the lead office always belong to a task.

    `partner` is the task of which a paragraph tells the circumstances.
    """
    if isinstance(fact, PlannedParagraph):
        return _state_paragraph(question, fact, partner)
    limit = LONGEST_WITH_TARGET if question.main is Asked.TARGET else LONGEST_CONTENT
    content = tidy(find_excerpt(fact.content, question.terms, limit=limit))
    kinds = _find_kinds(question, fact, content)
    # A figure that the content says is the answer, whatever else is asked.
    is_figure = Asked.TARGET in question.asked and fact.targets and Asked.TARGET not in kinds
    first = [] if is_figure else kinds[:1]
    further = dict.fromkeys([*kinds, Asked.DEADLINE, Asked.LEAD])
    told = [k for k in further if k not in first and (k in kinds or not is_missing(fact, k))]
    return [*_open(question, fact, first, content), *_say_each(question, fact, told)]


def _state_paragraph(
    question: Question, paragraph: PlannedParagraph, partner: PlannedTask | None
) -> list[str]:
    """Say a paragraph, and of its task what was asked and only the task tells."""
    said = _excerpt(question, paragraph, LONGEST_PARAGRAPH)
    if partner is None:
        return [said]
    kinds = [k for k in _find_kinds(question, partner, said) if not is_missing(partner, k)]
    if not partner.references:
        kinds = [k for k in kinds if k is not Asked.LEGAL_BASIS]
    asked = _say_each(question, partner, kinds)
    further = [k for k in (Asked.DEADLINE, Asked.LEAD) if k not in kinds]
    others = [k for k in further if not is_missing(partner, k) and not _names(said, partner, k)]
    if asked:
        said = _excerpt(question, paragraph, LONGEST_CONTENT)
    return [*asked, said, *_say_each(question, partner, others)]


def _names(text: str, task: PlannedTask, kind: Asked) -> bool:
    """Say whether a text already names the lead of a task."""
    return kind is Asked.LEAD and _holds(text, task.lead)


def _excerpt(question: Question, paragraph: PlannedParagraph, limit: int) -> str:
    text = tidy(find_excerpt(paragraph.text, question.terms, limit=limit))
    return head(paragraph.section_title, text) + end(text)


def state_again(question: Question, fact: Fact) -> list[str]:
    """Say only what is asked of a task that the chat is speaking of, and name it in few words."""
    kinds = [kind for kind in question.asked if kind in LINES]
    if isinstance(fact, PlannedParagraph) or not kinds:
        return []
    content = clip(tidy(fact.content), LONGEST_KNOWN)
    lines = _open(question, fact, kinds[:1], content)
    return [*lines, *_say_each(question, fact, kinds[1:])]


def _find_kinds(question: Question, task: PlannedTask, content: str) -> list[Asked]:
    """Return the kinds of fact asked for, without those that the content says itself."""
    targets = [tidy(target.text) for target in pick_targets(task, question.terms)]
    references = [named.text for named in task.references]
    is_held = {
        Asked.TARGET: _holds(content, targets),
        Asked.LEGAL_BASIS: bool(references) and _holds(content, references),
    }
    return [kind for kind in question.asked if kind in LINES and not is_held.get(kind)]


def _holds(text: str, parts: Iterable[str]) -> bool:
    return all(fold(part) in fold(text) for part in parts)


def _open(question: Question, task: PlannedTask, kinds: list[Asked], content: str) -> list[str]:
    """Say the fact asked for and what it is a fact of."""
    if not kinds:
        return [end(content)]
    [kind] = kinds
    if kind not in _LEADING or _is_inferred(task, kind):
        return [line for line in (_say_labelled(question, task, kind), end(content)) if line]
    if is_missing(task, kind):
        return [f"{say_fact(question, task, kind).rstrip('.')}: {end(content)}"]
    return [_join(question, task, kind, content)]


def _join(question: Question, task: PlannedTask, kind: Asked, content: str) -> str:
    """Put a fact and what it is a fact of into one sentence."""
    units = {Asked.LEAD: task.lead, Asked.SUPPORTING: task.supporting}.get(kind)
    if units:
        named = tidy(join_names(units))
        return end(say(f"{kind.value}_of", question.language, units=named, content=content))
    timeframe = fold(tidy(task.timeframe or ""))
    if kind is Asked.DEADLINE and fold(content).startswith(f"{timeframe} "):
        content = content[len(timeframe) :].strip()
    return f"{say_fact(question, task, kind).rstrip('.')} – {end(content)}"


def _is_inferred(task: PlannedTask, kind: Asked) -> bool:
    fields = {Asked.DEADLINE: "timeframe", Asked.LEAD: "lead"}
    return is_missing(task, kind) and bool(find_inferred(task, fields.get(kind, "")))


def _say_each(question: Question, task: PlannedTask, kinds: Iterable[Asked]) -> list[str]:
    return [line for kind in kinds if (line := _say_labelled(question, task, kind))]


def _say_labelled(question: Question, task: PlannedTask, kind: Asked) -> str:
    line = say_fact(question, task, kind)
    if kind is Asked.DEADLINE and task.timeframe:
        return say("timeframe", question.language, timeframe=line.rstrip("."))
    return line
