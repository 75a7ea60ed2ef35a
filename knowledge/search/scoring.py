"""Fusing what words, meaning and codes say of every passage into one order.

The evidence comes from memory (`index.py`) or from PostgreSQL (`postings.py`); what is made of it
is the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.search.base import Hit, SearchQuery, Vector
from knowledge.search.tokens import fold_all, is_marked, with_pairs
from knowledge.text import clean, syllables

# The share of the dense score by the kind of query (docs/decisions/0007-search-weights.md):
# without marks e5 no longer knows the words; in English only it knows them.
DENSE_WEIGHTS = {"marked": 0.5, "folded": 0.15, "en": 0.8}
EXACT_BOOST = 0.5
# Of cosines: all passages of one small plan are about one thing, and differ by chance.
LEAST_SPREAD = 0.1
FEW_WORDS = 2
DIGITS = 5  # of a score: one way of adding up differs from another by less


class Field(Protocol):
    """One spelling of every passage's words."""

    def score(self, words: Sequence[str]) -> Vector:
        """Return the BM25 score of each passage for words and their pairs."""

    def cover(self, tokens: Sequence[str]) -> Vector:
        """Return the share, 0 to 1, of the tokens' idf that each passage holds."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of every passage for one query.

    The first passages are those of `keys`; further ones only weigh words and are never found.
    `dense` is the cosine, 0 where `has_vector` is not set; `exact` the share of the query's codes
    that a passage holds. Text that lost its marks in OCR (`is_bare`) is compared without marks.
    """

    keys: NDArray[np.int64]
    is_bare: NDArray[np.bool_]
    marked: Field
    folded: Field
    dense: Vector
    has_vector: NDArray[np.bool_]
    exact: Vector


@dataclass(frozen=True, slots=True)
class Scores:
    """How near every passage is to one query."""

    keys: NDArray[np.int64]
    score: Vector
    lexical: Vector
    dense: Vector
    coverage: Vector
    together: Vector

    def best(self, limit: int) -> list[Hit]:
        """Return the best passages first, at most `limit`, none that shares nothing."""
        return [self._hit(i) for i in _find_best(self.score, limit)]

    def of(self, keys: Iterable[int]) -> list[Hit]:
        """Return the hits of these passages, in this order; a key that is not there is left out."""
        wanted = np.fromiter(keys, dtype=np.int64)
        if not self.keys.size or not wanted.size:
            return []
        order = np.argsort(self.keys, kind="stable")
        at = order[np.searchsorted(self.keys, wanted, sorter=order).clip(max=len(order) - 1)]
        return [self._hit(i) for i in at[self.keys[at] == wanted]]

    def _hit(self, i: np.intp) -> Hit:
        fields = (self.score, self.lexical, self.dense, self.coverage, self.together)
        return Hit(int(self.keys[i]), *(float(field[i]) for field in fields))


NOTHING = Scores(np.zeros(0, dtype=np.int64), *(np.zeros(0, dtype=np.float32) for _ in range(5)))


def score(query: SearchQuery, evidence: Evidence) -> Scores:
    """Return how near every passage is to a query."""
    is_typed = is_marked(query.text)
    words = syllables(clean(query.text))
    lexical, coverage, together = _compare(words, evidence, is_typed=is_typed)
    kind = "en" if query.language == "en" else "marked" if is_typed else "folded"
    fused = _fuse(lexical, evidence, DENSE_WEIGHTS[kind]) + evidence.exact * np.float32(EXACT_BOOST)
    fused = np.round(fused, DIGITS).astype(np.float32)
    own = slice(len(evidence.keys))
    fields = (fused, lexical, evidence.dense, coverage, together)
    return Scores(evidence.keys, *(field[own] for field in fields))


def _compare(
    words: list[str], evidence: Evidence, *, is_typed: bool
) -> tuple[Vector, Vector, Vector]:
    """Return the lexical score of each passage, its coverage, and the coverage of pairs.

    A syllable without its marks is hardly evidence, nor are two found apart: pairs count then.
    """
    bare = fold_all(words)
    lexical = evidence.folded.score(bare)
    together = evidence.folded.cover(with_pairs(bare))
    if not is_typed:
        return lexical, together, together
    telling = words if len(words) > FEW_WORDS else with_pairs(words)
    return (
        np.where(evidence.is_bare, lexical, evidence.marked.score(words)),
        np.where(evidence.is_bare, together, evidence.marked.cover(telling)),
        together,
    )


def _fuse(lexical: Vector, evidence: Evidence, weight: float) -> Vector:
    dense, has_vector = evidence.dense, evidence.has_vector
    if not dense.any():
        return _spread(lexical)
    weight = weight if lexical.any() else 1.0
    spread = np.where(has_vector, _spread_dense(dense[has_vector], dense), 0)
    worded = _spread(lexical)
    mixed = (1 - weight) * worded + weight * spread
    # Text without marks has no meaning that the model knows: its words are all there is.
    return np.where(evidence.is_bare, worded, mixed).astype(np.float32)


def _spread_dense(held: Vector, dense: Vector) -> Vector:
    """Stretch cosines so that those held run from 0 to 1, unless they hardly differ."""
    high = float(held.max())
    low = min(float(held.min()), high - LEAST_SPREAD)
    return np.asarray((dense - low) / (high - low), dtype=np.float32)


def _spread(values: Vector) -> Vector:
    """Stretch values to run from 0 to 1; zeros where there is one value only."""
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return np.full_like(values, 1.0 if high > 0 else 0.0)
    return np.asarray((values - low) / (high - low), dtype=np.float32)


def _find_best(scores: Vector, limit: int) -> NDArray[np.intp]:
    """Return the positions of the highest scores above 0, of equal ones the first first."""
    if limit < 1:
        return np.zeros(0, dtype=np.intp)
    least = np.partition(scores, -limit)[-limit] if limit < len(scores) else -np.inf
    near = np.flatnonzero((scores >= least) & (scores > 0))
    return near[np.argsort(-scores[near], kind="stable")][:limit]
