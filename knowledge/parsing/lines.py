"""The document as plain lines in reading order, for facts that stand outside its sections."""

from collections.abc import Iterator

from knowledge.files.document import Document, Paragraph
from knowledge.parsing.markup import cell_lines, is_rule


def plain_lines(document: Document) -> list[str]:
    """Return the clean lines of paragraphs and cells, blank and drawn ones left out."""
    return [line for line in _lines(document) if not is_rule(line)]


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from cell_lines(block.text)
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from cell_lines(cell)
