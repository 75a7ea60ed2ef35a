"""Decide for each line of a scanned table where it is cut and what begins there.

A beam over the lines: a cell is a run of syllables that goes down its column, and the model says
how likely it is. Costs are in nats, like the model's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from itertools import pairwise

from knowledge.marks.grams import EDGE
from knowledge.parsing.scanned.columns import Columns, Cuts
from knowledge.parsing.scanned.lines import Line
from knowledge.parsing.scanned.states import (
    NOTHING,
    Open,
    State,
    Tail,
    Voice,
    weigh_ending,
    weigh_in,
)
from knowledge.parsing.units import starts_unit
from knowledge.parsing.verbs import LEADING_VERB

_OF_ONE_START = 4  # readings kept of entries that begin at one line
_NEW_ROW, _NO_CAPITAL, _NO_CONTENT_YET, _A_VERB = -5.0, 6.0, 2.5, -2.5
_VERB_INSIDE, _VERB_AFTER_STOP = 4.0, 1.5
_SECOND_NUMBER = 18.0
_PAGE = 3  # blank lines between two pages
_NEW_HEADING, _MORE_HEADING, _NUMERAL, _NOT_A_HEADING, _NARROW = 3.0, 3.0, -6.0, 8.0, 4.0
_OUT_OF_ORDER, _MISPLACED = 2.0, 2.5


@dataclass(frozen=True, slots=True)
class Decision:
    """What a line is: whether a row or heading begins there, and where its words are cut."""

    begins: bool
    is_heading: bool
    cuts: Cuts


def search(
    lines: Sequence[Line],
    ids: Sequence[list[list[int]]],
    columns: Columns,
    voices: Sequence[Voice],
    *,
    beam: int,
) -> list[Decision]:
    """Return a decision a line; `ids` are the syllables of each line's words."""
    states = [State(0.0, (NOTHING,) * columns.count, None)]
    for order, line in enumerate(lines):
        states = _Step(order, line, ids[order], columns, voices).advance(states, beam)
    best = max(states, key=lambda state: state.score - weigh_ending(state, len(lines), voices))
    return _trace(best)


@dataclass(slots=True)
class _Step:
    """What one line adds to the readings."""

    order: int
    line: Line
    ids: list[list[int]]
    columns: Columns
    voices: Sequence[Voice]
    _read: dict[tuple[int, Tail, int, int], tuple[float, Tail]] = field(init=False)
    _begins: bool = field(init=False)
    _names: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self._read = {}
        words = [word.text for word in self.line.words]
        self._names = [
            starts_unit(" ".join(words[i : i + 3]).lstrip("-–— ")) for i in range(len(words))
        ]
        text = self.line.text
        self._begins = text[:1].isupper() and bool(LEADING_VERB.match(text))

    def advance(self, states: Sequence[State], beam: int) -> list[State]:
        """Return the best readings with this line."""
        closed = max(
            (
                (state.score - weigh_ending(state, self.order, self.voices), state)
                for state in states
            ),
            key=lambda pair: pair[0],
        )
        ways = self.columns.cut(self.line.words)
        found = list(self._opened(*closed, ways))
        for state in states:
            if state.entry is not None:
                found += self._continued(state, state.entry, ways)
        return _prune(found, beam)

    def _opened(
        self, score: float, back: State, ways: Sequence[tuple[Cuts, float]]
    ) -> Iterator[State]:
        """Yield the readings in which a row or a heading begins here."""
        tails = (NOTHING,) * self.columns.count
        numbered = self.order if self.line.number else None
        row = Open(False, self.order, numbered, 0)
        begun = [(cuts, cost + self._row_cost(cuts)) for cuts, cost in ways]
        yield from self._placed(State(score, tails, row, back), row, begun)
        heading = Open(True, self.order, self.order if self.line.numeral else None, 0)
        base = score - _NEW_HEADING - self._heading_cost()
        if not self.line.words[0].text[:1].isupper():
            base -= _NO_CAPITAL
        if self.line.numeral:
            base -= _NUMERAL
        elif len(self.line.text) < self.columns.width:
            base -= _NARROW
        yield from self._placed(State(base, tails, heading, back), heading, self._whole())

    def _continued(
        self, state: State, entry: Open, ways: Sequence[tuple[Cuts, float]]
    ) -> Iterator[State]:
        """Yield the readings in which the row or the heading goes on here."""
        if entry.is_heading:
            yield from self._continued_heading(state, entry)
            return
        cost = _NOT_A_HEADING if self.line.numeral else 0.0
        if self.line.blanks >= _PAGE and entry.end is None:
            entry = replace(entry, end=self.order)
        if self.line.number and entry.numbered is not None:
            cost += _SECOND_NUMBER
        elif self.line.number:
            entry = replace(entry, numbered=self.order)
        inside = _VERB_INSIDE if state.tails[0] != NOTHING else _VERB_AFTER_STOP
        base = replace(state, score=state.score - cost, entry=entry, back=state)
        yield from self._placed(base, entry, ways, inside * self._begins)

    def _continued_heading(self, state: State, entry: Open) -> Iterator[State]:
        """Yield the reading in which the heading goes on here; its numeral may stand here first."""
        cost = self._heading_cost() + _MORE_HEADING + _VERB_INSIDE * self._begins
        if self.line.numeral:
            cost += _NUMERAL if entry.numbered is None else _NOT_A_HEADING
            entry = replace(entry, numbered=self.order)
        base = State(state.score - cost, state.tails, entry, state)
        yield from self._placed(base, entry, self._whole())

    def _placed(
        self, base: State, entry: Open, ways: Sequence[tuple[Cuts, float]], content: float = 0.0
    ) -> Iterator[State]:
        """Yield the best ways to put the line's words in their columns.

        `content` is what words in the first column cost.
        """
        scored = [
            (
                base.score - cost - content * (cuts[0] > 0) + self._gain(base.tails, entry, cuts),
                cuts,
            )
            for cuts, cost in ways
        ]
        for score, cuts in nlargest(_OF_ONE_START, scored):
            bounds = list(enumerate(pairwise((0, *cuts, len(self.line.words)))))
            tails = tuple(
                self._weigh(i, base.tails[i], *span)[1] if span[0] < span[1] else base.tails[i]
                for i, span in bounds
            )
            filled = entry.filled | sum(1 << i for i, (start, end) in bounds if start < end)
            yield State(score, tails, replace(entry, filled=filled), base.back, cuts)

    def _gain(self, tails: Sequence[Tail], entry: Open, cuts: Cuts) -> float:
        """Return how likely the words are in their columns."""
        gain, filled, start = 0.0, entry.filled, 0
        for column, end in enumerate((*cuts, len(self.line.words))):
            if start == end:
                continue
            gain += self._weigh(column, tails[column], start, end)[0]
            if column > 1 and not filled & 3 << column - 1:
                gain -= _OUT_OF_ORDER
            filled |= 1 << column
            start = end
        return gain

    def _weigh(self, column: int, tail: Tail, start: int, end: int) -> tuple[float, Tail]:
        """Return how likely the words follow the tail, and the tail after them."""
        known = self._read.get((column, tail, start, end))
        if known is None:
            score, (first, second), voice = 0.0, tail, self.voices[column]
            if tail == NOTHING and self._names[start] != (column in self.columns.units):
                score -= _MISPLACED
            for each in (each for ids in self.ids[start:end] for each in ids):
                score += weigh_in(voice, first, second, each)
                first, second = (second, each) if each != EDGE else NOTHING
            known = self._read[column, tail, start, end] = score, (first, second)
        return known

    def _row_cost(self, cuts: Cuts) -> float:
        cost = _NEW_ROW + (_NOT_A_HEADING if self.line.numeral else 0.0)
        if not cuts[0]:
            return cost + _NO_CONTENT_YET
        if not self.line.words[0].text[:1].isupper():
            return cost + _NO_CAPITAL
        return cost + _A_VERB * self._begins

    def _heading_cost(self) -> float:
        bars = sum(word.barred for word in self.line.words[2:])
        return _NOT_A_HEADING * (bars + bool(self.line.number))

    def _whole(self) -> Sequence[tuple[Cuts, float]]:
        return [((len(self.line.words),) * (self.columns.count - 1), 0.0)]


def _prune(states: Iterable[State], beam: int) -> list[State]:
    """Return the best states, some of each place where the entry may have begun."""
    kept: dict[tuple[object, ...], State] = {}
    begun: Counter[int] = Counter()
    for state in sorted(states, key=lambda state: -state.score):
        start = state.entry.start if state.entry else -1
        key = (state.tails, state.entry)
        if key not in kept and begun[start] < _OF_ONE_START:
            kept[key] = state
            begun[start] += 1
        if len(kept) == beam:
            break
    return list(kept.values())


def _trace(last: State) -> list[Decision]:
    decisions: list[Decision] = []
    state: State | None = last
    while state is not None and state.entry is not None:
        back = state.back
        begins = back is None or back.entry is None or back.entry.start != state.entry.start
        decisions.append(Decision(begins, state.entry.is_heading, state.cuts))
        state = back
    return decisions[::-1]
