"""Which offices a case may be for: by what it is about, and by who leads such work in plans."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.own_data import load_data
from knowledge.text import fold, has_marks, nfc

MOST = 3
LONG_WORD = 2  # syllables; such words say more than "đèn" or "đất" alone
_RANK_LOSS = 0.12  # each office further back in a topic's list fits less
_ROW_WEIGHT = 0.6  # a plan's row beside words of the message
_MEANING = 0.35  # of a topic that is nearest by meaning, beside one found by its words
_NEAR = 0.5
ROW_SHOWN = 0.35  # a row further away is no reason beside a topic
_LEAST = 0.15


@dataclass(frozen=True, slots=True)
class Unit:
    """An office that may be given a case, with all its names."""

    office_id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowMatch:
    """How near a plan's row is to a case, 0 to 1, and the offices that lead it."""

    row: int
    office_ids: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """An office for a case: why, by the name of a topic, or the best row of a plan."""

    office_id: int
    score: float
    topic: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class _Topic:
    name: str
    offices: tuple[str, ...]
    words: re.Pattern[str]
    folded: re.Pattern[str]


@cache
def load_topics() -> tuple[_Topic, ...]:
    """Load what offices of a commune deal with."""
    return tuple(
        _Topic(
            row["name"],
            tuple(row["offices"]),
            _compile(row["words"]),
            _compile([fold(word) for word in row["words"]]),
        )
        for row in load_data("routing")["topic"]
    )


def _compile(words: Collection[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def suggest_units(
    text: str,
    units: Sequence[Unit],
    rows: Sequence[RowMatch] = (),
    *,
    near: Mapping[str, float] | None = None,
    but: int | None = None,
) -> list[UnitMatch]:
    """Suggest offices for a case, the likeliest first, at most `MOST`; never the one left out.

    `near` are the topics' cosines with the text, by name.
    """
    topics = _add_meaning(_score_topics(text), near or {})
    found = [
        match
        for unit in units
        if unit.office_id != but and (match := _match(unit, topics, rows)) and match.score >= _LEAST
    ]
    return sorted(found, key=lambda match: -match.score)[:MOST]


def _match(
    unit: Unit, topics: Mapping[str, tuple[float, _Topic]], rows: Sequence[RowMatch]
) -> UnitMatch:
    by_topic = [(weight * _fit(unit, topic), topic.name) for weight, topic in topics.values()]
    best_topic, name = max(by_topic, default=(0.0, ""))
    led = [row for row in rows if unit.office_id in row.office_ids]
    best_row = max(led, key=lambda row: row.score, default=None)
    by_row = _ROW_WEIGHT * best_row.score if best_row else 0.0
    is_by_topic = best_topic > 0
    return UnitMatch(
        unit.office_id,
        best_topic + by_row,
        name if is_by_topic else "",
        best_row.row if best_row and (best_row.score >= ROW_SHOWN or not is_by_topic) else None,
    )


def _score_topics(text: str) -> dict[str, tuple[float, _Topic]]:
    """Weigh the topics of a text, the strongest with 1; longer words weigh more."""
    is_marked = has_marks(text)
    line = " ".join(re.findall(r"[^\W_]+", nfc(text).lower() if is_marked else fold(text)))
    weights: dict[str, float] = {}
    for topic in load_topics():
        found = set((topic.words if is_marked else topic.folded).findall(line))
        weights[topic.name] = sum(_weigh(word, is_marked=is_marked) for word in found)
    most = max(weights.values())
    topics = {topic.name: topic for topic in load_topics()}
    return {name: (weight / most, topics[name]) for name, weight in weights.items() if weight}


def _add_meaning(
    found: Mapping[str, tuple[float, _Topic]], near: Mapping[str, float]
) -> dict[str, tuple[float, _Topic]]:
    """Add to what words say what a model says; alone it only fills the list up."""
    if not near:
        return dict(found)
    low, high = min(near.values()), max(near.values())
    added = {}
    for topic in load_topics():
        share = (near.get(topic.name, low) - low) / ((high - low) or 1.0)
        weight = found[topic.name][0] if topic.name in found else 0.0
        added[topic.name] = weight + (_MEANING * share if share >= _NEAR else 0.0), topic
    return {name: each for name, each in added.items() if each[0]}


def find_topic(text: str) -> str:
    """Name what a text is about by its words; empty where none tells."""
    scored = [(weight, name) for name, (weight, _) in _score_topics(text).items()]
    return max(scored)[1] if scored else ""


def describe_topics() -> dict[str, str]:
    """Give each topic's name with its words, to be embedded as a passage."""
    return {
        row["name"]: f"{row['name']}: {', '.join(row['words'])}"
        for row in load_data("routing")["topic"]
    }


def _weigh(word: str, *, is_marked: bool) -> float:
    """Weigh a word by its syllables; one alone, without marks, may be another word."""
    count = len(word.split())
    if count >= LONG_WORD:
        return count
    return 0.8 if is_marked else 0.3


def _fit(unit: Unit, topic: _Topic) -> float:
    """Tell how well an office's names fit a topic, 0 to 1."""
    names = [" ".join(re.findall(r"[^\W_]+", fold(name))) for name in unit.names]
    for rank, wanted in enumerate(topic.offices):
        if any(re.search(rf"\b{wanted}\b", name) for name in names):
            return 1 - _RANK_LOSS * rank
    return 0.0
