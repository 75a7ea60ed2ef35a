"""Open pictures, turn them, write them. Only this file knows Pillow.

A colour picture is height x width x RGB, a grey one height x width, both of bytes.
"""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter, ImageOps

from knowledge.errors import UnreadableFile
from knowledge.files.guards import DAMAGE, refuse_more

Grey = npt.NDArray[np.uint8]
Colour = npt.NDArray[np.uint8]
Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]

_KINDS = ("PNG", "JPEG", "TIFF", "WEBP")
_MOST_DOTS = 80_000_000  # of one picture; A3 at 600 an inch has 70 million
_A4 = 11.7  # inches, the longer side
_BELIEVABLE = (7.0, 24.0)  # inches that a paper's longer side may have
_WHITE = 255
_RANGE = 60, 210  # what is darker is ink, what is lighter paper
_COARSE = 8  # dots of the picture to one of the map of its light


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", category=UserWarning, module="PIL")  # of bad tags
            with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableFile("too_large") from error
    except (*DAMAGE, struct.error, MemoryError) as error:
        raise UnreadableFile("damaged") from error


def count_frames(data: bytes) -> int:
    """Return how many pages a picture file has; raises `UnreadableFile` (damaged, too_large)."""
    with _opened(data) as picture:
        return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1


def load_frame(data: bytes, number: int, dots: int) -> tuple[Colour, int]:
    """Return a page of a picture file, from 1, upright as its camera says, and its dots an inch.

    A finer picture is made as coarse as `dots`. Raises `UnreadableFile` (damaged, too_large).
    """
    with _opened(data) as picture:
        picture.seek(number - 1)
        refuse_more(_MOST_DOTS, dots=picture.width * picture.height)
        inches = _inches(picture)
        upright = _on_white(ImageOps.exif_transpose(picture))
        fine = min(dots, max(1, round(max(upright.size) / inches)))
        scale = fine * inches / max(upright.size)
        if scale < 1:
            width, height = (max(1, round(length * scale)) for length in upright.size)
            upright = upright.resize((width, height), Image.Resampling.LANCZOS)
        return np.asarray(upright), fine


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


def _inches(picture: Image.Image) -> float:
    """Return the length of the paper's longer side; A4 where a camera cannot know."""
    inches = max(picture.size) / max(1.0, float(picture.info.get("dpi", (0, 0))[0]))
    return inches if _BELIEVABLE[0] < inches < _BELIEVABLE[1] else _A4


def save(picture: Grey, path: Path) -> None:
    """Write a grey picture as PGM, which needs no packing."""
    Image.fromarray(picture).save(path, "PPM")


def to_grey(picture: Colour) -> Grey:
    """Return a colour picture in grey."""
    return np.asarray(Image.fromarray(picture).convert("L"))


def turn(picture: Grey, degrees: float) -> Grey:
    """Turn a grey picture counter-clockwise, its size kept, white where nothing was."""
    turned = Image.fromarray(picture).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=_WHITE)
    return np.asarray(turned)


def bend(picture: Grey, corners: Corners) -> Grey:
    """Return the part of a grey picture between four corners as a rectangle of the same size.

    The corners are x, y from the upper left: upper left, lower left, lower right, upper right.
    """
    image = Image.fromarray(picture)
    flat = [place for corner in corners for place in corner]
    quad, fine = Image.Transform.QUAD, Image.Resampling.BICUBIC
    return np.asarray(image.transform(image.size, quad, flat, fine, fillcolor=_WHITE))


def soften(picture: Grey, dots: float) -> Grey:
    """Blur a grey picture a little, against the grain of a scanner."""
    return np.asarray(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(dots)))


def sharpen(picture: Grey) -> Grey:
    """Return the picture with near white made white and near black made black."""
    black, white = _RANGE
    stretched = (picture.astype(np.float32) - black) / (white - black) * _WHITE
    return stretched.clip(0, _WHITE).astype(np.uint8)


def even_light(picture: Grey) -> Grey:
    """Return the picture with its paper white: shadows and a lamp's fall-off divided out."""
    height, width = picture.shape
    coarse = width // _COARSE + 1, height // _COARSE + 1
    small = Image.fromarray(picture).resize(coarse, Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(8))
    spread = np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR), np.float32)
    return (picture / np.maximum(spread, 1) * _WHITE).clip(0, _WHITE).astype(np.uint8)
