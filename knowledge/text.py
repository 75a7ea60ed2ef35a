"""Vietnamese text as strings: forms, marks, syllables."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\x00\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SYLLABLE = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # the common ones; the rest one by one
_SYLLABLE_LENGTH = 8  # letters; the longest is "nghiêng"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The two spellings of a tone on an open oa, oe, uy: hoá and hóa, thuỷ and thủy (but quý).
_NEW_TONE = re.compile(rf"(?:(o)([ae])|(?<!q)(u)(y))([{_TONES}])$")
_QUY = re.compile(rf"^qu([{_TONES}])y$")


def nfc(text: str) -> str:
    """Return the text with composed letters."""
    return unicodedata.normalize("NFC", text)


def strip_invisible(text: str) -> str:
    """Remove NUL, soft hyphens, zero-width and direction characters."""
    return _INVISIBLE.sub("", text)


def squeeze(text: str) -> str:
    """Join the text into one line with single spaces."""
    return " ".join(text.split())


def clean(text: str) -> str:
    """Return the text composed, visible and on one line."""
    return squeeze(strip_invisible(nfc(text)))


def tidy(text: str) -> str:
    """Return the text composed and visible, its lines kept."""
    lines = strip_invisible(nfc(text)).splitlines()
    return "\n".join(squeeze(line) for line in lines).strip()


def strip_marks(text: str) -> str:
    """Remove tones and marks and turn đ into d, keeping the case."""
    if text.isascii():
        return text
    return _strip_short(text) if len(text) <= _SYLLABLE_LENGTH else _strip(text)


@lru_cache(maxsize=20_000)
def _strip_short(text: str) -> str:
    """Strip a syllable once: redaction asks for the same ones hundreds of times a text."""
    return _strip(text)


def _strip(text: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d").replace("Đ", "D")
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def fold(text: str) -> str:
    """Return the text in lower case without marks, for comparison."""
    return strip_marks(text).lower()


def syllables(text: str) -> list[str]:
    """Split into lower-case syllables and numbers, one spelling for each placing of a tone."""
    return [_with_old_tone(piece) for piece in _SYLLABLE.findall(nfc(text).lower())]


def has_marks(text: str) -> bool:
    """Say whether any letter carries a Vietnamese mark."""
    return strip_marks(text) != nfc(text)


def marked_share(text: str) -> float:
    """Return the share of the text's lettered syllables that carry a mark, 0 to 1."""
    words = [word for word in syllables(text) if word.isalpha()]
    return sum(map(has_marks, words)) / len(words) if words else 0.0


@lru_cache(maxsize=20_000)
def _with_old_tone(syllable: str) -> str:
    if syllable.isascii():
        return syllable
    letters = unicodedata.normalize("NFD", syllable)
    moved = _NEW_TONE.sub(r"\1\3\5\2\4", _QUY.sub(r"quy\1", letters))
    return nfc(moved)
