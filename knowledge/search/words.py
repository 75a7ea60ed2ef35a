"""A bag of words as an embedder: deterministic, instant, for tests."""

import zlib
from itertools import pairwise

import numpy as np

from knowledge.search.base import Matrix, Vector
from knowledge.text import fold, syllables


class WordEmbedder:
    """Hash folded syllables and their pairs into a fixed number of places."""

    name = "words"
    related_from = None

    def __init__(self, dimensions: int = 256) -> None:
        self.dimensions = dimensions

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, dimensions) array; a text without words is a row of zeros."""
        rows = [self.embed_query(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), dtype=np.float32)

    def embed_query(self, text: str) -> Vector:
        """Return a (dimensions,) array."""
        vector = np.zeros(self.dimensions, dtype=np.float32)
        words = syllables(fold(text))
        pairs = [" ".join(pair) for pair in pairwise(words)]
        for feature in words + pairs:
            vector[zlib.crc32(feature.encode()) % self.dimensions] += 1
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length else vector
