"""Doubt the tasks that OCR was not sure of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.plan import Note, PlannedTask
from knowledge.text import clean

# Of a row's least sure word: two thirds of the rows with an error lie below, a quarter of those
# without one (322 rows scanned at 200 dots an inch: docs/decisions/0012-ocr.md).
_SURE = 0.8


def doubt_guesses(tasks: Sequence[PlannedTask], document: Document) -> tuple[PlannedTask, ...]:
    """Return the tasks, those with a doubt where a word of their row or lines was a guess."""
    guessed = list(_guessed(document))
    return tuple(
        _doubted(task, [c for c, piece in guessed if _is_of(piece, task)]) for task in tasks
    )


def _guessed(document: Document) -> Iterator[tuple[float, Row | Paragraph]]:
    """Yield the rows and paragraphs below the threshold with their confidence."""
    for block in document.blocks:
        for piece in block.rows if isinstance(block, Table) else (block,):
            if piece.confidence is not None and piece.confidence < _SURE:
                yield piece.confidence, piece


def _doubted(task: PlannedTask, confidences: Sequence[float]) -> PlannedTask:
    if not confidences:
        return task
    note = Note("ocr_uncertain", (("confidence", str(round(min(confidences) * 100))),))
    return replace(task, doubts=(*task.doubts, note))


def _is_of(piece: Row | Paragraph, task: PlannedTask) -> bool:
    """Say whether the task was read from the piece."""
    if piece.place != task.place:
        return False
    return isinstance(piece, Row) or _holds(piece.text, task)


def _holds(text: str, task: PlannedTask) -> bool:
    """Say whether a paragraph of the task's page is one of its lines."""
    line = clean(text)
    values = (task.content, task.timeframe, task.deliverable, *task.lead, *task.supporting)
    return line in task.content or any(value and value in line for value in values)
