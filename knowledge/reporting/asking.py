"""Questions about when a periodic report is due, and which period they mean."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from knowledge.own_data import load_data
from knowledge.questions.rules import Asked
from knowledge.questions.times import NamedTime
from knowledge.questions.understanding import Question
from knowledge.reporting.naming import ReportPeriod, count_from, find_period
from knowledge.reporting.periods import Period
from knowledge.text import fold, syllables

LEAST_KNOWN = 0.6  # of an English question's words, lest its subject is one that is not
_REPORT = re.compile(
    r"\bbao cao\b|\breport(?:s|ing)?\b|\b(?:gui|nop|nhap|cung cap) (?:bieu )?so lieu\b"
)
_REVIEW = re.compile(r"\b(?:tong|so) ket\b")  # a report of its own, with a row of its own
_DATA = re.compile(
    r"\b(?:chot|khoa|lay|tinh|ky) so lieu\b|\bso lieu\b.*\b(?:chot|tinh|khoa|lay)\b"
    r"|\b(?:data|what) period\b|\bcut ?- ?off\b|\breports? covers?\b"
)


def is_report_question(question: Question) -> bool:
    """Say whether a question is when a periodic report is due, or what time its data are of."""
    is_data, folded = asks_for_data(question), fold(question.expanded)
    if _REVIEW.search(folded) or not (is_data or _REPORT.search(folded)):
        return False
    if question.language == "en" and question.known < LEAST_KNOWN:
        return False
    return (is_data or question.main is Asked.DEADLINE) and bool(find_period(question.expanded))


def asks_for_data(question: Question) -> bool:
    """Say whether a question is what time the data of a report are of."""
    return bool(_DATA.search(fold(question.expanded)))


def find_report_period(question: Question, today: dt.date) -> ReportPeriod:
    """Find the period that a question about a report means; `today` settles "quý này"."""
    found = find_period(question.expanded) or ReportPeriod()
    if found.kind and not found.number:
        found = count_from(question.expanded, found.kind, today) or _fill(found, question.time)
    return replace(found, year=question.time.year or found.year)


def find_report_topic(question: Question) -> tuple[str, ...]:
    """Find what a question about a report says beside report, period and asking: its subject."""
    words = syllables(fold(question.terms))
    return tuple(dict.fromkeys(w for w in words if w not in _load_generic() and not w.isdecimal()))


def _fill(found: ReportPeriod, time: NamedTime) -> ReportPeriod:
    """Give the number that stands elsewhere in a conversation, or that there is only one of."""
    carried = {Period.QUARTER: time.quarter, Period.MONTH: time.month, Period.HALF: time.half or 1}
    return replace(found, number=carried.get(found.kind or Period.YEAR, 1))


def share_topic(topic: Sequence[str], words: str) -> float:
    """Return how much of a topic, 0 to 1, folded words speak of."""
    held = set(syllables(words))
    return sum(word in held for word in topic) / len(topic) if topic else 1.0


@cache
def _load_generic() -> frozenset[str]:
    return frozenset(load_data("reporting")["asking"]["generic"].split())
