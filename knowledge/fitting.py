"""Whether a row holds the kind of fact that is asked for."""

import re
from collections.abc import Sequence

from knowledge.plan import PlannedParagraph, PlannedTask
from knowledge.questions.rules import Asked

Fact = PlannedTask | PlannedParagraph


def fits(asked: Sequence[Asked], fact: Fact) -> float:
    """Return the share, 0 to 1, of the asked kinds that the row holds a fact for."""
    tests = [_FITS[kind] for kind in asked if kind in _FITS]
    return sum(bool(test(fact)) for test in tests) / len(tests) if tests else 0.0


def words_of(fact: Fact) -> str:
    """Return the row's own words but for its units."""
    if isinstance(fact, PlannedParagraph):
        return fact.text
    targets = (target.text for target in fact.targets)
    return " ".join(filter(None, (fact.content, *targets, fact.timeframe, fact.deliverable)))


def _has_lead(fact: Fact) -> bool:
    return bool(fact.lead) if isinstance(fact, PlannedTask) else bool(_LEADS.search(fact.text))


def _has_support(fact: Fact) -> bool:
    return bool(fact.supporting) if isinstance(fact, PlannedTask) else "phối hợp" in fact.text


def _has_time(fact: Fact) -> bool:
    timeframe = fact.timeframe if isinstance(fact, PlannedTask) else None
    return bool(timeframe) or bool(_TIME.search(words_of(fact)))


def _has_deliverable(fact: Fact) -> bool:
    return isinstance(fact, PlannedTask) and bool(fact.deliverable)


def _has_target(fact: Fact) -> bool:
    targets = fact.targets if isinstance(fact, PlannedTask) else ()
    return bool(targets) or bool(_FIGURE.search(words_of(fact)))


def _has_basis(fact: Fact) -> bool:
    references = fact.references if isinstance(fact, PlannedTask) else ()
    return bool(references) or bool(_BASIS.search(words_of(fact)))


_FITS = {
    Asked.LEAD: _has_lead,
    Asked.SUPPORTING: _has_support,
    Asked.DEADLINE: _has_time,
    Asked.DELIVERABLE: _has_deliverable,
    Asked.TARGET: _has_target,
    Asked.LEGAL_BASIS: _has_basis,
}
_MONEY = re.compile(r"\d[\d.,]*\s*(?:đồng|triệu|tỷ|tỉ|nghìn|ngàn|vnđ|vnd|đ)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d\s*%|\d\s*phần trăm")
_BASIS = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ]{1,4}(?:-[A-ZĐ]+)+|\bĐiều \d+|\bLuật\b")
_TIME = re.compile(r"\d{1,2}/\d{4}|\d{1,2}/\d{1,2}|[Qq]uý\s[IV\d]|[Tt]háng\s\d|[Tt]hường xuyên")
_LEADS = re.compile(r"chủ trì|phụ trách|chịu trách nhiệm|tham mưu|có trách nhiệm|giao ")


def has_money(fact: Fact) -> bool:
    """Say whether an amount of money is written in the row."""
    return bool(_MONEY.search(words_of(fact)))
