"""What makes two questions one: subject, kind of fact asked for, time, figures, turns.

The words are in knowledge/data/gist.toml. Texts are compared by syllables, as typed or folded.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.own_data import load_data
from knowledge.questions.times import NamedTime, blank_time, find_time
from knowledge.text import fold, nfc, syllables

Phrase = tuple[str, ...]
LIGHT = 0.25  # of a full word's weight
_WEEKDAY = re.compile(r"(?<!\w)[tT](?:hứ|hu)?\s?([2-7])(?![\w/])")
_COUNTED = re.compile(
    r"(?<!\w)(lop|thon|khu|khu pho|to|muc do|loai|cap|hang|so|vong|dot|lan|hem|ap|khom|doi|thu) "
    r"(mot|nhat|hai|nhi|ba|bon|tu|nam|sau|bay|tam|chin|muoi|i{1,3}|iv|vi{0,3}|ix|x)(?!\w)"
)
_VALUES = {
    "mot": 1, "nhat": 1, "hai": 2, "nhi": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6,
    "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
    "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gist:
    """What a question comes to: `words` with their weights, `asks` the kinds of fact."""

    words: Mapping[str, float]
    asks: frozenset[str]
    turns: frozenset[str]
    figures: frozenset[str]
    time: NamedTime


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two gists agree.

    `share` is the part of the words, 0 to 1, that each holds of the other, the smaller one;
    `is_same` says whether nothing tells them apart.
    """

    share: float
    is_same: bool


def read_gist(text: str, today: dt.date, *, is_folded: bool = False) -> Gist:
    """Read a question's gist; `today` settles "this year"."""
    time = find_time(text, today)
    text = _count_in_digits(_write_weekdays(nfc(text)).lower())
    text, asks = _take_asks(blank_time(text), is_folded)
    words = syllables(fold(text) if is_folded else text)
    words = _write_alike(_drop_closing(words, is_folded), is_folded)
    turns = _find_turns(words, is_folded)
    figures = frozenset(word.lstrip("0") for word in words if word[0].isdigit())
    return Gist(_weigh(words, is_folded), asks, turns, figures, time)


def compare(asked: Gist, known: Gist, *, year: int | None = None) -> Likeness | None:
    """Say how a question agrees with a known one, or None where they are different ones.

    `year` is the one in which the known question was answered.
    """
    if asked.turns != known.turns or not _agree_in_figures(asked, known):
        return None
    if not _agree_in_time(asked.time, known.time, year) or not _agree_in_asks(asked, known):
        return None
    missing = [_rest(known.words, asked.words), _rest(asked.words, known.words)]
    if all(weight >= 1 for weight in missing) or not _shares_subject(asked.words, known.words):
        return None
    share = min(_cover(asked.words, known.words), _cover(known.words, asked.words))
    is_same = (
        max(missing) < 1
        and asked.asks == known.asks
        and asked.figures == known.figures
        and (known.time.year is None or asked.time.year is not None)
    )
    return Likeness(share, is_same)


def _agree_in_figures(asked: Gist, known: Gist) -> bool:
    """Say whether the asked question holds the figures of the known one; it may add some."""
    return asked.figures == known.figures or not known.figures


def _agree_in_time(asked: NamedTime, known: NamedTime, year: int | None) -> bool:
    parts = ("quarter", "month", "half", "days")
    if any(getattr(asked, part) != getattr(known, part) for part in parts):
        return False
    if known.year is None:
        return asked.year in (None, year)
    return asked.year in (None, known.year)


def _agree_in_asks(asked: Gist, known: Gist) -> bool:
    only_asked, only_known = asked.asks - known.asks, known.asks - asked.asks
    if not only_asked or not only_known:
        return True
    near = _data()["near"]
    pairs = [(a, b) for a in only_asked for b in only_known]
    return any(b in near.get(a, ()) or a in near.get(b, ()) for a, b in pairs)


def _shares_subject(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Say whether a full word is in both, or all words are light and all are shared."""
    shared = one.keys() & other.keys()
    return any(one[word] >= 1 for word in shared) or (bool(shared) and one.keys() == other.keys())


def _rest(held: Mapping[str, float], words: Mapping[str, float]) -> float:
    return sum(weight for word, weight in words.items() if word not in held)


def _cover(held: Mapping[str, float], words: Mapping[str, float]) -> float:
    whole = sum(words.values())
    return 1 - _rest(held, words) / whole if whole else 0.0


def _write_weekdays(text: str) -> str:
    names = ("hai", "ba", "tư", "năm", "sáu", "bảy")
    return _WEEKDAY.sub(lambda found: f"thứ {names[int(found[1]) - 2]}", text)


def _count_in_digits(text: str) -> str:
    """Write the numbers of classes, hamlets and weekdays in digits: "lớp một" is "lớp 1"."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for found in reversed(list(_COUNTED.finditer(folded))):
        start, end = found.span(2)
        text = text[:start] + str(_VALUES[found[2]]) + text[end:]
    return text


def _take_asks(text: str, is_folded: bool) -> tuple[str, frozenset[str]]:
    """Return the text without the words that ask, and the kinds of fact that they ask for."""
    text = fold(text) if is_folded else text
    found: set[str] = set()
    for kind, pattern in _patterns():
        folded = fold(text)
        matches = list(pattern.finditer(folded)) if len(folded) == len(text) else []
        for match in matches:
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
        found |= {kind} if matches else set()
    is_amount = bool(found & {"cost", "duration"})
    return text, frozenset(found - {"count"} if is_amount else found)


def _drop_closing(words: list[str], is_folded: bool) -> list[str]:
    """Leave out the last word where it only asks: "… được không ạ"."""
    silent, end = _set("silent", is_folded), len(words)
    while end and words[end - 1] in silent:
        end -= 1
    return words[: end - 1] if end and words[end - 1] in _closing(is_folded) else words


def _write_alike(words: Sequence[str], is_folded: bool) -> list[str]:
    """Replace each way to say a thing by the first one."""
    return _replace(words, _alike(is_folded))


def _replace(words: Sequence[str], table: Mapping[str, Mapping[Phrase, Phrase]]) -> list[str]:
    written: list[str] = []
    at = 0
    while at < len(words):
        known = table.get(words[at], {})
        phrase = next((p for p in known if tuple(words[at : at + len(p)]) == p), None)
        written += known[phrase] if phrase else [words[at]]
        at += len(phrase) if phrase else 1
    return written


def _find_turns(words: Sequence[str], is_folded: bool) -> frozenset[str]:
    marked = _replace(words, _turns(is_folded))
    return frozenset(word for word in marked if word.startswith("="))


def _weigh(words: Iterable[str], is_folded: bool) -> dict[str, float]:
    silent, light = _set("silent", is_folded), _set("light", is_folded)
    return {word: LIGHT if word in light else 1.0 for word in words if word not in silent}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _data()["asks"].items())


@cache
def _set(name: str, is_folded: bool) -> frozenset[str]:
    return frozenset(word for each in _data()["words"][name] for word in _spell(each, is_folded))


@cache
def _closing(is_folded: bool) -> frozenset[str]:
    return frozenset(
        word for each in _data()["turns"]["closing"] for word in _spell(each, is_folded)
    )


@cache
def _alike(is_folded: bool) -> Mapping[str, Mapping[Phrase, Phrase]]:
    groups = ([_spell(form, is_folded) for form in row["forms"]] for row in _data()["same"])
    return _by_first([(form, forms[0]) for forms in groups for form in forms])


@cache
def _turns(is_folded: bool) -> Mapping[str, Mapping[Phrase, Phrase]]:
    data = _data()["turns"]
    spared: list[tuple[Phrase, Phrase]] = [
        (each, ()) for each in _spelled(data["spared"], is_folded)
    ]
    turns = [(each, ("=" + " ".join(each),)) for each in _spelled(data["words"], is_folded)]
    return _by_first([*spared, *turns])


def _spelled(phrases: Sequence[str], is_folded: bool) -> list[Phrase]:
    return [_spell(phrase, is_folded) for phrase in phrases]


def _spell(phrase: str, is_folded: bool) -> Phrase:
    return tuple(syllables(fold(phrase) if is_folded else phrase))


def _by_first(pairs: Iterable[tuple[Phrase, Phrase]]) -> Mapping[str, Mapping[Phrase, Phrase]]:
    found: dict[str, dict[Phrase, Phrase]] = {}
    for phrase, meant in sorted(pairs, key=lambda pair: -len(pair[0])):
        found.setdefault(phrase[0], {}).setdefault(phrase, meant)
    return found


def _data() -> Mapping[str, Any]:
    return load_data("gist")
