"""Short forms written out: the formal ones of documents, and those typed in chat."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from knowledge.text import fold, has_marks, nfc, strip_marks

# A document number such as 20/2008/NĐ-CP stays whole; so does a date.
_PIECE = re.compile(r"\d+/[\w/-]+|[\w&]+(?:-[^\W\d_]{2}(?!\w))?|[\w&]+")
_SHAPES = (
    (re.compile(r"\b[qQ]\.?\s?([1-4])\b(?!\s*(?:đường|duong))"), "quý"),
    (re.compile(r"\b[tT]0?([89]|1[0-2])\b"), "tháng"),
    (re.compile(r"\b[tT]\s(m[aấ]y|n[aà]o)\b"), "tháng"),
    (re.compile(r"\b[tT]0?(\d|1[0-2])(?=/\d{4}\b)"), "tháng"),
    (re.compile(r"\b[pP]\.?\s?(\d{1,2})\b"), "phường"),
)


def expand_formal(text: str) -> str:
    """Write out the short forms that documents use."""
    return _expand(nfc(text), load_table("formal"))


def expand_chat(text: str) -> str:
    """Write out all short forms; without marks where the text has none."""
    text = nfc(text)
    bare = not has_marks(text)
    for pattern, word in _SHAPES:
        text = pattern.sub(rf"{word} \1", text)
    expanded = _expand(text, load_table("formal") | load_table("chat"))
    return strip_marks(expanded) if bare else expanded


@cache
def load_table(name: str) -> dict[str, str]:
    """Return one table of knowledge/data/abbreviations.toml, keys folded."""
    data = files("knowledge").joinpath("data/abbreviations.toml").read_text("utf-8")
    return dict(tomllib.loads(data)[name])


def _expand(text: str, table: Mapping[str, str]) -> str:
    def write_out(found: re.Match[str]) -> str:
        piece = found[0]
        if "/" in piece:
            return piece
        whole = table.get(fold(piece))
        return whole or "-".join(table.get(fold(part), part) for part in piece.split("-"))

    return _PIECE.sub(write_out, text)
