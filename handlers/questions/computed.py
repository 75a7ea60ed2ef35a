"""Answers that are computed rather than searched: the office, documents, lists and counts."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.library.scopes import Row
from handlers.office.profile import describe_profile
from handlers.questions.answers import Answer
from handlers.questions.asking import Asking, ask_place
from handlers.questions.documents import answer_document, is_about_document, names_title
from handlers.questions.listings import compose_list, compose_none, compose_sections, list_rows
from handlers.questions.memory import Memory
from knowledge.listing import Filter, Thing, read_filter
from knowledge.plan import PlannedTask
from knowledge.questions.rules import Asked, DocumentFact, find_document_facts
from knowledge.questions.understanding import Question
from knowledge.text import fold
from storage.values import StoredPlan


def say_profile(question: Question, asking: Asking, memory: Memory) -> Answer | None:
    """Say what the office has entered about itself; None when that is not asked."""
    if question.main is not Asked.PROFILE:
        return None
    named = [p for p in asking.places if p.id in question.localities]
    place = named[0] if named else asking.own
    text = (
        describe_profile(place, question.text, question.language, today=asking.today)
        if place
        else None
    )
    return Answer("answered", text, basis=tuple(text.splitlines()), memory=memory) if text else None


def compute_document(question: Question, asking: Asking, memory: Memory) -> Answer | None:
    """Say what is asked of a document as a whole; None when that is not asked."""
    if not {Asked.DOCUMENT, Asked.LEGAL_BASIS}.intersection(question.asked):
        return None
    plans = asking.find_plans(question)
    if asking.refuse(question) or not is_about_document(question, plans):
        return None
    is_list = DocumentFact.PLANS in find_document_facts(fold(question.expanded))
    if not is_list and len({plan.locality_id for plan in plans}) > max(1, len(question.localities)):
        return ask_place(question, [p.locality_id for p in plans], asking, memory)
    return answer_document(question, plans, asking.scope, memory)


def compute_list(
    question: Question, asking: Asking, memory: Memory, is_about: Callable[[Row], bool]
) -> Answer | None:
    """List or count rows; None where a search serves better."""
    if question.main not in (Asked.LIST, Asked.COUNT) or asking.refuse(question):
        return None
    plans = asking.find_plans(question)
    rows = [row for row in asking.scope.rows.values() if row.plan in plans]
    tasks = [row.fact for row in rows if isinstance(row.fact, PlannedTask)]
    wanted = read_filter(question, tasks)
    if names_title(wanted.topic, plans):
        wanted = replace(wanted, topic="")
    if wanted.is_open and (wanted.topic or wanted.thing is Thing.OTHER):
        return None
    localities = list(dict.fromkeys(plan.locality_id for plan in plans))
    if len(localities) > max(1, len(question.localities)):
        return ask_place(question, localities, asking, memory)
    if wanted.thing is Thing.SECTIONS and not wanted.topic:
        sections = compose_sections(question, rows, wanted, memory)
        if sections:
            return sections
    found = list_rows(rows, wanted, is_about)
    if found:
        return compose_list(question, found, wanted, memory)
    return None if wanted.topic else _say_none(question, plans, wanted, memory)


def _say_none(
    question: Question, plans: Sequence[StoredPlan], wanted: Filter, memory: Memory
) -> Answer:
    places = "; ".join(dict.fromkeys(plan.locality for plan in plans))
    return compose_none(question, places, wanted, memory)
