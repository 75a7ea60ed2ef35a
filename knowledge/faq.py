"""Which of the office's own answers a question asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.questions.understanding import Question
from knowledge.search.base import Vector


@dataclass(frozen=True, slots=True)
class FaqText:
    """A question that the office has answered; `vector` is of the question, where embedded."""

    key: int
    question: str
    answer: str
    vector: Vector | None = None


@dataclass(frozen=True, slots=True)
class FaqHit:
    """An answer found; `is_same` where the very same thing is asked."""

    key: int
    is_same: bool


class FaqIndex:
    """Immutable once built; finds the answer that a question asks for."""

    def __init__(self, texts: Sequence[FaqText]) -> None:
        self._texts = texts

    def find(
        self, question: Question, vector: Vector | None, related_from: float | None
    ) -> FaqHit | None:
        """Find the one answer that fits, or None; `vector` and `related_from` as in a search."""
        return None
