"""What of a text is searched: syllables, their pairs, codes.

Passages are stored in PostgreSQL with what `tokenize` made of them: a change of it needs a
migration that sets `passages.length` to NULL, so that they are read anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.search.codes import find_codes
from knowledge.text import clean, fold, marked_share, syllables

MARKED_FROM = 0.3  # share of marked syllables from which a text counts as typed with marks


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, repeated as often as they stand there, and its codes.

    `is_bare` tells that the text has no marks.
    """

    marked: Sequence[str]
    folded: Sequence[str]
    codes: frozenset[str]
    is_bare: bool


def tokenize(text: str) -> Tokens:
    """Return the tokens by which a passage is found."""
    words = syllables(clean(text))
    folded = fold_all(words)
    return Tokens(
        marked=with_pairs(words),
        folded=with_pairs(folded),
        codes=find_codes(text),
        is_bare=_share_marked(words, folded) < MARKED_FROM,
    )


def with_pairs(words: Sequence[str]) -> list[str]:
    """Return the words followed by each two neighbours."""
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]


def fold_all(words: Sequence[str]) -> list[str]:
    """Return each word without marks."""
    return [_fold_word(word) for word in words]


@lru_cache(maxsize=1000)
def is_marked(text: str) -> bool:
    """Say whether a text counts as typed with marks."""
    return marked_share(text) >= MARKED_FROM


def _share_marked(words: Sequence[str], folded: Sequence[str]) -> float:
    """Return what `marked_share` does, from words that were folded already."""
    pairs = [pair for pair in zip(words, folded, strict=True) if pair[0].isalpha()]
    return sum(word != bare for word, bare in pairs) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    return fold(word)
