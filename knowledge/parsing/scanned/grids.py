"""Find the task tables among mended lines and make tables of them."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from knowledge.files.document import Paragraph, Row, Table
from knowledge.marks import SyllableModel
from knowledge.parsing.places import span
from knowledge.parsing.scanned.columns import Columns
from knowledge.parsing.scanned.entries import Entry, read_entries
from knowledge.parsing.scanned.ghosts import drop_ghosts
from knowledge.parsing.scanned.lines import Line
from knowledge.parsing.scanned.names import unify_names
from knowledge.parsing.scanned.noise import Word, read_words
from knowledge.parsing.scanned.quarters import mend_quarters
from knowledge.text import fold, syllables

_HEADER_WORDS = frozenset(
    """tt stt so thu tu noi dung nhiem vu cong viec thuc hien chu tri phoi hop bo phan don vi
    co quan thoi gian han tien do hoan thanh phan cong du kien san pham ket qua ghi chu
    """.split()  # noqa: SIM905 - a list of forty words is harder to read
)
_HEADER = (
    r"\b(?:noi dung|nhiem vu|cong viec)\b",
    r"\bchu tri\b|\bphoi hop\b|\b(?:don vi|bo phan|co quan)\b",
)
_MOSTLY = 0.6  # of the words of a header's line
_TIME = "Thời gian thực hiện"
_COLUMNS = (
    ("Nội dung", ""),
    ("Cơ quan chủ trì", ""),
    ("Cơ quan phối hợp", r"\bphoi hop\b|\bchu tri\b"),  # the one hardly stands without the other
    (_TIME, ""),
    ("Sản phẩm", r"\bsan pham\b"),
)
_UNITS = ("Cơ quan chủ trì", "Cơ quan phối hợp")
_CLOSING = re.compile(r"^noi nhan\b")
_MOST_GARBLED = 2  # lines of a header that OCR made nothing of, between two that can be read
_NARROWEST = 12  # characters of a first cell that tells how wide its column is
_Block = Paragraph | Table


def read_grids(
    blocks: Sequence[_Block], raw: Sequence[Paragraph], model: SyllableModel
) -> list[_Block]:
    """Return the blocks, all of them lines, with a task table in place of the lines it fills."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    found = _find_header(lines)
    if found is None:
        return list(blocks)
    start, body = found
    end = next((i for i in range(body, len(lines)) if _CLOSING.match(fold(lines[i].text))), None)
    end = len(lines) if end is None else end
    header = fold(" ".join(line.text for line in lines[start:body]))
    names = [name for name, pattern in _COLUMNS if re.search(pattern, header)]
    worded = list(drop_ghosts(list(_lines(lines, raw, range(body, end), model.forms))))
    table = _table(worded, names, lines[start:body], model)
    return [*lines[:start], table, *lines[end:]]


def _find_header(lines: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Return where the header's lines begin and end: a run that names its columns."""
    runs: list[list[int]] = []
    worded = [i for i, line in enumerate(lines) if line.text.strip()]
    for order, i in enumerate(worded):
        if not _is_header_line(lines[i].text):
            continue
        if runs and order - runs[-1][-1] <= _MOST_GARBLED + 1:
            runs[-1].append(order)
        else:
            runs.append([order])
    for run in runs:
        start, end = worded[run[0]], worded[run[-1]] + 1
        text = fold(" ".join(line.text for line in lines[start:end]))
        if len(run) > 1 and all(re.search(pattern, text) for pattern in _HEADER):
            return start, end
    return None


def _is_header_line(text: str) -> bool:
    _, words = read_words(text, text, _HEADER_WORDS)
    found = [fold(each) for word in words for each in syllables(word.text)]
    known = [word for word in found if word in _HEADER_WORDS]
    return bool(found) and len(known) >= _MOSTLY * len(found)


def _lines(
    lines: Sequence[Paragraph], raw: Sequence[Paragraph], stretch: range, forms: Container[str]
) -> Iterator[Line]:
    """Yield the lines that hold words."""
    blanks = 0
    for i in stretch:
        number, words = read_words(raw[i].text, lines[i].text, forms)
        if words:
            yield Line(number, words, lines[i].place, blanks)
        blanks = 0 if lines[i].text.strip() else blanks + 1


def _table(
    lines: Sequence[Line], names: Sequence[str], header: Sequence[Paragraph], model: SyllableModel
) -> Table:
    units = [name for name in names if name in _UNITS]
    held = tuple(names.index(name) for name in units)
    columns = Columns(len(names), _width(lines), names.index(_TIME), held)
    top = Row(("TT", *names), span(header[0].place, header[-1].place))
    rows = [_row(entry, model) for entry in read_entries(lines, columns, model)]
    found = dict(_columns(names, rows))
    found[_TIME] = [mend_quarters(cell) for cell in found[_TIME]]
    unified = iter(unify_names([cell for name in units for cell in found[name]], model))
    found |= {name: list(islice(unified, len(rows))) for name in units}
    cells = zip((row.cells[0] for row in rows), *found.values(), strict=True)
    return Table((top, *(Row(each, row.place) for each, row in zip(cells, rows, strict=True))))


def _columns(names: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[str, list[str]]]:
    for i, name in enumerate(names, 1):
        yield name, [row.cells[i] or "" for row in rows]


def _width(lines: Sequence[Line]) -> int:
    """Return how wide the first column is: what stands before the first bar, in most lines."""
    wide = [found for found in sorted(len(line.head) for line in lines) if found >= _NARROWEST]
    return wide[len(wide) * 4 // 5] if wide else 30


def _row(entry: Entry, model: SyllableModel) -> Row:
    place = span(entry.lines[0].place, entry.lines[-1].place)
    return Row((entry.number, *(_mended(cell, model) for cell in entry.cells)), place)


def _mended(words: Sequence[Word], model: SyllableModel) -> str:
    """Mend a cell's words again, now that they stand together."""
    return model.mend(" ".join(word.raw for word in words))
