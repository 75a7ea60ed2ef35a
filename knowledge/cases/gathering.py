"""What was recorded, in one line: a message without greetings and particles, nothing put in.

Where hardly anything would be left the message stands as it was typed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from knowledge.own_data import load_data
from knowledge.spelt import Spelt, read_typed, spell
from knowledge.text import clean, has_marks

MOST_READ = 2000
_LEAST = 2  # words of a summary; below, the message is not touched
_ROUNDS = 8
_EDGE = " ,.;:!-–"
_STOPS = re.compile(r"([!?.])[!?.]+")
_BEFORE_STOP = re.compile(r"\s+([,.;?])")


def summarise(text: str) -> str:
    """Say in one line what a message tells, in its own words."""
    whole = clean(text[:MOST_READ])
    rest = _cut_inside(_cut_tail(_cut_head(whole.rstrip("?! "))))
    rest = _cut(rest, _particle())
    if len(rest.split()) < _LEAST:
        rest = whole
    if len(rest.split()) < _LEAST:
        return whole
    return _finish(rest, is_asked=whole.endswith("?"))


def _cut_head(text: str) -> str:
    return _repeat(text, lambda rest: _cut_all(rest.lstrip(_EDGE), "head").lstrip(_EDGE))


def _cut_tail(text: str) -> str:
    return _repeat(text, lambda rest: _cut_all(rest.rstrip(_EDGE), "tail").rstrip(_EDGE))


def _cut_inside(text: str) -> str:
    return _repeat(text, lambda rest: _cut_all(rest, "inside"))


def _repeat(text: str, shorten: Callable[[str], str]) -> str:
    """Shorten a text until nothing more goes."""
    for _ in range(_ROUNDS):
        shorter = shorten(text)
        if shorter == text:
            break
        text = shorter
    return text


def _cut_all(text: str, name: str) -> str:
    for pattern in _edge(name, is_marked=has_marks(text)):
        text = _cut(text, pattern)
    return text


def _cut(text: str, pattern: Spelt) -> str:
    reading = read_typed(text)
    found = pattern.match(reading) if len(reading.typed) == len(text) else None
    return text[: found[0]] + text[found[1] :] if found else text


def _finish(text: str, *, is_asked: bool) -> str:
    """Begin with a capital and end with one stop."""
    text = _BEFORE_STOP.sub(r"\1", _STOPS.sub(r"\1", " ".join(text.split())))
    text = text.rstrip(f"{_EDGE}?")
    return f"{text[:1].upper()}{text[1:]}{'?' if is_asked else '.'}"


@cache
def _edge(name: str, *, is_marked: bool) -> Sequence[Spelt]:
    forms = {"head": r"^(?:{})(?!\w)", "tail": r"(?<!\w)(?:{})$", "inside": "{}"}
    patterns = [*_data()[name], *(_data().get(f"{name}_marked", ()) if is_marked else ())]
    return tuple(spell(forms[name].replace("{}", each), _data()["words"]) for each in patterns)


@cache
def _particle() -> Spelt:
    return spell(_data()["particle"], _data()["words"])


def _data() -> Mapping[str, Any]:
    return load_data("summaries")
