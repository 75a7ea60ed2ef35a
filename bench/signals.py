"""Learn which words sound like danger, denunciation and complaint (knowledge/sounds.py).

`python -m bench.signals` reads bench/signals_told.txt and writes the weights into
knowledge/data/signals_learnt.txt: a softmax regression, each message one step of AdaGrad.
"""

import math
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.sounds import list_features
from knowledge.spelt import read

TOLD = Path(__file__).with_name("signals_told.txt")
LEARNT = Path(__file__).parents[1] / "knowledge" / "data" / "signals_learnt.txt"
SORTS = ("danger", "denunciation", "complaint", "ordinary")
ROUNDS, RATE, DECAY, START_RATE = 30, 0.5, 1e-3, 0.02
SCALE, LEAST = 100, 4  # hundredths; smaller weights are left out

Matrix = NDArray[np.float64]


def read_told(path: Path = TOLD) -> Iterator[tuple[int, str]]:
    """Yield the messages of a file, each with the number of its sort."""
    sort = 0
    for line in filter(None, path.read_text("utf-8").splitlines()):
        if line.startswith("# "):
            sort = SORTS.index(line[2:])
        else:
            yield sort, line


def learn(told: list[tuple[int, str]]) -> tuple[list[str], Matrix, Matrix]:
    """Return the words, their weights (words, sorts) and the weights of no word (sorts,)."""
    told = [(sort, text) for sort, text in told if any(map(str.isalpha, text))]
    messages = [sorted(list_features(read(text))) for _, text in told]
    words = list(dict.fromkeys(word for message in messages for word in message))
    places = {word: place for place, word in enumerate(words)}
    rows = [np.array([places[word] for word in message]) for message in messages]
    sorts = np.array([sort for sort, _ in told])
    rarity = np.sqrt(len(told) / (len(SORTS) * np.bincount(sorts, minlength=len(SORTS))))
    weights, start = np.zeros((len(words), len(SORTS))), np.zeros(len(SORTS))
    seen = np.full_like(weights, 1e-6)
    shuffled = random.Random(3)  # the same order each time
    for _ in range(ROUNDS):
        for at in shuffled.sample(range(len(rows)), len(rows)):
            row, sort = rows[at], sorts[at]
            share = 1 / math.sqrt(len(row))
            wrong = _softmax(weights[row].sum(0) * share + start)
            wrong[sort] -= 1
            wrong *= rarity[sort]
            step = wrong * share + DECAY * weights[row]
            seen[row] += step * step
            weights[row] -= RATE * step / np.sqrt(seen[row])
            start -= START_RATE * wrong
    return words, weights, start


def _softmax(values: Matrix) -> Matrix:
    powers = np.exp(values - values.max())
    shares: Matrix = powers / powers.sum()
    return shares


def write_learnt(words: list[str], weights: Matrix, start: Matrix) -> None:
    """Write each word with what it adds to each sort against the ordinary one."""
    table = np.vstack([start, weights])
    hundredths = np.rint((table[:, :-1] - table[:, -1:]) * SCALE).astype(int)
    rows = zip(["", *words], hundredths.tolist(), strict=True)
    kept = sorted((word, row) for word, row in rows if not word or max(map(abs, row)) >= LEAST)
    lines = ("\t".join((word, *map(str, row))) for word, row in kept)
    LEARNT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    write_learnt(*learn(list(read_told())))
