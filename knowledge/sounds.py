"""How much a message sounds like danger, denunciation or complaint, learnt from own messages.

Danger has no fixed words, and neither has wrongdoing: rules alone found three in ten of what was
written to escape them. The weights of words and of pairs of words come from bench/signals.py, a
logistic regression over own messages; docs/decisions tells what it finds and what it costs.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from knowledge.own_data import load_text
from knowledge.spelt import Reading

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 5  # words; fewer tell too little to be weighed
_SCALE = 100  # weights are kept as whole hundredths

Weights = tuple[float, ...]


def weigh_sounds(reading: Reading) -> Weights:
    """Return the log odds of danger, denunciation and complaint against anything else."""
    start, weights = _learnt()
    if len(_split(reading.folded)) < _FEWEST:
        return tuple(-math.inf for _ in start)
    features = list_features(reading)
    found = [weights[each] for each in features if each in weights]
    share = 1 / math.sqrt(len(features))
    return tuple(
        (first + share * sum(rest)) / _SCALE for first, *rest in zip(start, *found, strict=True)
    )


def list_features(reading: Reading) -> set[str]:
    """List the words of a message and their pairs without marks, and the words with marks."""
    words = _split(reading.folded)
    marked = _split(reading.typed) if reading.is_marked else ()
    return {*words, *marked, *(f"{one} {two}" for one, two in pairwise(words))}


def _split(text: str) -> list[str]:
    return _WORD.findall(text)


@cache
def _learnt() -> tuple[Weights, Mapping[str, Weights]]:
    rows = [line.split("\t") for line in load_text("signals_learnt.txt").splitlines()]
    weights = {name: tuple(map(float, row)) for name, *row in rows}
    return weights.pop(""), weights
