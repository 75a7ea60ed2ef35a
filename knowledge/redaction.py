"""Personal data in what people type, whatever the marks, the case and the spacing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.personal.beside import find_beside
from knowledge.personal.doubtful import find_doubtful_names
from knowledge.personal.doubtful_numbers import find_doubtful_numbers
from knowledge.personal.homes import find_homes
from knowledge.personal.known import find_fields, find_public
from knowledge.personal.names import find_names
from knowledge.personal.numbers import find_numbers
from knowledge.personal.view import Found, PersonalKind, Span, View
from knowledge.personal.words import read_words

__all__ = ["Personal", "PersonalKind", "find_doubtful", "find_personal"]

_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of personal data; `start` and `end` as of a slice of the text."""

    start: int
    end: int
    kind: PersonalKind


def find_personal(
    text: str,
    known: Sequence[str] = (),
    *,
    keep: Sequence[str] = (),
    hidden: Sequence[str] = (),
    strict: bool = False,
) -> tuple[Personal, ...]:
    """Find personal data, in the order of the text, none overlapping.

    `known` are fields of a case (name, phone, address), found wherever they stand, a name also
    without its family name. `keep` are public (an office's phone, mail, address, chairman) and
    stay, unless a field is the same. `hidden` are the words that stand for what was replaced.
    `strict` finds by weaker evidence too: for what goes public once a person has read it.
    """
    view = View.of(text, hidden)
    fields = list(find_fields(view, known))
    words = read_words(view)
    names = list(find_names(view, words))
    guessed = [*find_numbers(view), *find_homes(view), *names, *find_beside(view, names)]
    if strict:
        guessed += [*find_doubtful_names(view, words), *find_doubtful_numbers(view)]
    public = sorted(find_public(view, keep))
    found = [*fields, *_outside(_merge(guessed), public, view)]
    return tuple(Personal(*view.locate(start, end), kind) for start, end, kind in _merge(found))


def find_doubtful(
    text: str,
    known: Sequence[str] = (),
    *,
    keep: Sequence[str] = (),
    hidden: Sequence[str] = (),
) -> tuple[Personal, ...]:
    """Find what only weak evidence tells, for a person to look at: as `find_personal`."""
    sure = {
        at for each in find_personal(text, known, keep=keep, hidden=hidden) for at in _range(each)
    }
    found = find_personal(text, known, keep=keep, hidden=hidden, strict=True)
    return tuple(each for each in found if any(_is_new(text, at, sure) for at in _range(each)))


def _range(each: Personal) -> range:
    return range(each.start, each.end)


def _is_new(text: str, at: int, sure: set[int]) -> bool:
    return at not in sure and text[at].isalnum()


def _outside(found: Iterable[Found], public: Sequence[Span], view: View) -> Iterator[Found]:
    """Yield the pieces of what was found that are not public."""
    for start, end, kind in found:
        at = start
        for first, last in public:
            if last <= at or first >= end:
                continue
            if _LETTER.search(view.plain, at, max(at, first)):
                yield at, first, kind
            at = max(at, last)
        if at == start or _LETTER.search(view.plain, at, max(at, end)):
            yield at, end, kind


def _merge(found: Iterable[Found]) -> list[Found]:
    """Join what overlaps; the longest piece gives the kind."""
    merged: list[tuple[Found, int]] = []
    for start, end, kind in sorted(found, key=lambda each: (each[0], -each[1])):
        if not merged or start >= merged[-1][0][1]:
            merged.append(((start, end, kind), end - start))
            continue
        (first, last, earlier), longest = merged[-1]
        kind = kind if end - start > longest else earlier
        merged[-1] = ((first, max(end, last), kind), max(longest, end - start))
    return [each for each, _ in merged]
