"""Divide syllables that OCR ran together."""

import re

from knowledge.marks import SyllableModel
from knowledge.marks.confusions import CONFUSED, find_variants
from knowledge.text import fold

_WORD = re.compile(r"[^\W\d_]{6,}")
_LONGEST, _SHORTEST, _MOST_PARTS = 7, 2, 4


def unglue(line: str, model: SyllableModel) -> str:
    """Return the line with words that only known syllables run together make up, divided."""
    return _WORD.sub(lambda found: _divided(found[0], model), line)


def _divided(word: str, model: SyllableModel) -> str:
    folded = fold(word)
    near = (each for each, cost in find_variants(folded).items() if cost <= CONFUSED)
    if len(folded) != len(word) or any(each in model.forms for each in near):
        return word
    parts = _parts(folded, model, _MOST_PARTS)
    if parts is None:
        return word
    out, at = [], 0
    for part in parts:
        out.append(word[at : at + len(part)])
        at += len(part)
    return " ".join(out)


def _parts(folded: str, model: SyllableModel, most: int) -> list[str] | None:
    """Return the fewest known syllables that make up the letters, the first ones longest."""
    if not folded:
        return []
    for size in range(min(_LONGEST, len(folded)), _SHORTEST - 1, -1):
        if most and folded[:size] in model.forms:
            rest = _parts(folded[size:], model, most - 1)
            if rest is not None:
                return [folded[:size], *rest]
    return None
