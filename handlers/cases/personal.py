"""A sender's own data in the words of a case: what never stands in what others read."""

import re
from dataclasses import dataclass
from enum import StrEnum

from handlers.redacting import (
    find_suspects,
    mark_suspects,
    redact,
    redact_pieces,
    split_brackets,
)
from knowledge.cases.gathering import summarise
from knowledge.text import fold
from storage.values import Case

# A hamlet or a commune is where the trouble is, too; a house, a lane or a street is somebody's.
_PRECISE = re.compile(
    r"\d+\s*/\s*\d+|\b(?:so nha|nha so|so \d|duong|pho|ngo|ngach|hem|kiet|can ho|lo)\b"
)


def list_own(case: Case) -> list[str]:
    """List a sender's name, phone and house, where they were given."""
    contact = case.contact
    home = contact.address if _PRECISE.search(fold(contact.address)) else ""
    return [each for each in (contact.name, contact.phone, home) if each]


def describe_content(case: Case) -> str:
    """Give what a case is about in few words, without personal data."""
    return " ".join(redact(summarise(case.content), list_own(case)).split())


def redact_for_public(text: str, case: Case, *, is_chosen: bool = False) -> str:
    """Give words of a case without personal data, strictly where no person has chosen them."""
    return redact(text, list_own(case), strict=not is_chosen)


def find_doubtful_words(case: Case, *texts: str) -> list[str]:
    """Find in words that are to be public what may still be personal data, for a person to see."""
    own = list_own(case)
    return list(dict.fromkeys(each for text in texts for each in find_suspects(text, own)))


class Mark(StrEnum):
    """What becomes of words before everybody may read them."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    DOUBTFUL = "doubtful"  # only strictness hides it, or nothing does: a person has to look


@dataclass(frozen=True, slots=True)
class Marked:
    """Some words and what becomes of them."""

    text: str
    mark: Mark = Mark.SHOWN


def mark_original(text: str, case: Case) -> tuple[Marked, ...]:
    """Mark in the words of a case what `redact_for_public` hides, and what of it by doubt."""
    sure: set[int] = set()
    at = 0
    for piece in redact_pieces(text, list_own(case)):
        if piece.kind is not None:
            sure.update(range(at, at + len(piece.original)))
        at += len(piece.original)
    marked, at = [], 0
    for piece in redact_pieces(text, list_own(case), strict=True):
        is_sure = not sure.isdisjoint(range(at, at + len(piece.original)))
        mark = Mark.HIDDEN if is_sure else Mark.DOUBTFUL
        marked.append(Marked(piece.original, mark if piece.kind else Mark.SHOWN))
        at += len(piece.original)
    return tuple(each for each in marked if each.text)


def mark_public(text: str, case: Case) -> tuple[Marked, ...]:
    """Mark in words that are to be public what stands for what is hidden, and what is doubtful."""
    marked = []
    for words, is_suspect in mark_suspects(text, list_own(case)):
        if is_suspect:
            marked.append(Marked(words, Mark.DOUBTFUL))
        else:
            marked += [
                Marked(part, Mark.HIDDEN if is_hidden else Mark.SHOWN)
                for part, is_hidden in split_brackets(words)
            ]
    return tuple(marked)
