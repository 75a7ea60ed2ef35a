"""A text as it is searched for personal data: plain letters that know where they stood."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Self

from knowledge.own_data import load_data
from knowledge.text import fold, strip_marks

Span = tuple[int, int]
_MOST_WORDS = 3  # of a phrase of a list
_BLOCK = "▮"  # in place of what is hidden already: no word, no space, no digit


class PersonalKind(StrEnum):
    """What personal data is."""

    PHONE = "phone"
    PAPER = "paper"
    ACCOUNT = "account"
    EMAIL = "email"
    LINK = "link"
    NAME = "name"
    ADDRESS = "address"
    PLATE = "plate"
    BIRTH = "birth"
    KNOWN = "known"


Found = tuple[int, int, PersonalKind]  # a slice of a view and what stands in it


@dataclass(frozen=True, slots=True)
class View:
    """A text letter by letter: `shown` as typed, `plain` in lower case without marks.

    Marks of their own and invisible characters are left out; `origins` are the places in the text.
    """

    shown: str
    plain: str
    origins: Sequence[int]
    length: int

    @classmethod
    def of(cls, text: str, hidden: Sequence[str] = ()) -> Self:
        """View a text; `hidden` are the words that replaced something, closed to every rule."""
        brackets = re.finditer("|".join(map(re.escape, hidden)) or r"(?!)", text)
        closed = {at for found in brackets for at in range(*found.span())}
        shown, plain, origins = [], [], []
        for at, letter in enumerate(text):
            letters = _BLOCK if at in closed else _plain(letter)
            if not letters:
                continue
            shown.append(letter)
            plain.append(letters)
            origins.append(at)
        return cls("".join(shown), "".join(plain), origins, len(text))

    def locate(self, start: int, end: int) -> Span:
        """Give the place in the text of a slice of the view."""
        last = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], last


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """Return a letter in lower case without marks, "" for a mark and what cannot be seen."""
    if unicodedata.category(letter)[0] in "MC" and letter not in "\n\t":
        return ""
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    return (strip_marks(letter).lower() or letter)[:1]


@cache
def load_words(name: str) -> frozenset[str]:
    """Return a list of personal.toml or names.toml, as written."""
    words = " ".join(_data()[name].split())
    return frozenset(words.split(", ") if "," in words else words.split())


@cache
def load_plain(name: str) -> frozenset[str]:
    """Return a list of personal.toml or names.toml without marks."""
    return frozenset(map(fold, load_words(name)))


@cache
def load_heads(name: str) -> Mapping[str, Sequence[int]]:
    """Return the lengths, longest first, of a list's phrases by first word, marks or not."""
    return _count_lengths(name, 0)


@cache
def load_tails(name: str) -> Mapping[str, Sequence[int]]:
    """Return the lengths, longest first, of a list's phrases by last word, marks or not."""
    return _count_lengths(name, -1)


def _count_lengths(name: str, place: int) -> Mapping[str, Sequence[int]]:
    lengths: dict[str, set[int]] = {}
    for phrase in load_words(name) | load_plain(name):
        words = phrase.split()
        if len(words) <= _MOST_WORDS:
            lengths.setdefault(words[place], set()).add(len(words))
    return {word: sorted(each, reverse=True) for word, each in lengths.items()}


@cache
def load_pairs() -> frozenset[tuple[str, str]]:
    """Return the ordinary words of two syllables of which the first could be a name."""
    rows = (row.split(":") for row in _data()["compounds"].strip().splitlines())
    return frozenset((first, second) for first, rest in rows for second in rest.split())


@cache
def load_plain_pairs() -> frozenset[tuple[str, str]]:
    """Return the ordinary words of two syllables without marks."""
    return frozenset((fold(first), fold(second)) for first, second in load_pairs())


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of folded words, the longest first."""
    return "|".join(
        re.escape(word) for word in sorted(set(map(fold, words)), key=len, reverse=True)
    )


@cache
def _data() -> Mapping[str, str]:
    return {**load_data("personal"), **load_data("names"), **load_data("doubtful")}
