"""Read the numbers that head sections, rows and lists, and how deep each kind lies."""

import re
from dataclasses import dataclass

from knowledge.parsing.letters import UPPER
from knowledge.parsing.markup import cell_text

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_DEPTHS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (2, re.compile(rf"^({_ROMAN})$")),
    (1, re.compile(r"^([A-HK-UY-ZĐ])$")),
    (3, re.compile(r"^(\d{1,3})$")),
    (4, re.compile(r"^(\d{1,3}\.\d{1,2})$")),
    (5, re.compile(r"^(\d{1,3}(?:\.\d{1,2}){2,3})$")),
    (6, re.compile(r"^([a-zđ])$")),
)
_FUSED = re.compile(
    rf"^(?:({_ROMAN})[.)]?|([A-HĐ]|\d{{1,2}}(?:\.\d{{1,2}})*)[.)])\s+([{UPPER}].{{2,}})$"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A row's or section's number as written, without its full stop; deeper is larger."""

    label: str
    depth: int


def read_number(cell: str | None) -> Number | None:
    """Read a cell that holds nothing but a number: II, A, 3, 2.1, a."""
    label = cell_text(cell).rstrip(".):/ ")
    for depth, pattern in _DEPTHS:
        if pattern.match(label):
            return Number(label, depth)
    return None


def split_fused(cell: str | None) -> tuple[Number, str] | None:
    """Split "VII Công tác …", a group's number and title in one cell."""
    found = _FUSED.match(cell_text(cell))
    number = read_number(found[1] or found[2]) if found else None
    return (number, found[3]) if found and number else None
