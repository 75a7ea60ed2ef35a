"""The words of a view, and whether they stand in the lists of knowledge/data/personal.toml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.personal.view import View, load_plain, load_words
from knowledge.text import has_marks

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `typed` in lower case as typed, `gap` what stands before it."""

    start: int
    end: int
    plain: str
    typed: str
    is_capital: bool
    gap: str


def read_words(view: View) -> list[Word]:
    """Return the words; in a text all in capitals none counts as capitalised."""
    words: list[Word] = []
    letters = [letter for letter in view.shown if letter.isalpha()]
    shouts = sum(map(str.isupper, letters)) > len(letters) * 0.6
    last = 0
    for found in _WORD.finditer(view.plain):
        shown = view.shown[slice(*found.span())]
        is_capital = shown[0].isupper() and not shouts and (len(shown) < 2 or not shown.isupper())
        gap = view.plain[last : found.start()]
        words.append(Word(*found.span(), found[0], shown.lower(), is_capital, gap))
        last = found.end()
    return words


def phrase_at(words: Sequence[Word], at: int, length: int) -> str:
    """Return some words as typed, "" where they do not stand together."""
    if at < 0 or at + length > len(words):
        return ""
    piece = words[at : at + length]
    return " ".join(w.typed for w in piece) if all(w.gap == " " for w in piece[1:]) else ""


def starts_with(words: Sequence[Word], at: int, name: str) -> bool:
    """Say whether the words from a place on begin with a phrase of a list."""
    return any(is_listed(phrase_at(words, at, length), name) for length in (1, 2, 3))


def is_in(word: Word, name: str) -> bool:
    """Say whether a word is in a list."""
    return is_listed(word.typed, name)


def is_listed(phrase: str, name: str) -> bool:
    """Say whether a phrase is in a list; one typed without marks is compared without."""
    return phrase in load_words(name) or (not has_marks(phrase) and phrase in load_plain(name))
