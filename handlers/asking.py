"""What a question is answered from, and the question back where several places fit."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.answers import Answer
from handlers.library import Scope
from handlers.memory import Memory, remember
from handlers.texts import say
from knowledge.answering import Choice, Held, is_in_place, is_in_year, refuse_scope
from knowledge.questions.following import Step, carry_over, find_following
from knowledge.questions.places import LocalityName
from knowledge.questions.understanding import Question, understand
from storage.values import Locality, StoredPlan


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is answered from: everything held, the asker's own place, the day."""

    scope: Scope
    places: Sequence[Locality]
    own: Locality | None
    today: dt.date
    is_official: bool = False

    def read(self, text: str) -> Question:
        """Understand a message by itself."""
        names = [LocalityName(place.id, place.name) for place in self.places]
        return understand(text, names, self.today, speller=self.scope.speller)

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
        own = self.own.id if self.own else None
        return [
            plan
            for plan in self.scope.plans.values()
            if is_in_place(question, held := Held(plan.locality_id, plan.facts.year), own)
            and is_in_year(question, held)
        ]

    def refuse(self, question: Question) -> Choice | None:
        """Refuse a place or a year that is not held."""
        return refuse_scope(question, self.scope.held, self.own.id if self.own else None)


def ask_place(
    question: Question, localities: Sequence[int], asking: Asking, memory: Memory
) -> Answer:
    """Ask which of several places is meant."""
    names = tuple(p.name for p in asking.places if p.id in localities)
    text = say("ask_place", question.language, places="; ".join(names))
    kept = remember(memory, question.text, ())
    return Answer("ambiguous", text, choices=names, memory=kept)
