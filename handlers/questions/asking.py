"""What a question is answered from, and the question back where several places fit."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.library.scopes import Scope
from handlers.messages import Button
from handlers.questions.answers import Answer, Offer
from handlers.questions.memory import Memory, remember
from handlers.questions.trace import UNTRACED, Trace
from handlers.texts import say
from knowledge.abbreviations import expand_chat
from knowledge.answering import Choice, Held, is_in_place, is_in_year, refuse_scope
from knowledge.memo import keep_latest
from knowledge.questions.following import Step, carry_over, find_following
from knowledge.questions.places import LocalityName, find_places
from knowledge.questions.understanding import Question, understand
from storage.values import Locality, StoredPlan

MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: the places served, the chat's own one, the day, and whether an official asks.

    `trace` is told how the answer comes about.
    """

    places: Sequence[Locality]
    own: Locality | None
    today: dt.date
    is_official: bool = False
    trace: Trace = UNTRACED

    @property
    def superiors(self) -> tuple[Locality, ...]:
        """The places above the chat's own one, nearest first."""
        return tuple(_climb(self.own, self.places)) if self.own else ()

    @property
    def allowed(self) -> Sequence[Locality]:
        """The places that may answer: the chat's own with those above it, else all."""
        return (self.own, *self.superiors) if self.own else self.places

    def find_scope(self, texts: Sequence[str]) -> list[Locality]:
        """Give the places to search: those that may answer, or those that the texts name.

        The latest text that names a place decides, as a follow-up is about the same.
        """
        if self.own:
            return list(self.allowed)
        for text in reversed(texts):
            named = {place.key for place in find_places(expand_chat(text), self.names).ours}
            if named:
                return self._with_superiors([p for p in self.places if p.id in named])
        return list(self.places)

    def _with_superiors(self, named: Sequence[Locality]) -> list[Locality]:
        found = [each for place in named for each in (place, *_climb(place, self.places))]
        return list({place.id: place for place in found}.values())

    @property
    def names(self) -> tuple[LocalityName, ...]:
        """The names of all places served."""
        return _name_all(self.places)


@keep_latest
def _name_all(places: Sequence[Locality]) -> tuple[LocalityName, ...]:
    return tuple(LocalityName(place.id, place.name) for place in places)


def _climb(place: Locality, places: Sequence[Locality]) -> Iterator[Locality]:
    by_id = {each.id: each for each in places}
    above = by_id.get(place.parent_id or 0)
    seen = {place.id}
    while above and above.id not in seen:
        yield above
        seen.add(above.id)
        above = by_id.get(above.parent_id or 0)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question's ground: who asks, and everything held that may answer."""

    asker: Asker
    scope: Scope

    @property
    def own(self) -> Locality | None:
        """The chat's own place."""
        return self.asker.own

    @property
    def own_id(self) -> int | None:
        """The key of the chat's own place."""
        return self.asker.own.id if self.asker.own else None

    @property
    def today(self) -> dt.date:
        """The day in Viet Nam."""
        return self.asker.today

    @property
    def is_official(self) -> bool:
        """Whether an official of the place asks."""
        return self.asker.is_official

    @property
    def trace(self) -> Trace:
        """What is told how the answer comes about."""
        return self.asker.trace

    @property
    def places(self) -> Sequence[Locality]:
        """The places that may answer."""
        return self.asker.allowed

    def read(self, text: str) -> Question:
        """Understand a message by itself; a place served elsewhere is none of this chat's."""
        question = understand(text, self.asker.names, self.today, speller=self.scope.speller)
        elsewhere = {*question.localities} - {place.id for place in self.places}
        others = [place.name for place in self.asker.places if place.id in elsewhere]
        if not others:
            return question
        return replace(question, localities=(), unknown_place=others[0])

    def read_after(self, texts: Sequence[str]) -> Question | None:
        """Understand the last of some messages in the light of those before it."""
        question: Question | None = None
        for text in texts:
            read = self.read(text)
            follows = question and find_following(read, 0).step is Step.CARRY
            question = carry_over(read, question) if question and follows else read
        return question

    def find_plans(self, question: Question) -> list[StoredPlan]:
        """Give the plans of the place and year that a question is about."""
        return [
            plan
            for plan in self.scope.plans.values()
            if is_in_place(question, held := Held(plan.locality_id, plan.facts.year), self.own_id)
            and is_in_year(question, held)
        ]

    def may_answer(self, question: Question, locality_id: int) -> bool:
        """Say whether a place is one that the question names, or may be about where none is."""
        return locality_id in (question.localities or [place.id for place in self.places])

    def refuse(self, question: Question) -> Choice | None:
        """Refuse a place or a year that is not held."""
        return refuse_scope(question, self.scope.held, self.own_id)


def ask_place(
    question: Question, localities: Sequence[int], asking: Asking, memory: Memory
) -> Answer:
    """Ask which of several places is meant."""
    names = [p.name for p in asking.places if p.id in localities]
    text = say("ask_place", question.language, places="; ".join(names))
    kept = remember(memory, question.text, ())
    offers = tuple(Offer(Button(name, name)) for name in names[:MOST_CHOICES])
    return Answer("ambiguous", text, offers=offers, memory=kept)
