"""Personal data in what people type, whatever the marks, the case and the spacing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.personal.homes import find_homes
from knowledge.personal.names import find_names
from knowledge.personal.numbers import find_numbers
from knowledge.personal.view import Found, PersonalKind, View
from knowledge.text import fold

__all__ = ["Personal", "PersonalKind", "find_personal"]

_LEAST_KNOWN = 3  # letters or digits; a shorter field stands everywhere


@dataclass(frozen=True, slots=True)
class Personal:
    """A piece of personal data; `start` and `end` as of a slice of the text."""

    start: int
    end: int
    kind: PersonalKind


def find_personal(text: str, known: Sequence[str] = ()) -> tuple[Personal, ...]:
    """Find personal data, in the order of the text, none overlapping.

    `known` are fields of a case (name, phone, address), found wherever they stand. What stands in
    square brackets counts as hidden already.
    """
    view = View.of(text)
    found = [*_find_known(view, known), *find_numbers(view), *find_homes(view), *find_names(view)]
    return tuple(Personal(*view.locate(start, end), kind) for start, end, kind in _merge(found))


def _find_known(view: View, known: Sequence[str]) -> Iterator[Found]:
    for field in known:
        pieces = re.findall(r"\d|[^\W\d_]+", fold(field))
        if sum(map(len, pieces)) < _LEAST_KNOWN:
            continue
        pattern = r"[^\w\n]{0,3}".join(map(re.escape, pieces))
        for found in re.finditer(rf"(?<![^\W\d_]){pattern}(?![^\W\d_])", view.plain):
            yield *found.span(), PersonalKind.KNOWN


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
