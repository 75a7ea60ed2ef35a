"""What a question asks for, by the rules of knowledge/data/asked.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from knowledge.text import fold, nfc


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


class DocumentFact(StrEnum):
    """What may be asked of a document as a whole."""

    NUMBER = "number"
    ISSUED_ON = "issued_on"
    ISSUER = "issuer"
    SIGNER = "signer"
    YEAR = "year"
    TITLE = "title"
    PURPOSE = "purpose"
    BASIS = "basis"
    ANNEXES = "annexes"
    PLANS = "plans"


NOT_ASKING = "_"  # before a folded word that looks like one of asking
_CLOSING = ".,;:?!()\"'“”…"


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


@dataclass(frozen=True, slots=True)
class Need:
    """What a row must hold: a name, and a regular expression over its folded words."""

    name: str
    row: str


def fold_asking(text: str) -> str:
    """Fold a text for the rules: in single blanks, and "máy" so that no rule reads "mấy"."""
    return " ".join(_fold_word(word) for word in nfc(text).split())


def _fold_word(word: str) -> str:
    folded = fold(word)
    is_other = word.lower().strip(_CLOSING) in _data()["not_asking"]
    return f"{NOT_ASKING}{folded}" if is_other else folded


def find_asked(folded: str) -> tuple[Asked, ...]:
    """Return the kinds asked for, the main one first; OTHER when no rule matches."""
    found = [asked for asked, rule in _rules() if rule.applies(folded)]
    return tuple(dict.fromkeys(found)) or (Asked.OTHER,)


def find_document_facts(folded: str) -> tuple[DocumentFact, ...]:
    """Return what is asked of a document as a whole, in the order of the rules."""
    rules = _data()["document"]
    found = [DocumentFact(row["fact"]) for row in rules if re.search(row["pattern"], folded)]
    return tuple(dict.fromkeys(found))


def find_needs(folded: str) -> tuple[Need, ...]:
    """Return what a row must hold to answer a text at all."""
    found = ((row, _compile(row, {})) for row in _data()["need"])
    return tuple(
        Need(row["name"], _fill(row["row"], rule.pattern.search(folded)))
        for row, rule in found
        if rule.applies(folded)
    )


_BETWEEN = r"\W+(?:\w+\W+)?"  # "mấy loại chữ ký" is met by "02 loại mẫu chữ ký"


def _fill(pattern: str, found: re.Match[str] | None) -> str:
    said = found[1].replace(NOT_ASKING, "") if found and found.re.groups else ""
    held = _BETWEEN.join(said.split())
    return pattern.replace("{0}", held)


def is_recurring(folded: str) -> bool:
    """Say whether a text speaks of what comes again: each quarter, each month."""
    return bool(re.search(_data()["recurring"]["pattern"], folded))


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
