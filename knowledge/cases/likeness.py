"""How alike two cases are: one matter reported twice, or two matters."""

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise

import numpy as np

from knowledge.own_data import load_data
from knowledge.search.base import Vector
from knowledge.text import fold, has_marks

MOST = 3
_PLACE = re.compile(r"\b(thon|to|ap|khu pho|khu|ngo|hem|duong)\s(?:so )?(\d{1,4})\b")


def score_likeness(
    one: str, other: str, *, vectors: tuple[Vector, Vector] | None = None, floor: float = 0.0
) -> float:
    """Score two cases (content and place in one text), 0 to 1.

    `vectors` are L2-normalised; `floor` is the cosine of unrelated texts of their model.
    """
    words = _share(_words(one), _words(other))
    places = _agree(_numbered(one), _numbered(other))
    # Between a text with marks and one without, the model sees no likeness.
    if vectors is None or has_marks(one) != has_marks(other):
        return max(0.0, words * places)
    cosine = float(vectors[0] @ vectors[1])
    meaning = max(0.0, (cosine - floor) / (1 - floor))
    return max(0.0, (0.5 * meaning + 0.5 * words) * places)


@cache
def _load_pairs() -> frozenset[str]:
    """Load the pairs of common syllables that name a thing."""
    pairs: list[str] = load_data("routing")["common_pairs"]
    return frozenset(pairs)


@cache
def _load_common() -> frozenset[str]:
    words: str = load_data("routing")["common"]
    return frozenset(words.split())


def _words(text: str) -> set[str]:
    """Give the words that say something, and pairs such as "đèn đường" with one of them or two."""
    words = re.findall(r"[a-z]{2,}", fold(text))
    common = _load_common()
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    told = {pair for pair in pairs if pair in _load_pairs()}
    return told | {word for word in words if word not in common}


def _numbered(text: str) -> set[str]:
    """Find places with a number: "thon 3", "to 12", "quoc lo 1"."""
    return {f"{kind} {int(number)}" for kind, number in _PLACE.findall(fold(text))}


def _share(one: Collection[str], other: Collection[str]) -> float:
    """Give how much of the shorter text's words stand in the other, 0 to 1."""
    if not one or not other:
        return 0.0
    both = len(set(one) & set(other))
    return both / (0.5 * min(len(one), len(other)) + 0.5 * max(len(one), len(other)))


def _agree(one: set[str], other: set[str]) -> float:
    """Give a factor for named places: above 1 for the same, below for others."""
    if not one or not other:
        return 1.0
    if one & other:
        return 1.15
    same_kind = {each.split()[0] for each in one} & {each.split()[0] for each in other}
    return 0.4 if same_kind else 1.0


def read_floats(stored: bytes) -> Vector:
    """Read a stored vector, float32 little endian."""
    return np.frombuffer(stored, dtype="<f4")
