"""Any sentence-transformers model as an embedder (extra `models`)."""

from functools import cached_property
from typing import Any

import numpy as np

from knowledge.errors import KnowledgeError
from knowledge.search.base import Matrix, Vector
from knowledge.text import clean

LONGEST_QUERY = 600


class EmbedderUnavailableError(KnowledgeError):
    """Say that the model cannot be loaded: the extra is missing or the name is wrong."""


class SentenceEmbedder:
    """Embed with a model given by name or folder; e5 models want "query: " and "passage: "."""

    def __init__(
        self,
        model: str,
        *,
        query_prompt: str = "",
        passage_prompt: str = "",
        related_from: float | None = None,
    ) -> None:
        self.name = model
        self.related_from = related_from
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""
        return len(self.embed_query(""))

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, dimensions) array."""
        return self._encode([self._passage_prompt + clean(text) for text in texts])

    def embed_query(self, text: str) -> Vector:
        """Return a (dimensions,) array of the first 600 characters."""
        row: Vector = self._encode([self._query_prompt + clean(text)[:LONGEST_QUERY]])[0]
        return row

    def _encode(self, texts: list[str]) -> Matrix:
        rows = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)

    @cached_property
    def _model(self) -> Any:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as missing:
            raise EmbedderUnavailableError("models_extra_missing", model=self.name) from missing
        try:
            return SentenceTransformer(self.name)
        except (OSError, ValueError) as wrong:
            raise EmbedderUnavailableError("model_not_loaded", model=self.name) from wrong
