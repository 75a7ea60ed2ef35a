"""What a question asks for, by the rules of knowledge/data/asked.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Asked(StrEnum):
    """What is asked for."""

    DEADLINE = "deadline"
    LEAD = "lead"
    SUPPORTING = "supporting"
    DELIVERABLE = "deliverable"
    TARGET = "target"
    LEGAL_BASIS = "legal_basis"
    PROCEDURE = "procedure"
    COUNT = "count"
    LIST = "list"
    DOCUMENT = "document"
    OWN_TASKS = "own_tasks"
    PROFILE = "profile"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rule:
    """How something is asked; a text that matches `unless` does not count."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def applies(self, folded: str) -> bool:
        """Say whether a folded text asks so."""
        if not self.pattern.search(folded):
            return False
        return self.unless is None or not self.unless.search(folded)


def find_asked(folded: str) -> tuple[Asked, ...]:
    """Return the kinds asked for, the main one first; OTHER when no rule matches."""
    found = [asked for asked, rule in _rules() if rule.applies(folded)]
    return tuple(dict.fromkeys(found)) or (Asked.OTHER,)


def wants_money(folded: str) -> bool:
    """Say whether an amount of money is asked for."""
    return _compile(_data()["money"], {}).applies(folded)


@cache
def _rules() -> tuple[tuple[Asked, Rule], ...]:
    data = _data()
    return tuple((Asked(row["asked"]), _compile(row, data["names"])) for row in data["rule"])


def _compile(row: Mapping[str, str], names: Mapping[str, str]) -> Rule:
    unless = row.get("unless")
    return Rule(_pattern(row["pattern"], names), _pattern(unless, names) if unless else None)


def _pattern(text: str, names: Mapping[str, str]) -> re.Pattern[str]:
    for name, words in names.items():
        text = text.replace(f"{{{name}}}", words)
    return re.compile(text)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("knowledge").joinpath("data/asked.toml").read_text("utf-8"))
