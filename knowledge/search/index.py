"""Hybrid search over one scope of passages, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.search.base import Hit, Matrix, SearchQuery, Vector
from knowledge.search.codes import find_codes
from knowledge.search.lexical import (
    NOBODY,
    FieldBuilder,
    Holders,
    LexicalField,
    list_holders,
    share,
)
from knowledge.search.scoring import DENSE_WEIGHTS, NOTHING, Evidence, Scores, score
from knowledge.search.tokens import is_marked, tokenize

__all__ = ["DENSE_WEIGHTS", "Hit", "Index", "IndexedPassage", "SearchQuery", "is_marked"]


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A passage as the index takes it; `key` is the caller's."""

    key: int
    text: str
    vector: Vector | None = None


class Index:
    """Immutable once built; safe to search from several threads.

    Passages of the background are compared, so that words weigh as they do there too, and never
    found.
    """

    def __init__(
        self, passages: Sequence[IndexedPassage], background: Sequence[IndexedPassage] = ()
    ) -> None:
        marked, folded = FieldBuilder(), FieldBuilder()
        codes, is_bare = [], []
        for passage in (*passages, *background):
            tokens = tokenize(passage.text)
            marked.add(tokens.marked)
            folded.add(tokens.folded)
            codes.append(tokens.codes)
            is_bare.append(tokens.is_bare)
        self._keys = np.array([passage.key for passage in passages], dtype=np.int64)
        self._marked, self._folded = LexicalField.build(marked), LexicalField.build(folded)
        self._codes = list_holders(codes)
        self._is_bare = np.array(is_bare, dtype=bool)
        self._vectors, self._has_vector = _stack([p.vector for p in (*passages, *background)])
        # Text that lost its marks in OCR is not compared by meaning.
        self._has_vector &= ~self._is_bare
        self._vectors[self._is_bare] = 0

    @classmethod
    def build(
        cls, passages: Sequence[IndexedPassage], background: Sequence[IndexedPassage] = ()
    ) -> Self:
        """Build the index of these passages; none is allowed."""
        return cls(passages, background)

    def compare(self, query: SearchQuery) -> Scores:
        """Compare a query with every passage; with an empty text, with none."""
        if not self._keys.size or not query.text.strip():
            return NOTHING
        evidence = Evidence(
            keys=self._keys,
            is_bare=self._is_bare,
            marked=self._marked,
            folded=self._folded,
            dense=self._dense(query.vector),
            has_vector=self._has_vector,
            exact=share(find_codes(query.text), self._find_code, size=len(self._is_bare)),
        )
        return score(query, evidence)

    def search(self, query: SearchQuery, limit: int) -> list[Hit]:
        """Return the best passages first, at most `limit`, none that shares nothing."""
        return self.compare(query).best(limit)

    def _find_code(self, code: str) -> Holders:
        return self._codes.get(code, NOBODY)

    def _dense(self, vector: Vector | None) -> Vector:
        if vector is None or vector.shape != self._vectors.shape[1:]:
            return np.zeros(len(self._is_bare), dtype=np.float32)
        return self._vectors @ vector


def _stack(vectors: Sequence[Vector | None]) -> tuple[Matrix, NDArray[np.bool_]]:
    """Return a row for each vector and whether it is one; of another length it is none."""
    width = next((len(vector) for vector in vectors if vector is not None), 0)
    rows = np.zeros((len(vectors), width), dtype=np.float32)
    present = np.zeros(len(vectors), dtype=bool)
    for position, vector in enumerate(vectors):
        if vector is not None and len(vector) == width:
            rows[position], present[position] = vector, True
    return rows, present
