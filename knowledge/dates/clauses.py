"""Find the time clause inside a sentence of content.

A date counts only when a word before it makes it a time limit ("trước", "chậm nhất", "từ … đến",
"trong tháng"), so the dates of cited documents, which follow a number, are never taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.dates.cues import EACH, Cue
from knowledge.dates.dated import ENDS, STARTS, Dated, read_dated
from knowledge.dates.items import Item, read_items
from knowledge.dates.labels import drop_label
from knowledge.dates.spans import Unit
from knowledge.dates.words import Word, read_words, tidy
from knowledge.text import clean

LONGEST = 6_000  # characters of a sentence that are looked at
LONGEST_RUN = 60  # items on either side of a point
LONGEST_TAIL = 24  # words of "kể từ ngày …" or "ngay sau khi …"
LEADING = (
    *ENDS,
    *STARTS,
    Cue.LATEST,
    Cue.IN,
    Cue.DONE,
    Cue.PERIODIC,
    Cue.OPEN,
    Cue.COMMA,
    Cue.ALWAYS,
    *EACH,
)
TRAILING = (*LEADING, Cue.AND, Cue.OR, Cue.DASH, Cue.ONWARD)
LOOSE = (
    Cue.DONE,
    Cue.OPEN,
    Cue.COMMA,
    Cue.AND,
    Cue.OR,
    Cue.DASH,
    Cue.IN,
    Cue.AFTER,
    *ENDS,
    *STARTS,
)
PERIOD_NAMES = {"giai", "doan"}
LINKS = {*PERIOD_NAMES, "la", "cua", "ngay", "thoi", "gian", "han", "diem"}
# "có hiệu lực từ ngày …", "tính đến ngày …", "sinh trước ngày …" are not time limits.
NOT_LIMITS = {"luc", "sinh", "tuoi"}
MEASURED = {"bao", "ung", "dung"}  # "đảm bảo theo yêu cầu" says how well, not when
STRONG = (Cue.BEFORE, Cue.LATEST, Cue.DONE)
NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-ZÀ-Ỹ])|;\s")
STOPS = {".", ";", ",", ")", "("}


@dataclass(frozen=True, slots=True)
class _Clause:
    rank: int
    first: int
    last: int


def find_timeframe(sentence: str) -> str | None:
    """Return the clause that says when, as written on one line, or None."""
    text = clean(sentence.replace("*", ""))[:LONGEST]
    words = read_words(text)
    labelled = drop_label(words)
    if labelled and len(labelled) < len(words):
        return tidy(NEXT_SENTENCE.split(text[labelled[0].start :], maxsplit=1)[0]) or None
    items = read_items(words)
    clauses = [*_dated_clauses(items, words), *_counted_clauses(items, words)]
    if not clauses:
        return None
    best = max(clauses, key=lambda c: (c.rank, -c.first))
    return tidy(text[words[best.first].start : words[best.last - 1].end])


def _dated_clauses(items: Sequence[Item], words: Sequence[Word]) -> list[_Clause]:
    dated = iter(read_dated(items, words, year=None))
    found: list[_Clause] = []
    for at, item in enumerate(items):
        if item.point is None:
            continue
        one = next(dated)
        low, high = _widen(items, words, at)
        rank = _rank(one, items[low:high], led=items[low:at])
        if rank and _is_limit(one, words, items[low].first):
            found.append(_Clause(rank, items[low].first, items[high - 1].last))
    return found


def _is_limit(one: Dated, words: Sequence[Word], first: int) -> bool:
    """Say whether no word before a clause makes it something else; "tính" may be "tỉnh"."""
    before = words[first - 1].plain if first else ""
    return before not in NOT_LIMITS and not (before == "tinh" and one.role is not Cue.BEFORE)


def _widen(items: Sequence[Item], words: Sequence[Word], at: int) -> tuple[int, int]:
    """Return the run of items around a point that speak of time, loose ends left out."""
    low = high = at
    while low and at - low < LONGEST_RUN and _belongs(items[low - 1], words, LEADING):
        low -= 1
    low = _trim_left(items, words, low, at)
    end = min(len(items), at + LONGEST_RUN)
    while high + 1 < end and _belongs(items[high + 1], words, TRAILING):
        high += 1
    while high > at and (items[high].cue in LOOSE or items[high].value is None):
        high -= 1
    return low, high + 1 + _closes(items, words, low, high)


def _trim_left(items: Sequence[Item], words: Sequence[Word], low: int, at: int) -> int:
    while low < at:
        item = items[low]
        is_link = item.value is None and words[item.first].plain not in PERIOD_NAMES
        if not is_link and item.cue not in (Cue.OPEN, Cue.COMMA):
            break
        low += 1
    return low


def _closes(items: Sequence[Item], words: Sequence[Word], low: int, high: int) -> bool:
    """Say whether the last bracket opened in the run closes right after it."""
    run = [words[item.first].plain for item in items[low : high + 2]]
    return run.count("(") == run.count(")") > 0 and run[-1] == ")"


def _belongs(item: Item, words: Sequence[Word], cues: Sequence[Cue]) -> bool:
    if item.value is None:
        return words[item.first].plain in LINKS
    return item.point is not None or item.cue in cues


def _rank(one: Dated, run: Sequence[Item], *, led: Sequence[Item]) -> int:
    """Return how surely a run is a time limit: 0 not at all, 3 surely."""
    cues = [item.cue for item in run]
    units = {item.point.unit for item in run if item.point is not None}
    is_done = any(item.cue is Cue.DONE for item in led)
    if is_done or (one.role in ENDS and any(cue in STRONG for cue in cues)):
        return 3
    if any(cue in EACH for cue in cues) and Unit.DAY in units:
        return 3
    if units <= {Unit.YEAR, Unit.SCHOOL_YEAR}:
        return 2 if Cue.ONWARD in cues else 0
    is_pair = Cue.UNTIL in cues and any(cue in STARTS for cue in cues)
    is_inside = one.is_inside and one.role is None
    return 2 if is_pair or is_inside or one.role in ENDS or Cue.ONWARD in cues else 0


def _counted_clauses(items: Sequence[Item], words: Sequence[Word]) -> list[_Clause]:
    """Find "chậm nhất 05 ngày làm việc kể từ …" and "ngay sau khi …"."""
    found: list[_Clause] = []
    for at, item in enumerate(items):
        end = _tail_end(words, item.last)
        if item.cue is Cue.TERM and _is_led(items, at) and _is_counted(items, at, end):
            low = at
            while low and _belongs(items[low - 1], words, LEADING) and items[low - 1].cue:
                low -= 1
            low = _trim_left(items, words, low, at)
            found.append(_Clause(2, items[low].first, end))
        before = words[item.first - 1].plain if item.first else ""
        if item.cue is Cue.EVENT and before in ("ngay", "ngay~"):
            found.append(_Clause(1, item.first - 1, end))
        if (
            item.cue is Cue.REQUEST
            and before not in MEASURED
            and _is_last_request(words, item.last)
        ):
            found.append(_Clause(1, item.first, item.last + 2))
    return found


def _is_last_request(words: Sequence[Word], at: int) -> bool:
    """Say whether a sentence ends in "theo yêu cầu"."""
    plain = [word.plain for word in words[at:]]
    return plain[:2] == ["yeu", "cau"] and not any(w[0].isalnum() for w in plain[2:])


def _is_led(items: Sequence[Item], at: int) -> bool:
    return at > 0 and items[at - 1].cue in (Cue.IN, Cue.LATEST, Cue.AFTER, *ENDS)


def _is_counted(items: Sequence[Item], at: int, end: int) -> bool:
    counting = (*STARTS, Cue.EVENT)
    return any(i.cue in counting for i in items[at + 1 : at + 5] if i.last <= end)


def _tail_end(words: Sequence[Word], start: int) -> int:
    end = start
    while end < min(len(words), start + LONGEST_TAIL) and words[end].plain not in STOPS:
        end += 1
    return end
