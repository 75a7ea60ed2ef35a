"""Whether all that a reply states stands in what it cites, in its basis, or follows from a row."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handlers.questions.answers import Answer
from knowledge.plan import Plan, PlannedParagraph, PlannedTask
from knowledge.search.codes import find_codes, find_dates
from knowledge.text import fold

Row = PlannedTask | PlannedParagraph
PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s?%")
# A number that stands alone: no part of a date, a code, a percentage or a number of a list.
COUNT = re.compile(r"(?<![\w/.,:–-])\d{1,3}(?![\w/%:–-]|[.,]\d|\s?%)")
NOT_STATED = re.compile(
    r"^(?:Nguồn|Source):.*|^\d+\. |\(mục [^)]*\)|Nhắn [^.]*\.|Write [^.]*\.", re.M
)


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that answers cite, with the plans read from them."""

    lines: Mapping[str, Sequence[str]]
    plans: Sequence[Plan]

    @property
    def units(self) -> list[str]:
        """Every unit that a row names."""
        tasks = [task for plan in self.plans for task in plan.tasks]
        return sorted({unit for task in tasks for unit in (*task.lead, *task.supporting)})

    def cited_text(self, answer: Answer) -> str:
        """Join what stands in the cited places."""
        found: list[str] = []
        for cited in answer.citations:
            first, last = cited.place.first_line or 1, cited.place.last_line or 1
            found += self.lines[cited.place.source][first - 1 : last]
        return "\n".join(found)

    def cited_rows(self, answer: Answer) -> list[Row]:
        """Give the rows that stand in the cited places."""
        spans = [
            (c.place.source, c.place.first_line or 0, c.place.last_line or 0)
            for c in answer.citations
        ]
        rows: list[Row] = [task for plan in self.plans for task in plan.tasks]
        rows += [paragraph for plan in self.plans for paragraph in plan.paragraphs]
        return [row for row in rows if any(_overlaps(row, *span) for span in spans)]


def read_sources(paths: Sequence[Path], plans: Sequence[Plan]) -> Sources:
    """Read the lines of text files."""
    return Sources({path.name: path.read_text("utf-8").splitlines() for path in paths}, plans)


def _overlaps(row: Row, source: str, first: int, last: int) -> bool:
    place = row.place
    if place.source != source:
        return False
    return first <= (place.last_line or 0) and (place.first_line or 0) <= last


def computed_days(rows: Sequence[Row]) -> set[dt.date]:
    """Give the days that follow from the times of rows, and the day named by "trước"."""
    deadlines = [row.deadline for row in rows if isinstance(row, PlannedTask)]
    days = {d.last_day for d in deadlines if d.last_day}
    days |= {o.last_day for d in deadlines for o in d.occurrences}
    return days | {day + dt.timedelta(1) for day in days}


def check_grounded(question: str, answer: Answer, sources: Sources) -> None:
    """Assert that each date, percentage, number, code and unit of a reply is accounted for."""
    body = NOT_STATED.sub("", answer.text)
    rows = sources.cited_rows(answer)
    documents = [_name(plan) for plan in sources.plans if _is_cited(plan, answer)]
    held = "\n".join((sources.cited_text(answer), *answer.basis, *_facts_of(rows), *documents))
    told = (question, answer.text)
    assert set(find_dates(body)) <= set(find_dates(held)) | computed_days(rows), told
    assert set(PERCENT.findall(body)) <= set(PERCENT.findall(held)), told
    assert {code for code in find_codes(body) if "-" in code} <= find_codes(held), told
    named = [unit for unit in sources.units if fold(unit) in fold(body)]
    assert all(fold(unit) in fold(held) for unit in named), told
    counted = {str(n) for n in _counts(answer)}
    numbers = set(COUNT.findall(body)) - set(re.findall(r"\d+", f"{held} {question}"))
    assert numbers <= counted, told


def _is_cited(plan: Plan, answer: Answer) -> bool:
    return any(cited.place.source == plan.source for cited in answer.citations)


def _name(plan: Plan) -> str:
    """Give what names a document: a reply may say it beside the place of a row."""
    day = f"{plan.issued_on:%d/%m/%Y}" if plan.issued_on else ""
    return f"{plan.number} {day} {plan.year} {plan.issuer} {plan.locality} {plan.title}"


def _facts_of(rows: Sequence[Row]) -> list[str]:
    """Give rows as read: an old scan's text holds them with its slips."""
    tasks = [row for row in rows if isinstance(row, PlannedTask)]
    return [f"{t.content} {t.timeframe} {t.lead} {t.supporting} {t.deliverable}" for t in tasks]


def _counts(answer: Answer) -> set[int]:
    """Give the counts that follow from the rows an answer is about: all, and those not shown."""
    rows, shown = len(answer.memory.rows), answer.memory.shown
    return {rows, rows - shown, len(answer.citations), len(answer.offers)}
