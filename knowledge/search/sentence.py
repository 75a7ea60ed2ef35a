"""Any sentence-transformers model as an embedder (extra `models`)."""

from functools import cached_property
from typing import Any

import numpy as np

from knowledge.errors import KnowledgeError
from knowledge.search.base import Matrix, Vector
from knowledge.search.prompts import Prompts, find_prompts
from knowledge.text import clean

LONGEST_QUERY = 600  # characters
BATCH = 16  # passages; more gain nothing on a processor and fill a small GPU
_LONGEST_PASSAGE = 8000  # characters; the model itself cuts at its own number of tokens


class EmbedderUnavailableError(KnowledgeError):
    """Say that the model cannot be loaded: the extra, its name or the device is wrong."""


class SentenceEmbedder:
    """Embed with a model given by name or folder; it loads at first use.

    `device` is torch's ("cpu", "cuda", "cuda:1", "mps"), None the best there is. Once downloaded
    a model is loaded without asking the network.
    """

    def __init__(
        self,
        model: str,
        *,
        device: str | None = None,
        batch: int = BATCH,
        related_from: float | None = None,
    ) -> None:
        self.name = model
        self.related_from = related_from
        self._device = device
        self._batch = batch

    @cached_property
    def dimensions(self) -> int:
        """Return the length of a vector."""
        # Later releases have renamed it, and warn of the old name.
        find = getattr(self._model, "get_embedding_dimension", None)
        length = find() if find else self._model.get_sentence_embedding_dimension()
        return int(length) if length else len(self.embed_query("a"))

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return an (n, dimensions) array."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        cut = [clean(text[:_LONGEST_PASSAGE]) for text in texts]
        return self._encode(cut, self._prompts.passage)

    def embed_query(self, text: str) -> Vector:
        """Return a (dimensions,) array of the first 600 characters."""
        cut = clean(text[: LONGEST_QUERY * 2])[:LONGEST_QUERY]
        row: Vector = self._encode([cut], self._prompts.query)[0]
        return row

    def _encode(self, texts: list[str], prompt: str) -> Matrix:
        rows = self._model.encode(
            texts,
            prompt=prompt,  # given even where empty: a model's default one must not come instead
            batch_size=self._batch,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float32)

    @cached_property
    def _prompts(self) -> Prompts:
        return find_prompts(self.name, self._model.prompts)

    @cached_property
    def _model(self) -> Any:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as missing:
            raise EmbedderUnavailableError("models_extra_missing", model=self.name) from missing
        self._check_device()
        try:
            return SentenceTransformer(self.name, device=self._device, local_files_only=True)
        except (OSError, ValueError):
            return self._download(SentenceTransformer)

    def _download(self, make: Any) -> Any:
        try:
            return make(self.name, device=self._device)
        except (OSError, ValueError) as wrong:
            raise EmbedderUnavailableError("model_not_loaded", model=self.name) from wrong

    def _check_device(self) -> None:
        """Try the device by itself, as its errors are not told apart from the model's."""
        import torch

        try:
            torch.zeros(1, device=self._device)
        except (RuntimeError, AssertionError) as wrong:
            device = str(self._device)
            raise EmbedderUnavailableError("device_missing", device=device) from wrong
