"""A reading of a scanned table up to some line, and what it costs to end a row there.

The number of a row stands in the middle of its height, so a row that began at line s and has its
number at line m ends about at 2m - s.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.marks.grams import EDGE, Grams
from knowledge.parsing.scanned.columns import Cuts

_UNNUMBERED, _OFF_MIDDLE, _FARTHEST = 2.0, 0.7, 6
_EMPTY = (9.0, 5.0, 1.5, 5.0, 1.0)  # cost of a row's empty cell, by column
_EITHER = 0.7  # cost of not knowing which of two voices speaks

# How a column speaks: as texts do, and where names are known, as they go.
Voice = tuple[Grams, ...]
Tail = tuple[int, int]
NOTHING: Tail = (EDGE, EDGE)


@dataclass(frozen=True, slots=True)
class Open:
    """The entry a state is in: its kind, its first line, that of its number, the cells begun.

    `end` is the line after its last, where a page ends within it the one after that page.
    """

    is_heading: bool
    start: int
    numbered: int | None
    filled: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A reading of the lines so far; `tails` are the last two syllables of each column."""

    score: float
    tails: tuple[Tail, ...]
    entry: Open | None
    back: "State | None" = None
    cuts: Cuts = ()


def weigh_in(voice: Voice, first: int, second: int, third: int) -> float:
    """Return how likely a syllable is to its column: to the text's voice or to its own."""
    if len(voice) == 1:
        return voice[0].weigh(first, second, third)
    return max(grams.weigh(first, second, third) for grams in voice) - _EITHER


def weigh_ending(state: State, order: int, voices: Sequence[Voice]) -> float:
    """Return what it costs to end a state's row or heading before a line."""
    entry = state.entry
    if entry is None:
        return 0.0
    ended = (
        (tail, voice) for tail, voice in zip(state.tails, voices, strict=True) if tail != NOTHING
    )
    cost = -sum(weigh_in(voice, *tail, EDGE) for tail, voice in ended)
    if entry.is_heading:
        return cost
    cost += sum(_EMPTY[i] for i in range(len(state.tails)) if not entry.filled >> i & 1)
    if entry.numbered is None:
        return cost + _UNNUMBERED
    end = entry.end if entry.end is not None and entry.end > entry.numbered else order
    off = abs(end - 1 + entry.start - 2 * entry.numbered)
    return cost + _OFF_MIDDLE * min(off, _FARTHEST)
