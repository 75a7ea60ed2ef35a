"""The document as plain lines in reading order, for facts that stand outside its sections."""

from collections.abc import Iterator

from knowledge.files.document import Document, Paragraph
from knowledge.parsing.markup import cell_lines, is_rule


def plain_lines(document: Document) -> list[Paragraph]:
    """Return the clean lines of paragraphs and cells, blank and drawn ones left out."""
    return [line for line in _lines(document) if not is_rule(line.text)]


def _lines(document: Document) -> Iterator[Paragraph]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from (Paragraph(text, block.place) for text in cell_lines(block.text))
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from (Paragraph(text, row.place) for text in cell_lines(cell))
