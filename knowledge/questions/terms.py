"""What is left of a question to search with, once the asking is taken out."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from knowledge.text import fold, has_marks, nfc, syllables

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]
_WORD = re.compile(r"[\w/%&-]*[^\W_][\w/%&-]*")


def find_terms(text: str, typed: str | None = None) -> str:
    """Take the asking words out of a Vietnamese text; a text of nothing else becomes empty.

    `typed` is the text before its marks were given back, word for word the same.
    """
    words = _WORD.findall(nfc(text))
    lists = ("marked", "unmarked") if has_marks(text) else ("unmarked",)
    kept = _keep(_spell(words), _phrases("keep", *lists), _phrases("keep"))
    bare = _WORD.findall(nfc(typed or text))
    if typed and not has_marks(typed) and len(bare) == len(words):
        # A syllable alone is what its marks say: "nao vet" gives no "nào".
        longer = _phrases("keep", "unmarked", "bare", least=2)
        kept &= _keep(_spell(bare), longer, _phrases("keep"))
    return _join(words, kept)


def find_topic(terms: str, asks_for: Literal["listing", "document"]) -> str:
    """Take out of a question's terms the words that ask for a list, or about a document.

    Marks do not count: those given back to such words may be others than meant.
    """
    words = _WORD.findall(nfc(terms))
    keep = _phrases("keep", is_folded=True)
    return _join(
        words, _keep(_spell(map(fold, words)), _phrases("keep", asks_for, is_folded=True), keep)
    )


@dataclass(frozen=True, slots=True)
class Translation:
    """Vietnamese terms for an English text, and the share of its words that they stand for."""

    terms: str
    share: float


def translate_terms(text: str) -> Translation:
    """Turn an English text into the Vietnamese terms it names; Vietnamese words in it stay."""
    words = _ENGLISH_WORD.findall(nfc(text))
    bases = [_find_base(word.lower()) for word in words]
    terms: list[str] = []
    known = unknown = at = 0
    while at < len(words):
        meant, length = _translate_at(bases, at)
        if meant:
            terms.append(meant)
            known += 1
        elif meant is None and (has_marks(words[at]) or not words[at].isalpha()):
            terms.append(words[at])
        elif meant is None:
            unknown += 1
        at += length
    return Translation(" ".join(dict.fromkeys(terms)), known / max(1, known + unknown))


def _translate_at(bases: list[str], at: int) -> tuple[str | None, int]:
    """Return what the words from a place on mean, "" where they only ask, and how many they are."""
    for length in range(min(_LONGEST_TERM, len(bases) - at), 0, -1):
        phrase = " ".join(bases[at : at + length])
        if phrase in _glossary():
            return _glossary()[phrase], length
        if phrase in _english():
            return "", length
    return None, 1


def _find_base(word: str) -> str:
    """Return the form of an English word that the lists hold: "reviewing" gives "review"."""
    for ending, others in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word and ending:
            continue
        doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        for form in (f"{each}{other}" for each in (stem, doubled) for other in others):
            if form in _base_forms():
                return form
    return word


_ENGLISH_WORD = re.compile(r"[\w%&/]+(?:[-'’][\w%&/]+)*")
_LONGEST_TERM = 4
_ENDINGS = (
    ("", ("",)), ("'s", ("",)), ("’s", ("",)), ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)),
    ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("ly", ("",)),
)  # fmt: skip


def _spell(words: Iterable[str]) -> list[str]:
    return [" ".join(syllables(word)) for word in words]


def _join(words: list[str], kept: Iterable[int]) -> str:
    return " ".join(words[at] for at in sorted(kept))


def _keep(spelled: list[str], phrases: Phrases, keep: Phrases) -> set[int]:
    """Return which words are in none of the phrases, or in a longer one to keep."""
    kept: set[int] = set()
    at = 0
    while at < len(spelled):
        length = _matched(spelled[at:], phrases)
        if not length or length == _matched(spelled[at:], keep):
            kept.update(range(at, at + max(length, 1)))
        at += length or 1
    return kept


def _matched(words: list[str], phrases: Phrases) -> int:
    """Return how many of the first words make up a phrase, the longest there is."""
    for phrase in phrases.get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return len(phrase)
    return 0


def list_words(name: str) -> list[str]:
    """Return one list of knowledge/data/asking.toml."""
    words: list[str] = _data()[name]
    return words


@cache
def _phrases(*lists: str, is_folded: bool = False, least: int = 1) -> Phrases:
    phrases = [
        tuple(syllables(fold(phrase) if is_folded else phrase))
        for name in lists
        for phrase in _data()[name]
    ]
    alone = {(word,) for word in _data()["bare"]} if "bare" in lists else set()
    return _by_first(p for p in set(phrases) if len(p) >= least or p in alone)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("knowledge").joinpath("data/asking.toml").read_text("utf-8"))


def _by_first(phrases: Iterable[Phrase]) -> Phrases:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@cache
def _glossary() -> dict[str, str]:
    text = files("knowledge").joinpath("data/glossary_en.toml").read_text("utf-8")
    return dict(tomllib.loads(text)["terms"])


@cache
def _english() -> frozenset[str]:
    return frozenset(_data()["english"])


@cache
def _base_forms() -> frozenset[str]:
    return frozenset(word for phrase in (*_glossary(), *_english()) for word in phrase.split())
