"""The words of a view, and whether they stand in the lists of personal.toml and names.toml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.personal.view import (
    View,
    load_heads,
    load_pairs,
    load_plain,
    load_plain_pairs,
    load_tails,
    load_words,
)

_WORD = re.compile(r"(?<!\w)d[/.]c(?!\w)|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_MOST_UPPER = 0.6  # share of capital letters from which capitals tell nothing
_LEAST_MARKED = 0.2  # share of marked words below which a line counts as typed without marks


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `typed` in lower case as typed, `gap` what stands before it.

    `is_bare`: in a line typed without marks. `is_capital` says nothing in a line of capitals.
    """

    start: int
    end: int
    plain: str
    typed: str
    is_capital: bool
    is_upper: bool
    is_bare: bool
    gap: str


def read_words(view: View) -> list[Word]:
    """Return the words of every line."""
    words: list[Word] = []
    start = 0
    for line in view.plain.split("\n"):
        words += _read_line(view, start, start + len(line), words[-1].end if words else 0)
        start += len(line) + 1
    return words


def _read_line(view: View, start: int, end: int, last: int) -> Iterator[Word]:
    shown = view.shown[start:end]
    letters = sum(map(str.isalpha, shown))
    shouts = sum(map(str.isupper, shown)) > letters * _MOST_UPPER
    pieces = list(_WORD.finditer(view.plain, start, end))
    typed = [view.shown[slice(*piece.span())].lower() for piece in pieces]
    marked = sum(one != piece[0] for one, piece in zip(typed, pieces, strict=True))
    is_bare = marked < len(pieces) * _LEAST_MARKED
    for one, piece in zip(typed, pieces, strict=True):
        letters_shown = view.shown[slice(*piece.span())]
        is_upper = len(one) > 1 and letters_shown.isupper() and not shouts
        is_all_upper = letters_shown.isupper() and (shouts or len(one) > 1)
        is_capital = letters_shown[0].isupper() and not is_all_upper
        gap = view.plain[last : piece.start()]
        yield Word(*piece.span(), piece[0], one, is_capital, is_upper, is_bare, gap)
        last = piece.end()


def phrase_at(words: Sequence[Word], at: int, length: int) -> str:
    """Return some words as typed, "" where they do not stand together."""
    if at < 0 or at + length > len(words):
        return ""
    if length == 1:
        return words[at].typed
    piece = words[at : at + length]
    return " ".join(w.typed for w in piece) if all(w.gap == " " for w in piece[1:]) else ""


def is_listed(words: Sequence[Word], at: int, length: int, name: str) -> bool:
    """Say whether words are a phrase of a list; a bare line is compared without marks."""
    phrase = phrase_at(words, at, length)
    if not phrase:
        return False
    return phrase in load_words(name) or (words[at].is_bare and phrase in load_plain(name))


def count_listed(words: Sequence[Word], at: int, name: str) -> int:
    """Return how many words from a place on are a phrase of a list, at most 3."""
    if at >= len(words):
        return 0
    lengths = load_heads(name).get(words[at].typed, ())
    return next((n for n in lengths if is_listed(words, at, n, name)), 0)


def ends_with(words: Sequence[Word], at: int, name: str) -> bool:
    """Say whether the words just before a place are a phrase of a list."""
    if at < 1:
        return False
    lengths = load_tails(name).get(words[at - 1].typed, ())
    return any(is_listed(words, at - length, length, name) for length in lengths)


def is_in(word: Word, name: str) -> bool:
    """Say whether a word is in a list."""
    return word.typed in load_words(name) or (word.is_bare and word.plain in load_plain(name))


def may_be(word: Word, name: str) -> bool:
    """Say whether a word of a name is in a list, its marks perhaps left out."""
    return is_in(word, name) or (word.typed == word.plain and word.plain in load_plain(name))


def is_compound(words: Sequence[Word], at: int) -> bool:
    """Say whether a word and the next are one ordinary word: "công an", "thanh niên"."""
    if at < 0 or not stands_close(words, at + 1):
        return False
    pair = (words[at].typed, words[at + 1].typed)
    plain = (words[at].plain, words[at + 1].plain)
    return pair in load_pairs() or (words[at].is_bare and plain in load_plain_pairs())


def stands_close(words: Sequence[Word], at: int) -> bool:
    """Say whether there is a word and only a space before it."""
    return 0 < at < len(words) and words[at].gap == " "
