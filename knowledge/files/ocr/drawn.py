"""Find the lines drawn on a page: long runs of dark dots."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.files.ocr.pictures import Grey

Mask = npt.NDArray[np.bool_]

_DARK = 180  # of 255; a hair line scanned at 100 dots an inch is no darker
_GAP = 0.01  # inches; noise breaks a line for less
_LEAST_LEVEL = 0.5  # inches; the serifs of a bold word run on for 0.4
_LEAST_UPRIGHT = 0.2  # inches; a letter of 16 points is 0.16 high
_FEWEST_TOGETHER = 3  # dark dots in three by three; a full stop has nine
_EDGE = 1  # dots beside a line that its blur greys


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight run of dark dots: in row `at` from `start` to `end`, or in a column."""

    is_level: bool
    at: int
    start: int
    end: int


def find_strokes(picture: Grey, dots: int) -> list[Stroke]:
    """Return the level and upright runs of a straight page; `dots` an inch."""
    dark = picture < _DARK
    level = _runs(dark, round(_LEAST_LEVEL * dots), round(_GAP * dots))
    upright = _runs(dark.T, round(_LEAST_UPRIGHT * dots), round(_GAP * dots))
    return [Stroke(True, *run) for run in level] + [Stroke(False, *run) for run in upright]


def _runs(dark: Mask, least: int, gap: int) -> list[tuple[int, int, int]]:
    """Return row, start and end of the runs at least so long, gaps bridged."""
    height, width = dark.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = dark
    steps = np.diff(padded, axis=1).ravel()
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    rows = starts // (width + 1)
    apart = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > gap)
    firsts = np.concatenate([starts[:1], starts[1:][apart]])
    lasts = np.concatenate([ends[:-1][apart], ends[-1:]])
    is_long = lasts - firsts >= least
    firsts, lasts = firsts[is_long], lasts[is_long]
    found = np.stack([firsts // (width + 1), firsts % (width + 1), lasts % (width + 1)], axis=1)
    return [(int(row), int(start), int(end)) for row, start, end in found]


def despeckle(picture: Grey) -> Grey:
    """Return the picture without dark dots that stand alone or in twos."""
    dark = np.pad(picture < _DARK, 1).astype(np.uint8)
    tall = dark[:-2] + dark[1:-1] + dark[2:]
    around = tall[:, :-2] + tall[:, 1:-1] + tall[:, 2:]
    return np.where((around < _FEWEST_TOGETHER) & (picture < _DARK), np.uint8(255), picture)


def erase(picture: Grey, strokes: Sequence[Stroke]) -> Grey:
    """Return the picture with the strokes painted white."""
    clean = picture.copy()
    for stroke in strokes:
        across = slice(max(stroke.at - _EDGE, 0), stroke.at + _EDGE + 1)
        along = slice(stroke.start, stroke.end)
        clean[(across, along) if stroke.is_level else (along, across)] = 255
    return clean
