"""Which of the units that rows name a question means, as people shorten them."""

from collections.abc import Iterable

from knowledge.abbreviations import expand_formal
from knowledge.text import fold, syllables

_JOINTS = frozenset({"va"})
# Before the name proper: "các công chức chuyên môn", "công chức văn phòng".
_TITLES = ("cac", "cong chuc", "can bo", "cc")
# Of themselves these name no unit, nor does the committee without its level.
_KINDS = frozenset(
    {"bo phan", "co quan", "don vi", "co quan don vi", "phong ban", "cac phong", "cac co quan"}
    | {"cac bo phan", "cac don vi", "uy ban", "uy ban nhan", "uy ban nhan dan", "cong chuc"}
    | {"cac cong chuc", "can bo", "cac can bo", "uy ban nhan dan cac", "cac phong ban", "cac xa"}
    | {"trung tam", "cac ban", "cac nganh"}
)
_LEAST = 2  # syllables


def find_units(text: str, units: Iterable[str]) -> tuple[str, ...]:
    """Return the units whose name, or the beginning of it, the text holds at its longest."""
    within = f" {' '.join(_words(text))} "
    lengths = {unit: max(_match(within, name) for name in _names(unit)) for unit in units}
    longest = max(lengths.values(), default=(0, False))
    return tuple(unit for unit, length in lengths.items() if length == longest and longest[0])


def count_words(text: str, units: Iterable[str]) -> frozenset[str]:
    """Return the folded syllables of the text that belong to the names of the units."""
    return frozenset(word for unit in units for word in _words(unit)) & frozenset(_words(text))


def _match(within: str, name: list[str]) -> tuple[int, bool]:
    """Return how many first syllables of the name stand together in the text, and if it ends."""
    for length in range(len(name), _LEAST - 1, -1):
        start = " ".join(name[:length])
        if f" {start} " in within:
            return (0, False) if start in _KINDS else (length, length == len(name))
    return 0, False


def _names(unit: str) -> list[list[str]]:
    whole = " ".join(_words(unit))
    names = [whole]
    for title in _TITLES:
        names.append(names[-1].removeprefix(f"{title} "))
    return [name.split() for name in dict.fromkeys(names)]


def _words(text: str) -> list[str]:
    return [word for word in syllables(fold(expand_formal(text))) if word not in _JOINTS]
