"""What a search found: a list, an answer, the superior's answer, a refusal or a question back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from handlers.library.scopes import Row
from handlers.questions.answers import Answer, compose, compose_each, keys_of
from handlers.questions.asking import Asking, ask_place
from handlers.questions.computed import compute_list
from handlers.questions.memory import Memory, remember
from handlers.questions.partners import find_partner_of
from handlers.questions.refusals import refuse
from handlers.questions.superiors import add_other_day, compose_above, find_above
from handlers.questions.trace import Way
from knowledge.answering import Candidate, Choice, Held, Outcome, choose, is_close, is_in_place
from knowledge.questions.understanding import Question
from knowledge.search.base import Comparison

MOST_FOUND = 200  # passages near a question that are looked at
MOST_NEAR = 5


@dataclass(frozen=True)
class Searching:
    """A question compared with everything that may answer it."""

    question: Question
    asking: Asking
    comparison: Comparison
    related_from: float | None

    def answer(self, memory: Memory) -> Answer:
        """Answer from the rows found, or say why not."""
        listed = compute_list(self.question, self.asking, memory, self._is_about)
        asking, question = self.asking, self.question
        if listed:
            asking.trace.note(way=Way.LISTED)
            return listed
        choice = choose(
            question,
            self.candidates,
            asking.scope.held,
            own=asking.own_id,
            related_from=self.related_from,
        )
        asking.trace.note(way=Way.SEARCHED, candidates=self.candidates, choice=choice)
        above = find_above(question, self.candidates, asking, self.related_from)
        if choice.outcome is Outcome.NOT_FOUND and above:
            asking.trace.note(way=Way.SUPERIOR)
            kept = remember(memory, question.text, keys_of(above.rows))
            return replace(compose_above(question, above, asking), memory=kept)
        if choice.outcome is not Outcome.ANSWERED:
            return self._ask_back_or_refuse(choice, memory)
        answer = self._compose(choice, memory)
        return add_other_day(answer, question, asking.scope.find(choice.rows[0].fact), above)

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        """The rows nearest to the question, best first."""
        scope = self.asking.scope
        found = (
            (hit, scope.rows[scope.passages[hit.key]]) for hit in self.comparison.best(MOST_FOUND)
        )
        return [
            Candidate(hit, row.fact, Held(row.plan.locality_id, row.plan.facts.year))
            for hit, row in found
        ]

    def _is_about(self, row: Row) -> bool:
        hits = self.asking.scope.rate(self.comparison, [row.key])
        return any(is_close(self.question, hit, self.related_from) for hit in hits.values())

    def _ask_back_or_refuse(self, choice: Choice, memory: Memory) -> Answer:
        if choice.outcome is Outcome.AMBIGUOUS:
            return ask_place(self.question, choice.localities, self.asking, memory)
        kept = remember(memory, self.question.text, ())
        return replace(refuse(self.question, choice, self.asking, self._near()), memory=kept)

    def _near(self) -> list[Row]:
        """Give the rows of the place asked about that came closest."""
        placed = (
            c for c in self.candidates if is_in_place(self.question, c.plan, self.asking.own_id)
        )
        return [self.asking.scope.find(c.fact) for c in islice(placed, MOST_NEAR)]

    def _compose(self, choice: Choice, memory: Memory) -> Answer:
        question, asking = self.question, self.asking
        rows = [asking.scope.find(candidate.fact) for candidate in choice.rows]
        kept = remember(memory, question.text, keys_of(rows))
        if len(choice.localities) > 1:
            return replace(compose_each(question, rows, today=asking.today), memory=kept)
        partner = find_partner_of(rows[0], asking.scope)
        return replace(compose(question, rows, partner, today=asking.today), memory=kept)
