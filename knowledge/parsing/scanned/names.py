"""Unify the names of units that OCR spelt differently from row to row."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.marks import SyllableModel
from knowledge.marks.grams import UNKNOWN
from knowledge.parsing.units import starts_unit
from knowledge.text import fold, syllables

_OFTEN = 3  # times that a name must be read to stand for its misreadings
_ALIKE, _NEARLY = 0.8, 0.9  # likeness of a garbled name, and of any
_MOSTLY = 0.7  # of the common name in one piece
_LIST = re.compile(r"\s*;\s*,?\s*|\s*,\s*;\s*")


def unify_names(cells: Sequence[str], model: SyllableModel) -> list[str]:
    """Return the cells with each misread name as most other cells have it."""
    split = [[name for name in _LIST.split(cell) if name] for cell in cells]
    shown = _often_shown([name for names in split for name in names])
    return ["; ".join(_unified(name, shown, model) for name in names) for names in split]


def _often_shown(names: Sequence[str]) -> dict[str, str]:
    """Return the common names by their letters, each in the form most often seen."""
    forms: dict[str, Counter[str]] = {}
    for name in names:
        forms.setdefault(_letters(name), Counter())[name] += 1
    common = {letters: counted for letters, counted in forms.items() if counted.total() >= _OFTEN}
    return {letters: counted.most_common(1)[0][0] for letters, counted in common.items()}


def _unified(name: str, shown: dict[str, str], model: SyllableModel) -> str:
    letters = _letters(name)
    if letters in shown or not letters:
        return shown.get(letters, name)
    fitting = [common for common in shown if _fits(name, letters, shown[common], common, model)]
    best = max(fitting, key=lambda common: _match(letters, common).ratio(), default="")
    return shown.get(best, name)


def _fits(name: str, letters: str, form: str, common: str, model: SyllableModel) -> bool:
    """Say whether the name is the common one: a piece of it, with a stray letter, or garbled."""
    if _is_stuttered(letters, common):
        return True
    match = _match(letters, common)
    block = match.find_longest_match().size
    if block >= _NEARLY * len(letters) and 2 * block > len(common):
        return True
    if match.ratio() >= _NEARLY and _ends(name) == _ends(form):
        return True
    return _is_garbled(name, model) and (match.ratio() >= _ALIKE or block >= _MOSTLY * len(common))


def _is_stuttered(letters: str, common: str) -> bool:
    """Say whether the letters are the common name with its end read twice."""
    rest = letters.removeprefix(common)
    return rest != letters and common.endswith(rest)


def _is_garbled(name: str, model: SyllableModel) -> bool:
    words = syllables(name)
    known = all(model.find_id(word) != UNKNOWN and len(word) > 1 for word in words)
    return not known or not starts_unit(name)


def _letters(name: str) -> str:
    return "".join(syllables(fold(name)))


def _ends(name: str) -> tuple[str, str]:
    words = syllables(fold(name))
    return words[0], words[-1]


def _match(first: str, second: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, first, second, autojunk=False)
