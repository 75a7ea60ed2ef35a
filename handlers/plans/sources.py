"""A file as it was read: its plan, and its text piece by piece for who compares them."""

import asyncio
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.files.document import Document, Paragraph
from knowledge.files.reading import read
from knowledge.parsing import parse
from knowledge.plan import Plan
from storage.values import SourcePiece

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says, before it is stored."""

    name: str
    digest: str
    plan: Plan
    pieces: tuple[SourcePiece, ...]


async def read_file(
    name: str, data: bytes, known: Sequence[str], on_page: Progress | None
) -> ReadFile:
    """Read a file beside everything else that goes on; raise `KnowledgeError`."""
    return await asyncio.to_thread(_read, name, data, known, on_page)


def _read(name: str, data: bytes, known: Sequence[str], on_page: Progress | None) -> ReadFile:
    document = read(name, data, on_page=on_page)
    plan = parse(document, known)
    return ReadFile(name, hashlib.sha256(data).hexdigest(), plan, tuple(_list_pieces(document)))


def _list_pieces(document: Document) -> Iterator[SourcePiece]:
    """List what a document says, without its empty lines."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.text.strip():
                yield SourcePiece((block.text,), block.place)
            continue
        for row in block.rows:
            yield SourcePiece(tuple(cell or "" for cell in row.cells), row.place, is_row=True)
