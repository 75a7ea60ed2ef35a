"""A message as a question: what is asked, about which place and time, in which words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.abbreviations import expand_chat
from knowledge.questions.cleaning import clean_message
from knowledge.questions.language import Language, detect
from knowledge.questions.places import LocalityName, NamedPlaces, find_places
from knowledge.questions.rules import (
    Asked,
    Need,
    find_asked,
    find_needs,
    fold_asking,
    is_recurring,
)
from knowledge.questions.spelling import Speller
from knowledge.questions.terms import Translation, find_terms, translate_terms
from knowledge.questions.times import NamedTime, blank_time, find_time


@dataclass(frozen=True, slots=True)
class Question:
    """A message understood.

    `expanded` is the text with its short forms written out; `terms` what is left of it to search
    with, and `known` the share of its words that they stand for. `localities` are the keys of the
    places of ours that it names; `unknown_place`, as typed, a place that is not ours, in which
    case there are no localities. `needs` are what a row must hold to answer it; `is_recurring`
    says whether it speaks of each quarter or month, `is_following` whether it was completed from
    the question before it.
    """

    text: str
    expanded: str
    terms: str
    language: Language
    asked: tuple[Asked, ...]
    time: NamedTime
    localities: tuple[int, ...] = ()
    unknown_place: str | None = None
    needs: tuple[Need, ...] = ()
    is_recurring: bool = False
    known: float = 1.0
    is_following: bool = False

    @property
    def search_text(self) -> str:
        """Return what to search with: the terms, or the whole message where nothing is left."""
        return self.terms or self.expanded

    @property
    def main(self) -> Asked:
        """Return the main thing asked."""
        return self.asked[0]


def understand(
    text: str,
    localities: Sequence[LocalityName],
    today: dt.date,
    *,
    speller: Speller | None = None,
) -> Question:
    """Read a message; `today` settles "this year" and "this month".

    With a speller slips are mended, and the terms get the marks that were not typed.
    """
    text = clean_message(text)
    named = find_places(text, localities)
    language = detect(_without_spans(text, named.spans))
    speller = None if language == "en" else speller
    expanded = text if language == "en" else expand_chat(text, named.spans)
    if speller:
        expanded = speller.mend(expanded, find_places(expanded, localities).spans)
    places = find_places(expanded, localities)
    folded = fold_asking(_without_spans(expanded, places.spans))
    found = _translate(expanded, places, language, speller)
    if speller:
        found = replace(found, terms=speller.drop_scraps(found.terms))
    return Question(
        text=text,
        expanded=expanded,
        terms=found.terms,
        known=found.share,
        language=language,
        asked=find_asked(folded),
        time=find_time(expanded, today),
        localities=tuple(place.key for place in places.ours),
        unknown_place=places.unknown,
        needs=find_needs(folded),
        is_recurring=is_recurring(folded),
    )


def _translate(
    text: str, places: NamedPlaces, language: Language, speller: Speller | None
) -> Translation:
    content = blank_time(_without_spans(text, places.spans))
    if language == "en":
        return translate_terms(content)
    # Marks are given back before the places go, as they are what the words stand beside.
    marked = speller.restore(text) if speller else text
    if len(marked) != len(text):
        return Translation(find_terms(content), 1.0)
    marked = blank_time(_without_spans(marked, places.spans))
    return Translation(find_terms(marked, content), 1.0)


def _without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
