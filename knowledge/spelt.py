"""Patterns written with marks, searched in text however it is typed.

A word without marks stands for the word of the pattern; one with other marks is another word, but
for the two tones that half the country does not tell apart (hỏi and ngã).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.abbreviations import expand_chat
from knowledge.questions.cleaning import clean_message
from knowledge.text import fold, has_marks, marked_share, nfc, strip_marks, syllables

_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"(\\[a-zA-Z])|[^\W\d_]+")  # of a pattern: an escape or a word
_NAME = re.compile(r"\{([a-z_]+)\}")
_WELL_MARKED = 0.5  # share of marked syllables above which a word is typed as it is meant
_HOOK, _TILDE = "\u0309", "\u0303"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text ready to be searched: `typed` in lower case, `folded` letter by letter the same."""

    typed: str
    folded: str
    is_marked: bool
    is_well_marked: bool


@dataclass(frozen=True, slots=True)
class Spelt:
    """A pattern for text without any marks, and one for text with marks that allows for slips."""

    plain: re.Pattern[str]
    marked: re.Pattern[str]
    spellings: frozenset[str]  # the words of the pattern that carry marks
    bare: frozenset[str]  # the same without, where that is no word of the pattern

    def find(self, reading: Reading) -> str | None:
        """Find the first words that the pattern means, as typed."""
        found = self.match(reading)
        return reading.typed[slice(*found)] if found else None

    def match(self, reading: Reading) -> tuple[int, int] | None:
        """Find where the first words stand that the pattern means."""
        return next(self.match_all(reading), None)

    def match_all(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield where the words stand that the pattern means."""
        if not reading.is_marked:
            yield from (found.span() for found in self.plain.finditer(reading.folded))
            return
        for found in self.marked.finditer(reading.typed):
            if not reading.is_well_marked or self._is_meant(found[0]):
                yield found.span()

    def _is_meant(self, words: str) -> bool:
        """Say whether each word that lacks its marks stands beside one that has them."""
        typed = words.split()
        return all(
            self.spellings.intersection((*typed[max(at - 1, 0) : at], *typed[at + 1 : at + 2]))
            for at, word in enumerate(typed)
            if word in self.bare
        )


def read(text: str) -> Reading:
    """Make a message ready to be searched, its short forms written out."""
    return read_typed(expand_chat(clean_message(text)))


@lru_cache(maxsize=8)  # a text is asked for one pattern after another
def read_typed(text: str) -> Reading:
    """Make a text ready to be searched as it is typed, letter for letter."""
    typed = _WORD.sub(lambda found: syllables(found[0])[0], _lower(nfc(text)))
    share = marked_share(typed)
    return Reading(typed, strip_marks(typed), share > 0, share >= _WELL_MARKED)


def _lower(text: str) -> str:
    """Return the text in lower case and of the same length."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@cache
def _compile(pattern: str) -> Spelt:
    marked = _PIECE.sub(lambda found: found[0] if found[1] else _allow(found[0]), pattern)
    words = {w for found in _PIECE.finditer(pattern) if not found[1] for w in _spellings(found[0])}
    spellings = frozenset(filter(has_marks, words))
    bare = frozenset(map(fold, spellings)) - words
    return Spelt(re.compile(strip_marks(pattern)), re.compile(marked), spellings, bare)


def _allow(word: str) -> str:
    """Give the pattern of a word as it may be typed."""
    allowed = dict.fromkeys((*_spellings(word), fold(word)))
    return next(iter(allowed)) if len(allowed) == 1 else f"(?:{'|'.join(allowed)})"


def _spellings(word: str) -> tuple[str, ...]:
    return tuple(syllables(each)[0] for each in (word, _swap_tone(word)))


def spell(pattern: str, words: Mapping[str, str] | None = None) -> Spelt:
    """Compile a pattern with marks, in which {name} stands for other words."""
    for _ in range(2):  # a list may name another one
        pattern = _NAME.sub(lambda found: (words or {})[found[1]], pattern)
    return _compile(pattern)


def _swap_tone(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    swapped = letters.translate({ord(_HOOK): _TILDE, ord(_TILDE): _HOOK})
    return nfc(swapped)
