"""Say how a line may be cut into columns, and how well each cut fits the look of the line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations_with_replacement, pairwise

from knowledge.parsing.scanned.noise import Word
from knowledge.text import strip_marks, syllables

_MOST_WORDS, _MOST_LETTERS = 5, 24  # of one line in any column but the first
_BAR_INSIDE, _NO_BAR, _TOO_WIDE, _OFF_WIDTH, _NO_FIRST, _NO_TIME = 5.0, 1.0, 0.6, 0.1, 1.5, 9.0
_SKIPPED, _BAR_MISSED, _CUT_SHORT = 1.5, 2.5, 3.5
_WORTH = 10.0  # a cut that looks so much worse than the best is not tried
_ONLY_TIMES = frozenset({"thuong", "xuyen", "thang", "quy"})
_TIMES = frozenset(
    """thuong xuyen thang quy nam truoc ngay sau tu den het trong cuoi dau giua theo ke hoach rieng
    dinh ky hang tuan khi co yeu cau hoan thanh cham nhat ca va hoac dot xuat i ii iii iv il
    """.split()  # noqa: SIM905 - a list of forty words is harder to read
)

Cuts = tuple[int, ...]
Words = Sequence[Word]
_Sums = tuple[Sequence[int], Sequence[int]]  # of untimely syllables up to each word


@dataclass(frozen=True, slots=True)
class Columns:
    """How many columns a table has, how wide the first is, in characters, which hold what."""

    count: int
    width: int
    timed: int
    units: tuple[int, ...]

    def cut(self, line: Words) -> list[tuple[Cuts, float]]:
        """Return the cuts worth trying, each with what its look costs."""
        counted = [self._untimely(word) for word in line]
        wrong = (
            list(accumulate((inside for inside, _ in counted), initial=0)),
            list(accumulate((outside for _, outside in counted), initial=0)),
        )
        ways = [(cuts, self._look(line, cuts, wrong)) for cuts in _ways(line, self.count)]
        best = min((cost for _, cost in ways), default=0.0)
        return [(cuts, cost) for cuts, cost in ways if cost <= best + _WORTH]

    def _look(self, line: Words, cuts: Cuts, wrong: _Sums) -> float:
        """Return what the look of the line costs: bars divide, the first column has its width."""
        inner = {cut for cut in cuts if 0 < cut < len(line)}
        bars = {i for i, word in enumerate(line) if word.barred and i > 0}
        first, whole = _length(line[: cuts[0]]), _length(line)
        cost = _BAR_INSIDE * len(bars - inner) + _NO_BAR * len(inner - bars)
        cost += _TOO_WIDE * max(0, first - self.width - 3)
        if first and cuts[0] < len(line):
            cost += _OFF_WIDTH * abs(first - self.width)
            gapped = line[cuts[0]].gapped or cuts[self.timed - 1] == cuts[0]
            cost += _SKIPPED * (0 if gapped else cuts[1:].count(cuts[0]))
            cost += _BAR_MISSED * (bool(bars) and not gapped and cuts[0] != min(bars))
            cost += _CUT_SHORT * (not bars and not gapped and self._fills(line, whole))
        elif not first:
            cost += _NO_FIRST * (whole > self.width // 2)
        bounds = (*cuts, len(line))
        start, end = bounds[self.timed - 1], bounds[self.timed]
        inside, outside = wrong
        timely = outside[start] - outside[cuts[0]] + outside[-1] - outside[end]
        return cost + _NO_TIME * (timely + inside[end] - inside[start])

    def _fills(self, line: Words, whole: int) -> bool:
        """Say whether the words, with no noise among them, just fill the first column."""
        gapped = any(word.gapped for word in line[1:])
        return not gapped and 0.75 * self.width <= whole <= self.width + 2

    def _untimely(self, word: Word) -> tuple[int, int]:
        """Count the syllables that no time holds, and those that only times hold."""
        found = syllables(strip_marks(word.text))
        inside = sum(name not in _TIMES and not name.isdigit() for name in found)
        return inside, sum(name in _ONLY_TIMES or name.isdigit() for name in found)


def _length(words: Words) -> int:
    return sum(len(word.raw) + 1 for word in words) - 1 if words else 0


def _ways(line: Words, columns: int) -> Iterator[Cuts]:
    ends = [_length(line[:i]) for i in range(len(line) + 1)]
    for cuts in combinations_with_replacement(range(len(line) + 1), columns - 1):
        bounds = list(pairwise((*cuts, len(line))))
        if all(b - a <= _MOST_WORDS and ends[b] - ends[a] <= _MOST_LETTERS for a, b in bounds):
            yield cuts
