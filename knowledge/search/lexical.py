"""BM25 over syllables and pairs of syllables, in one spelling of the text."""

from collections.abc import Sequence
from itertools import pairwise

import bm25s
import numpy as np

from knowledge.search.base import Vector


class LexicalField:
    """Score every passage for a query's syllables."""

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        self._size = len(passages)
        self._vocabulary: dict[str, int] = {}
        ids = [[self._learn(token) for token in with_pairs(words)] for words in passages]
        self._scorer = self._build(ids) if self._vocabulary else None

    def score(self, words: Sequence[str]) -> Vector:
        """Return a score for each passage, zero where nothing is shared."""
        known = [self._vocabulary[t] for t in with_pairs(words) if t in self._vocabulary]
        if self._scorer is None or not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._scorer.get_scores_from_ids(known), dtype=np.float32)

    def _learn(self, token: str) -> int:
        return self._vocabulary.setdefault(token, len(self._vocabulary))

    def _build(self, ids: list[list[int]]) -> bm25s.BM25:
        scorer = bm25s.BM25(k1=1.2, b=0.6)
        scorer.index((ids, self._vocabulary), show_progress=False)
        return scorer


class CoverageField:
    """Measure how much of a query each passage holds, rare syllables weighing more."""

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        self._size = len(passages)
        holders: dict[str, list[int]] = {}
        for position, words in enumerate(passages):
            for word in dict.fromkeys(words):
                holders.setdefault(word, []).append(position)
        self._holders = {word: np.array(at, dtype=np.int64) for word, at in holders.items()}

    def score(self, words: Sequence[str]) -> Vector:
        """Return the share, 0 to 1, of the query's idf that each passage holds."""
        found = np.zeros(self._size, dtype=np.float32)
        total = 0.0
        for word in dict.fromkeys(words):
            at = self._holders.get(word)
            weight = self._idf(0 if at is None else len(at))
            total += weight
            if at is not None:
                found[at] += weight
        return found / np.float32(total) if total else found

    def _idf(self, holders: int) -> float:
        return float(np.log(1 + (self._size - holders + 0.5) / (holders + 0.5)))


def with_pairs(words: Sequence[str]) -> list[str]:
    """Return the words followed by each two neighbours."""
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]
