"""A document as its pieces: paragraphs and tables, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.plan import Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (in a text file: one line) in NFC."""

    text: str
    place: Place
    confidence: float | None = None  # of OCR, 0 to 1; None where no letter was guessed


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as the source shows it; a cell that a merge covers is None."""

    cells: tuple[str | None, ...]
    place: Place
    confidence: float | None = None  # of OCR, 0 to 1; None where no letter was guessed


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in reading order, header rows among them."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file.

    `margins` are texts outside the reading order (headers, footers, text boxes): searched for a
    secrecy stamp, never read as part of the plan.
    """

    source: str
    blocks: tuple[Paragraph | Table, ...]
    margins: tuple[str, ...] = ()

    def texts(self) -> Iterator[str]:
        """Yield the texts of the blocks in reading order, a table's cell by cell."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (cell for row in block.rows for cell in row.cells if cell)
