"""Documents whose words are an old encoding shown as western letters: "KÕ ho¹ch"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.files.legacy.detection import find_encoding
from knowledge.files.legacy.encodings import decode_surface, is_surface, to_bytes
from knowledge.files.legacy.syllables import is_syllable
from knowledge.files.letters import SOFT_HYPHEN

# Letters and signs of Latin-1 that Vietnamese never writes next to a letter.
_ODD = "\x80-\x9f¡-©¬®´-¹¼-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ"
_ODD_WORD = re.compile(rf"[A-Za-z][{_ODD}]|[{_ODD}][A-Za-z]")
_HYPHENED = re.compile(r"[^\s.,;:()/-]*-[^\s.,;:()/-]*")
_LEAST, _SHARE = 8, 0.05  # odd words, and their share of all, from which a text is suspect


def modernise(document: Document) -> Document:
    """Return the document in Unicode; raise `UnreadableFile` (legacy_encoding) in any doubt."""
    texts = [*_texts(document)]
    words = [word for text in texts for word in text.split()]
    odd = sum(1 for word in words if _ODD_WORD.search(word))
    has_soft_hyphens = any(SOFT_HYPHEN in text for text in (*texts, *document.margins))
    if odd < max(_LEAST, _SHARE * len(words)):
        return _mapped(document, _without_soft_hyphens) if has_soft_hyphens else document
    if not has_soft_hyphens:
        document = _mapped(document, _with_lost_letter)
    joined = "\n".join(_texts(document))
    encoding = find_encoding(to_bytes(joined)) if is_surface(joined) else None
    if encoding is None:
        raise UnreadableFile("legacy_encoding")
    return _mapped(document, partial(decode_surface, encoding=encoding))


def _without_soft_hyphens(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")


def _with_lost_letter(text: str) -> str:
    """Put back the "ư" of TCVN3, its byte the soft hyphen, which a PDF shows as a hyphen."""

    def restore(found: re.Match[str]) -> str:
        word = found[0].replace("-", SOFT_HYPHEN)
        is_word = len(word) > 1 and is_syllable(decode_surface(word, "tcvn3"))
        return word if is_word else found[0]

    return _HYPHENED.sub(restore, text)


def _texts(document: Document) -> Iterator[str]:
    """Yield the texts that were typed; what OCR read has no encoding."""
    for block in document.blocks:
        pieces = [block] if isinstance(block, Paragraph) else block.rows
        for piece in pieces:
            if piece.confidence is None:
                yield from (
                    [piece.text] if isinstance(piece, Paragraph) else filter(None, piece.cells)
                )


def _mapped(document: Document, change: Callable[[str], str]) -> Document:
    """Return the document with every text changed."""

    def change_row(row: Row) -> Row:
        return replace(row, cells=tuple(cell and change(cell) for cell in row.cells))

    blocks = tuple(
        replace(block, text=change(block.text))
        if isinstance(block, Paragraph)
        else Table(tuple(map(change_row, block.rows)))
        for block in document.blocks
    )
    return replace(document, blocks=blocks, margins=tuple(map(change, document.margins)))
