"""Lay the document out: headings, running text and tables, each under its sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.files.document import Paragraph, Table
from knowledge.parsing.layout import Blocks
from knowledge.parsing.numbering import Number
from knowledge.parsing.sections import Marker, Path, Section, enter, find_marker
from knowledge.plan import Place
from knowledge.text import fold

_LONGEST_HEADING = 32  # words
_LONGEST_TITLE = 200  # characters of a Roman-numbered title
_RECIPIENTS = re.compile(r"^nơi nhận\b", re.I)
_RESTART = re.compile(r"^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|DANH MỤC)\b")
_CAPTION = re.compile(r"^\(?(?:ban hành )?kèm theo\b", re.I)
_LETTERHEAD = re.compile(r"^(?:so ?:|.{0,30}, ngay\b.{0,40}$|cong hoa xa hoi|doc lap ?-)")
_INLINE_TITLE = re.compile(r"^([^:.;]{3,60}):\s+(\S.{30,})$", re.DOTALL)
_BRACKETS = re.compile(r"\([^()]*\)")
_SHORTEST_PREAMBLE = 40
_CAPITAL_SHARE = 0.8  # of the words of an annex's title
LETTER_DEPTH = 6  # of "a)", which heads a list rather than a section
_NUMBERED_DEPTH = 3
_Block = Paragraph | Table


class Kind(StrEnum):
    """What a passage is."""

    HEADING = "heading"
    TEXT = "text"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph or a table, with the sections it stands in."""

    kind: Kind
    path: Path
    text: str
    place: Place
    number: Number | None = None
    table: Table | None = None


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: the path, and whether it is among the recipients and signatures."""

    path: Path = ()
    closing: bool = False
    titling: bool = False
    passages: list[Passage] = field(default_factory=list)

    def add(self, kind: Kind, text: str, place: Place, number: Number | None = None) -> None:
        self.passages.append(Passage(kind, self.path, text, place, number))


def lay_out(blocks: Blocks) -> tuple[Passage, ...]:
    """Return the passages of the document in their order, letterhead and signatures left out."""
    walk = _Walk()
    for i, block in enumerate(blocks):
        if isinstance(block, Table):
            walk.closing = False
            passage = Passage(Kind.TABLE, walk.path, "", block.rows[0].place, table=block)
            walk.passages.append(passage)
        else:
            _take(walk, block, blocks[i + 1] if i + 1 < len(blocks) else None)
    return tuple(walk.passages)


def find_annexes(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return the captions of the annexes and forms: "Phụ lục 1. Danh mục …"."""
    outer = (p.path[0] for p in passages if p.path)
    titles = {s.number.label: s.title for s in outer if s.number and s.number.depth == 0}
    return tuple(f"{label}. {title}" if title else label for label, title in titles.items())


def _take(walk: _Walk, block: Paragraph, below: _Block | None) -> None:
    text = block.text
    if _RECIPIENTS.match(text):
        walk.closing = True
    elif not walk.titling and _is_restart(text):
        walk.path, walk.closing, walk.titling = (), False, False
    elif (marker := find_marker(text)) and not (walk.closing and marker.number.depth > 2):
        _take_marked(walk, block, marker, below)
    elif walk.titling and (_is_capital(text) or _CAPTION.match(text)):
        _extend_title(walk, text)
    elif not walk.closing and _is_running(walk, text):
        walk.titling = False
        walk.add(Kind.TEXT, text, block.place)


def _is_restart(text: str) -> bool:
    """Say whether the title of an enclosed plan begins here."""
    return bool(_RESTART.match(text)) and text.isupper() and len(text) < _LONGEST_TITLE


def _is_running(walk: _Walk, text: str) -> bool:
    """Say whether the text is running text, not letterhead, title or caption."""
    if _CAPTION.match(text) or _LETTERHEAD.match(fold(text)):
        return False
    return bool(walk.path) or (len(text) >= _SHORTEST_PREAMBLE and not text.isupper())


def _is_capital(text: str) -> bool:
    """Say whether the words are capital, all but a few: "… 5G, IoT …"."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(map(str.isupper, words)) > _CAPITAL_SHARE * len(words)


def _extend_title(walk: _Walk, text: str) -> None:
    """Take the capital lines below "PHỤ LỤC 1" as its title."""
    if not _CAPTION.match(text):
        last = walk.path[-1]
        walk.path = (*walk.path[:-1], Section(last.number, f"{last.title} {text}".strip()))


def _take_marked(walk: _Walk, block: Paragraph, marker: Marker, below: _Block | None) -> None:
    walk.closing = False
    number, text = marker.number, marker.text
    title, body = _split_title(marker, below)
    walk.titling = number.depth == 0
    if title is None:
        kept = enter(walk.path, Section(number, ""))[:-1]
        walk.path = kept
        walk.add(Kind.TEXT, text, block.place, number)
        return
    walk.path = enter(walk.path, Section(number, title))
    walk.add(Kind.HEADING, title, block.place, number)
    if body:
        walk.add(Kind.TEXT, body, block.place)


def _split_title(marker: Marker, below: _Block | None) -> tuple[str | None, str]:
    """Return the title and the text after it; no title when the paragraph is no heading."""
    text = marker.text
    inline = _INLINE_TITLE.match(text)
    if marker.number.depth < _NUMBERED_DEPTH:
        short = len(text) <= _LONGEST_TITLE and not text.endswith(".")
        return (_bare(text), "") if short or text.isupper() else ("", text)
    if inline and marker.number.depth < LETTER_DEPTH and len(inline[1].split()) <= 5:
        return inline[1].strip(), inline[2]
    return (_bare(text), "") if _is_heading(marker, below) else (None, text)


def _is_heading(marker: Marker, below: _Block | None) -> bool:
    text = _BRACKETS.sub("", marker.text).strip()
    if text.endswith((";", ",")) or ". " in text:
        return False
    if marker.number.depth >= LETTER_DEPTH:
        return text.endswith(":")
    longest = _LONGEST_HEADING if text.endswith(".") else 2 * _LONGEST_HEADING
    return len(text.split()) <= longest and _has_content_below(marker, below)


def _has_content_below(marker: Marker, below: _Block | None) -> bool:
    if below is None or isinstance(below, Table):
        return below is not None
    following = find_marker(below.text)
    return following is None or following.number.depth > marker.number.depth


def _bare(title: str) -> str:
    return title.rstrip(" .:")
