"""Look for a stamp of secrecy: in red ink, as a hand sets it, or in black on a copy's first page.

Running text is read without it: Tesseract takes a framed stamp for a picture.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

import numpy as np

from knowledge.files.ocr.drawn import erase, find_strokes
from knowledge.files.ocr.pictures import Colour, Grey, soften, turn
from knowledge.files.ocr.straight import find_lean
from knowledge.files.ocr.tesseract import Word, read_words
from knowledge.text import fold

_STAMP = "MẬT"  # its grade is often misread, and matters no more
_WORD = "mat"
_SECRETS = {"mat", "toi mat", "tuyet mat"}
_NO_LETTER = re.compile(r"[\W\d_]+")
_REDNESS = 45  # how much redder than green or blue, of 255; fresh ink has 150, a faded stamp 70
_FEWEST = 400  # dots: less is no stamp
_MOST = 12  # stamps on a page; beyond it is a colour picture
_APART = 30  # dots between two stamps
_WIDEST_LEAN = 15.0  # degrees; a hand is less steady than a scanner
_MARGIN = 40  # white dots around a stamp, room to turn it
_GRAIN = 1.0  # dots
_LEANS = (0.0, 5.0, -5.0)  # degrees; Tesseract bears about three
_HEAD = 0.4  # of a page's height
_LONGEST = 3  # words; a stray dot or dash of the frame may be one
_BLOCK, _SPARSE = 6, 11  # how Tesseract looks at a stamp, and for words anywhere


def find_red_stamps(picture: Colour, dots: int, seconds: float) -> Iterator[str]:
    """Yield the stamps of secrecy in red ink; `dots` an inch."""
    red, green, blue = (picture[:, :, channel].astype(np.int16) for channel in range(3))
    is_red = red - np.maximum(green, blue) > _REDNESS
    ink = np.where(is_red, np.uint8(0), np.uint8(255))
    slips = islice((slip for band in _parts(ink) for slip in _parts(band.T)), _MOST)
    for words in read_words([_straight(slip, dots) for slip in slips], _BLOCK, seconds):
        for line in _lines(words):
            if len(line) <= _LONGEST and any(fold(word) == _WORD for word in line):
                yield _STAMP


def find_black_stamps(page: Grey, seconds: float) -> Iterator[str]:
    """Yield the stamps of secrecy at the head of a page that was cleaned of its lines."""
    head = page[: round(_HEAD * len(page))]
    for words in read_words([turn(head, lean) for lean in _LEANS], _SPARSE, seconds):
        for line in _lines(words):
            if " ".join(map(fold, line)) in _SECRETS and line[-1].isupper():
                yield _STAMP


def _lines(words: Sequence[Word]) -> Iterator[list[str]]:
    """Yield the words of each line, without what is no letter."""
    for _, line in groupby(words, key=lambda word: (word.line_top, word.line_bottom)):
        bare = (_NO_LETTER.sub("", word.text) for word in line)
        yield [text for text in bare if text]


def _parts(ink: Grey) -> Iterator[Grey]:
    """Cut at every wide gap between rows, and yield the parts with ink enough for a stamp."""
    rows = np.flatnonzero((ink == 0).any(axis=1))
    cuts = np.flatnonzero(np.diff(rows) > _APART) + 1
    for part in np.split(rows, cuts) if len(rows) else ():
        found = ink[part[0] : part[-1] + 1]
        if np.count_nonzero(found == 0) >= _FEWEST:
            yield found


def _straight(slip: Grey, dots: int) -> Grey:
    """Return a stamp, which came lying on its side, level and without its frame."""
    framed = soften(np.pad(slip.T, _MARGIN, constant_values=255), _GRAIN)
    level = turn(framed, find_lean(framed, _WIDEST_LEAN).degrees)
    return erase(level, find_strokes(level, dots))
