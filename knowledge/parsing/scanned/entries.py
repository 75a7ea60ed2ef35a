"""Find the rows and headings of a scanned table, and the words of their cells."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.marks import SyllableModel
from knowledge.marks.grams import EDGE, count
from knowledge.parsing.scanned.columns import Columns, Cuts
from knowledge.parsing.scanned.lines import Line
from knowledge.parsing.scanned.noise import ROMAN, Word
from knowledge.parsing.scanned.search import Decision, search
from knowledge.parsing.scanned.states import Voice
from knowledge.parsing.units import starts_unit
from knowledge.text import syllables

_GLANCE, _BEAM = 5, 14  # readings kept, the first time and the second
_OFTEN = 3  # times that a name is read before it counts
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STROKES = re.compile(r"[L1|]")
_AGREEING = 2  # headings whose numeral is that of their order, for the others to follow


@dataclass(slots=True)
class Entry:
    """A row or a heading: its number, the lines it fills and the words of each cell."""

    is_heading: bool
    number: str = ""
    lines: list[Line] = field(default_factory=list)
    cells: list[list[Word]] = field(default_factory=list)


def read_entries(lines: Sequence[Line], columns: Columns, model: SyllableModel) -> list[Entry]:
    """Return the rows and headings of a table.

    Read twice: the names of units that recur at first tell the second time what to look for.
    """
    ids = [[_ids(word.text, model) for word in line.words] for line in lines]
    voices: list[Voice] = [(model.plain,)] * columns.count
    entries = _collect(lines, search(lines, ids, columns, voices, beam=_GLANCE), columns.count)
    names = _find_names(entries, columns, model)
    for column in columns.units if names else ():
        voices[column] = (model.plain, count(names, len(model.ids)))
    return _collect(lines, search(lines, ids, columns, voices, beam=_BEAM), columns.count)


def _find_names(
    entries: Sequence[Entry], columns: Columns, model: SyllableModel
) -> list[tuple[int, ...]]:
    """Return the syllables of the units that are named often."""
    named: Counter[tuple[int, ...]] = Counter()
    for cell in (entry.cells[column] for entry in entries for column in columns.units):
        for name in " ".join(word.text for word in cell).split(";"):
            if starts_unit(name.strip()):
                named[tuple(each for word in name.split() for each in _ids(word, model))] += 1
    return [name for name, times in named.items() if times >= _OFTEN]


def _ids(word: str, model: SyllableModel) -> list[int]:
    """Return a word's syllables as the model knows them, with the edge that a stop makes."""
    if ROMAN.match(word.rstrip(",;")):
        word = _STROKES.sub("I", word.upper())
    if any(letter.isdigit() for letter in word):
        ids = [model.find_plain_id(word)]
    else:
        ids = [model.find_plain_id(each) for each in syllables(word)]
    return [*ids, EDGE] if word.endswith((";", ".", ":")) else ids


def _collect(lines: Sequence[Line], decisions: Sequence[Decision], columns: int) -> list[Entry]:
    entries: list[Entry] = []
    for line, decision in zip(lines, decisions, strict=True):
        if decision.begins:
            entries.append(Entry(decision.is_heading, cells=[[] for _ in range(columns)]))
        _add(entries[-1], line, decision.cuts)
    _number_headings([entry for entry in entries if entry.is_heading])
    return entries


def _add(entry: Entry, line: Line, cuts: Cuts) -> None:
    words = line.words
    if entry.is_heading and line.numeral and not entry.number:
        entry.number, words = line.numeral, words[1:]
        cuts = (len(words),) * len(cuts)
    elif not entry.is_heading and line.number and not entry.number:
        entry.number = line.number
    entry.lines.append(line)
    for cell, (start, end) in zip(entry.cells, pairwise((0, *cuts, len(words))), strict=True):
        cell += words[start:end]


def _number_headings(headings: Sequence[Entry]) -> None:
    """Give headings the numerals of their order where OCR read two of them so, else rising ones."""
    read = [_STROKES.sub("I", heading.number.upper()) for heading in headings]
    agreeing = [n for n, numeral in enumerate(read) if numeral in _NUMERALS[n : n + 1]]
    last = 0
    for n, heading in enumerate(headings):
        found = _NUMERALS.index(read[n]) + 1 if read[n] in _NUMERALS else 0
        rising = found if found > last and len(agreeing) < _AGREEING else last + 1
        last = min(rising, len(_NUMERALS))
        heading.number = _NUMERALS[last - 1]
