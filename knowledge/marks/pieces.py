"""Cut a text into syllables, codes and the breaks between sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.text import nfc, syllables


class Kind(StrEnum):
    """What a piece is."""

    WORD = "word"
    CODE = "code"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text and where it stands there."""

    kind: Kind
    text: str
    start: int


_END = r"(?=[.,;:!?)\]”\"]*(?:\s|$))"
_BREAK = r"[.;:!?|\t•]|\n[ \t]*\n"
_ADDRESS = r"[^\s(]+@[^\s)]+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)\b\S*"
_TYPED = re.compile(
    rf"(?P<code>{_ADDRESS}|[^\s(]*\d\S*?{_END})|(?P<word>[^\W\d_]+)|(?P<break>{_BREAK})"
)
# OCR puts digits and signs in words: "t6", "K&", "1¢", "THU'C".
_SCANNED = re.compile(
    rf"(?P<code>{_ADDRESS}|[^\s(]*\d/\S+?{_END}|\S*/[A-Z]+-\S+?{_END}"
    r"|\d+(?:[.,/%-]+\d*)*(?![\w&¢€£'’.]*(?:[^\W\d_]|[¢€£]))%?|\b[IVXl|1]{2,}\b)"
    rf"|(?P<word>(?:[^\W_]|[¢€£](?=\w))[\w&¢€£'’‘]*|[&¢€£])|(?P<break>{_BREAK})"
)


def cut_typed(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text that somebody typed; anything with a digit is a code."""
    return _cut(_TYPED, text)


def cut_scanned(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text that OCR read; a digit among letters belongs to the word."""
    return _cut(_SCANNED, text)


def spell(word: str) -> str:
    """Return the word in lower case with the one spelling that the model counts by."""
    return next(iter(syllables(word)), word.lower())


def dress(syllable: str, shown: str) -> str:
    """Return the syllable in the case of the word shown; capitals inside a word are misread."""
    letters = sum(letter.isalpha() for letter in shown)
    if shown.isupper() and (letters > 1 or len(syllable) == 1):
        return syllable.upper()
    return syllable[:1].upper() + syllable[1:] if shown[:1].isupper() else syllable


def _cut(pattern: re.Pattern[str], text: str) -> Iterator[Piece]:
    for found in pattern.finditer(nfc(text)):
        yield Piece(Kind(found.lastgroup or Kind.BREAK), found[0], found.start())
