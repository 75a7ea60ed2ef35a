"""Whether a row holds the kind of fact that is asked for."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from math import log

from knowledge.abbreviations import expand_formal
from knowledge.plan import DeadlineKind, PlannedParagraph, PlannedTask
from knowledge.questions.rules import Asked, Need, fold_asking
from knowledge.questions.times import NamedTime
from knowledge.questions.understanding import Question
from knowledge.search.lexical import with_pairs
from knowledge.text import fold, syllables

Fact = PlannedTask | PlannedParagraph
COMMON = 0.4  # of a gain, where all rows hold what is asked


def weigh_fits(question: Question, facts: Sequence[Fact]) -> list[float]:
    """Return what each row gains, 0 to 1, for the kinds of fact asked for that it holds.

    A kind that few of these rows hold tells more.
    """
    tests = [_FITS[kind] for kind in question.asked if kind in _FITS]
    folded = fold_asking(question.expanded)
    units = [test for pattern, test in _UNITS_ASKED if pattern.search(folded)]
    if Asked.DEADLINE in question.asked and not units:
        tests.append(_has_day)
    if question.time.is_within_year:
        tests.append(partial(_is_in_time, question.time))
    if question.is_recurring:
        tests.append(_recurs)
    tests += units
    gained = [0.0] * len(facts)
    for test in tests if facts else ():
        held = [bool(test(fact)) for fact in facts]
        gain = (COMMON + (1 - COMMON) * (1 - sum(held) / len(held))) / len(tests)
        gained = [sum_ + gain * holds for sum_, holds in zip(gained, held, strict=True)]
    return gained


def share_words(text: str, facts: Sequence[Fact]) -> list[float]:
    """Return how much of a text's words, 0 to 1, each row says itself.

    Syllables and pairs count without marks, the rarer among these rows the more, and as often as
    the text says them.
    """
    wanted = _features(text)
    held = [wanted.keys() & _features(f"{words_of(fact)} {_units_of(fact)}") for fact in facts]
    spread = Counter(feature for features in held for feature in features)
    weights = {f: wanted[f] * log(1 + len(facts) / number) for f, number in spread.items()}
    whole = sum(weights.values())
    return [sum(weights[f] for f in features) / whole if whole else 0.0 for features in held]


def meets(need: Need, fact: Fact) -> bool:
    """Say whether a row holds what a question cannot be answered without."""
    return bool(re.search(need.row, fold(words_of(fact))))


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


def _has_day(fact: Fact) -> bool:
    """Say whether a row's time has an end or days of its own, unlike "thường xuyên"."""
    if not isinstance(fact, PlannedTask):
        return bool(_DAY.search(fact.text))
    start, last = fact.deadline.start, fact.deadline.last_day
    begins_late = start is not None and (start.month, start.day) != (1, 1)
    if fact.deadline.kind is DeadlineKind.CONTINUOUS:
        return begins_late
    is_all_year = last is not None and (last.month, last.day) == (12, 31) and not begins_late
    return bool(fact.deadline.occurrences) or (last is not None and not (start and is_all_year))


def _has_deliverable(fact: Fact) -> bool:
    return isinstance(fact, PlannedTask) and bool(fact.deliverable)


def _has_target(fact: Fact) -> bool:
    targets = fact.targets if isinstance(fact, PlannedTask) else ()
    return bool(targets) or bool(_FIGURE.search(words_of(fact)))


def _has_basis(fact: Fact) -> bool:
    references = fact.references if isinstance(fact, PlannedTask) else ()
    return bool(references) or bool(_BASIS.search(words_of(fact)))


def _has_steps(fact: Fact) -> bool:
    return bool(_STEPS.search(words_of(fact)))


def _is_in_time(time: NamedTime, fact: Fact) -> bool:
    """Say whether a row's time touches the part of the year that was named."""
    if not isinstance(fact, PlannedTask):
        return _names_time(time, fold(fact.text))
    deadline = fact.deadline
    spans = [(o.start or o.last_day, o.last_day) for o in deadline.occurrences]
    if deadline.last_day:
        spans.append((deadline.start or deadline.last_day, deadline.last_day))
    windows = [time.find_window(last.year) for _, last in spans]
    return any(w and s <= w[1] and w[0] <= e for w, (s, e) in zip(windows, spans, strict=True))


def _names_time(time: NamedTime, folded: str) -> bool:
    """Say whether a text names the month or quarter."""
    if time.month:
        return bool(re.search(rf"\bthang 0?{time.month}\b|\b0?{time.month}/20\d\d\b", folded))
    named = rf"\bquy (?:{time.quarter}|{_ROMAN[time.quarter or 0]})\b"
    return bool(time.quarter and re.search(named, folded))


def _is_dated_in(unit: re.Pattern[str], fact: Fact) -> bool:
    """Say whether a row's time is stated in the unit asked for: "tháng mấy" wants a month."""
    stated = fact.timeframe if isinstance(fact, PlannedTask) else fact.text
    return bool(unit.search(fold(stated or "")))


def _recurs(fact: Fact) -> bool:
    return isinstance(fact, PlannedTask) and fact.deadline.kind is DeadlineKind.RECURRING


@lru_cache(maxsize=2_000)  # 25 KB a row; a row takes a millisecond
def _features(text: str) -> Counter[str]:
    return Counter(with_pairs(syllables(fold(expand_formal(text)))))


def _units_of(fact: Fact) -> str:
    return " ".join((*fact.lead, *fact.supporting)) if isinstance(fact, PlannedTask) else ""


_FITS = {
    Asked.LEAD: _has_lead,
    Asked.SUPPORTING: _has_support,
    Asked.DEADLINE: _has_time,
    Asked.DELIVERABLE: _has_deliverable,
    Asked.TARGET: _has_target,
    Asked.LEGAL_BASIS: _has_basis,
    Asked.PROCEDURE: _has_steps,
}
# "Nhận đơn - Kiểm tra – Ghi sổ - Hẹn ngày": at least three, one after another.
_STEPS = re.compile(r"(?:[^\s;.:–-][^;.:–-]{1,40}\s[–-]\s){2,}[^\s;.:–-]|→")
_UNITS_ASKED = tuple(
    (re.compile(asked), partial(_is_dated_in, re.compile(held)))
    for asked, held in (
        (
            r"\bthang (?:may|nao|bao nhieu)\b|\b(?:what|which) months?\b",
            r"\bthang \d|\b\d{1,2}/\d{4}",
        ),
        (r"\bqu[yi] (?:may|nao)\b|\b(?:what|which) quarter\b", r"\bquy [ivx\d]"),
        (
            r"\b(?:may|bao nhieu) ngay\b|\bbao lau\b",
            r"\bthoi han\b|\bngay lam viec\b|\btrong ngay\b",
        ),
        (
            r"\b(?:o dau|cho nao|noi nao)\b",
            r"\bnoi (?:nop|nhan|tiep)|\bdia (?:diem|chi)\b|\bquay\b",
        ),
        (r"\bngay (?:may|nao|bao nhieu)\b|\bwhat date\b", r"\bngay \d|\d{1,2}/\d{1,2}/\d{4}"),
    )
)
_ROMAN = ("", "i", "ii", "iii", "iv")
_FIGURE = re.compile(r"\d\s*%|\d\s*phần trăm")
_BASIS = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ]{1,4}(?:-[A-ZĐ]+)+|\bĐiều \d+|\bLuật\b")
_DAY = re.compile(r"(?:ngày|tháng|quý)\s+(?:0?\d{1,2}|[IV]+)\b|\d{1,2}/\d{4}", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}/\d{4}|\d{1,2}/\d{1,2}|[Qq]uý\s[IV\d]|[Tt]háng\s\d|[Tt]hường xuyên")
_LEADS = re.compile(
    r"chủ trì|phụ trách|chịu trách nhiệm|tham mưu|có trách nhiệm|\bgiao ", re.IGNORECASE
)


def find_partner(paragraph: PlannedParagraph, tasks: Iterable[PlannedTask]) -> PlannedTask | None:
    """Find the task that stands in the lines of a paragraph, or around them."""
    place = paragraph.place
    first, last = place.first_line, place.last_line
    if first is None or last is None:
        return None
    return next(
        (
            task
            for task in tasks
            if (task.place.first_line or last + 1) <= last
            and (task.place.last_line or first - 1) >= first
        ),
        None,
    )
