"""Make lines of glyphs and paragraphs of lines."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.files.letters import tidy
from knowledge.files.pdf.shapes import Glyph
from knowledge.text import squeeze

_GAP = 0.15  # of the height: a gap this wide is a space even where none is written
_GUTTER = 2.2  # of the height: a gap this wide parts columns
_FARTHER = 1.75  # of the usual distance of lines: here a new paragraph begins
_LONG = 50  # characters; a shorter line at the foot of a page is whole
_CENTRED = 10.0  # points left free on either side, at least
_OPENS = re.compile(r"^(?:[-–+•*]\s|[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|Căn cứ |Điều )")
_DASH = re.compile(r"[-–]\s")
_ENDS = re.compile(r"[.;:/!?]$")
_HYPHEN = re.compile(r"\w[-/]$")  # where a line broke inside "NĐ-CP"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its box; `first_word` is the width of its first word."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    first_word: float
    page: int = 0
    confidence: float | None = None  # of OCR in its least sure word, 0 to 1

    @property
    def height(self) -> float:
        """Return the height of its letters' boxes."""
        return self.bottom - self.top


def build_lines(glyphs: Sequence[Glyph], page: int, *, has_columns: bool = False) -> list[Line]:
    """Return the lines from top to bottom; with columns, their parts beside each other."""
    lines: list[Line] = []
    for row in _rows(glyphs):
        parts = _parts(row) if has_columns else [row]
        lines += [_line(part, page) for part in parts if any(glyph.text != " " for glyph in part)]
    return lines


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.middle[1]):
        if row and glyph.middle[1] - row[-1].middle[1] > 0.25 * (glyph.bottom - glyph.top):
            yield sorted(row, key=lambda glyph: glyph.left)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda glyph: glyph.left)


def _parts(row: Sequence[Glyph]) -> list[list[Glyph]]:
    """Part a row at its wide gaps; what spaces fill is a gap too."""
    parts: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in row:
        if glyph.text != " ":
            if last and glyph.left - last.right > _GUTTER * (glyph.bottom - glyph.top):
                parts.append([])
            last = glyph
        parts[-1].append(glyph)
    return parts


def _line(glyphs: Sequence[Glyph], page: int) -> Line:
    words = _words(glyphs)
    text = " ".join("".join(glyph.text for glyph in word) for word in words)
    return Line(
        squeeze(tidy(text)),
        words[0][0].left,
        max(word[-1].right for word in words),
        min(glyph.top for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
        words[0][-1].right - words[0][0].left,
        page,
        least_sure(glyphs),
    )


def least_sure(pieces: Iterable[Glyph | Line]) -> float | None:
    """Return the lowest confidence of glyphs or lines, None where nothing was guessed."""
    return min((piece.confidence for piece in pieces if piece.confidence is not None), default=None)


def _words(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    words: list[list[Glyph]] = []
    after_space = True
    for glyph in glyphs:
        if glyph.text == " ":
            after_space = True
            continue
        if after_space or _is_apart(words[-1][-1], glyph):
            words.append([])
        words[-1].append(glyph)
        after_space = False
    return words


def _is_apart(last: Glyph, glyph: Glyph) -> bool:
    gap = glyph.left - last.right
    return gap > _GAP * (glyph.bottom - glyph.top) and not unicodedata.combining(glyph.text)


def by_columns(lines: Sequence[Line]) -> list[Line]:
    """Put lines that stand side by side (a letter's head and foot) column after column."""
    ordered: list[Line] = []
    i = 0
    while i < len(lines):
        end = _zone_end(lines, i)
        zone = lines[i:end]
        middle = _gutter(lines, i)
        ordered += sorted(zone, key=lambda line: line.left > middle) if len(zone) > 1 else zone
        i = end
    return ordered


def _zone_end(lines: Sequence[Line], start: int) -> int:
    """Return the end of the lines beside each other that begin here; the next line if none."""
    if not _is_beside(lines, start):
        return start + 1
    middle, end, i = _gutter(lines, start), start + 2, start + 2
    while i < len(lines) and (lines[i].right < middle or lines[i].left > middle):
        if _is_beside(lines, i) or lines[i].left > middle:
            end = i + 1 + _is_beside(lines, i)
        i += 1
    return end


def _is_beside(lines: Sequence[Line], i: int) -> bool:
    """Say whether the next line stands to the right of this one at the same height."""
    if i + 1 >= len(lines):
        return False
    one, two = lines[i], lines[i + 1]
    return two.left > one.right and two.top < (one.top + one.bottom) / 2 < two.bottom


def _gutter(lines: Sequence[Line], i: int) -> float:
    return (lines[i].right + lines[min(i + 1, len(lines) - 1)].left) / 2


def continues(group: Sequence[Line], line: Line, left: float, right: float, pitch: float) -> bool:
    """Say whether a line goes on with those of a paragraph: its first word had no room there.

    `left` and `right` bound the column or cell, `pitch` is the usual distance of its lines.
    """
    last = group[-1]
    if line.page == last.page and not 0 < line.top - last.top < _FARTHER * pitch:
        return False
    if line.page != last.page and not _runs_on(last.text, line.text):
        return False
    if _is_item(group, line):
        return False
    room = right - last.right
    spare = last.left - left
    if spare > _CENTRED and room > _CENTRED and abs(spare - room) < 0.2 * (spare + room):
        room += spare
    return room < line.first_word + 0.3 * line.height


def _is_item(group: Sequence[Line], line: Line) -> bool:
    """Say whether a line opens an item; " - " inside a name may be wrapped where no list is."""
    if not _OPENS.match(line.text):
        return False
    mark = line.text[:2]
    is_mark = _DASH.match(group[0].text) if _DASH.match(mark) else _OPENS.match(mark)
    return bool(_ENDS.search(group[-1].text) or is_mark)


def _runs_on(last: str, text: str) -> bool:
    """Say whether a sentence may go on from the foot of a page to the head of the next."""
    return not _ENDS.search(last) and (text[:1].islower() or len(last) > _LONG)


def join_lines(lines: Sequence[Line]) -> str:
    """Return the text of a paragraph's lines; a name broken at its hyphen is whole again."""
    text = lines[0].text
    for last, line in pairwise(lines):
        is_broken = _HYPHEN.search(last.text) and line.text[:1].isalnum()
        text += line.text if is_broken else f" {line.text}"
    return text


def find_pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line, in points."""
    pairs = pairwise(lines)
    steps = sorted(b.top - a.top for a, b in pairs if a.page == b.page and b.top - a.top > 1)
    least = max((line.height for line in lines), default=12.0)
    return max(steps[len(steps) // 4], least) if steps else least
