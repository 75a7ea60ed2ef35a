"""How likely the next syllable is, by the runs of one to three that a text holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

EDGE, CODE, UNKNOWN = 0, 1, 2
_BITS = 21
_UNSEEN = 0.5  # counts given to a syllable never seen
_MOST = 3  # counts with a discount of their own


@dataclass(frozen=True, slots=True)
class Grams:
    """Log-probabilities of runs, and of leaving a context for a shorter one.

    A run's key packs its ids, 21 bits each.
    """

    chances: Mapping[int, float] = field(default_factory=dict)
    backoffs: Mapping[int, float] = field(default_factory=dict)
    unseen: float = 0.0

    def weigh(self, first: int, second: int, third: int) -> float:
        """Return the log-probability of the third syllable after the two."""
        last, pair = second + 1 << _BITS, first + 1 << 2 * _BITS
        found = self.chances.get(pair | last | third + 1)
        if found is not None:
            return found
        loss = self.backoffs.get((pair | last) >> _BITS, 0.0)
        found = self.chances.get(last | third + 1)
        if found is not None:
            return loss + found
        loss += self.backoffs.get(second + 1, 0.0)
        return loss + self.chances.get(third + 1, self.unseen)


def list_pairs(grams: Grams) -> Iterator[tuple[int, int]]:
    """Yield the ids of each two syllables that stood together."""
    for run in grams.chances:
        if 1 << _BITS <= run < 1 << 2 * _BITS:
            yield (run >> _BITS) - 1, (run & (1 << _BITS) - 1) - 1


def count(sentences: Iterable[Sequence[int]], words: int) -> Grams:
    """Count the sentences' runs and smooth them by Kneser and Ney, as Chen and Goodman (1999)."""
    threes: Counter[int] = Counter()
    for sentence in sentences:
        keys = [each + 1 for each in (EDGE, EDGE, *sentence, EDGE)]
        for i in range(2, len(keys)):
            threes[keys[i - 2] << 2 * _BITS | keys[i - 1] << _BITS | keys[i]] += 1
    twos = Counter(run & (1 << 2 * _BITS) - 1 for run in threes)
    ones = Counter(run & (1 << _BITS) - 1 for run in twos)
    total = len(twos) + _UNSEEN * words
    chances = {run: (seen + _UNSEEN) / total for run, seen in ones.items()}
    backoffs: dict[int, float] = {}
    for runs, bits in ((twos, _BITS), (threes, 2 * _BITS)):
        _discount(runs, bits, chances, backoffs)
    unseen = log(_UNSEEN / total) if words else 0.0
    return Grams(
        {run: log(chance) for run, chance in chances.items()},
        {context: log(left) for context, left in backoffs.items()},
        unseen,
    )


def _discount(
    runs: Counter[int], bits: int, chances: dict[int, float], backoffs: dict[int, float]
) -> None:
    """Add the chances of runs, whose contexts stand above the last 21 bits, to the shorter ones."""
    taken = _discounts(runs)
    totals: Counter[int] = Counter()
    left: dict[int, float] = {}
    for run, seen in runs.items():
        context = run >> _BITS
        totals[context] += seen
        left[context] = left.get(context, 0.0) + taken[min(seen, _MOST)]
    for context, amount in left.items():
        backoffs[context] = amount / totals[context]
    for run, seen in runs.items():
        context, shorter = run >> _BITS, run & (1 << bits) - 1
        own = (seen - taken[min(seen, _MOST)]) / totals[context]
        chances[run] = own + backoffs[context] * chances[shorter]


def _discounts(runs: Counter[int]) -> tuple[float, ...]:
    """Return what is taken from runs seen once, twice and more often; none from those unseen."""
    seen = Counter(min(each, _MOST + 1) for each in runs.values())
    rare = seen[1] / (seen[1] + 2 * seen[2]) if seen[1] else 0.5
    kept = (n - (n + 1) * rare * seen[n + 1] / max(1, seen[n]) for n in range(1, _MOST + 1))
    return (0.0, *(max(0.1, each) for each in kept))
