"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[^\s]+")


class Side(StrEnum):
    """In which of two texts something stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one text or both."""

    side: Side
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """Give both texts in one row of pieces, what is gone before what has come."""
    return tuple(_compare(_WORD.findall(old), _WORD.findall(new)))


def _compare(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Side.BOTH, "".join(old[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Piece(Side.OLD, "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Piece(Side.NEW, "".join(new[new_from:new_to]))
