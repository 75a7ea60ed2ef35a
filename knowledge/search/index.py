"""Hybrid search over one scope of passages, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from knowledge.search.base import Matrix, Vector
from knowledge.search.codes import find_codes
from knowledge.search.lexical import CoverageField, LexicalField, with_pairs
from knowledge.text import clean, fold, marked_share, syllables

# The share of the dense score by the kind of query, measured with bench/questions.py:
# without marks e5 no longer knows the words; in English only it knows them.
DENSE_WEIGHTS = {"marked": 0.35, "folded": 0.15, "en": 0.8}
EXACT_BOOST = 0.5
FEW_WORDS = 2
MARKED_FROM = 0.3  # share of marked syllables from which a query counts as typed with marks


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A passage as the index takes it; `key` is the caller's."""

    key: int
    text: str
    vector: Vector | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for; without a vector the search is lexical."""

    text: str
    vector: Vector | None = None
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found.

    `lexical` and the raw cosine `dense` are for judging, `score` for ordering; `coverage` is the
    idf-weighted share, 0 to 1, of the query's syllables that the passage holds; where either has
    no marks, and for a query of two syllables, pairs of syllables count with them. `together` is
    the same share of syllables and pairs, whatever the marks.
    """

    key: int
    score: float
    lexical: float
    dense: float
    coverage: float
    together: float = 0.0


class Index:
    """Immutable once built; safe to search from several threads."""

    def __init__(self, passages: Sequence[IndexedPassage]) -> None:
        marked = [syllables(clean(passage.text)) for passage in passages]
        folded_of = {word: fold(word) for word in set().union(*marked)}
        folded = [[folded_of[word] for word in words] for words in marked]
        self._keys = [passage.key for passage in passages]
        self._fields = {"marked": LexicalField(marked), "folded": LexicalField(folded)}
        self._coverage = {
            "marked": CoverageField([with_pairs(words) for words in marked]),
            "folded": CoverageField([with_pairs(words) for words in folded]),
        }
        self._codes = [find_codes(passage.text) for passage in passages]
        # Text that lost its marks in OCR is compared without marks, and not by meaning.
        self._bare = np.array([not is_marked(passage.text) for passage in passages], dtype=bool)
        vectors = [None if bare else p.vector for bare, p in zip(self._bare, passages, strict=True)]
        self._vectors, self._has_vector = _stack(vectors)

    @classmethod
    def build(cls, passages: Sequence[IndexedPassage]) -> Self:
        """Build the index of these passages; none is allowed."""
        return cls(passages)

    def search(self, query: SearchQuery, limit: int) -> list[Hit]:
        """Return the best passages first, at most `limit`, none that shares nothing."""
        if not self._keys or limit < 1 or not query.text.strip():
            return []
        kind = "marked" if is_marked(query.text) else "folded"
        lexical, coverage, together = self._compare(
            syllables(clean(query.text)), marked=kind == "marked"
        )
        dense = self._dense(query.vector)
        weight = DENSE_WEIGHTS["en" if query.language == "en" else kind]
        score = self._fuse(lexical, dense, weight) + self._exact(query.text)
        best = np.argsort(-score, kind="stable")[:limit]
        return [
            Hit(
                self._keys[i],
                *map(float, (score[i], lexical[i], dense[i], coverage[i], together[i])),
            )
            for i in best
            if score[i] > 0
        ]

    def _compare(self, words: list[str], *, marked: bool) -> tuple[Vector, Vector, Vector]:
        """Return the lexical score of each passage, its coverage, and the coverage of pairs.

        A syllable without its marks is hardly evidence, nor are two found apart: pairs count then.
        """
        bare = [fold(word) for word in words]
        lexical = self._fields["folded"].score(bare)
        together = self._coverage["folded"].score(with_pairs(bare))
        if not marked:
            return lexical, together, together
        evidence = words if len(words) > FEW_WORDS else with_pairs(words)
        return (
            np.where(self._bare, lexical, self._fields["marked"].score(words)),
            np.where(self._bare, together, self._coverage["marked"].score(evidence)),
            together,
        )

    def _fuse(self, lexical: Vector, dense: Vector, weight: float) -> Vector:
        if not dense.any():
            return _spread(lexical)
        weight = weight if lexical.any() else 1.0
        spread = np.where(self._has_vector, _spread(dense[self._has_vector], dense), 0)
        mixed = (1 - weight) * _spread(lexical) + weight * spread
        return np.asarray(mixed, dtype=np.float32)

    def _dense(self, vector: Vector | None) -> Vector:
        if vector is None or vector.shape != self._vectors.shape[1:]:
            return np.zeros(len(self._keys), dtype=np.float32)
        return self._vectors @ vector

    def _exact(self, text: str) -> Vector:
        wanted = find_codes(text)
        if not wanted:
            return np.zeros(len(self._keys), dtype=np.float32)
        shares = [len(wanted & codes) / len(wanted) for codes in self._codes]
        return np.asarray(shares, dtype=np.float32) * np.float32(EXACT_BOOST)


def is_marked(text: str) -> bool:
    """Say whether a text counts as typed with marks."""
    return marked_share(text) >= MARKED_FROM


def _spread(basis: Vector, values: Vector | None = None) -> Vector:
    """Stretch values so that the basis runs from 0 to 1; zeros where it has one value only."""
    low, high = float(basis.min()), float(basis.max())
    values = basis if values is None else values
    if high <= low:
        return np.full_like(values, 1.0 if high > 0 else 0.0)
    return np.asarray((values - low) / (high - low), dtype=np.float32)


def _stack(vectors: Sequence[Vector | None]) -> tuple[Matrix, np.ndarray]:
    width = next((len(vector) for vector in vectors if vector is not None), 0)
    rows = np.zeros((len(vectors), width), dtype=np.float32)
    present = np.zeros(len(vectors), dtype=bool)
    for position, vector in enumerate(vectors):
        if vector is not None:
            rows[position], present[position] = vector, True
    return rows, present
