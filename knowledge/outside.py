"""Questions about what no plan holds: one's own dossier, how a procedure is done, mergers.

The words are in knowledge/data/outside.toml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from knowledge.own_data import compile_named, load_data

LONGEST = 400  # characters that are read: the patterns look far, and such questions are short
FEW_WORDS = 5  # so short a message that names a procedure asks how it is done


class Subject(StrEnum):
    """What a question outside the plans is about."""

    DOSSIER = "dossier"
    PROCEDURE = "procedure"
    MERGER = "merger"


@dataclass(frozen=True, slots=True)
class _Rule:
    subject: Subject
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None

    def applies(self, folded: str) -> bool:
        if not any(pattern.search(folded) for pattern in self.patterns):
            return False
        return self.unless is None or not self.unless.search(folded)


def find_subject(folded: str) -> Subject | None:
    """Find what a folded text asks about that plans do not hold; None where it is nothing such."""
    folded = folded[:LONGEST]
    found = next((rule.subject for rule in _rules() if rule.applies(folded)), None)
    if found:
        return found
    return Subject.PROCEDURE if _asks_of_procedure(folded) else None


def find_procedure(folded: str) -> str | None:
    """Name the procedure that a folded text speaks of."""
    return next((name for name, pattern in _procedures() if pattern.search(folded)), None)


def _asks_of_procedure(folded: str) -> bool:
    if find_procedure(folded) is None:
        return False
    return len(folded.split()) <= FEW_WORDS or _ask().search(folded) is not None


@cache
def _rules() -> tuple[_Rule, ...]:
    names = _data()["names"]
    return tuple(
        _Rule(
            Subject(row["name"]),
            tuple(compile_named(pattern, names) for pattern in row["patterns"]),
            compile_named(row["unless"], names) if "unless" in row else None,
        )
        for row in _data()["subject"]
    )


@cache
def _procedures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(text)) for name, text in _data()["procedures"].items())


@cache
def _ask() -> re.Pattern[str]:
    return re.compile(_data()["names"]["ask"])


def _data() -> Mapping[str, Any]:
    return load_data("outside")
