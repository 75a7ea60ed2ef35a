"""Answers composed from rows: the fact first, what belongs to it, then where it stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from handlers.library.scopes import Row, RowKey
from handlers.messages import Button
from handlers.questions.facts import tidy
from handlers.questions.memory import Memory
from handlers.questions.statements import state, state_again
from handlers.sources import describe_place, describe_source
from handlers.texts import say
from handlers.texts.forms import capital, clip
from knowledge.answering import Reason
from knowledge.due_days import find_due_days
from knowledge.plan import Place, PlannedParagraph, PlannedTask
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question

LONGEST_RELATED = 140
MOST_RELATED = 2
LONGEST_BEFORE_RELATED = 900  # characters; what is read on a phone ends below 1,500


class NextStep(StrEnum):
    """What an asker may want next; officials and citizens are not shown the same."""

    AS_WRITTEN = "as_written"
    LEAD = "lead"
    REMIND = "remind"
    REST = "rest"
    HUMAN = "human"
    FEEDBACK = "feedback"
    LATE_DOSSIER = "late_dossier"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that an answer leans on, with the words that stand there."""

    place: Place
    ref: str
    quote: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be asked next by a number: a button, and what it is for after "Nhắn 1 để"."""

    button: Button
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot says to a question; `status` is one of `motcua ask --jsonl`'s.

    `offers` are what may be asked next by a number, `steps` what else fits; `is_rated` says whether
    the asker is to say if it helped.
    """

    status: str
    text: str
    citations: tuple[Citation, ...] = ()
    basis: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    reason: Reason | None = None
    memory: Memory = field(default_factory=Memory)
    steps: tuple[NextStep, ...] = ()
    is_rated: bool = True


def compose(
    question: Question,
    rows: Sequence[Row],
    partner: PlannedTask | None = None,
    *,
    today: dt.date | None = None,
    is_known: bool = False,
) -> Answer:
    """Compose an answer from the chosen rows, best first.

    `partner` is the task of which the best row, a paragraph, tells the circumstances; `is_known`
    says that the chat is already speaking of the row, so that it is named in few words.
    """
    best, *others = rows
    language = question.language
    lines = state_again(question, best.fact) if is_known else []
    lines = lines or state(question, best.fact, partner)
    lines += [] if is_known else _say_year(question, best, today)
    lines.append(say_source(best, language))
    is_long = sum(map(len, lines)) > LONGEST_BEFORE_RELATED
    others = [] if is_long else [row for row in others if not _is_same_place(row, best)]
    related = others[:MOST_RELATED]
    if related:
        lines.append(say("related", language))
        lines += [f"- {_related(other, language)}" for other in related]
    cited = [best, *([replace(best, fact=partner)] if partner else []), *related]
    is_lead_said = not is_known or Asked.LEAD in question.asked
    steps = _find_steps(partner or best.fact, is_lead_said=is_lead_said, today=today)
    return Answer("answered", "\n".join(lines), tuple(cite(row) for row in cited), steps=steps)


def _is_same_place(one: Row, other: Row) -> bool:
    same = describe_place(one.fact) == describe_place(other.fact)
    return one.plan.id == other.plan.id and same


def compose_each(
    question: Question, rows: Sequence[Row], *, today: dt.date | None = None
) -> Answer:
    """Compose an answer about several places, one after another."""
    parts = []
    for row in rows:
        place = capital(row.plan.locality)
        said = " ".join([*state(question, row.fact), *_say_year(question, row, today)])
        parts.append(f"{place}: {said}\n{say_source(row, question.language)}")
    return Answer("answered", "\n\n".join(parts), tuple(cite(row) for row in rows))


def say_source(row: Row, language: str) -> str:
    """Say where a row stands."""
    return say("source", language, source=describe_source(row.plan.facts, row.fact))


def cite(row: Row) -> Citation:
    """Cite a row in its own words."""
    quote = row.fact.text if isinstance(row.fact, PlannedParagraph) else row.fact.content
    return Citation(row.fact.place, describe_place(row.fact), quote)


def keys_of(rows: Sequence[Row]) -> tuple[RowKey, ...]:
    """Give the keys that a chat remembers rows by."""
    return tuple(row.key for row in rows)


def _say_year(question: Question, row: Row, today: dt.date | None) -> list[str]:
    """Say of which year the plan is, where it is another than this one and none was asked for."""
    year = row.plan.facts.year
    if today is None or year in (None, today.year) or question.time.year:
        return []
    return [say("plan_of_year", question.language, year=year)]


def _find_steps(
    task: PlannedTask | PlannedParagraph | None, *, is_lead_said: bool, today: dt.date | None
) -> tuple[NextStep, ...]:
    """Find what may be asked next of a row whose task this is."""
    steps = [NextStep.AS_WRITTEN]
    if not isinstance(task, PlannedTask):
        return tuple(steps)
    if task.lead and not is_lead_said:
        steps.append(NextStep.LEAD)
    if today and any(due.last_day >= today for due in find_due_days(task)):
        steps.append(NextStep.REMIND)
    return tuple(steps)


def _related(row: Row, language: str) -> str:
    fact = row.fact
    place = describe_place(fact)
    where = f" ({place})" if place else ""
    if isinstance(fact, PlannedParagraph):
        return clip(tidy(fact.text), LONGEST_RELATED) + where
    timeframe = f": {fact.timeframe.rstrip(' .;,')}" if fact.timeframe else ""
    return clip(tidy(fact.content), LONGEST_RELATED) + timeframe + where
