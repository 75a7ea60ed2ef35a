"""BM25 over syllables and pairs of syllables, in one spelling of the text, in memory."""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.search.base import Vector
from knowledge.search.tokens import with_pairs as with_pairs  # others take it from here

K1, B = 1.2, 0.6  # of BM25, in the variant of Lucene

Holders = NDArray[np.integer]  # positions of the passages that hold a token, each once
NOBODY: Holders = np.zeros(0, dtype=np.int32)
_NO_WEIGHTS: Mapping[str, Any] = {
    "indptr": NOBODY,
    "indices": NOBODY,
    "data": np.zeros(0, dtype=np.float32),
}


class LexicalField:
    """Score every passage for a query's syllables."""

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        builder = FieldBuilder()
        for words in passages:
            builder.add(with_pairs(words))
        self._fill(builder)

    @classmethod
    def build(cls, builder: "FieldBuilder") -> "LexicalField":
        """Build the field of the passages that were learnt."""
        made = cls.__new__(cls)
        made._fill(builder)
        return made

    def score(self, words: Sequence[str]) -> Vector:
        """Return a score for each passage, zero where nothing of words or pairs is shared."""
        scores = np.zeros(self._size, dtype=np.float32)
        for token in with_pairs(words):
            at = self._find(token)
            scores[self._holders[at]] += self._weights[at]
        return scores

    def cover(self, tokens: Sequence[str]) -> Vector:
        """Return the share, 0 to 1, of the tokens' idf that each passage holds."""
        return cover(tokens, lambda token: self._holders[self._find(token)], size=self._size)

    def _fill(self, builder: "FieldBuilder") -> None:
        self._size = len(builder.ids)
        self._vocabulary = builder.vocabulary
        weights = builder.weigh() if builder.vocabulary else _NO_WEIGHTS
        self._starts: NDArray[np.integer] = weights["indptr"]
        self._holders: Holders = weights["indices"]
        self._weights: Vector = weights["data"]

    def _find(self, token: str) -> slice:
        number = self._vocabulary.get(token)
        if number is None:
            return slice(0, 0)
        return slice(self._starts[number], self._starts[number + 1])


class FieldBuilder:
    """Learn one passage after another; what is kept of each is small."""

    def __init__(self) -> None:
        self.vocabulary: dict[str, int] = {}
        self.ids: list[Sequence[int]] = []

    def add(self, tokens: Iterable[str]) -> None:
        """Learn the next passage by its syllables and pairs."""
        learn = self.vocabulary.setdefault
        self.ids.append(array("i", [learn(token, len(self.vocabulary)) for token in tokens]))

    def weigh(self) -> Mapping[str, Any]:
        """Return for each token, from indptr on, who holds it and what it adds to the score."""
        scorer = bm25s.BM25(k1=K1, b=B)
        scorer.index((self.ids, self.vocabulary), create_empty_token=False, show_progress=False)
        weights: Mapping[str, Any] = scorer.scores
        return weights


def list_holders(passages: Iterable[Iterable[str]]) -> Mapping[str, Holders]:
    """Return the positions of the passages that hold each token."""
    holders: dict[str, list[int]] = {}
    for position, tokens in enumerate(passages):
        for token in dict.fromkeys(tokens):
            holders.setdefault(token, []).append(position)
    return {token: np.array(at, dtype=np.int32) for token, at in holders.items()}


def cover(tokens: Sequence[str], find: Callable[[str], Holders], *, size: int) -> Vector:
    """Return the share, 0 to 1, of the tokens' idf that each of `size` passages holds."""
    found = np.zeros(size, dtype=np.float32)
    total = 0.0
    for token in dict.fromkeys(tokens):
        holders = find(token)
        weight = weigh(len(holders), size)
        total += weight
        found[holders] += weight
    return found / np.float32(total) if total else found


def share(tokens: Collection[str], find: Callable[[str], Holders], *, size: int) -> Vector:
    """Return the share, 0 to 1, of the tokens that each of `size` passages holds."""
    found = np.zeros(size, dtype=np.float32)
    for token in tokens:
        found[find(token)] += 1
    return found / np.float32(len(tokens)) if tokens else found


def weigh(holders: int, size: int) -> float:
    """Return the idf of a token that `holders` of `size` passages hold."""
    return float(np.log(1 + (size - holders + 0.5) / (holders + 0.5)))
