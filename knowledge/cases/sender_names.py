"""The name that a sender gives, and where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.own_data import load_data
from knowledge.personal.view import load_plain, load_words
from knowledge.spelt import Spelt, read_typed, spell
from knowledge.text import fold, has_marks

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST = 5
_LONGEST = 80  # letters of a name with a title
_LEADING = ("da", "em", "con", "toi", "tui", "chau", "vang")  # "dạ em Nguyễn Hoàng My"
_HIGHLAND = re.compile(r"[HK]['’]\w")
_LISTS = ("surnames", "middles", "given", "orders")  # of names
_MIDDLES = ("van", "thi")


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name with its place; `start` and `end` hold the words that lead to it, too."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    typed: str
    follows: bool  # one space behind the word before

    @property
    def plain(self) -> str:
        return fold(self.typed)

    @property
    def is_capital(self) -> bool:
        return self.typed[0].isupper()


def find_told_name(text: str, *, may_be_called: bool) -> NameAt | None:
    """Find a name after "tôi tên", or after "liên hệ chị" where somebody may be called."""
    reading = read_typed(text)
    for cue in _cues(may_be_called=may_be_called):
        for found in cue.marked.finditer(reading.typed):
            is_sure = any(word in fold(found[0]) for word in ("ten", "name", ":"))
            named = _name_after(text, found.start(), found.end(), is_sure=is_sure)
            if named:
                return named
    return None


def _name_after(text: str, start: int, at: int, *, is_sure: bool) -> NameAt | None:
    words = _read_words(text[at : at + _LONGEST])
    skipped = 1 if len(words) > 1 and words[0].typed.lower() in _titles() else 0
    words = words[skipped:]
    length = _run(words, shouts=_shouts(text))
    if not words or words[0].start > (8 if skipped else 1) or not length:
        return None
    if not is_sure and not _is_likely(words, length):
        return None
    end = words[length - 1].end
    return NameAt(start, at + end, text[at + words[0].start : at + end])


def _is_likely(words: Sequence[_Word], length: int) -> bool:
    """Say whether words after "tôi là" are a name and no trade: "tôi là dân thôn 3"."""
    first = words[0]
    if length == 1:
        return first.is_capital and first.plain in _known()
    return first.is_capital or first.plain in load_plain("surnames")


def find_bare_name(clause: str, *, is_told: bool = False) -> NameAt | None:
    """Find a full name that a clause begins with, without any word to say that it is one.

    `is_told`: it stands beside a phone number, where a given name alone is enough.
    """
    words = _read_words(clause)
    while len(words) > 1 and words[0].plain in _LEADING:
        words = words[1:]
    if not words or any(letter in ",:" for letter in clause[: words[0].start]):
        return None
    length = _run(words, shouts=_shouts(clause))
    end = words[length - 1].end if length else 0
    is_alone = is_told and length == 1 and words[0].is_capital and end == len(clause)
    if not _is_name(words, length) and not (is_alone and words[0].plain in _known()):
        return None
    return NameAt(0, end, clause[words[0].start : end])


def _is_name(words: Sequence[_Word], length: int) -> bool:
    """Say whether a run of words is a full name: a surname first, or as in the highlands."""
    if length >= 2 and _HIGHLAND.match(words[0].typed) and words[0].is_capital:
        return True
    if length < 2 or words[0].plain not in load_plain("surnames"):
        return False
    return words[0].is_capital or _is_full(words, length)


def _is_full(words: Sequence[_Word], length: int) -> bool:
    """Say whether a name typed small is one: three syllables, each known in names."""
    return length >= 3 and all(word.plain in _known() for word in words[:length])


def _run(words: Sequence[_Word], *, shouts: bool) -> int:
    """Return how many words from the first on are a name."""
    if not words:
        return 0
    by_case = words[0].is_capital and not shouts
    length = 0
    while length < min(_MOST, len(words)):
        word = words[length]
        belongs = word.is_capital if by_case else _is_known(word, after=words[:length])
        if (length and not word.follows) or not belongs or word.typed.lower() in _enders():
            break
        length += 1
    return length


def _is_known(word: _Word, *, after: Sequence[_Word]) -> bool:
    """Say whether a word typed small is one of names; after "thị" most are."""
    if after and after[-1].plain in _MIDDLES:
        return True
    if has_marks(word.typed):
        return word.typed.lower() in _marked_names() or word.plain in load_words("certain_surnames")
    return word.plain in _known()


def _read_words(text: str) -> list[_Word]:
    found = list(_WORD.finditer(text))
    befores = [0, *(each.end() for each in found)]
    return [
        _Word(each.start(), each.end(), each[0], text[before : each.start()] == " ")
        for before, each in zip(befores, found, strict=False)
    ]


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) * 0.6


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(load_plain(name) for name in _LISTS))


@cache
def _marked_names() -> frozenset[str]:
    return frozenset().union(*(load_words(name) for name in _LISTS))


@cache
def _enders() -> frozenset[str]:
    return frozenset(load_data("contacts")["name_enders"])


@cache
def _titles() -> frozenset[str]:
    titles = load_data("contacts")["titles"]
    return frozenset((*titles, *map(fold, titles)))


@cache
def _cues(*, may_be_called: bool) -> tuple[Spelt, ...]:
    data = load_data("contacts")
    patterns = data["name_cues"] + (data["called_cues"] if may_be_called else [])
    return tuple(spell(pattern) for pattern in patterns)
