"""A text as it is searched for personal data: plain letters that know where they stood."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Self

from knowledge.own_data import load_data
from knowledge.text import fold, strip_marks

Span = tuple[int, int]
_HIDDEN = re.compile(r"\[[^\[\]\n]{1,30}\]")
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
    def of(cls, text: str) -> Self:
        """View a text; what stands in brackets is closed to every rule."""
        closed = {at for found in _HIDDEN.finditer(text) for at in range(*found.span())}
        shown, plain, origins = [], [], []
        for at, letter in enumerate(text):
            if (
                at not in closed
                and unicodedata.category(letter)[0] in "MC"
                and letter not in "\n\t"
            ):
                continue
            shown.append(letter)
            plain.append(_BLOCK if at in closed else _plain(letter))
            origins.append(at)
        return cls("".join(shown), "".join(plain), origins, len(text))

    def locate(self, start: int, end: int) -> Span:
        """Give the place in the text of a slice of the view."""
        last = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], last


def _plain(letter: str) -> str:
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    return (strip_marks(letter).lower() or letter)[:1]


@cache
def load_words(name: str) -> frozenset[str]:
    """Return a list of knowledge/data/personal.toml, as written."""
    return frozenset(_data()[name])


@cache
def load_plain(name: str) -> frozenset[str]:
    """Return a list of knowledge/data/personal.toml without marks."""
    return frozenset(map(fold, load_words(name)))


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of folded words, the longest first."""
    return "|".join(
        re.escape(word) for word in sorted(set(map(fold, words)), key=len, reverse=True)
    )


def _data() -> Mapping[str, Any]:
    return load_data("personal")
