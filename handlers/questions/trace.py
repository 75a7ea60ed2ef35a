"""How a message was answered, noted on the way for who wants to know why.

Nothing depends on it: with and without a trace the answer is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from handlers.library.scopes import Scope
from knowledge.answering import Candidate, Choice
from knowledge.faq import FaqNear
from knowledge.questions.understanding import Question
from storage.values import Locality


class Way(StrEnum):
    """Which way an answer came about."""

    FOLLOWING = "following"  # of the rows of the last reply
    OWN_WORDS = "own_words"
    COMPUTED = "computed"  # the office, its reports, a document, what is never ours
    LATE = "late"
    LISTED = "listed"
    SEARCHED = "searched"
    SUPERIOR = "superior"
    GRIEVANCE = "grievance"


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a message on its way to its answer; what was not reached is empty."""

    text: str
    places: Sequence[Locality] = ()
    scope: Scope | None = None
    question: Question | None = None
    way: Way | None = None
    near: Sequence[FaqNear] = ()
    candidates: Sequence[Candidate] = ()
    choice: Choice | None = None
    related_from: float | None = None


@dataclass(eq=False, slots=True)
class Trace:
    """The steps of one message, in order; nothing is noted unless it is wanted."""

    is_wanted: bool = True
    steps: list[Step] = field(default_factory=list)

    def begin(self, text: str, **seen: Any) -> None:
        """Begin a part of the message."""
        if self.is_wanted:
            self.steps.append(Step(text, **seen))

    def note(self, **seen: Any) -> None:
        """Add what was seen to the part that was begun last."""
        if self.is_wanted:
            self.steps[-1] = replace(self.steps[-1], **seen)


UNTRACED = Trace(is_wanted=False)
