"""Set a page straight: turned by a scanner, or seen from an angle by a telephone."""

from dataclasses import dataclass

import numpy as np

from knowledge.files.ocr.pictures import Grey, bend

_DARK = 150  # of 255
_WIDEST = 5.0  # degrees
_STEPS = ((0.3, 0.05), (0.05, 0.01))  # degrees: how far to look around the best, how finely
_MOST_POINTS = 200_000
_CLEAR_LEVEL, _CLEAR_UPRIGHT = 1.3, 1.12  # lines of text reach 1.7, drawn uprights 1.19; text 1.07


@dataclass(frozen=True, slots=True)
class Lean:
    """How lines lean, in degrees, where on the page, and how clearly: 1 is not at all."""

    degrees: float
    at: float
    clearness: float


def find_lean(picture: Grey, widest: float = _WIDEST) -> Lean:
    """Return how the lines of a page lean; turning it so far counter-clockwise sets them level.

    The sum of squares of the dark dots in each row is greatest when lines of text are level.
    """
    ys, xs = np.nonzero(picture[::2, ::2] < _DARK)
    if not len(xs):
        return Lean(0.0, len(picture) / 2, 1.0)
    pick = slice(None, None, len(xs) // _MOST_POINTS + 1)
    ys, xs = ys[pick], xs[pick]

    def concentration(degrees: float) -> float:
        rows = np.round(ys - xs * np.tan(np.radians(degrees))).astype(np.int64)
        counts = np.bincount(rows - rows.min()).astype(np.float64)
        return float((counts**2).sum())

    coarse = np.arange(-widest, widest + 0.1, 0.25)
    scores = [concentration(degrees) for degrees in coarse]
    best = float(coarse[int(np.argmax(scores))])
    for span, step in _STEPS:
        best = float(max(np.arange(best - span, best + span + step / 2, step), key=concentration))
    return Lean(best, 2 * float(ys.mean()), max(scores) / float(np.median(scores)))


def straighten(picture: Grey) -> Grey:
    """Return a page with its lines level and its uprights upright.

    Each half is measured by itself: from an angle, the lines of a page run towards each other.
    """
    height, width = picture.shape
    level = _slopes(picture, _CLEAR_LEVEL) or (0.0, 0.0)
    middle = sum(level) / 2
    upright = _slopes(picture.T, _CLEAR_UPRIGHT) or (-middle, -middle)
    lines = [(level[0], 0.0), (level[1], float(height))]
    posts = [(upright[0], 0.0), (upright[1], float(width))]
    corners = [_cross(line, post, width, height) for post in posts for line in lines]
    return bend(picture, (corners[0], corners[1], corners[3], corners[2]))


def _slopes(picture: Grey, clear: float) -> tuple[float, float] | None:
    """Return the slopes of the lines at the first and last row, None where none are clear."""
    height = len(picture)
    first, second = find_lean(picture[: height // 2]), find_lean(picture[height // 2 :])
    clearer = max(first, second, key=lambda lean: lean.clearness)
    if clearer.clearness < clear:
        return None
    one, two = (
        float(np.tan(np.radians(lean.degrees if lean.clearness >= clear else clearer.degrees)))
        for lean in (first, second)
    )
    rise = (two - one) / (second.at + height // 2 - first.at)
    return one - rise * first.at, one + rise * (height - first.at)


def _cross(
    line: tuple[float, float], post: tuple[float, float], width: int, height: int
) -> tuple[float, float]:
    """Return where a line y = at + slope (x - width / 2) meets a post x = at + slope (y - …)."""
    (rise, y), (run, x) = line, post
    across = (x + run * (y - rise * width / 2 - height / 2)) / (1 - rise * run)
    return across, y + rise * (across - width / 2)
