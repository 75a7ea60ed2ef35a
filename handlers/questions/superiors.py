"""What a superior's plan says: where the own one is silent, or sets another day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.library.scopes import Row
from handlers.questions.answers import Answer, cite, compose, say_source
from handlers.questions.asking import Asking
from handlers.questions.timing import explain_deadline
from handlers.texts import say
from knowledge.answering import Candidate, Choice, Outcome, choose
from knowledge.fitting import share_words
from knowledge.plan import PlannedTask
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question
from storage.values import Locality

SAME_WORK = 0.5  # of the words of the own row, by weight


@dataclass(frozen=True, slots=True)
class Above:
    """A superior with the rows of its plans that answer a question, best first."""

    place: Locality
    rows: Sequence[Row]


def find_above(
    question: Question, candidates: Sequence[Candidate], asking: Asking, related_from: float | None
) -> Above | None:
    """Find the nearest superior whose plans answer a question that is about the own place."""
    if not asking.own_id or set(question.localities) - {asking.own_id}:
        return None
    asked = replace(question, localities=())
    for place in asking.asker.superiors:
        choice = choose(
            asked, candidates, asking.scope.held, own=place.id, related_from=related_from
        )
        if choice.outcome is Outcome.ANSWERED:
            return Above(place, _rows(choice, asking))
    return None


def _rows(choice: Choice, asking: Asking) -> list[Row]:
    return [asking.scope.find(candidate.fact) for candidate in choice.rows]


def compose_above(question: Question, above: Above, asking: Asking) -> Answer:
    """Answer from a superior's plan, and say that it is one."""
    assert asking.own is not None
    head = say(
        "answered_by_superior",
        question.language,
        place=asking.own.name,
        superior=above.place.name,
    )
    answer = compose(question, above.rows, today=asking.today)
    return replace(answer, text=f"{head}\n{answer.text}")


def add_other_day(answer: Answer, question: Question, own: Row, above: Above | None) -> Answer:
    """Add the superior's day for the same work where it differs from the own one."""
    if above is None or Asked.DEADLINE not in question.asked:
        return answer
    other = above.rows[0]
    if not _sets_another_day(own, other):
        return answer
    assert isinstance(other.fact, PlannedTask)
    timeframe = (other.fact.timeframe or "").rstrip(" .;,")
    line = say(
        "superior_other_day",
        question.language,
        superior=above.place.name,
        timeframe=timeframe + explain_deadline(other.fact.deadline, timeframe, question),
    )
    source = say_source(other, question.language)
    text = f"{answer.text}\n{line}\n{source}"
    return replace(answer, text=text, citations=(*answer.citations, cite(other)))


def _sets_another_day(own: Row, other: Row) -> bool:
    """Say whether both rows are about one thing and give a day in one year, not the same one."""
    if not isinstance(own.fact, PlannedTask) or not isinstance(other.fact, PlannedTask):
        return False
    days = own.fact.deadline.last_day, other.fact.deadline.last_day
    if not days[0] or not days[1] or days[0] == days[1] or days[0].year != days[1].year:
        return False
    return share_words(own.fact.content, [own.fact, other.fact])[1] >= SAME_WORK
