"""Read a document that gives no work as a guide: paragraphs that answer by themselves.

Each carries the headings it stands under, a question stays with its answer, a list with what
announces it, and a row of a table repeats the table's header.
"""

import re
from dataclasses import dataclass, field, replace

from knowledge.files.document import Paragraph, Table
from knowledge.parsing.guides.naming import (
    ASKS,
    LETTERHEAD,
    calm,
    find_subject,
    names_subject,
)
from knowledge.parsing.guides.pieces import LABELLED, chunk, read_rows
from knowledge.parsing.layout import Blocks
from knowledge.parsing.outline import LETTER_DEPTH
from knowledge.parsing.places import span
from knowledge.parsing.sections import Marker, Path, Section, enter, find_marker, labels
from knowledge.plan import Place, PlannedParagraph
from knowledge.text import fold

_ANSWERS = re.compile(r"^(?:đáp(?:\s+án)?|trả\s+lời|[ĐA])\s*:\s*", re.I)
_TURNS = re.compile(
    r"(?<=\S)\s+(?=(?:Hỏi|Đáp|Trả lời|Câu(?: hỏi)?(?: số)? \d{1,3})\s*:)|(?<=\?)\s+(?=Đ\s*:)"
)
_RECIPIENTS = re.compile(r"^nơi nhận\b", re.I)
# What a description of a procedure is divided into, where nothing numbers the parts.
_PARTS = re.compile(
    r"^(?:(?:ve )?(?:thanh phan,? |so luong )?(?:va so luong )?(?:thanh phan )?ho so|giay to"
    r"|(?:muc )?(?:phi,? (?:va )?)?le phi|phi|thoi (?:han|gian)|trinh tu|cach thuc|dia diem"
    r"|noi (?:nop|nhan|tiep nhan)|doi tuong|co quan|ket qua|can cu|co so phap ly|yeu cau|dieu kien"
    r"|mau (?:don|to khai)|ten (?:mau|thu tuc)|luu y|quy trinh|cac buoc)\b"
)
_LISTED = re.compile(r"^(?:[-–+•]|[a-zđ]\)|bước\s+\d)", re.I)
_LONGEST_HEADING = 16  # words
_LONGEST_QUESTION = 60  # words
_LONGEST_TITLE = 100  # characters of a heading that a paragraph carries
_TITLES = 2  # headings that a paragraph carries, the innermost ones


@dataclass(slots=True)
class _Unit:
    """Pieces that stand together; `takes_all` where what announces them is still open."""

    takes_all: bool = False
    is_numbered: bool = False
    pieces: list[str] = field(default_factory=list)
    place: Place | None = None


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: the sections, a heading without a number, a question."""

    subject: str = ""
    path: Path = ()
    part: str = ""
    question: str = ""
    label: tuple[str, ...] = ()
    has_begun: bool = False
    closing: bool = False
    is_answered: bool = False  # the heading has its text: a question below is another matter
    unit: _Unit = field(default_factory=_Unit)
    asked_at: Place | None = None
    found: list[PlannedParagraph] = field(default_factory=list)

    @property
    def heads(self) -> tuple[str, ...]:
        titles = [step.title for step in self.path if step.title]
        return tuple(title[:_LONGEST_TITLE] for title in [*titles, self.part] if title)[-_TITLES:]

    def flush(self) -> None:
        """Keep what stands together as one paragraph, or several that repeat its head."""
        unit, self.unit = self.unit, _Unit()
        if unit.place is None or not unit.pieces:
            return
        place = span(self.asked_at, unit.place) if self.asked_at else unit.place
        head = self.question or " – ".join(self.heads)
        title = " – ".join(self.heads) if self.question else ""
        section = (*labels(self.path), *self.label)
        self.is_answered = self.is_answered or not self.question
        for text in chunk(self.name_subject(head), unit.pieces):
            self.found.append(PlannedParagraph(section, title, text, place))

    def name_subject(self, head: str) -> str:
        """Return the head with what the guide is about, where it does not say so."""
        if not self.subject or names_subject(head, self.subject):
            return head
        return f"{self.subject} – {head}" if head else self.subject

    def add(self, text: str, place: Place) -> None:
        self.unit.pieces.append(text)
        self.unit.place = span(self.unit.place, place) if self.unit.place else place

    def enter(self, path: Path, part: str) -> None:
        self.flush()
        self.path, self.part, self.question, self.label = path, part, "", ()
        self.asked_at, self.is_answered = None, False
        self.has_begun, self.closing = True, False


def read_guide(blocks: Blocks, title: str | None) -> tuple[PlannedParagraph, ...]:
    """Return the paragraphs of a guide; letterhead, title, recipients and signatures left out."""
    walk = _Walk(find_subject(title))
    for i, block in enumerate(blocks):
        below = blocks[i + 1] if i + 1 < len(blocks) else None
        if isinstance(block, Table):
            _take_table(walk, block)
            continue
        for text in _TURNS.split(block.text):
            _take(walk, replace(block, text=text), below, title)
    walk.flush()
    return tuple(walk.found)


def _take_table(walk: _Walk, table: Table) -> None:
    walk.flush()
    if walk.part and walk.is_answered and not walk.question:
        walk.enter(walk.path, "")
    rows = list(read_rows(table, walk.question or " – ".join(walk.heads)))
    walk.has_begun = walk.has_begun or bool(rows)
    for row in rows:
        if not LETTERHEAD.match(fold(row.text)):
            text = walk.name_subject(row.text)
            walk.found.append(PlannedParagraph(labels(walk.path), "", text, row.place))


def _take(walk: _Walk, line: Paragraph, below: Paragraph | Table | None, title: str | None) -> None:
    text = line.text.strip()
    if _RECIPIENTS.match(text):
        walk.flush()
        walk.closing = True
        return
    marker = find_marker(text)
    if (walk.closing and not marker) or (not walk.has_begun and _is_letterhead(text, title)):
        return
    question = _find_question(text, marker)
    if question:
        walk.flush()
        is_open = not walk.is_answered
        walk.enter(walk.path if is_open or walk.part else walk.path[:-1], walk.part * is_open)
        walk.question, walk.asked_at = question, line.place
        walk.unit.takes_all = True
        walk.label = (marker.number.label,) if marker else ()
    elif _is_heading(text, marker, below):
        _enter_heading(walk, text, marker)
    else:
        _take_text(walk, text, line.place, marker)


def _is_letterhead(text: str, title: str | None) -> bool:
    """Say whether a line above the first text is letterhead, or the title that is known."""
    if text.isupper() and find_marker(text) is None and not text.endswith("?"):
        return True
    return bool(LETTERHEAD.match(fold(text))) or fold(text) in fold(title or "")


def _find_question(text: str, marker: Marker | None) -> str:
    """Return the question that a line asks: "Hỏi: …", "Câu 3. …", a heading that ends in "?"."""
    asks = ASKS.match(text)
    if asks:
        return asks[1].strip()
    bare = marker.text if marker else text
    is_short = len(bare.split()) <= _LONGEST_QUESTION
    return bare if bare.endswith("?") and is_short and not _LISTED.match(text) else ""


def _is_heading(text: str, marker: Marker | None, below: Paragraph | Table | None) -> bool:
    bare = marker.text if marker else text
    if _LISTED.match(text) or bare.endswith((".", ";", ",")) or below is None:
        return False
    if len(bare.split()) > _LONGEST_HEADING or LABELLED.match(bare):
        return False
    if _PARTS.match(fold(bare)) and bare[:1].isupper() and (marker or _ends_heading(bare)):
        return True
    if marker is None:
        return text.isupper() and len(text.split()) > 1
    return marker.number.depth < LETTER_DEPTH and _has_content_below(marker, below)


def _ends_heading(text: str) -> bool:
    """Say whether a line without a number is short enough to name a part and nothing else."""
    return text.endswith(":") or len(text.split()) <= _LONGEST_HEADING // 2


def _has_content_below(marker: Marker, below: Paragraph | Table) -> bool:
    following = find_marker(below.text) if isinstance(below, Paragraph) else None
    return following is None or following.number.depth > marker.number.depth


def _enter_heading(walk: _Walk, text: str, marker: Marker | None) -> None:
    title = calm((marker.text if marker else text).rstrip(" .:"))
    if marker:
        walk.enter(enter(walk.path, Section(marker.number, title)), "")
    else:
        walk.enter(walk.path, title)
    walk.unit.takes_all = bool(_PARTS.match(fold(title))) or text.endswith(":")


def _take_text(walk: _Walk, text: str, place: Place, marker: Marker | None) -> None:
    text = _ANSWERS.sub("", text) if walk.question else text
    if not _joins(walk, text, marker):
        walk.flush()
        _leave(walk, marker)
        walk.unit.takes_all = text.endswith(":")
        text = marker.text if walk.label and marker else text
    walk.has_begun, walk.closing = True, False
    walk.add(text, place)
    walk.unit.is_numbered = walk.unit.is_numbered or marker is not None


def _joins(walk: _Walk, text: str, marker: Marker | None) -> bool:
    """Say whether a line belongs to what stands above it: an answer, a list, an open part."""
    if _LISTED.match(text) and walk.unit.pieces:
        return True
    if not walk.unit.takes_all:
        return False
    if marker and not walk.unit.is_numbered and _follows(walk, marker):
        return False
    return bool(walk.question) or not LABELLED.match(marker.text if marker else text)


def _follows(walk: _Walk, marker: Marker) -> bool:
    """Say whether a number goes on with the sections, as "3." does after a section "2."."""
    beside = [s.number for s in walk.path if s.number and s.number.depth == marker.number.depth]
    return bool(beside) and not walk.part and beside[-1].label != marker.number.label


def _leave(walk: _Walk, marker: Marker | None) -> None:
    """Leave the question, and with a number the sections that it stands beside."""
    walk.question, walk.asked_at, walk.label = "", None, ()
    if marker and marker.number.depth < LETTER_DEPTH:
        walk.path = enter(walk.path, Section(marker.number, ""))[:-1]
        walk.label = (marker.number.label,)
