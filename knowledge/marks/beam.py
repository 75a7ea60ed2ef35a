"""Find the likeliest run of syllables among the candidates of each word."""

from collections.abc import Sequence

from knowledge.marks.grams import EDGE, Grams

# A step's candidates: ids with what each costs beside its likelihood.
Candidates = Sequence[tuple[int, float]]
_WIDTH = 12
_HOPELESS = 9.0  # how far behind the best a hypothesis is dropped


def find_likeliest(steps: Sequence[Candidates], grams: Grams) -> list[int]:
    """Return which candidate each step takes, as indexes."""
    hypotheses: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(EDGE, EDGE): (0.0, ())}
    trails: list[list[tuple[int, int]]] = []
    for candidates in steps:
        hypotheses = _step(hypotheses, candidates, grams, trails)
    best = max(hypotheses, key=lambda state: hypotheses[state][0])
    return _trace(hypotheses[best][1][0], trails) if steps else []


def _step(
    hypotheses: dict[tuple[int, int], tuple[float, tuple[int, ...]]],
    candidates: Candidates,
    grams: Grams,
    trails: list[list[tuple[int, int]]],
) -> dict[tuple[int, int], tuple[float, tuple[int, ...]]]:
    """Extend each hypothesis by each candidate and keep the best; trails hold the way back."""
    found: dict[tuple[int, int], tuple[float, int, int]] = {}
    for (first, second), (score, trail) in hypotheses.items():
        back = trail[0] if trail else -1
        for index, (each, cost) in enumerate(candidates):
            value = score + grams.weigh(first, second, each) - cost
            known = found.get((second, each))
            if known is None or value > known[0]:
                found[second, each] = (value, back, index)
    least = max(value for value, _, _ in found.values()) - _HOPELESS
    hopeful = [pair for pair in found.items() if pair[1][0] >= least]
    kept = sorted(hopeful, key=lambda pair: -pair[1][0])[:_WIDTH]
    trails.append([(back, index) for _, (_, back, index) in kept])
    return {state: (value, (n,)) for n, (state, (value, _, _)) in enumerate(kept)}


def _trace(last: int, trails: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    chosen: list[int] = []
    for trail in reversed(trails):
        last, index = trail[last]
        chosen.append(index)
    return chosen[::-1]
