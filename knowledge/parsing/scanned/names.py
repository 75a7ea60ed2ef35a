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
_ALIKE = 0.8
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
    if letters in shown:
        return shown[letters]
    for common, form in shown.items():
        if letters and common.startswith(letters) and len(letters) > len(common) // 2:
            return form
        if _is_stuttered(letters, common):
            return form
    best = max(shown, key=lambda common: _likeness(letters, common), default="")
    alike = bool(best) and _likeness(letters, best) >= _ALIKE
    return shown[best] if alike and _is_garbled(name, model) else name


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


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
