"""Which of the office's own answers a question asks for."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.abbreviations import expand_chat
from knowledge.gist import Gist, Likeness, compare, read_gist
from knowledge.questions.places import LocalityName, find_places
from knowledge.questions.understanding import Question
from knowledge.search.base import Vector
from knowledge.search.index import is_marked
from knowledge.text import clean

LEAST_SHARE = 0.6  # of the words of each question that the other holds
LEAST_KNOWN = 0.6  # of an English question's words
SAME_SHARE = 0.8
AS_GOOD = 0.03  # of the share; within it two answers are equally near
_ANY_DAY = dt.date(1900, 1, 1)  # of what was written on no known day; no question names its year


@dataclass(frozen=True, slots=True)
class FaqText:
    """A question that the office has answered; `vector` is of the question, where embedded.

    `written_on` settles what "this year" means in it.
    """

    key: int
    question: str
    answer: str
    vector: Vector | None = None
    written_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FaqHit:
    """An answer found; `is_same` where the very same thing is asked."""

    key: int
    is_same: bool


@dataclass(frozen=True, slots=True)
class FaqNear:
    """An answered question compared with one asked.

    `share` is of the words that each holds of the other, the smaller one; `meaning` by how much
    both are nearer than unrelated ones, 0 where unknown.
    """

    key: int
    share: float
    meaning: float
    is_same: bool


@dataclass(frozen=True, slots=True)
class _Gists:
    """A question's gist as written and without marks."""

    marked: Gist
    folded: Gist


@dataclass(frozen=True, slots=True)
class _Known:
    """A question with its gists, as written and without marks; `is_marked` as it is written."""

    text: FaqText
    places: frozenset[int]
    gists: _Gists
    is_marked: bool
    year: int | None


@dataclass(frozen=True, slots=True)
class _Held:
    """A known question and by how much it is nearer in meaning than an unrelated one."""

    known: _Known
    meaning: float


@dataclass(frozen=True, slots=True)
class _Found:
    known: _Known
    likeness: Likeness
    meaning: float
    is_folded: bool

    @property
    def is_near(self) -> bool:
        """Tell whether the answer may be given at all."""
        is_meant = self.is_folded or self.likeness.is_same or self.meaning >= 0
        return self.likeness.share >= LEAST_SHARE and is_meant


class FaqIndex:
    """Immutable once built; finds the answer that a question asks for.

    `places` are those whose names say nothing of a question's subject.
    """

    def __init__(self, texts: Sequence[FaqText], places: Sequence[LocalityName] = ()) -> None:
        self._places = places
        self._known = [self._read(text) for text in texts]

    def _read(self, text: FaqText) -> _Known:
        day = text.written_on or _ANY_DAY
        question, places = self._without_places(expand_chat(clean(text.question)))
        year = text.written_on.year if text.written_on else None
        return _Known(text, places, _read_gists(question, day), is_marked(question), year)

    def _without_places(self, text: str) -> tuple[str, frozenset[int]]:
        if not self._places:
            return text, frozenset()
        found = find_places(text, self._places)
        for start, end in found.spans if found.ours else ():
            text = text[:start] + " " * (end - start) + text[end:]
        return text, frozenset(place.key for place in found.ours)

    def find(
        self,
        question: Question,
        vector: Vector | None,
        related_from: float | None,
        *,
        among: Collection[int] | None = None,
    ) -> FaqHit | None:
        """Find the one answer that fits, or None; `vector` and `related_from` as in a search.

        `among` are the keys that may be found, all where it is not given.
        """
        held = self._hold(question, vector, related_from, among)
        typed = self._read_asked(question, question.expanded)
        hit = _choose(_match(typed, held, is_marked=is_marked(question.text)))
        if question.language != "en" or (hit and hit.is_same):
            return hit
        if question.known < LEAST_KNOWN:
            return None
        hit = _choose(_match(self._translate(question, typed), held, is_marked=True))
        return replace(hit, is_same=False) if hit else None

    def _hold(
        self,
        question: Question,
        vector: Vector | None,
        related_from: float | None,
        among: Collection[int] | None,
    ) -> list[_Held]:
        return [
            _Held(known, _meaning(vector, known.text.vector, related_from))
            for known in self._known
            if (among is None or known.text.key in among) and _is_there(question, known)
        ]

    def list_near(
        self,
        question: Question,
        vector: Vector | None,
        related_from: float | None,
        *,
        among: Collection[int] | None = None,
        limit: int = 5,
    ) -> list[FaqNear]:
        """List the known questions that share words with one asked, the nearest first."""
        held = self._hold(question, vector, related_from, among)
        typed = self._read_asked(question, question.expanded)
        compared = _compare(typed, held, is_marked=is_marked(question.text))
        near = [
            FaqNear(each.known.text.key, each.likeness.share, each.meaning, each.likeness.is_same)
            for each in compared
            if each.likeness.share > 0
        ]
        return sorted(near, key=lambda each: (-each.share, -each.meaning))[:limit]

    def _read_asked(self, question: Question, text: str) -> _Gists:
        gists = _read_gists(self._without_places(text)[0], _ANY_DAY)
        marked, folded = (
            replace(each, time=question.time) for each in (gists.marked, gists.folded)
        )
        return _Gists(marked, folded)

    def _translate(self, question: Question, typed: _Gists) -> _Gists:
        """Read an English question by its Vietnamese terms; what it asks for is as typed."""
        gists = self._read_asked(question, question.terms)
        asks = typed.marked.asks
        return _Gists(replace(gists.marked, asks=asks), replace(gists.folded, asks=asks))


def _read_gists(text: str, day: dt.date) -> _Gists:
    return _Gists(read_gist(text, day), read_gist(text, day, is_folded=True))


def _match(asked: _Gists, held: Sequence[_Held], *, is_marked: bool) -> list[_Found]:
    return [each for each in _compare(asked, held, is_marked=is_marked) if each.is_near]


def _compare(asked: _Gists, held: Sequence[_Held], *, is_marked: bool) -> list[_Found]:
    """Compare a question with each known one, without marks where either has none."""
    found = []
    for known, meaning in ((each.known, each.meaning) for each in held):
        is_folded = not (is_marked and known.is_marked)
        one, other = asked.marked, known.gists.marked
        if is_folded:
            one, other = asked.folded, known.gists.folded
        likeness = compare(one, other, year=known.year)
        if likeness is not None:
            found.append(_Found(known, likeness, meaning, is_folded))
    return found


def _is_there(question: Question, known: _Known) -> bool:
    """Say whether both questions are of one place, as far as they name any."""
    if not known.places or not question.localities:
        return True
    return not known.places.isdisjoint(question.localities)


def _meaning(one: Vector | None, other: Vector | None, related_from: float | None) -> float:
    """Return by how much two questions are nearer than unrelated ones; 0 where unknown."""
    if one is None or other is None or related_from is None or one.shape != other.shape:
        return 0.0
    return float(one @ other) - related_from


def _choose(found: Sequence[_Found]) -> FaqHit | None:
    """Choose the newest of the same questions, else the nearest; of several as near none."""
    same = [each for each in found if each.likeness.is_same and each.likeness.share >= SAME_SHARE]
    if same:
        best = max(same, key=lambda each: (each.likeness.share, each.known.text.key))
        return FaqHit(best.known.text.key, is_same=True)
    near = sorted(found, key=lambda each: (-each.likeness.share, -each.meaning))
    if not near or (len(near) > 1 and _is_as_good(near[1], near[0])):
        return None
    return FaqHit(near[0].known.text.key, is_same=False)


def _is_as_good(second: _Found, first: _Found) -> bool:
    return first.likeness.share - second.likeness.share < AS_GOOD


def ask_the_same(one: str, other: str, today: dt.date) -> bool:
    """Say whether two questions, as typed, are practically the same one."""
    return len(group_same([(one, today), (other, today)])) == 1


def group_same(questions: Sequence[tuple[str, dt.date]]) -> list[list[int]]:
    """Put the places of the questions that are practically one together, each typed on a day."""
    read = [(is_marked(text), _read_gists(text, day), day.year) for text, day in _expand(questions)]
    groups: list[list[int]] = []
    for at, one in enumerate(read):
        group = next((each for each in groups if _are_same(one, read[each[0]])), None)
        if group is None:
            groups.append([at])
        else:
            group.append(at)
    return groups


def _expand(questions: Sequence[tuple[str, dt.date]]) -> list[tuple[str, dt.date]]:
    return [(expand_chat(clean(text)), day) for text, day in questions]


def _are_same(one: tuple[bool, _Gists, int], other: tuple[bool, _Gists, int]) -> bool:
    is_folded = not (one[0] and other[0])
    asked, known = (each[1].folded if is_folded else each[1].marked for each in (one, other))
    likeness = compare(asked, known, year=other[2])
    return likeness is not None and likeness.is_same and likeness.share >= SAME_SHARE


def has_subject(question: str) -> bool:
    """Say whether a question names anything that it could be found by."""
    return bool(read_gist(expand_chat(clean(question)), _ANY_DAY).words)
