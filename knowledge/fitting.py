"""Whether a row holds the kind of fact that is asked for."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from math import log

from knowledge.abbreviations import expand_formal
from knowledge.plan import DeadlineKind, PlannedParagraph, PlannedTask
from knowledge.questions.rules import Asked, Need
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
    if question.time.is_within_year:
        tests.append(partial(_is_in_time, question.time))
    if question.is_recurring:
        tests.append(_recurs)
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
        return False
    deadline = fact.deadline
    spans = [(o.start or o.last_day, o.last_day) for o in deadline.occurrences]
    if deadline.last_day:
        spans.append((deadline.start or deadline.last_day, deadline.last_day))
    windows = [time.find_window(last.year) for _, last in spans]
    return any(w and s <= w[1] and w[0] <= e for w, (s, e) in zip(windows, spans, strict=True))


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
# "Thẩm định - Phê duyệt – Đóng dấu - Trả kết quả": at least three, one after another.
_STEPS = re.compile(r"(?:[^\s;.:–-][^;.:–-]{1,40}\s[–-]\s){2,}[^\s;.:–-]|→")
_FIGURE = re.compile(r"\d\s*%|\d\s*phần trăm")
_BASIS = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ]{1,4}(?:-[A-ZĐ]+)+|\bĐiều \d+|\bLuật\b")
_TIME = re.compile(r"\d{1,2}/\d{4}|\d{1,2}/\d{1,2}|[Qq]uý\s[IV\d]|[Tt]háng\s\d|[Tt]hường xuyên")
_LEADS = re.compile(r"chủ trì|phụ trách|chịu trách nhiệm|tham mưu|có trách nhiệm|giao ")


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
