"""Pieces of a plan as they are embedded and indexed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.abbreviations import expand_formal
from knowledge.plan import Place, Plan, PlannedParagraph, PlannedTask
from knowledge.text import clean

# Embedders cut at 480 tokens; the plans measure 1.1 to 1.6 tokens a word with the context.
LONGEST_BODY = 220
OVERLAP = 30


@dataclass(frozen=True, slots=True)
class Passage:
    """One indexed piece; `index` points into the plan's tasks or paragraphs by `kind`."""

    text: str
    kind: Literal["task", "paragraph"]
    index: int
    place: Place


def build_passages(plan: Plan) -> tuple[Passage, ...]:
    """Turn every task and paragraph of a plan into one passage, or several when it is long."""
    return (*_task_passages(plan), *_paragraph_passages(plan))


def describe_task(task: PlannedTask) -> str:
    """Return the row as one sentence with its labels."""
    facts = (
        ("", task.content),
        ("Chủ trì: ", ", ".join(task.lead)),
        ("Phối hợp: ", ", ".join(task.supporting)),
        ("Thời gian: ", task.timeframe or ""),
        ("Sản phẩm: ", task.deliverable or ""),
        ("Chỉ tiêu: ", ", ".join(target.text for target in task.targets)),
    )
    return clean(". ".join(label + value.strip(" .;") for label, value in facts if value))


def _task_passages(plan: Plan) -> Iterator[Passage]:
    for index, task in enumerate(plan.tasks):
        context = _context(plan, task)
        for body in _cut(describe_task(task)):
            yield Passage(f"{context} {body}", "task", index, task.place)


def _paragraph_passages(plan: Plan) -> Iterator[Passage]:
    for index, paragraph in enumerate(plan.paragraphs):
        context = _context(plan, paragraph)
        for body in _cut(clean(paragraph.text)):
            yield Passage(f"{context} {body}", "paragraph", index, paragraph.place)


def _context(plan: Plan, piece: PlannedTask | PlannedParagraph) -> str:
    year = f"năm {plan.year}" if plan.year else ""
    facts = (plan.title or "", plan.locality or "", year, piece.section_title)
    return expand_formal(
        clean(" ".join(f"{' '.join(fact.split()[:40])}." for fact in facts if fact))
    )


def _cut(text: str) -> Iterator[str]:
    words = expand_formal(text).split()
    step = LONGEST_BODY - OVERLAP
    for start in range(0, max(len(words) - OVERLAP, 1), step):
        yield " ".join(words[start : start + LONGEST_BODY])
