"""The decision between what a search found: an answer, a refusal, or a question back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from knowledge.fitting import Fact, meets, share_words, weigh_fits, words_of
from knowledge.questions.understanding import Question
from knowledge.search.codes import mask_codes
from knowledge.search.index import Hit, is_marked
from knowledge.text import fold, syllables

# Fitted (logistic regression, rounded) to 371 Vietnamese questions of our own and the shared ones,
# 179 of them about things that no plan holds: the words shared, alone and in pairs,
# + MEANING * (cosine - related_from) + LENGTH * syllables, as no row has all words of a long one.
LEAST_COVERAGE = 0.35
LEAST_SUM = 0.82
MEANING = 5.0
LENGTH = 0.05
FOLLOWING = 0.1  # off for a follow-up, whose subject has just been spoken of
MOST_SYLLABLES = 10
# Without an embedder only the words tell: shared pairs of at least half the weight.
LEAST_COVERAGE_ALONE = {"marked": 0.6, "folded": 0.5, "en": 0.4}
# Of an English question's words the share that is known counts too, and the meaning more.
LEAST_KNOWN = {"alone": 0.6, "en": 0.5}
LEAST_SUM_EN = 0.65
MEANING_EN = 14.0
FEW_SYLLABLES = 2  # so few must be there whole, and of one alone the meaning must agree
WHOLE = 0.95
MARGIN = 0.12  # of the fused score; within it two rows are equally good
MOST_ROWS = 5
FIT = 0.3  # what a row gains that holds the kind of fact asked for
# Of the score by the row's own words; the rest, by the passage, is also what its context says.
OWN = 0.5
DECIMALS = 2  # of a score that tell; rows that are as near come in the document's order
MOST_RANKED = 40  # of the rows found, those whose own words are looked at


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
    if any(is_in_year(question, plan) for plan in placed):
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
    fitting = [c for c in placed if is_in_year(question, c.plan) or _names_year(question, c)]
    if refused and not fitting:
        return refused
    close = [c for c in _ranked(question, fitting) if is_close(question, c.hit, related_from)]
    for need in question.needs:
        close = [c for c in close if meets(need, c.fact)]
        if not close:
            return _refuse(Reason.NO_AMOUNT if need.name == "money" else Reason.NOTHING_CLOSE)
    return _answer(question, close) if close else _refuse(Reason.NOTHING_CLOSE)


def is_in_place(question: Question, plan: Held, own: int | None) -> bool:
    """Say whether a plan is of a place named, else of the chat's own, else of any."""
    wanted = question.localities or ((own,) if own is not None else ())
    return not wanted or plan.locality in wanted


@lru_cache(maxsize=1000)
def _count_syllables(text: str) -> int:
    return len(syllables(text))


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near a passage is to a question: `value` must reach `least`, and what else be `met`."""

    value: float
    least: float
    met: bool = True

    @property
    def is_enough(self) -> bool:
        """Say whether the passage is about what was asked."""
        return self.met and self.value >= self.least


def is_close(question: Question, hit: Hit, related_from: float | None) -> bool:
    """Say whether a passage is about what was asked, by the words shared and by meaning."""
    return rate_closeness(question, hit, related_from).is_enough


def rate_closeness(question: Question, hit: Hit, related_from: float | None) -> Closeness:
    """Rate how near a passage is to what was asked, by the words shared and by meaning."""
    length = _count_syllables(question.search_text)
    words = LENGTH * min(length, MOST_SYLLABLES)
    meaning = hit.dense - related_from if related_from is not None and hit.dense else None
    if question.language == "en":
        return _rate_english(question, hit, words, meaning)
    if related_from is not None and length <= FEW_SYLLABLES:
        return Closeness(hit.coverage, WHOLE, (meaning or 0) >= 0 or length == FEW_SYLLABLES)
    marked = is_marked(question.search_text)
    if not marked or meaning is None:
        return Closeness(hit.coverage, LEAST_COVERAGE_ALONE["marked" if marked else "folded"])
    shared = (hit.coverage + hit.together) / 2
    least = LEAST_SUM - (FOLLOWING if question.is_following else 0)
    return Closeness(shared + MEANING * meaning + words, least, hit.coverage >= LEAST_COVERAGE)


def _rate_english(question: Question, hit: Hit, words: float, meaning: float | None) -> Closeness:
    shared = hit.coverage * question.known
    if meaning is None:
        is_known = question.known >= LEAST_KNOWN["alone"]
        return Closeness(shared, LEAST_COVERAGE_ALONE["en"], is_known)
    is_known = question.known >= LEAST_KNOWN["en"]
    return Closeness(shared + MEANING_EN * meaning + words, LEAST_SUM_EN, is_known)


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


def is_in_year(question: Question, plan: Held) -> bool:
    """Say whether a plan is of the year named, or of none that is known."""
    return question.time.year is None or plan.year in (None, question.time.year)


def _names_year(question: Question, candidate: Candidate) -> bool:
    """Say whether the row itself speaks of the year, as a target for a later one does.

    What was wrong in an earlier year, or the day of a document, is no such year.
    """
    asked, own = question.time.year, candidate.plan.year
    if asked is None or (own is not None and asked < own):
        return False
    return f"nam {asked}" in mask_codes(fold(words_of(candidate.fact)))


def _ranked(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Order by the passage, by the row's own words, and by whether it holds what is asked."""
    best = sorted(candidates, key=lambda c: -c.hit.score)[:MOST_RANKED]
    facts = [c.fact for c in best]
    shares, gains = share_words(question.search_text, facts), weigh_fits(question, facts)
    scores = [
        (1 - OWN) * c.hit.score + OWN * share + FIT * gain
        for c, share, gain in zip(best, shares, gains, strict=True)
    ]
    ranked = [
        replace(c, hit=replace(c.hit, score=score)) for c, score in zip(best, scores, strict=True)
    ]
    return sorted(
        ranked, key=lambda c: (-round(c.hit.score, DECIMALS), c.fact.place.first_line or 0)
    )


def _refuse(reason: Reason) -> Choice:
    return Choice(Outcome.NOT_FOUND, reason=reason)


def _unique(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep the best passage of each row."""
    found: dict[int, Candidate] = {}
    for candidate in candidates:
        found.setdefault(id(candidate.fact), candidate)
    return tuple(found.values())
