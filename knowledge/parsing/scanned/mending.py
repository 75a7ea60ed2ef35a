"""Know a scan without marks, and mend its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.files.document import Document, Paragraph, Table
from knowledge.marks import SyllableModel, load_own_model
from knowledge.parsing.scanned.glued import unglue
from knowledge.parsing.scanned.grids import read_grids
from knowledge.parsing.scanned.signs import mend_signs
from knowledge.plan import Note, Place, PlannedTask
from knowledge.text import clean, marked_share, syllables

_LEAST_MARKED = 0.45  # share of marked syllables; plans have above 0.8, OCR without marks 0.2
_FEWEST = 60  # syllables, to judge by
_LONGEST_RAW = 300  # characters shown of what OCR read
# The two columns of a letterhead on one line: "Số: 5/KH-UBND   An Hòa, ngày …".
_LETTERHEAD = re.compile(r"^(Số\s*:.*?/\s*[A-ZĐ]+(?:-[A-ZĐ]+)+)\s+(\S.*\bngày\b.*)$")


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned document with its lines mended and its tables found, and the lines as read."""

    document: Document
    raw: tuple[Paragraph, ...]


def mend_scan(document: Document, known: Sequence[str]) -> Scan | None:
    """Return the document mended, None where it is no Vietnamese scan without marks.

    Texts that are `known` help to mend; the columns are divided by our own words alone, for which
    the weights of that search were measured.
    """
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    if not _lost_marks("\n".join(line.text for line in lines)):
        return None
    model = load_own_model(known)
    document = _unglued(document, model)
    mended = _mend(document, model)
    if not _is_vietnamese(mended):
        return None
    unglued = [block for block in document.blocks if isinstance(block, Paragraph)]
    is_flat = len(lines) == len(document.blocks)
    tabled = read_grids(mended, unglued, load_own_model()) if is_flat else mended
    return Scan(Document(document.source, tuple(_split(tabled))), tuple(lines))


def keep_raw(task: PlannedTask, raw: Sequence[Paragraph]) -> PlannedTask:
    """Return the task with a doubt that shows what OCR read in its place."""
    read = clean(" ".join(line.text for line in raw if _within(line.place, task.place)))
    note = Note("ocr_mended", (("raw", read[:_LONGEST_RAW]),))
    return replace(task, doubts=(*task.doubts, note))


def _lost_marks(text: str) -> bool:
    return len(syllables(text)) >= _FEWEST and marked_share(text) < _LEAST_MARKED


def _is_vietnamese(blocks: Sequence[Paragraph | Table]) -> bool:
    """Say whether mending gave most syllables marks; an English text stays as it is."""
    text = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
    return marked_share(text) >= _LEAST_MARKED


def _unglued(document: Document, model: SyllableModel) -> Document:
    blocks = (
        Paragraph(mend_signs(unglue(block.text, model)), block.place)
        if isinstance(block, Paragraph)
        else block
        for block in document.blocks
    )
    return Document(document.source, tuple(blocks))


def _mend(document: Document, model: SyllableModel) -> list[Paragraph | Table]:
    """Mend the lines of running text together, so that each has its neighbours."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    texts = iter(model.mend("\n".join(_flat(line.text) for line in lines)).split("\n"))
    return [
        Paragraph(next(texts), block.place) if isinstance(block, Paragraph) else block
        for block in document.blocks
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _split(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    split: list[Paragraph | Table] = []
    for block in blocks:
        found = _LETTERHEAD.match(block.text) if isinstance(block, Paragraph) else None
        if found and isinstance(block, Paragraph):
            split += [Paragraph(part, block.place) for part in found.groups()]
        else:
            split.append(block)
    return split


def _within(line: Place, place: Place) -> bool:
    if line.first_line is None or place.first_line is None or place.last_line is None:
        return line == place
    return place.first_line <= line.first_line <= place.last_line
