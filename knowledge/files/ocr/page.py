"""Read one page that is a picture: its drawn lines, and the words inside and outside its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.files.ocr.drawn import Stroke, despeckle, erase, find_strokes
from knowledge.files.ocr.pictures import Colour, Grey, even_light, sharpen, soften, to_grey
from knowledge.files.ocr.roman import mend_roman
from knowledge.files.ocr.stamps import find_black_stamps, find_red_stamps
from knowledge.files.ocr.straight import straighten
from knowledge.files.ocr.tesseract import Word, find_turn, read_words
from knowledge.files.pdf.grids import Grid, find_grids
from knowledge.files.pdf.shapes import Glyph, Page, Rule

DOTS = 200  # an inch at most; enlarged or finer letters are read worse (0012-ocr.md)
_GRAIN = 0.5  # dots
_INSET = 3  # dots that a cell's picture leaves free of its lines
_MARGIN = 12  # white dots around a cell's picture, which Tesseract needs
_INK = 150  # of 255
_FEWEST = 15  # dots of ink that may be a letter
_SMALL = (0.22, 0.65)  # inches: height and width of a number alone in its cell
_PAGE, _BLOCK = 3, 6  # how Tesseract looks at a page and at a cell
_DASHES = frozenset("~–—¬_=")  # what a dash before an item is read as
_LONG = 3  # letters of a word that is wider than high
_POOR = 0.6  # mean confidence; upright pages have above 0.85, turned ones below 0.5


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of the page that is read by itself, and where it stands."""

    picture: Grey
    left: int
    top: int


def read_page(number: int, picture: Colour, dots: int, seconds: float) -> Page:
    """Read a page of so many dots an inch; each of its readings may take so many seconds.

    Raises `UnreadableFile` (too_slow).
    """
    page = _Reading(number, picture, dots, seconds).read()
    if _sureness(page) >= _POOR:
        return page
    degrees = find_turn(to_grey(picture), seconds)
    upright = np.rot90(picture, -degrees // 90)
    return _Reading(number, upright, dots, seconds).read() if degrees else page


@dataclass(frozen=True, slots=True)
class _Reading:
    """One look at a page as it lies."""

    number: int
    picture: Colour
    dots: int
    seconds: float

    def read(self) -> Page:
        """Return the page with its lines, its words and its stamps."""
        level = straighten(soften(even_light(to_grey(self.picture)), _GRAIN))
        strokes = find_strokes(level, self.dots)
        rules = tuple(self._rule(stroke) for stroke in strokes)
        clean = sharpen(despeckle(erase(level, strokes)))
        outside, *cells = self._cuts(clean, find_grids(rules))
        glyphs = (*self._glyphs([outside], _PAGE), *self._glyphs(cells, _BLOCK))
        height, width = (self._points(length) for length in level.shape)
        return Page(self.number, width, height, glyphs, rules, stamps=self._stamps(clean))

    def _stamps(self, clean: Grey) -> tuple[str, ...]:
        red = tuple(find_red_stamps(self.picture, self.dots, self.seconds))
        return red or tuple(find_black_stamps(clean, self.seconds) if self.number == 1 else ())

    def _cuts(self, clean: Grey, grids: Sequence[Grid]) -> Iterator[_Cut]:
        """Yield the page without its tables, then each of their cells that has ink."""
        outside = clean.copy()
        for grid in grids:
            across = slice(self._dots(grid.xs[0]) - _INSET, self._dots(grid.xs[-1]) + _INSET)
            down = slice(self._dots(grid.ys[0]) - _INSET, self._dots(grid.ys[-1]) + _INSET)
            outside[down, across] = 255
        yield _Cut(outside, 0, 0)
        for cell in (cell for grid in grids for cell in grid.cells):
            left, top = self._dots(cell.left) + _INSET, self._dots(cell.top) + _INSET
            right, bottom = self._dots(cell.right) - _INSET, self._dots(cell.bottom) - _INSET
            yield from self._trimmed(_Cut(clean[top:bottom, left:right], left, top))

    def _trimmed(self, cut: _Cut) -> Iterator[_Cut]:
        """Yield a cell that has ink, with a margin; a number alone is cut close.

        So 8 of 49 numbers more were read right; longer texts cut close are read worse.
        """
        ys, xs = np.nonzero(cut.picture < _INK)
        if len(ys) < _FEWEST:
            return
        top, left, picture = cut.top, cut.left, cut.picture
        if np.ptp(ys) < _SMALL[0] * self.dots and np.ptp(xs) < _SMALL[1] * self.dots:
            picture = picture[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
            top, left = top + int(ys.min()), left + int(xs.min())
        yield _Cut(np.pad(picture, _MARGIN, constant_values=255), left - _MARGIN, top - _MARGIN)

    def _glyphs(self, cuts: Sequence[_Cut], mode: int) -> Iterator[Glyph]:
        """Yield the words of the cuts with a space after each."""
        read = read_words([cut.picture for cut in cuts], mode, self.seconds)
        for cut, words in zip(cuts, read, strict=True):
            for before, word in zip([None, *words], words, strict=False):
                text = _mended(word, before.text if before else "", cut.picture)
                yield self._glyph(text, word, cut, word.left)
                yield self._glyph(" ", word, cut, word.right)

    def _glyph(self, text: str, word: Word, cut: _Cut, left: int) -> Glyph:
        return Glyph(
            text,
            self._points(left + cut.left),
            self._points(word.right + cut.left),
            self._points(word.line_top + cut.top),
            self._points(word.line_bottom + cut.top),
            word.confidence,
        )

    def _rule(self, stroke: Stroke) -> Rule:
        at, start, end = map(self._points, (stroke.at, stroke.start, stroke.end))
        return Rule(stroke.is_level, at, start, end)

    def _points(self, dots: int) -> float:
        return dots * 72 / self.dots

    def _dots(self, points: float) -> int:
        return round(points * self.dots / 72)


def _mended(word: Word, before: str, picture: Grey) -> str:
    return "-" if word.text in _DASHES else mend_roman(word, before, picture)


def _sureness(page: Page) -> float:
    """Return the mean confidence of a page's words: 1 without words, 0 where they lie sideways."""
    words = [glyph for glyph in page.glyphs if len(glyph.text) >= _LONG]
    sideways = sum(glyph.bottom - glyph.top > glyph.right - glyph.left for glyph in words)
    if sideways * 2 > len(words):
        return 0.0
    return sum(glyph.confidence or 0.0 for glyph in words) / len(words) if words else 1.0
