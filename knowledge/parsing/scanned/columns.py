"""Tell the cells of a row apart: the division whose cells read most like Vietnamese."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, pairwise

from knowledge.marks import SyllableModel
from knowledge.marks.grams import EDGE
from knowledge.parsing.scanned.noise import Word
from knowledge.text import strip_marks, syllables

_BEAM = 10
_MOST_WORDS, _MOST_LETTERS = 5, 24  # of one line in any column but the first
_BAR_INSIDE, _NO_BAR, _TOO_WIDE, _OFF_WIDTH, _NO_FIRST, _NO_TIME = 7.0, 1.0, 0.6, 0.1, 4.0, 4.0
_SKIPPED, _BAR_MISSED, _CUT_SHORT, _OUT_OF_ORDER = 1.5, 4.0, 3.5, 0.5
_ONLY_TIMES = frozenset({"thuong", "xuyen", "thang", "quy"})
_TIMES = frozenset(
    """thuong xuyen thang quy nam truoc ngay sau tu den het trong cuoi dau giua theo ke hoach rieng
    dinh ky hang tuan khi co yeu cau hoan thanh cham nhat ca va hoac dot xuat i ii iii iv il
    """.split()  # noqa: SIM905 - a list of forty words is harder to read
)

Line = Sequence[Word]
_Cuts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """A division of the lines so far: the last two syllables of each column, and the cuts."""

    score: float
    tails: tuple[tuple[int, int], ...]
    cuts: tuple[_Cuts, ...] = ()


@dataclass(frozen=True, slots=True)
class Divider:
    """Divide lines into columns, the first `width` characters wide, one of them of times."""

    model: SyllableModel
    columns: int
    width: int
    timed: int

    def divide(self, lines: Sequence[Line]) -> list[list[list[Word]]]:
        """Return for each line the words of each column."""
        states = [_State(0.0, ((EDGE, EDGE),) * self.columns)]
        for line in lines:
            states = self._advance(states, line)
        best = max(states, key=self._finished)
        return [_cut(line, cuts) for line, cuts in zip(lines, best.cuts, strict=True)]

    def _advance(self, states: Sequence[_State], line: Line) -> list[_State]:
        ways = [(cuts, self._layout(line, cuts)) for cuts in _ways(line, self.columns)]
        found = [state for each in states for state in self._extended(each, line, ways)]
        best: dict[tuple[tuple[int, int], ...], _State] = {}
        for state in sorted(found, key=lambda state: -state.score):
            best.setdefault(state.tails, state)
        return list(best.values())[:_BEAM]

    def _extended(
        self, state: _State, line: Line, ways: Sequence[tuple[_Cuts, float]]
    ) -> Iterator[_State]:
        ids = [self.model.find_id(word.text) for word in line]
        scored: dict[tuple[int, int, int], float] = {}
        for cuts, layout in ways:
            score, tails = state.score + layout, list(state.tails)
            bounds = (0, *cuts, len(line))
            for column in range(self.columns):
                start, end = bounds[column], bounds[column + 1]
                if start == end:
                    continue
                key = (column, start, end)
                if key not in scored:
                    scored[key] = self._weigh(tails[column], ids[start:end])
                score += scored[key] - _OUT_OF_ORDER * self._leaves_gap(tails, column)
                tails[column] = (*tails[column], *ids[start:end])[-2:]  # type: ignore[assignment]
            yield _State(score, tuple(tails), (*state.cuts, cuts))

    def _leaves_gap(self, tails: Sequence[tuple[int, int]], column: int) -> bool:
        """Say whether a column begins before the one to its left has."""
        return column > 1 and tails[column][1] == EDGE and tails[column - 1][1] == EDGE

    def _weigh(self, tail: tuple[int, int], ids: Sequence[int]) -> float:
        run = [*tail, *ids]
        return sum(self.model.grams.weigh(*run[i : i + 3]) for i in range(len(ids)))

    def _finished(self, state: _State) -> float:
        ends = (self._weigh(tail, [EDGE]) for tail in state.tails[1:] if tail[1] != EDGE)
        return state.score + sum(ends)

    def _layout(self, line: Line, cuts: _Cuts) -> float:
        """Return what the look of the line says: bars divide, the first column has its width."""
        inner = {cut for cut in cuts if 0 < cut < len(line)}
        bars = {i for i, word in enumerate(line) if word.barred and i > 0}
        first = len(" ".join(word.raw for word in line[: cuts[0]]))
        loss = _BAR_INSIDE * len(bars - inner) + _NO_BAR * len(inner - bars)
        loss += _TOO_WIDE * max(0, first - self.width - 3)
        whole = len(" ".join(word.raw for word in line))
        if first and cuts[0] < len(line):
            loss += _OFF_WIDTH * abs(first - self.width)
            gapped = line[cuts[0]].gapped or cuts[self.timed - 1] == cuts[0]
            loss += _SKIPPED * (0 if gapped else cuts[1:].count(cuts[0]))
            loss += _BAR_MISSED * (bool(bars) and not gapped and cuts[0] != min(bars))
            loss += _CUT_SHORT * (not bars and not gapped and self._fills(line))
        elif not first:
            loss += _NO_FIRST * (whole > self.width // 2)
        return -loss - _NO_TIME * self._count_untimely(line, (0, *cuts, len(line)))

    def _fills(self, line: Line) -> bool:
        """Say whether the words, with no noise among them, just fill the first column."""
        whole = len(" ".join(word.raw for word in line))
        gapped = any(word.gapped for word in line[1:])
        return not gapped and 0.75 * self.width <= whole <= self.width + 2

    def _count_untimely(self, line: Line, bounds: _Cuts) -> int:
        """Count the words that no time holds in its column, and those of times in the others."""
        wrong = 0
        for column in range(1, self.columns):
            names = [
                name for word in line[bounds[column] : bounds[column + 1]] for name in _parts(word)
            ]
            if column == self.timed:
                wrong += sum(name not in _TIMES and not name.isdigit() for name in names)
            else:
                wrong += sum(name in _ONLY_TIMES or name.isdigit() for name in names)
        return wrong


def _parts(word: Word) -> list[str]:
    return syllables(strip_marks(word.text))


def _ways(line: Line, columns: int) -> Iterator[_Cuts]:
    ends = [len(" ".join(word.raw for word in line[:i])) for i in range(len(line) + 1)]
    for cuts in combinations_with_replacement(range(len(line) + 1), columns - 1):
        bounds = list(pairwise((*cuts, len(line))))
        if all(b - a <= _MOST_WORDS and ends[b] - ends[a] <= _MOST_LETTERS for a, b in bounds):
            yield cuts


def _cut(line: Line, cuts: _Cuts) -> list[list[Word]]:
    return [list(line[a:b]) for a, b in pairwise((0, *cuts, len(line)))]
