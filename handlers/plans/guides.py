"""What was read from a guide, and who may read a document, in sentences."""

from collections.abc import Iterator, Sequence

from handlers.plans.lines import LONGEST_CONTENT, LONGEST_TITLE, Line
from handlers.plans.values import ImportReport
from handlers.sources import describe_place
from handlers.texts import say
from handlers.texts.forms import clip, write_day
from storage.values import PlanState


def word_guide(
    report: ImportReport, language: str, *, notes: Sequence[Line], is_full: bool
) -> Iterator[Line]:
    """Say a guide's report: its facts, what it is used for, what is odd, then every paragraph."""
    yield from _word_facts(report, language)
    yield Line(say("guide_count", language, count=len(report.plan.paragraphs)))
    yield from word_audience(report, language)
    yield from notes
    yield Line(say("guide_paragraphs", language))
    for number, paragraph in enumerate(report.plan.paragraphs, 1):
        place = describe_place(paragraph)
        where = say("guide_place", language, place=place) if place else ""
        title = f"{paragraph.section_title}: " if paragraph.section_title else ""
        text = title + paragraph.text
        text = text if is_full else clip(text, LONGEST_CONTENT)
        yield Line(say("guide_paragraph", language, number=number, where=where, text=text), 2)


def _word_facts(report: ImportReport, language: str) -> Iterator[Line]:
    plan = report.plan
    title = clip(plan.title or plan.source, LONGEST_TITLE)
    yield Line(say("guide_head", language, plan=report.plan_id or plan.source, title=title), 0)
    none = say("report_none", language)
    yield Line(
        say(
            "guide_facts",
            language,
            number=plan.number or none,
            day=write_day(plan.issued_on, language) if plan.issued_on else none,
            place=plan.locality or none,
        )
    )
    if report.state is PlanState.SUPERSEDED:
        yield Line(say("guide_superseded", language))
    if report.replacement:
        yield Line(say("guide_replaces", language, plan=report.replacement.plan_id))


def word_audience(report: ImportReport, language: str) -> Iterator[Line]:
    """Say who is answered from a stored document."""
    if report.plan_id and report.state is not PlanState.SUPERSEDED:
        yield Line(say("audience_public" if report.is_public else "audience_internal", language))
