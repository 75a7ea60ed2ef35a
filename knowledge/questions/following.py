"""What a message means after the ones before it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.questions.rules import Asked
from knowledge.questions.terms import find_topic
from knowledge.questions.times import NamedTime
from knowledge.questions.understanding import Question
from knowledge.text import fold


class Step(StrEnum):
    """How a message stands to the last reply."""

    FRESH = "fresh"  # makes sense alone
    CARRY = "carry"  # the question before it, with something changed
    ROWS = "rows"  # something else about the rows of the last reply
    NTH = "nth"  # one of those rows, by its number
    MORE = "more"  # the rest of a list


@dataclass(frozen=True, slots=True)
class Following:
    """How a message follows; `number`, from 1, is the row meant by NTH, -1 the last."""

    step: Step
    number: int = 0


NEW_AS_OFTEN = 2
_LONGEST = 12  # words
_STARTS = re.compile(
    r"^(?:con|vay|the con|the|rieng|vay con|va|con lai)\b|\bthi sao\b"
    r"|^(?:what|how) about\b|^and\b"
)
_MORE = re.compile(
    r"^(?:con (?:nua|gi nua|viec (?:gi|nao) nua)|xem (?:them|tiep)|tiep(?: theo| tuc)?|cho xem them"
    r"|more|show more|what else|next)\b(?: khong| a| nhe| nua)*$"
)
_NUMBERS = {
    "dau tien": 1, "nhat": 1, "mot": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "cuoi cung": -1, "cuoi": -1,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
}  # fmt: skip
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NTH = re.compile(
    rf"\b(?:viec|nhiem vu|muc|cai|dong|y|noi dung) (?:thu |so )?(\d{{1,2}}|{_WORDS})\b"
    rf"|^(?:thu|so) (\d{{1,2}}|{_WORDS})\b|\bthe ({_WORDS}) (?:one|task|item)\b"
)
_ABOUT_ROWS = frozenset(
    {Asked.DEADLINE, Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE, Asked.TARGET}
    | {Asked.LEGAL_BASIS}
)


# Lists and what is asked of a document need no subject but a place.
_STANDING = frozenset({Asked.LIST, Asked.COUNT, Asked.DOCUMENT, Asked.PROFILE, Asked.OWN_TASKS})


def find_following(question: Question, rows: int) -> Following:
    """Say how a message follows the last reply, which showed so many rows."""
    folded = fold(question.expanded).strip(" .!?,")
    if len(folded.split()) > _LONGEST:
        return Following(Step.FRESH)
    if rows and _MORE.match(folded):
        return Following(Step.MORE)
    named = _NTH.search(folded)
    is_bare = not question.localities and not question.time.is_within_year
    if rows and is_bare and named:
        word = next(filter(None, named.groups()))
        number = _NUMBERS[word] if word in _NUMBERS else int(word)
        if number <= rows and _is_short(question, without=named[0]):
            return Following(Step.NTH, number)
    if not _is_bare(question):
        return Following(Step.CARRY if _STARTS.search(folded) else Step.FRESH)
    if question.main in _STANDING and question.localities and not _STARTS.search(folded):
        return Following(Step.FRESH)
    if rows and is_bare and question.main in _ABOUT_ROWS and not question.time.year:
        return Following(Step.ROWS)
    return Following(Step.CARRY)


def _is_bare(question: Question) -> bool:
    """Say whether a message names no subject of its own."""
    if question.main is Asked.DOCUMENT:
        return not find_topic(question.terms, "document")
    return not question.terms


def _is_short(question: Question, *, without: str) -> bool:
    """Say whether little else is said than the number."""
    return len(fold(question.terms).replace(without, "").split()) <= 2


def carry_over(question: Question, earlier: Question) -> Question:
    """Fill a follow-up's place, time, kind and words from the question before it."""
    is_new = question.asked != (Asked.OTHER,)
    known = set(fold(question.terms).split())
    more = [word for word in earlier.terms.split() if fold(word) not in known]
    if is_new and question.main in _STANDING:
        more = []
    return replace(
        question,
        # What is new is said again, so that it outweighs what was asked before.
        terms=" ".join([*[question.terms] * NEW_AS_OFTEN, *more]).strip(),
        expanded=question.expanded if is_new else f"{question.expanded}; {earlier.expanded}",
        asked=question.asked if is_new else earlier.asked,
        time=_carry_time(question.time, earlier.time),
        localities=question.localities or (() if question.unknown_place else earlier.localities),
        needs=question.needs if is_new else earlier.needs,
        known=question.known if question.terms else earlier.known,
        is_following=True,
    )


def _carry_time(time: NamedTime, earlier: NamedTime) -> NamedTime:
    if time.is_within_year:
        return replace(time, year=time.year or earlier.year)
    return replace(earlier, year=time.year or earlier.year)
