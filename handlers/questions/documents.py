"""What a document says of itself: number, day, signer, purpose, basis, annexes."""

from collections.abc import Callable, Sequence

from handlers.library.scopes import Row, Scope
from handlers.questions.answers import Answer, Citation, cite
from handlers.questions.memory import Memory, remember
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import capital, clip, write_day
from knowledge.abbreviations import expand_formal
from knowledge.plan import Place, Plan, PlannedParagraph
from knowledge.questions.rules import Asked, DocumentFact, find_document_facts
from knowledge.questions.terms import find_topic
from knowledge.questions.understanding import Question
from knowledge.search.codes import find_codes
from knowledge.text import fold, syllables
from storage.values import StoredPlan

MOST_PLANS = 8
MOST_PURPOSES = 3
MOST_BASES = 10
LONGEST_PURPOSE = 300
LONGEST_BASIS = 700
TITLE_SHARE = 0.75  # of the words of a question that the title holds when it means the document


def is_about_document(question: Question, plans: Sequence[StoredPlan]) -> bool:
    """Say whether a question means a plan as a whole: nothing but its title names its subject."""
    topic = find_topic(question.terms, "document")
    if question.main is Asked.LEGAL_BASIS:
        return not topic
    return Asked.DOCUMENT in question.asked and names_title(topic, plans)


def names_title(text: str, plans: Sequence[StoredPlan]) -> bool:
    """Say whether a text has hardly other words than the title of one of the plans."""
    words = syllables(fold(text))
    titles = [set(syllables(fold(expand_formal(plan.facts.title or "")))) for plan in plans]
    shares = [sum(word in title for word in words) for title in titles]
    return not words or max(shares, default=0) >= TITLE_SHARE * len(words)


def answer_document(
    question: Question, plans: Sequence[StoredPlan], scope: Scope, memory: Memory
) -> Answer:
    """Say what is asked of the plans, each with the place it stands in."""
    kinds = find_document_facts(fold(question.expanded))
    if DocumentFact.PLANS in kinds:
        return _list_plans(question, plans, scope, memory)
    kinds = kinds or (DocumentFact.NUMBER, DocumentFact.ISSUED_ON)
    lines: list[str] = []
    cited: list[Citation] = []
    for plan in plans[:MOST_PLANS]:
        rows = [row for row in scope.rows.values() if row.plan.id == plan.id]
        for kind in kinds:
            said, places = _SAY[kind](plan.facts, rows, question.language)
            lines += said
            cited += places
        lines.append(say("source", question.language, source=describe_document(plan.facts)))
    kept = remember(memory, question.text, ())
    return Answer("answered", "\n".join(lines), tuple(dict.fromkeys(cited))[:12], memory=kept)


def _list_plans(
    question: Question, plans: Sequence[StoredPlan], scope: Scope, memory: Memory
) -> Answer:
    year = question.time.year
    named = say("plans_year", question.language, year=year) if year else ""
    lines = [say("plans_head", question.language, count=len(plans), year=named)]
    cited = []
    for number, plan in enumerate(plans[:MOST_PLANS], 1):
        lines.append(f"{number}. {capital(plan.locality)}: {describe_document(plan.facts)}.")
        rows = [row for row in scope.rows.values() if row.plan.id == plan.id]
        cited += _head(plan.facts, rows)
    kept = remember(memory, question.text, ())
    return Answer("answered", "\n".join(lines), tuple(cited), memory=kept)


def _head(plan: Plan, rows: Sequence[Row]) -> list[Citation]:
    """Cite where a document names itself: all that stands before its first section."""
    starts = [_first_line(row) for row in rows if row.fact.section]
    first = min((line for line in starts if line), default=None)
    place = Place(plan.source, 1, max(1, first - 1)) if first else Place(plan.source)
    return [Citation(place, "", clip(plan.title or "", 200))]


def _foot(plan: Plan, rows: Sequence[Row]) -> list[Citation]:
    """Cite where a document is signed: between its last paragraph and its annexes."""
    body = [r for r in rows if not _is_annexed(r) and isinstance(r.fact, PlannedParagraph)]
    ends = [row.fact.place.last_line or 0 for row in body]
    last = max(ends, default=0)
    after = [line for row in rows if (line := _first_line(row)) and line > last]
    if not last:
        return _head(plan, rows)
    place = Place(plan.source, last, min(after) - 1 if after else last)
    return [Citation(place, "", plan.signer or "")]


def _first_line(row: Row) -> int:
    return row.fact.place.first_line or 0


def _is_annexed(row: Row) -> bool:
    return bool(row.fact.section) and " " in row.fact.section[0]


Said = tuple[list[str], list[Citation]]


def _say_one(key: str, value: str | None, absent: str, language: str, **facts: object) -> list[str]:
    if value is None:
        return [say(absent, language, **facts)]
    return [say(key, language, **facts, **{key.removeprefix("document_"): value})]


def _say_number(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    name = plan.title or plan.source
    said = _say_one(
        "document_number", plan.number, "document_no_number", language, document=clip(name, 200)
    )
    return said, _head(plan, rows)


def _say_issued_on(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    if plan.issued_on is None:
        return [say("document_no_issued_on", language)], _head(plan, rows)
    day = write_day(plan.issued_on, language)
    return [say("document_issued_on", language, day=day)], _head(plan, rows)


def _say_issuer(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    issuer = plan.issuer or plan.locality or ""
    return [say("document_issuer", language, issuer=issuer)], _head(plan, rows)


def _say_signer(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    said = _say_one("document_signer", plan.signer, "document_no_signer", language)
    return said, _foot(plan, rows)


def _say_year(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    return [say("document_year", language, year=plan.year)], _head(plan, rows)


def _say_title(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    return [say("document_title", language, title=plan.title or plan.source)], _head(plan, rows)


def _say_purpose(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    found = [row for row in rows if fold(row.fact.section_title).startswith("muc dich")]
    if not found:
        return [say("document_no_purpose", language)], _head(plan, rows)
    lines = [f"- {clip(_words(row), LONGEST_PURPOSE)}" for row in found[:MOST_PURPOSES]]
    said = [say("document_purpose", language), *lines]
    return said, [cite(row) for row in found[:MOST_PURPOSES]]


def _say_basis(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    found = [row for row in rows if not row.fact.section and _names_basis(_words(row))]
    named = [ref.text for ref in plan.references] or [_words(row).rstrip(" .;,") for row in found]
    if not named:
        return [say("document_no_basis", language)], _head(plan, rows)
    references = clip("; ".join(named[:MOST_BASES]), LONGEST_BASIS)
    cited = [cite(row) for row in found[:MOST_BASES]] or _head(plan, rows)
    return [say("document_basis", language, references=references)], cited


def _say_annexes(plan: Plan, rows: Sequence[Row], language: str) -> Said:
    annexed = {row.fact.section[0]: row for row in reversed(rows) if _is_annexed(row)}
    names = plan.annexes or tuple(reversed(annexed))
    if not names:
        return [say("document_no_annexes", language)], _head(plan, rows)
    said = say("document_annexes", language, count=len(names), annexes="; ".join(names))
    return [said], [cite(row) for row in annexed.values()] or _head(plan, rows)


def _names_basis(text: str) -> bool:
    return bool(find_codes(text)) or fold(text).startswith("can cu")


def _words(row: Row) -> str:
    text = row.fact.text if isinstance(row.fact, PlannedParagraph) else row.fact.content
    return text.strip(" -+•")


_SAY: dict[DocumentFact, Callable[[Plan, Sequence[Row], str], Said]] = {
    DocumentFact.NUMBER: _say_number,
    DocumentFact.ISSUED_ON: _say_issued_on,
    DocumentFact.ISSUER: _say_issuer,
    DocumentFact.SIGNER: _say_signer,
    DocumentFact.YEAR: _say_year,
    DocumentFact.TITLE: _say_title,
    DocumentFact.PURPOSE: _say_purpose,
    DocumentFact.BASIS: _say_basis,
    DocumentFact.ANNEXES: _say_annexes,
}
