"""What a message wants of the people behind the bot: a human, an answer at last, or to insult.

The words are in knowledge/data/wishes.toml.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from knowledge.abbreviations import expand_chat
from knowledge.own_data import compile_named, load_data
from knowledge.text import clean, fold, has_marks, syllables

MOST_READ = 600  # characters; who writes more has something to say
MOST_LEFT = 1  # syllables that an insult may leave unexplained


class Wish(StrEnum):
    """What is wanted; the first that fits a message is the one it has."""

    HUMAN = "human"
    IMPATIENCE = "impatience"
    INSULT = "insult"


@dataclass(frozen=True, slots=True)
class _Rule:
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    alone: bool  # holds only where next to nothing else is said

    def find(self, folded: str) -> re.Match[str] | None:
        if any(pattern.search(folded) for pattern in self.unless):
            return None
        found = (m for pattern in self.patterns if (m := pattern.search(folded)))
        return next((m for m in found if not self.alone or not _says_more(folded, m)), None)


def find_wish(text: str) -> Wish | None:
    """Find what a message wants of the people behind the bot, if anything."""
    folded = _read(text)
    for wish in (Wish.HUMAN, Wish.IMPATIENCE):
        if _find(wish, folded):
            return wish
    return Wish.INSULT if _is_insult(text) else None


def asks_beside_human(text: str) -> bool:
    """Say whether a message that wants a human also says what about."""
    folded = _read(text)
    found = _find(Wish.HUMAN, folded)
    return found is not None and _says_more(folded, found)


def _says_more(folded: str, found: re.Match[str]) -> bool:
    """Say whether a message has a subject beside what was found in it."""
    rest = f"{folded[: found.start()]} {folded[found.end() :]}"
    rest = re.sub(rf"\b{_data()['names']['filler']}\b", " ", rest)
    return len([word for word in syllables(rest) if len(word) > 1]) >= 3


def wants_only_human(text: str) -> bool:
    """Say whether a message wants a human and says nothing else."""
    return find_wish(text) is Wish.HUMAN and not asks_beside_human(text)


def _read(text: str) -> str:
    folded = fold(expand_chat(clean(text)[:MOST_READ]))
    return " ".join(re.sub(r"[^\w\s,/:-]", " ", folded).split()).strip(" ,:-")


def _is_insult(text: str) -> bool:
    """Say whether a message insults and says nothing else."""
    text = clean(text)[:MOST_READ].lower()
    folded = fold(text)
    if len(folded) != len(text):
        return False
    found = list(_find_insults(text, folded))
    if all(folded[a:b] in _mild() for a, b in found):
        return False
    left = "".join(" " if any(a <= i < b for a, b in found) else c for i, c in enumerate(folded))
    left = re.sub(rf"\b(?:{_data()['insult']['fillers']})\b", " ", left)
    return len(syllables(left)) <= MOST_LEFT


def _find_insults(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Find insults as written, or folded where they carry no mark: "ngủ" is none."""
    for found in _insults().finditer(folded):
        start, end = found.span()
        written = text[start:end]
        if not has_marks(written) or written in _terms():
            yield start, end


@cache
def _insults() -> re.Pattern[str]:
    terms = sorted({fold(term) for term in _terms()}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b")


@cache
def _terms() -> frozenset[str]:
    return frozenset(clean(term) for term in _data()["insult"]["terms"])


@cache
def _mild() -> frozenset[str]:
    return frozenset(fold(term) for term in _data()["insult"]["mild"])


def _find(wish: Wish, folded: str) -> re.Match[str] | None:
    return next((found for rule in _rules(wish) if (found := rule.find(folded))), None)


@cache
def _rules(wish: Wish) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            tuple(map(_compile, row["patterns"])),
            tuple(map(_compile, row["unless"])),
            row.get("alone", False),
        )
        for row in _data()[wish.value]
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return compile_named(pattern, _data()["names"])


def _data() -> Mapping[str, Any]:
    return load_data("wishes")
