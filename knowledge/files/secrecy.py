"""Refuse documents that carry a secrecy stamp (Luật Bảo vệ bí mật nhà nước)."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from knowledge.errors import RefusedDocument
from knowledge.files.document import Document
from knowledge.text import fold, squeeze

_HEAD_LINES = 40
_STAMPS = {"mat", "toi mat", "tuyet mat"}
_DECORATION = re.compile(r"[*_#|\[\]().:\-–\s]+")


def refuse_secret(document: Document) -> None:
    """Raise `RefusedDocument` when a stamp stands alone on a line near the head or in a margin."""
    head = islice(_lines(document.texts()), _HEAD_LINES)
    for line in chain(head, _lines(document.margins)):
        bare = squeeze(_DECORATION.sub(" ", line))
        if bare.isupper() and fold(bare) in _STAMPS:
            raise RefusedDocument("secret", stamp=bare)


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (line for line in text.splitlines() if line.strip())
