"""Photos made anew from their dots alone, so that nothing else in the file is kept.

EXIF with its place, XMP, IPTC, comments, thumbnails and texts beside the picture all go; so does
the colour profile. Beside the readers of scans, only this file knows Pillow.
"""

import contextlib
import io
import struct
import zlib

from PIL import Image, ImageOps

from knowledge.errors import UnreadableFile

LONGEST_SIDE = 2560  # dots; a house number is legible, and a letter prints well
_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_DOTS = 80_000_000  # of a JPEG, which is read coarsely at once
_MOST_PLAIN = 40_000_000  # of the others, which are unpacked whole, 4 bytes a dot
_QUALITY = 86
_SHRUNK_AS_THEY_ARE = ("RGB", "RGBA", "L", "CMYK")
_DAMAGE = (
    OSError, EOFError, SyntaxError, RuntimeError, AttributeError, LookupError, TypeError,
    ValueError, ArithmeticError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def clean_photo(data: bytes) -> bytes:
    """Return a photo as an upright JPEG of at most 2560 dots a side, without any other fact.

    Raises `UnreadableFile` (damaged, too_large).
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            return _write(_flatten(_turn_upright(_shrink(_load(picture)))))
    except _BOMBS as error:
        raise UnreadableFile("too_large") from error
    except _DAMAGE as error:
        raise UnreadableFile("damaged") from error


def shrink_photo(data: bytes, most: int) -> bytes:
    """Return a photo of ours as a JPEG of at most `most` bytes, with as many dots as fit.

    Raises `UnreadableFile` (damaged).
    """
    side, written = LONGEST_SIDE, data
    while len(written) > most:
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                picture.thumbnail((side, side), Image.Resampling.LANCZOS)
                written = _write(picture.convert("RGB"))
        except _DAMAGE as error:
            raise UnreadableFile("damaged") from error
        side = side * 3 // 4
    return written


def _load(picture: Image.Image) -> Image.Image:
    is_jpeg = picture.format in ("JPEG", "MPO")  # MPO: a phone's JPEG with a second picture
    if picture.width * picture.height > (_MOST_DOTS if is_jpeg else _MOST_PLAIN):
        raise Image.DecompressionBombError
    if is_jpeg:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture.load()
    return picture


def _turn_upright(picture: Image.Image) -> Image.Image:
    """Turn a photo as its camera says; what it says may be damaged without the photo being so."""
    with contextlib.suppress(*_DAMAGE):
        return ImageOps.exif_transpose(picture)
    return picture


def _shrink(picture: Image.Image) -> Image.Image:
    """Shrink before anything else: each further copy of all dots would take as much again."""
    if picture.mode not in _SHRUNK_AS_THEY_ARE:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return picture


def _flatten(picture: Image.Image) -> Image.Image:
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
    return picture.convert("RGB")


def _write(picture: Image.Image) -> bytes:
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)  # dots only: a copy would carry the file's other facts along
    written = io.BytesIO()
    bare.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()
