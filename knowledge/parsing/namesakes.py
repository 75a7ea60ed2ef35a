"""Find units that a plan names in two ways."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, takewhile

from knowledge.abbreviations import expand_formal
from knowledge.plan import Note, PlannedTask
from knowledge.text import fold, syllables

_MOST_NAMES = 200  # of a plan; each is compared with each
_SHORTEST = 8  # letters; in shorter names one letter makes another unit
_JOINTS = re.compile(r"\bva\b|\W+")
_COUNCILS = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"))  # everybody's short forms
_INITIALS = re.compile(r"\b[A-ZĐ][A-ZĐ&]+\b")


def find_namesakes(tasks: Sequence[PlannedTask]) -> Iterator[Note]:
    """Yield pairs of names that are spelled nearly alike, with the place of the rarer one.

    Case, dashes and the place of a tone make no other name; a joint, a short form or a letter do.
    """
    named = [(unit, task.place) for task in tasks for unit in (*task.lead, *task.supporting)]
    counted = Counter(_shallow(unit) for unit, _ in named)
    first = {_shallow(unit): (unit, place) for unit, place in reversed(named)}
    common = [key for key, _ in counted.most_common(_MOST_NAMES)]
    for often, rarely in combinations(common, 2):
        (name, _), (other, place) = first[often], first[rarely]
        if is_same_unit(name, other):
            yield Note("two_names", (("name", name), ("other", other)), place)


def is_same_unit(name: str, other: str) -> bool:
    """Say whether two spellings are near enough to be one unit's."""
    mine, theirs = _deep(name), _deep(other)
    if mine == theirs or _stands_for(name, other) or _stands_for(other, name):
        return True
    kinds = [(fold(each).split(maxsplit=1)[:1], re.findall(r"\d+", each)) for each in (name, other)]
    long = min(len(mine), len(theirs)) >= _SHORTEST
    return long and kinds[0] == kinds[1] and _is_slip(mine, theirs)


@lru_cache(maxsize=2_000)
def _shallow(name: str) -> str:
    for short, whole in _COUNCILS:
        name = name.replace(short, whole)
    return "".join(syllables(name))


@lru_cache(maxsize=2_000)
def _deep(name: str) -> str:
    return _JOINTS.sub("", fold(expand_formal(name)))


def _is_slip(mine: str, theirs: str) -> bool:
    """Say whether one letter more, less or other makes the one from the other."""
    begin = _shared(mine, theirs)
    mine, theirs = mine[begin:], theirs[begin:]
    return max(len(mine), len(theirs)) - _shared(mine[::-1], theirs[::-1]) <= 1


def _shared(mine: str, theirs: str) -> int:
    """Return how many letters two texts begin with in common."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False))
    )


def _stands_for(short: str, whole: str) -> bool:
    """Say whether the initials in a name stand for the words in the other: VHTT."""
    for initials in _INITIALS.finditer(short):
        letters = fold(initials[0]).replace("&", "")
        words = r"\W+(?:va\W+)?".join(rf"{re.escape(letter)}\w*" for letter in letters)
        pattern = re.escape(fold(short[: initials.start()])) + words
        pattern += re.escape(fold(short[initials.end() :]))
        if re.fullmatch(pattern, fold(whole)):
            return True
    return False
