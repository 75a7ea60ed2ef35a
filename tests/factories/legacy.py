"""Text as the programs of before Unicode stored it."""

from functools import cache

from knowledge.files.legacy.encodings import ENCODINGS
from knowledge.text import nfc


def encode(text: str, encoding: str) -> bytes:
    """Return the text's bytes; KeyError for a letter that the encoding does not have."""
    known = _bytes_of(encoding)
    return b"".join(known[letter] for letter in nfc(text))


def show(text: str, encoding: str) -> str:
    """Return what a program that knows nothing of the encoding shows: "KÕ ho¹ch"."""
    return encode(text, encoding).decode("cp1252")


@cache
def _bytes_of(encoding: str) -> dict[str, bytes]:
    """Return the bytes of each letter, found by decoding every byte and pair of bytes."""
    decode = ENCODINGS[encoding]
    singles = [bytes([byte]) for byte in range(256)]
    pairs = [letter + mark for letter in singles for mark in singles[0x80:]]
    found: dict[str, bytes] = {}
    for data in (*pairs, *singles):
        letter = decode(data)
        if len(letter) == 1:
            found.setdefault(letter, data)
    return found
