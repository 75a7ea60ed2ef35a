"""What an embedder is, and what a search takes and gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]


class Embedder(Protocol):
    """Turn text into L2-normalised float32 vectors."""

    @property
    def name(self) -> str:
        """Name the model; vectors of different names are never compared."""

    @property
    def related_from(self) -> float | None:
        """Return the cosine from which texts are about one thing; None where not measured."""

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, dimensions) array, a row for each text."""

    def embed_query(self, text: str) -> Vector:
        """Return a (dimensions,) array."""


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


class Comparison(Protocol):
    """How near every passage of a scope is to one query."""

    def best(self, limit: int) -> list[Hit]:
        """Return the best passages first, at most `limit`, none that shares nothing."""

    def of(self, keys: Iterable[int]) -> list[Hit]:
        """Return the hits of these passages, in this order; a key that is not there is left out."""


class Searcher(Protocol):
    """Search one scope of passages, wherever they are kept."""

    async def compare(self, query: SearchQuery) -> Comparison:
        """Compare a query with every passage of the scope."""
