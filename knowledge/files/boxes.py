"""Blank what a phone writes about itself and its place into MP4, MOV, 3GP and M4A.

ISO 14496-12: a file is boxes of size, type and content. A phone puts the place into `udta`
(©xyz, loci) or `meta` (Apple's keys) of `moov` or of a track, others into a `uuid` beside it (XMP).
A box is blanked in place, as `free` and zeros: what stands elsewhere in the file stays where it is.
A track of places that some action cameras add is left.
"""

from collections.abc import Iterator

_HOLDERS = (b"moov", b"trak")
_TOLD = (b"udta", b"meta", b"uuid")
_HEAD = 8
_DEEPEST = 4


def blank_told(data: bytes) -> bytes:
    """Return a film or sound without what its maker wrote beside it; the same length."""
    blanked = bytearray(data)
    for start, end, head in _find_told(data, 0, len(data), depth=0):
        blanked[start + 4 : start + _HEAD] = b"free"
        blanked[start + head : end] = bytes(end - start - head)
    return bytes(blanked)


def _find_told(data: bytes, at: int, until: int, *, depth: int) -> Iterator[tuple[int, int, int]]:
    """Give start, end and length of the head of each box to blank."""
    while at + _HEAD <= until:
        size, kind, head = int.from_bytes(data[at : at + 4]), data[at + 4 : at + _HEAD], _HEAD
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16]), 16
        end = until if size == 0 else at + size
        if end < at + head or end > until:
            return  # damaged, or cut off
        if kind in _TOLD:
            yield at, end, head
        elif kind in _HOLDERS and depth < _DEEPEST:
            yield from _find_told(data, at + head, end, depth=depth + 1)
        at = end
