"""See tables in the lines of a text file."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from knowledge.files.document import Document, Paragraph, Table
from knowledge.parsing.flattened import read_flattened
from knowledge.parsing.piped import read_piped
from knowledge.parsing.tabbed import read_tabbed

Blocks = tuple[Paragraph | Table, ...]
_Reader = Callable[[Sequence[Paragraph], int], tuple[Table, int] | None]
_READERS: tuple[_Reader, ...] = (read_flattened, read_tabbed, read_piped)


def find_tables(document: Document) -> Blocks:
    """Return the blocks with lines that form a table made into one; tables of no row are gone."""
    blocks: list[Paragraph | Table] = []
    for is_table, run in groupby(document.blocks, key=lambda block: isinstance(block, Table)):
        if is_table:
            blocks.extend(run)
        else:
            lines = [block for block in run if isinstance(block, Paragraph)]
            blocks.extend(_read_lines(lines))
    return tuple(block for block in blocks if isinstance(block, Paragraph) or block.rows)


def _read_lines(lines: Sequence[Paragraph]) -> Iterator[Paragraph | Table]:
    i = 0
    while i < len(lines):
        found = next(filter(None, (reader(lines, i) for reader in _READERS)), None)
        if found is None:
            yield lines[i]
            i += 1
        else:
            table, i = found
            yield table
