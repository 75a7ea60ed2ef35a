"""Know headings and keep the path of sections that a piece stands in."""

import re
from dataclasses import dataclass

from knowledge.parsing.numbering import Number, read_number

_ANNEX = re.compile(
    r"^(phụ lục|(?:phụ|mẫu) biểu|biểu mẫu|biểu)(\s+số)?\s*:?"
    r"\s*(\d{1,2}|[IVX]{1,5}|[A-H])?\b[.:)]?\s*(.*)$",
    re.I,
)
_PART = re.compile(
    r"^((?:phần|chương|mục)\s+(?:thứ\s+)?(?:[IVX]{1,5}|\d{1,2}|[A-H]|nhất|hai|ba|tư|năm))\b[.:]?\s*(.*)$",
    re.I,
)
_ARTICLE = re.compile(r"^(Điều\s+\d{1,3})[.:]\s*(.*)$")
_NUMBERED = re.compile(
    r"^(?:([IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]|(\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)]|(\d{1,2}(?:\.\d{1,2}){1,3}))"
    r"\s+(\S.*)$",
    re.DOTALL,
)
_LONGEST_ANNEX = 160
_ANNEX_DEPTH, _PART_DEPTH, _ARTICLE_DEPTH = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Marker:
    """The number at the head of a paragraph, and the text after it."""

    number: Number
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One step of a section path."""

    number: Number | None
    title: str


Path = tuple[Section, ...]


def find_marker(text: str) -> Marker | None:
    """Return the number that heads a paragraph: Phụ lục 1, Điều 2., II., 3., 2.1., a)."""
    annex = _find_annex(text)
    if annex:
        return annex
    for pattern, depth in ((_PART, _PART_DEPTH), (_ARTICLE, _ARTICLE_DEPTH)):
        found = pattern.match(text)
        if found and text[0].isupper():
            return Marker(Number(found[1], depth), found[2])
    found = _NUMBERED.match(text)
    number = read_number(found[1] or found[2] or found[3]) if found else None
    return Marker(number, found[4]) if found and number else None


def _find_annex(text: str) -> Marker | None:
    """Return the marker of an annex or a form: "PHỤ LỤC 1", "Mẫu biểu số 02"."""
    found = _ANNEX.match(text)
    if not found or len(text) > _LONGEST_ANNEX or not text[0].isupper():
        return None
    kind, numbered, label, rest = found[1].capitalize(), found[2], found[3], found[4]
    if rest[:1].islower() or (kind != "Phụ lục" and not (numbered and label)):
        return None
    number = f"{kind} số" if numbered and kind != "Phụ lục" else kind
    return Marker(Number(f"{number} {label or ''}".strip(), _ANNEX_DEPTH), rest)


def enter(path: Path, section: Section) -> Path:
    """Return the path with the section as its last step, deeper and equal steps left."""
    depth = depth_of(section)
    return (*(step for step in path if depth_of(step) < depth), section)


def depth_of(section: Section) -> int:
    """Return how deep a section lies; one without a number lies just above rows."""
    return section.number.depth if section.number else 2


def labels(path: Path) -> tuple[str, ...]:
    """Return the path as its numbers; a section without one is left out."""
    return tuple(step.number.label for step in path if step.number)


def titles(path: Path) -> str:
    """Return the titles of the path joined."""
    return " — ".join(step.title for step in path if step.title)
