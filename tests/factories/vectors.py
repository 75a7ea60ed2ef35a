"""Embedders for tests that tell one model from another."""

from knowledge.search.base import Matrix, Vector
from knowledge.search.words import WordEmbedder
from knowledge.text import fold


class OtherEmbedder(WordEmbedder):
    """Another model: its own name and length, its own vectors; it may break down."""

    name = "other"

    def __init__(self, dimensions: int = 96, *, breaks_after: int | None = None) -> None:
        super().__init__(dimensions)
        self.embedded = 0
        self._breaks_after = breaks_after

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, dimensions) array, or raise OSError after so many texts."""
        if self._breaks_after is not None and self.embedded + len(texts) > self._breaks_after:
            raise OSError("the power is gone")
        self.embedded += len(texts)
        return super().embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        """Return a (dimensions,) array."""
        return super().embed_query(fold(text)[::-1])
