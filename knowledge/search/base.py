"""What an embedder is."""

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
