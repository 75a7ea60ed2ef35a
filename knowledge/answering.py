"""The decision between what a search found: an answer, a refusal, or a question back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.fitting import Fact, fits, has_money, words_of
from knowledge.questions.understanding import Question
from knowledge.search.index import Hit, is_marked
from knowledge.text import fold, syllables

# Calibrated with bench/questions.py and forty questions of our own about other things. Without
# marks, and without an embedder, only the words tell: shared pairs of at least half the weight.
LEAST_COVERAGE = 0.45
LEAST_COVERAGE_ALONE = {"marked": 0.6, "folded": 0.5}
LEAST_SUM = 0.7  # coverage + MEANING * (cosine - the embedder's related_from)
MEANING = 8.0
FEW_SYLLABLES = 2  # so few must be there whole, and of one alone the meaning must agree
WHOLE = 0.95
MARGIN = 0.12  # of the fused score; within it two rows are equally good
MOST_ROWS = 5
FIT = 0.15  # what a row gains that holds the kind of fact asked for


class Outcome(StrEnum):
    """What becomes of a question."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"


class Reason(StrEnum):
    """Why a question is not answered."""

    NOTHING_HELD = "nothing_held"
    UNKNOWN_PLACE = "unknown_place"
    OTHER_YEAR = "other_year"
    NO_AMOUNT = "no_amount"
    NOTHING_CLOSE = "nothing_close"


@dataclass(frozen=True, slots=True)
class Held:
    """A plan that can be asked about: the key of its locality and its year."""

    locality: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit with the row it found and the plan of the row."""

    hit: Hit
    fact: Fact
    plan: Held


@dataclass(frozen=True, slots=True)
class Choice:
    """The decision: rows best first, or a reason, or the localities that fit.

    `localities` are those to choose from when ambiguous, else those of the rows; `years` the years
    held there when another one was asked for.
    """

    outcome: Outcome
    rows: tuple[Candidate, ...] = ()
    reason: Reason | None = None
    localities: tuple[int, ...] = ()
    years: tuple[int, ...] = ()


def refuse_scope(question: Question, held: Iterable[Held], own: int | None = None) -> Choice | None:
    """Refuse a question about a place or year that is not held, whatever it asks; else None."""
    if question.unknown_place:
        return _refuse(Reason.UNKNOWN_PLACE)
    placed = [plan for plan in held if is_in_place(question, plan, own)]
    if not placed:
        return _refuse(Reason.NOTHING_HELD)
    if any(_is_in_year(question, plan) for plan in placed):
        return None
    years = tuple(sorted({plan.year for plan in placed if plan.year}))
    return replace(_refuse(Reason.OTHER_YEAR), years=years)


def choose(
    question: Question,
    candidates: Sequence[Candidate],
    held: Sequence[Held],
    *,
    own: int | None = None,
    related_from: float | None = None,
) -> Choice:
    """Decide which rows answer the question.

    `candidates` come from a search over all that is `held`, as place and year are judged here;
    `own` is the chat's locality where known; `related_from` the embedder's, without which the
    words alone decide.
    """
    refused = refuse_scope(question, held, own)
    if refused and refused.reason is not Reason.OTHER_YEAR:
        return refused
    placed = [c for c in candidates if is_in_place(question, c.plan, own)]
    fitting = [c for c in placed if _is_in_year(question, c.plan) or _names_year(question, c)]
    if refused and not fitting:
        return refused
    close = [c for c in _ranked(question, fitting) if is_close(question, c.hit, related_from)]
    if question.wants_money:
        close = [c for c in close if has_money(c.fact)]
        return _answer(question, close) if close else _refuse(Reason.NO_AMOUNT)
    return _answer(question, close) if close else _refuse(Reason.NOTHING_CLOSE)


def is_in_place(question: Question, plan: Held, own: int | None) -> bool:
    """Say whether a plan is of a place named, else of the chat's own, else of any."""
    wanted = question.localities or ((own,) if own is not None else ())
    return not wanted or plan.locality in wanted


def is_close(question: Question, hit: Hit, related_from: float | None) -> bool:
    """Say whether a passage is about what was asked, by the words shared and by meaning."""
    marked = is_marked(question.search_text)
    if not marked or related_from is None or not hit.dense:
        return hit.coverage >= LEAST_COVERAGE_ALONE["marked" if marked else "folded"]
    meaning = hit.dense - related_from
    length = len(syllables(question.search_text))
    if length <= FEW_SYLLABLES:
        return hit.coverage >= WHOLE and (meaning >= 0 or length == FEW_SYLLABLES)
    return hit.coverage >= LEAST_COVERAGE and hit.coverage + MEANING * meaning >= LEAST_SUM


def _answer(question: Question, ranked: Sequence[Candidate]) -> Choice:
    best = ranked[0].hit.score
    near = _unique(c for c in ranked if c.hit.score >= best - MARGIN)
    places = tuple(dict.fromkeys(c.plan.locality for c in near))
    if len(places) > 1 and not question.localities:
        return Choice(Outcome.AMBIGUOUS, localities=places)
    rows = near if len(question.localities) < 2 else _best_of_each(question, ranked)
    named = tuple(dict.fromkeys(c.plan.locality for c in rows))
    return Choice(Outcome.ANSWERED, rows[:MOST_ROWS], localities=named)


def _best_of_each(question: Question, ranked: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the best row of each locality named, in the order of naming."""
    found = (
        next((c for c in ranked if c.plan.locality == key), None) for key in question.localities
    )
    return tuple(candidate for candidate in found if candidate)


def _is_in_year(question: Question, plan: Held) -> bool:
    return question.time.year is None or plan.year in (None, question.time.year)


def _names_year(question: Question, candidate: Candidate) -> bool:
    """Say whether the row itself speaks of the year, as a target for a later one does."""
    return f"nam {question.time.year}" in fold(words_of(candidate.fact))


def _ranked(question: Question, candidates: Iterable[Candidate]) -> list[Candidate]:
    fitted = [
        replace(c, hit=replace(c.hit, score=c.hit.score + FIT * fits(question.asked, c.fact)))
        for c in candidates
    ]
    return sorted(fitted, key=lambda c: -c.hit.score)


def _refuse(reason: Reason) -> Choice:
    return Choice(Outcome.NOT_FOUND, reason=reason)


def _unique(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep the best passage of each row."""
    found: dict[int, Candidate] = {}
    for candidate in candidates:
        found.setdefault(id(candidate.fact), candidate)
    return tuple(found.values())
