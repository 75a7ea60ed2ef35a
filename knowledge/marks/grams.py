"""Counts of one, two and three syllables, and how likely the next one is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

EDGE, CODE, UNKNOWN = 0, 1, 2
_BITS = 21
_UNSEEN = 0.5  # counts given to a syllable never seen


@dataclass(frozen=True, slots=True)
class Grams:
    """How often runs of syllables occur; a run's key packs its ids, 21 bits each."""

    counts: dict[int, int] = field(default_factory=dict)
    followers: dict[int, int] = field(default_factory=dict)
    words: int = 0
    total: int = 0

    def weigh(self, first: int, second: int, third: int) -> float:
        """Return the log-probability of the third syllable after the two, by Witten and Bell."""
        counts, last = self.counts, third + 1
        chance = (counts.get(last, 0) + _UNSEEN) / (self.total + _UNSEEN * self.words)
        for context in (second + 1, first + 1 << _BITS | second + 1):
            distinct = self.followers.get(context)
            if distinct:
                run = counts.get(context << _BITS | last, 0)
                chance = (run + distinct * chance) / (counts[-context] + distinct)
        return log(chance)


def count(sentences: Iterable[Sequence[int]], words: int) -> Grams:
    """Count the sentences' runs; a context's own count stands under its negative key."""
    counts: dict[int, int] = {}
    followers: dict[int, int] = {}
    total = 0
    for sentence in sentences:
        padded = (EDGE, EDGE, *sentence, EDGE)
        for i in range(2, len(padded)):
            total += 1
            one = _key(padded[i])
            counts[one] = counts.get(one, 0) + 1
            for context in (_key(padded[i - 1]), _key(padded[i - 2], padded[i - 1])):
                run = context << _BITS | padded[i] + 1
                counts[-context] = counts.get(-context, 0) + 1
                counts[run] = counts.get(run, 0) + 1
                if counts[run] == 1:
                    followers[context] = followers.get(context, 0) + 1
    return Grams(counts, followers, words, total)


def _key(*ids: int) -> int:
    key = 0
    for each in ids:
        key = key << _BITS | each + 1
    return key
