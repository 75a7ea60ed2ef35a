"""Whether a message tells of something broken, dirty, noisy or wrong, rather than asks."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from knowledge.abbreviations import expand_chat
from knowledge.questions.cleaning import clean_message
from knowledge.text import fold, has_marks

Pattern = re.Pattern[str]
_NEAR = r"\W++(?:\w++\W++){0,6}?"  # at most six words between a thing and what is wrong with it
_FOR_LONG = (
    r"\b(?:\d+|một|hai|ba|bốn|năm|mot|bon|nam|mấy|may|cả|ca) "
    r"(?:ngày|ngay|hôm|hom|bữa|bua|tuần|tuan|tháng|thang|năm|nam|tiếng|tieng|giờ|gio|đêm|dem)\b"
)
_CLOSE = r"\W++(?:\w++\W++){0,4}?"


def is_grievance(text: str) -> bool:
    """Say whether a message describes what is wrong: a lamp, a smell, a noise, an official."""
    text = expand_chat(clean_message(text)).lower()
    folded = fold(text)
    if _any(_regexes("asked"), folded) or _any(_regexes("asked_english"), folded):
        return False
    told = ("conduct", "neglect", "english")
    return any(_any(_regexes(name), folded) for name in told) or _any(
        _things(is_marked=has_marks(text)), text
    )


def _any(patterns: Sequence[Pattern], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@cache
def _regexes(name: str) -> tuple[Pattern, ...]:
    return tuple(re.compile(pattern) for pattern in _data()[name])


@cache
def _things(*, is_marked: bool) -> tuple[Pattern, ...]:
    """Return how a thing out of order is told, for texts with or without marks."""
    names = ("things", "defects", "doubtful", "degrees", "states")
    words = {name: _spell(_data()[name], is_marked=is_marked) for name in names}
    doubted = set(() if is_marked else words["doubtful"])
    sure, clear = set(words["defects"]) - doubted, set(words["states"]) - doubted
    thing, defect, doubtful, degree, state = (
        _one_of(found)
        for found in (words["things"], sure, words["doubtful"], words["degrees"], clear)
    )
    for_long = rf"(?:{degree}|{_FOR_LONG})"
    return (
        re.compile(rf"{thing}{_NEAR}{defect}"),
        re.compile(rf"{thing}{_NEAR}{doubtful}{_CLOSE}{for_long}"),
        re.compile(rf"{state}\W+{for_long}"),
    )


def _spell(words: Iterable[str], *, is_marked: bool) -> tuple[str, ...]:
    return tuple(word if is_marked else fold(word) for word in words)


def _one_of(words: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(sorted(map(re.escape, set(words)), key=len, reverse=True))})\b"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("knowledge").joinpath("data/grievances.toml").read_text("utf-8"))
