"""What kind of feedback a citizen's words are: a scene, an official's conduct, a rule.

The words are in knowledge/data/kinds.toml; a clerk has the last say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.cases.states import CaseKind
from knowledge.own_data import load_data
from knowledge.questions.grievances import is_grievance
from knowledge.spelt import Reading, Spelt, read, spell

_KINDS = (CaseKind.CONDUCT, CaseKind.RULE, CaseKind.SCENE)  # the first of equals is guessed


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The likeliest kind, with its share of all the signs found, 0 to 1; 0 where there are none."""

    kind: CaseKind
    score: float


def find_kind(text: str) -> KindGuess | None:
    """Guess the kind of feedback; None where a message only asks."""
    reading = read(text)
    weights = {kind: _weigh(kind, reading) for kind in _KINDS}
    if _only_asks(text, reading):
        return None
    kind = max(_KINDS, key=lambda each: weights[each])
    total = sum(weights.values())
    return KindGuess(kind, weights[kind] / total) if total else KindGuess(CaseKind.SCENE, 0.0)


def _only_asks(text: str, reading: Reading) -> bool:
    """Say whether something is asked and nothing is told to be wrong."""
    asks = any(each.match(reading) for each in _patterns("question"))
    return asks and not is_grievance(text)


def _weigh(kind: CaseKind, reading: Reading) -> float:
    return sum(
        weight for weight, patterns in _rules(kind) for each in patterns if each.match(reading)
    )


@cache
def _rules(kind: CaseKind) -> tuple[tuple[float, tuple[Spelt, ...]], ...]:
    words = _data()["words"]
    return tuple(
        (row["weight"], tuple(spell(each, words) for each in row["patterns"]))
        for row in _data()[kind]
    )


@cache
def _patterns(name: str) -> tuple[Spelt, ...]:
    return tuple(spell(each, _data()["words"]) for each in _data()[name]["patterns"])


def _data() -> Mapping[str, Any]:
    return load_data("kinds")
