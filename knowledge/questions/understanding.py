"""A message as a question: what is asked, about which place and time, in which words."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.abbreviations import expand_chat
from knowledge.questions.language import Language, detect
from knowledge.questions.places import LocalityName, NamedPlaces, find_places
from knowledge.questions.rules import Asked, find_asked, wants_money
from knowledge.questions.terms import find_terms, translate_terms
from knowledge.questions.times import NamedTime, find_time, remove_time
from knowledge.text import clean, fold

LONGEST = 2000  # characters that are read


@dataclass(frozen=True, slots=True)
class Question:
    """A message understood.

    `expanded` is the text with its short forms written out; `terms` what is left of it to search
    with. `localities` are the keys of the places of ours that it names; `unknown_place`, as typed,
    a place that is not ours, in which case there are no localities.
    """

    text: str
    expanded: str
    terms: str
    language: Language
    asked: tuple[Asked, ...]
    time: NamedTime
    localities: tuple[int, ...] = ()
    unknown_place: str | None = None
    wants_money: bool = False

    @property
    def search_text(self) -> str:
        """Return what to search with: the terms, or the whole message where nothing is left."""
        return self.terms or self.expanded

    @property
    def main(self) -> Asked:
        """Return the main thing asked."""
        return self.asked[0]


def understand(text: str, localities: Sequence[LocalityName], today: dt.date) -> Question:
    """Read a message; `today` settles "this year" and "this month"."""
    text = clean(text[:LONGEST])
    language = detect(text)
    expanded = text if language == "en" else expand_chat(text)
    places = find_places(expanded, localities)
    folded = fold(_without_spans(expanded, places.spans))
    return Question(
        text=text,
        expanded=expanded,
        terms=_terms(expanded, places, language),
        language=language,
        asked=find_asked(folded),
        time=find_time(expanded, today),
        localities=tuple(place.key for place in places.ours),
        unknown_place=places.unknown,
        wants_money=wants_money(folded),
    )


def _terms(text: str, places: NamedPlaces, language: Language) -> str:
    content = _without_time(_without_spans(text, places.spans))
    return translate_terms(content) if language == "en" else find_terms(content)


def _without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _without_time(text: str) -> str:
    kept = remove_time(fold(text))
    if len(kept) != len(text):
        return text
    return "".join(
        " " if blank == " " else letter for letter, blank in zip(text, kept, strict=True)
    )


def carry_over(question: Question, earlier: Question) -> Question:
    """Fill a follow-up's place, time, kind and words from the question before it."""
    asked = earlier.asked if question.asked == (Asked.OTHER,) else question.asked
    known = set(fold(question.terms).split())
    more = [word for word in earlier.terms.split() if fold(word) not in known]
    time = NamedTime(
        question.time.year or earlier.time.year,
        question.time.quarter or (None if question.time.month else earlier.time.quarter),
        question.time.month or (None if question.time.quarter else earlier.time.month),
    )
    return replace(
        question,
        # What is new is said twice, so that it outweighs what was asked before.
        terms=" ".join([question.terms, question.terms, *more]).strip(),
        asked=asked,
        time=time,
        localities=question.localities or (() if question.unknown_place else earlier.localities),
    )


_LONGEST_FOLLOW_UP = 12  # words
_FOLLOW_UP = re.compile(
    r"^(?:con|vay|the con|the|rieng|vay con|va|con lai)\b|\bthi sao\b|^ai chu tri|^khi nao\b"
    r"|^(?:what|how) about\b|^and\b"
)


def is_follow_up(question: Question) -> bool:
    """Say whether the message only makes sense after another one."""
    folded = fold(question.expanded)
    return bool(_FOLLOW_UP.search(folded)) and len(folded.split()) <= _LONGEST_FOLLOW_UP
