"""The embedders that a measurement may name."""

from typing import Any

from knowledge.search.nano import NanoEmbedder
from knowledge.search.words import WordEmbedder

EMBEDDERS: dict[str, Any] = {"nano": NanoEmbedder, "words": WordEmbedder, "none": lambda: None}
