"""Measure what is left of the sample plan after it was scanned or photographed.

python -m bench.ocr
"""

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL.Image import Image
from rich.console import Console
from rich.table import Table

from knowledge.files import read
from knowledge.parsing import parse
from knowledge.plan import PlannedTask
from knowledge.text import fold
from tests.factories.sample_pdf import SOFFICE, convert
from tests.factories.scans import as_pdf, photograph, render, scan_all

_WORD = Path("bot/samples/ke-hoach-2026.docx")


def main() -> None:
    """Print a row a way of scanning: tasks found, with the same day, seconds a page."""
    if SOFFICE is None or shutil.which("tesseract") is None:
        Console().print("bench.ocr needs LibreOffice and Tesseract.")
        return
    table = Table("scan", "tasks", "found", "same days", "s / page", title="OCR")
    pdf = convert(_WORD.read_bytes(), ".docx", "pdf")
    expected = parse(read("a.docx", _WORD.read_bytes())).tasks
    for name, (make, dots) in _WAYS.items():
        pages = make(pdf)
        started = time.perf_counter()
        tasks = parse(read("a.pdf", as_pdf(pages, dots))).tasks
        spent = (time.perf_counter() - started) / len(pages)
        found, same = compare(expected, tasks)
        table.add_row(name, str(len(tasks)), str(found), str(same), f"{spent:.1f}")
    Console().print(table)


def _photos(tilt: float) -> Callable[[bytes], list[Image]]:
    return lambda pdf: [photograph(page, tilt=tilt) for page in render(pdf)]


_WAYS: dict[str, tuple[Callable[[bytes], list[Image]], int]] = {
    "clean, 200 dpi": (render, 200),
    "scan, 200 dpi": (scan_all, 200),
    "scan, 150 dpi": (lambda pdf: scan_all(pdf, 150), 150),
    "photo, 1 % tilt": (_photos(0.01), 200),
    "photo, 2 % tilt": (_photos(0.02), 200),
    "photo, 3 % tilt": (_photos(0.03), 200),
}


def compare(expected: Sequence[PlannedTask], tasks: Sequence[PlannedTask]) -> tuple[int, int]:
    """Return how many expected tasks are among the tasks, and with the same deadline.

    A task is found when nine of ten of its words are in one task, whatever their marks.
    """
    pairs = [(task, _nearest(task, tasks)) for task in expected]
    found = [(task, match) for task, match in pairs if _shared(task, match) >= 0.9]
    return len(found), sum(task.deadline == match.deadline for task, match in found)


def _nearest(task: PlannedTask, tasks: Sequence[PlannedTask]) -> PlannedTask:
    return max(tasks, key=lambda other: _shared(task, other))


def _shared(task: PlannedTask, other: PlannedTask) -> float:
    words, others = set(fold(task.content).split()), set(fold(other.content).split())
    return len(words & others) / max(len(words | others), 1)


if __name__ == "__main__":
    main()
