"""Tell which old encoding bytes are in, or refuse: a wrong guess would store wrong names."""

import re

from knowledge.errors import UnreadableFile
from knowledge.files.legacy.encodings import ENCODINGS
from knowledge.files.legacy.syllables import is_syllable

_LEAST_WORDS = 12  # different ones with a letter beyond ASCII; fewer prove nothing
_SURE = 0.9  # share of them that must be syllables
_AHEAD = 0.15  # by which the next best encoding must have fewer
_SAMPLE = 100_000  # bytes
_ABBREVIATION = re.compile(r"[BCDĐGHKLMNPQRSTVX]+$")  # HĐND, NĐ
_APART = re.compile(r"[\s!-@\[-`{-~“”‘’–—…•«»\xa0]+")


def decode_legacy(data: bytes) -> str:
    """Decode bytes of an old encoding; raise `UnreadableFile` (legacy_encoding) in any doubt."""
    encoding = find_encoding(data)
    if encoding is None:
        raise UnreadableFile("legacy_encoding")
    return ENCODINGS[encoding](data)


def find_encoding(data: bytes) -> str | None:
    """Return the one old encoding in which the bytes are Vietnamese, or None."""
    sample = data[:_SAMPLE]
    shares = {name: _share(decode(sample)) for name, decode in ENCODINGS.items()}
    best, next_best = sorted(shares, key=lambda name: -shares[name])[:2]
    is_sure = shares[best] >= _SURE and shares[best] - shares[next_best] >= _AHEAD
    return best if is_sure else None


def _share(text: str) -> float:
    """Return the share of syllables among the words with marks, 0 where there are too few."""
    words = {word for word in _APART.split(text) if not word.isascii()}
    words = {word for word in words if not _ABBREVIATION.match(word)}
    return sum(map(is_syllable, words)) / len(words) if len(words) >= _LEAST_WORDS else 0.0
