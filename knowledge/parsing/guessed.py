"""Doubt the tasks that OCR was not sure of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.files.document import Document, Table
from knowledge.plan import Note, PlannedTask
from knowledge.text import clean

_SURE = 0.75  # of a row's least sure word: two thirds of the rows with an error lie below, 22 % of
# those without (322 rows scanned at 200 dots an inch: docs/decisions/0012-ocr.md)


def doubt_guesses(tasks: Sequence[PlannedTask], document: Document) -> tuple[PlannedTask, ...]:
    """Return the tasks, those with a doubt where a word of their row or lines was a guess."""
    return tuple(_doubted(task, min(_confidences(task, document), default=1.0)) for task in tasks)


def _doubted(task: PlannedTask, confidence: float) -> PlannedTask:
    if confidence >= _SURE:
        return task
    note = Note("ocr_uncertain", (("confidence", f"{confidence:.0%}".rstrip("%")),))
    return replace(task, doubts=(*task.doubts, note))


def _confidences(task: PlannedTask, document: Document) -> Iterator[float]:
    """Yield the confidence of each row and paragraph that the task was read from."""
    for block in document.blocks:
        pieces = block.rows if isinstance(block, Table) else (block,)
        for piece in pieces:
            if piece.confidence is None or piece.place != task.place:
                continue
            if isinstance(block, Table) or _holds(block.text, task):
                yield piece.confidence


def _holds(text: str, task: PlannedTask) -> bool:
    """Say whether a paragraph of the task's page is one of its lines."""
    line = clean(text)
    values = (task.content, task.timeframe, task.deliverable, *task.lead, *task.supporting)
    return line in task.content or any(value and value in line for value in values)
