"""A row that came close to a question without answering it, so far as it may be pointed at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from handlers.library.scopes import Row
from handlers.questions.buttons import LONGEST_WORDS
from handlers.questions.facts import tidy
from handlers.questions.headings import soften
from handlers.texts.forms import clip
from knowledge.plan import PlannedTask
from knowledge.questions.understanding import Question
from knowledge.text import fold, syllables

LONGEST_TITLE = 90
LEAST_KNOWN = 0.5  # of an English question's words
_COMMON = frozenset(
    {"thu tuc", "tuc hanh", "hanh chinh", "ke hoach", "thuc hien", "ho so", "cong tac", "nhiem vu"}
    | {"noi dung", "van ban", "quy dinh", "co quan", "don vi", "can bo", "cong chuc", "uy ban"}
    | {"nhan dan", "ket qua", "bao cao", "giai quyet", "to chuc", "kiem soat", "soat thu"}
    | {"phai lam", "nguoi dan", "hang nam", "trong nam", "thoi gian", "dia phuong", "tren dia"}
    | {"dia ban", "theo quy", "cua xa", "cua phuong", "cua huyen", "viec thuc", "viec giai"}
)


@dataclass(frozen=True, slots=True)
class Nearby:
    """What a near row is about, and the words that ask for it."""

    title: str
    words: str


def find_nearby(question: Question, rows: Sequence[Row]) -> Nearby | None:
    """Name the first row that shares a real word with a question, in words without any fact of it.

    A word is two syllables side by side, as most Vietnamese words are; those that every plan is
    full of do not count.
    """
    if question.language == "en" and question.known < LEAST_KNOWN:
        return None
    wanted = _words(question.terms)
    for row in rows:
        title = _find_title(row, wanted)
        if title:
            return Nearby(clip(title, LONGEST_TITLE), clip(title, LONGEST_WORDS).rstrip("…"))
    return None


def _find_title(row: Row, wanted: set[str]) -> str | None:
    """Choose the row's words, else its heading, that share a word and tell no fact."""
    fact = row.fact
    content = tidy(fact.content if isinstance(fact, PlannedTask) else fact.text)
    heading = soften(fact.section_title.strip(" .:;"))
    units = (*fact.lead, *fact.supporting) if isinstance(fact, PlannedTask) else ()
    return next(
        (
            text
            for text in (re.split(r"[;.:]\s", content)[0], heading)
            if wanted & _words(text) and not _tells_fact(text, units)
        ),
        None,
    )


def _tells_fact(text: str, units: Sequence[str]) -> bool:
    shown = clip(text, LONGEST_TITLE)
    return bool(re.search(r"\d", shown)) or any(fold(unit) in fold(shown) for unit in units)


def _words(text: str) -> set[str]:
    parts = syllables(fold(text))
    return {f"{a} {b}" for a, b in pairwise(parts)} - _COMMON
