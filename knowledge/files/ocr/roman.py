"""Tell Roman numerals from the letters that Tesseract takes them for: II read as H, III as IH."""

import re
from itertools import pairwise

import numpy as np

from knowledge.files.ocr.drawn import Mask
from knowledge.files.ocr.pictures import Grey
from knowledge.files.ocr.tesseract import Word
from knowledge.text import fold

_MISREAD = re.compile(r"^([XV]{0,2})([IHlÍí1|!i]{1,4})(V?)(?=[./,;:)\-–]|$)")
_QUARTERS = re.compile(r"11{1,2}(?!\d)")  # no year has an eleventh
_DARK = 150  # of 255
_SOLID = 0.8  # share of a stem's height that is dark
_BODY = (0.25, 0.8)  # of a word's height, between the serifs
_CLOSE = 0.75  # of a word's height: the stems of one numeral stand no wider apart
_MOST = 3


def mend_roman(word: Word, before: str, picture: Grey) -> str:
    """Return the word's text, its leading I, II or III counted by their stems in the picture.

    `before` is the word before it: figures stay figures, but "quý 11" means II.
    """
    found = _MISREAD.match(word.text)
    is_quarter = fold(before) == "quy" and _QUARTERS.match(word.text)
    if not found or (word.text[: found.end()].isdecimal() and not is_quarter):
        return word.text
    box = picture[word.top : word.bottom, word.left : word.right] < _DARK
    stems = _leading_stems(box)
    if not 0 < len(stems) <= _MOST or _has_bar(box, stems):
        return word.text
    return f"{found[1]}{'I' * len(stems)}{found[3]}{word.text[found.end() :]}"


def _leading_stems(box: Mask) -> list[int]:
    """Return where the first stems stand, those near each other."""
    height = len(box)
    body = box[round(_BODY[0] * height) : max(round(_BODY[1] * height), 1)]
    solid = np.flatnonzero(body.mean(axis=0) >= _SOLID) if len(body) else np.array([], int)
    groups = np.split(solid, np.flatnonzero(np.diff(solid) > 1) + 1) if len(solid) else []
    middles = [int(group.mean()) for group in groups]
    for number in range(1, len(middles)):
        if middles[number] - middles[number - 1] > _CLOSE * height:
            return middles[:number]
    return middles


def _has_bar(box: Mask, stems: list[int]) -> bool:
    """Say whether a bar joins two stems at half their height, as in a true H."""
    middle = box[round(0.35 * len(box)) : round(0.65 * len(box))]
    gaps = (middle[:, a:b] for a, b in pairwise(stems))
    return any(gap.all(axis=1).any() for gap in gaps if gap.size)
