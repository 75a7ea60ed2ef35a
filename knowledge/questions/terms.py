"""What is left of a question to search with, once the asking is taken out."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from knowledge.text import has_marks, nfc, syllables

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]
_WORD = re.compile(r"[\w/%&-]*[^\W_][\w/%&-]*")


def find_terms(text: str) -> str:
    """Take the asking words out of a Vietnamese text; a text of nothing else becomes empty."""
    lists = ("marked", "unmarked") if has_marks(text) else ("unmarked",)
    return _without(_WORD.findall(nfc(text)), _phrases("keep", *lists), _phrases("keep"))


def translate_terms(text: str) -> str:
    """Turn an English text into the Vietnamese terms it names; other words stay."""
    for english, vietnamese in _glossary():
        text = re.sub(rf"(?<!\w){english}(?!\w)", vietnamese, text, flags=re.IGNORECASE)
    return _without(_WORD.findall(nfc(text)), _phrases("english"), {})


def _without(words: list[str], phrases: Phrases, keep: Phrases) -> str:
    spelled = [" ".join(syllables(word)) for word in words]
    kept: list[str] = []
    at = 0
    while at < len(words):
        length = _matched(spelled[at:], phrases)
        if not length or length == _matched(spelled[at:], keep):
            kept.extend(words[at : at + max(length, 1)])
        at += length or 1
    return " ".join(kept)


def _matched(words: list[str], phrases: Phrases) -> int:
    """Return how many of the first words make up a phrase, the longest there is."""
    for phrase in phrases.get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return len(phrase)
    return 0


@cache
def _phrases(*lists: str) -> Phrases:
    data = tomllib.loads(files("knowledge").joinpath("data/asking.toml").read_text("utf-8"))
    every = {tuple(" ".join(syllables(phrase)).split()) for name in lists for phrase in data[name]}
    return _by_first(every)


def _by_first(phrases: Iterable[Phrase]) -> Phrases:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@cache
def _glossary() -> tuple[tuple[str, str], ...]:
    text = files("knowledge").joinpath("data/glossary_en.toml").read_text("utf-8")
    terms = tomllib.loads(text)["terms"].items()
    return tuple(sorted(((re.escape(en), vi) for en, vi in terms), key=lambda t: -len(t[0])))
