"""What stands on a page: glyphs and rules. All lengths in points, y downwards from the top."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, a space, or a word that OCR read, with its box."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    confidence: float | None = None  # of OCR, 0 to 1

    @property
    def middle(self) -> tuple[float, float]:
        """Return the centre of the box: x, y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: level at a y from x to x, or upright at an x from y to y."""

    is_level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is seen, numbered from 1; `is_scan` when a picture fills most of it.

    `stamps` are stamps of secrecy that OCR saw outside the running text.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    is_scan: bool = False
    stamps: tuple[str, ...] = ()
