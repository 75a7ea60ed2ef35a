"""Group the lines of a scanned table into rows and headings.

The number of a row stands in the middle of its height, so a row that began at line s and has its
number at line m ends about at 2m - s.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.parsing.scanned.noise import ROMAN, Word
from knowledge.parsing.verbs import LEADING_VERB
from knowledge.plan import Place
from knowledge.text import fold

_HANGING = re.compile(r"(?:[,;:(–-]|\b(?:va|cua|ve|cac|voi|theo|tai|cho|trong|de|nhung|hoac))$")
_TIMES = re.compile(
    r"thuong xuyen|theo ke hoach$|\bquy [iv]+\b|\bthang \d|dinh ky|hang (?:quy|thang)"
)
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WIDE = 1.3  # widths of the first column from which a line of its own spans the table
_OFTEN = 3  # times that the end of a line is seen before it is taken for another column's
_LONGEST_TAIL = 4  # words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its number, its words, whether blank lines stand on both sides."""

    number: str | None
    words: tuple[Word, ...]
    place: Place
    alone: bool

    @property
    def text(self) -> str:
        """Return the words as mended."""
        return " ".join(word.text for word in self.words)

    @property
    def barred(self) -> bool:
        """Say whether a bar stands after the first word."""
        return any(word.barred for word in self.words[1:])

    @property
    def head(self) -> str:
        """Return the words before the first bar."""
        bars = [i for i, word in enumerate(self.words) if word.barred and i]
        return " ".join(word.text for word in self.words[: bars[0] if bars else None])


@dataclass(slots=True)
class Entry:
    """A row or a heading: the lines it fills, and the order of its first and its numbered one."""

    is_heading: bool
    lines: list[Line]
    start: int
    number: str = ""
    numbered: int | None = None


@dataclass(slots=True)
class _Grouping:
    width: int
    tails: Counter[str]
    entries: list[Entry] = field(default_factory=list)


def group_lines(lines: Sequence[Line], width: int) -> list[Entry]:
    """Return the rows and headings of a table whose first column is `width` characters wide."""
    grouping = _Grouping(width, _count_tails(lines))
    for order, line in enumerate(lines):
        _take(grouping, order, line)
    headings = [entry for entry in grouping.entries if entry.is_heading]
    _number_headings(headings)
    return grouping.entries


def _take(grouping: _Grouping, order: int, line: Line) -> None:
    last = grouping.entries[-1] if grouping.entries else None
    numeral = bool(line.words) and bool(ROMAN.match(line.words[0].raw))
    if last and last.is_heading and _goes_on(grouping, last, line, numeral=numeral):
        _extend_heading(last, line, numeral=numeral)
    elif _is_heading(grouping, line, numeral=numeral):
        grouping.entries.append(Entry(True, [], order))
        _extend_heading(grouping.entries[-1], line, numeral=numeral)
    elif last is None or last.is_heading or _starts_row(grouping, last, order, line):
        grouping.entries.append(Entry(False, [line], order))
        _note_number(grouping.entries, order, line)
    else:
        last.lines.append(line)
        _note_number(grouping.entries, order, line)


def _is_heading(grouping: _Grouping, line: Line, *, numeral: bool) -> bool:
    if line.barred or line.number or not line.words:
        return False
    if numeral:
        return len(line.words) > 1 and line.words[1].text[:1].isupper()
    return line.alone and line.text[:1].isupper() and _is_wide(grouping, line)


def _goes_on(grouping: _Grouping, heading: Entry, line: Line, *, numeral: bool) -> bool:
    """Say whether a heading goes on in this line."""
    if line.barred or line.number:
        return False
    if numeral:
        return not heading.number
    return line.text[:1].islower() and _is_wide(grouping, line)


def _is_wide(grouping: _Grouping, line: Line) -> bool:
    return len(line.text) > _WIDE * grouping.width


def _extend_heading(heading: Entry, line: Line, *, numeral: bool) -> None:
    if numeral:
        heading.number = line.words[0].raw.rstrip(".)")
        line = Line(None, line.words[1:], line.place, line.alone)
    heading.lines.append(line)


def _starts_row(grouping: _Grouping, row: Entry, order: int, line: Line) -> bool:
    """Say whether a new row begins: a capital, a verb or a new sentence, where one may end."""
    text = line.head
    if not text[:1].isupper() or _is_tail(grouping, line) or not _may_end(row, order):
        return False
    above = next(
        (fold(each.head) for each in reversed(row.lines) if _is_content(grouping, each)), ""
    )
    above = above[: grouping.width + 6].strip()
    return above.endswith(".") or (bool(LEADING_VERB.match(text)) and not _HANGING.search(above))


def _is_content(grouping: _Grouping, line: Line) -> bool:
    return bool(line.words) and not _is_tail(grouping, line)


def _may_end(row: Entry, order: int) -> bool:
    """Say whether the row's number, or where it is lost its time, lets it end above this line."""
    if row.numbered is not None:
        return order >= 2 * row.numbered - row.start
    text = fold(" ".join(line.text for line in row.lines))
    return len(row.lines) > 1 and bool(_TIMES.search(text))


def _is_tail(grouping: _Grouping, line: Line) -> bool:
    """Say whether the line holds only what other lines hold in a column further right."""
    return len(line.words) <= _LONGEST_TAIL and grouping.tails[fold(line.text)] >= _OFTEN


def _count_tails(lines: Sequence[Line]) -> Counter[str]:
    return Counter(
        fold(" ".join(word.text for word in line.words[-size:]))
        for line in lines
        for size in range(1, min(_LONGEST_TAIL, len(line.words)) + 1)
    )


def _note_number(entries: Sequence[Entry], order: int, line: Line) -> None:
    row = entries[-1]
    if line.number and row.numbered is None:
        row.number, row.numbered = line.number, order


def _number_headings(headings: Sequence[Entry]) -> None:
    """Give headings the numerals of their order where OCR read two of them so."""
    agreeing = [n for n, heading in enumerate(headings) if heading.number in _NUMERALS[n : n + 1]]
    if len(agreeing) > 1 and len(headings) <= len(_NUMERALS):
        for heading, numeral in zip(headings, _NUMERALS, strict=False):
            heading.number = numeral
