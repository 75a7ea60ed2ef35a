"""What a model wants before a query and before a passage."""

import re
from collections.abc import Mapping
from typing import NamedTuple


class Prompts(NamedTuple):
    """The words before a query, and those before a passage."""

    query: str = ""
    passage: str = ""


_INSTRUCTION = "Instruct: Given a question, retrieve passages that answer it\nQuery: "
_FAMILIES: tuple[tuple[str, Prompts], ...] = (
    (r"\be5\b.*\binstruct\b", Prompts(_INSTRUCTION)),
    (r"\be5\b", Prompts("query: ", "passage: ")),
    (r"\bnomic embed\b", Prompts("search_query: ", "search_document: ")),
    (
        r"\bbge (?:small|base|large) en\b",
        Prompts("Represent this sentence for searching relevant passages: "),
    ),
)
_QUERY = ("query",)
_PASSAGE = ("document", "passage", "corpus")


def find_prompts(model: str, configured: Mapping[str, str] | None = None) -> Prompts:
    """Return what the model's own files say, else what its family is known to want.

    `configured` is the `prompts` of its configuration. bge-m3, AITeamVN's, gte and MiniLM want
    none.
    """
    said = configured or {}
    own = Prompts(_first(said, _QUERY), _first(said, _PASSAGE))
    if any(own):
        return own
    spaced = re.sub(r"[\W_]+", " ", model.lower())
    return next((each for pattern, each in _FAMILIES if re.search(pattern, spaced)), Prompts())


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if said.get(name)), "")
