"""Trying a question at the desk: the reply as chat would say it, what was found, and why.

It asks what chat asks and keeps nothing.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.questions.answers import Answer
from handlers.questions.service import Questions
from handlers.questions.skill import KEPT, word_reply
from handlers.questions.trace import Step, Trace, Way
from handlers.sources import describe_document, describe_place
from handlers.texts.forms import clip
from knowledge.answering import Candidate, Reason, rate_closeness
from knowledge.plan import PlannedTask
from knowledge.questions.language import detect
from knowledge.questions.rules import Asked
from knowledge.questions.times import NamedTime
from knowledge.questions.understanding import Question

MOST_FOUND = 10
LONGEST = 500
LONGEST_ROW = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A row that came near, with what it was judged by.

    `closeness` had to reach `least`; `score` orders the rows.
    """

    plan_id: int
    document: str
    where: str
    words: str
    score: float
    lexical: float
    dense: float
    coverage: float
    closeness: float
    least: float
    is_close: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Near:
    """An answer of the office whose question came near; `share` is of the words."""

    question: str
    is_public: bool
    share: float
    meaning: float
    is_same: bool


@dataclass(frozen=True, slots=True)
class Read:
    """How a part of the message was read."""

    expanded: str
    searched: str
    asked: tuple[Asked, ...]
    time: NamedTime
    places: tuple[str, ...]
    unknown_place: str
    language: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the message: how it was read, where it was looked for, what was found."""

    text: str
    way: Way | None
    read: Read | None
    places: tuple[str, ...]
    plans: int
    internal_plans: int
    answers: int
    found: tuple[Found, ...]
    near: tuple[Near, ...]
    related_from: float | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A reply with its way; `is_kept` where asking so in chat would wait for an answer."""

    text: str
    buttons: tuple[str, ...]
    status: str
    reason: Reason | None
    is_kept: bool
    is_official: bool
    parts: tuple[Part, ...]


async def try_question(
    questions: Questions, visitor: Visitor, text: str, *, is_official: bool, today: dt.date
) -> Tried:
    """Answer a question as the chat of the visitor's place would; raise `HandlerError`."""
    visitor.check(Power.VIEW_ANSWERS)
    if not any(map(str.isalnum, text)):
        raise HandlerError("desk_question_empty")
    trace = Trace()
    answer = await questions.answer(
        text[:LONGEST], today=today, place=visitor.place, is_official=is_official, trace=trace
    )
    return _tell(answer, text, trace, is_official=is_official)


def _tell(answer: Answer, text: str, trace: Trace, *, is_official: bool) -> Tried:
    reply = word_reply(answer, detect(text), is_official=is_official)
    return Tried(
        text=reply.text,
        buttons=tuple(each.label for each in reply.buttons),
        status=answer.status,
        reason=answer.reason,
        is_kept=answer.reason in KEPT,
        is_official=is_official,
        parts=tuple(_tell_part(step) for step in trace.steps),
    )


def _tell_part(step: Step) -> Part:
    scope = step.scope
    plans = list(scope.plans.values()) if scope else []
    return Part(
        text=step.text,
        way=step.way,
        read=_tell_read(step, step.question) if step.question else None,
        places=tuple(each.name for each in step.places),
        plans=len(plans),
        internal_plans=sum(not each.is_public for each in plans),
        answers=len(scope.faq_entries) if scope else 0,
        found=tuple(_tell_found(step)),
        near=tuple(_tell_near(step)),
        related_from=step.related_from,
    )


def _tell_read(step: Step, question: Question) -> Read:
    names = {each.id: each.name for each in step.places}
    return Read(
        expanded=question.expanded,
        searched=question.search_text,
        asked=question.asked,
        time=question.time,
        places=tuple(names[key] for key in question.localities if key in names),
        unknown_place=question.unknown_place or "",
        language=question.language,
    )


def _tell_found(step: Step) -> list[Found]:
    """Tell of the rows nearest to the question, each once, the chosen ones first."""
    chosen = step.choice.rows if step.choice else ()
    rows: dict[int, Candidate] = {id(each.fact): each for each in chosen}
    for each in step.candidates:
        rows.setdefault(id(each.fact), each)
    taken = {id(each.fact) for each in chosen}
    first = list(rows.values())[:MOST_FOUND]
    return [_tell_row(step, each, is_chosen=id(each.fact) in taken) for each in first]


def _tell_row(step: Step, candidate: Candidate, *, is_chosen: bool) -> Found:
    assert step.scope is not None
    assert step.question is not None
    row, hit = step.scope.find(candidate.fact), candidate.hit
    close = rate_closeness(step.question, hit, step.related_from)
    fact = row.fact
    return Found(
        plan_id=row.plan.id,
        document=describe_document(row.plan.facts),
        where=describe_place(fact),
        words=clip(fact.content if isinstance(fact, PlannedTask) else fact.text, LONGEST_ROW),
        score=hit.score,
        lexical=hit.lexical,
        dense=hit.dense,
        coverage=hit.coverage,
        closeness=close.value,
        least=close.least,
        is_close=close.is_enough,
        is_chosen=is_chosen,
    )


def _tell_near(step: Step) -> Sequence[Near]:
    entries = step.scope.faq_entries if step.scope else {}
    return [
        Near(
            entries[each.key].question,
            entries[each.key].is_public,
            each.share,
            each.meaning,
            each.is_same,
        )
        for each in step.near
    ]
