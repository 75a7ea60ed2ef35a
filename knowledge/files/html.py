"""Read web pages: running text and tables in order, merged cells, lists as "- " lines.

A place is the table and its row, both from 1; for a paragraph the row alone, its ordinal.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.etree
import lxml.html

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.files.guards import MAX_TEXT, MOST_COLUMNS, MOST_ROWS, refuse_bad_size, refuse_more
from knowledge.files.letters import tidy
from knowledge.files.plaintext import decode
from knowledge.plan import Place
from knowledge.text import squeeze

_DROPPED = frozenset(
    {"script", "style", "head", "noscript", "template", "title", "svg", "select", "del"}
)
# What a page hides, and Word's notes and comments with the marks that point to them.
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:foot|end|comm)", re.I
)
_NOTE = re.compile(r"#_(?:ftn|edn|msocom|cmnt)")
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
     "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead",
     "tr", "ul"}
)  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes; a charset must stand among the first (HTML §4.2.5.4 says 1024)
_MOST_SPAN = 1000
_CELLS = "./caption|./tr/*|./tbody/tr/*|./thead/tr/*|./tfoot/tr/*"


def read_html(source: str, data: bytes) -> Document:
    """Read a web page in the charset of its BOM or meta, UTF-8 if it names none.

    Raises `UnreadableFile` (damaged, too_large, legacy_encoding, binary_noise).
    """
    refuse_bad_size(data, MAX_TEXT)
    text = tidy(_decode(data))
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode(), parser=parser)
        return Document(source, tuple(_Walk(source).blocks(root)))
    except (lxml.etree.LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise UnreadableFile("damaged") from error


def _decode(data: bytes) -> str:
    named = _CHARSET.search(data[:_HEAD])
    if named is None or data.startswith(codecs.BOM_UTF8):
        return decode(data)
    try:
        text = data.decode(named[1].decode("ascii"))
    except (LookupError, ValueError):  # ValueError: also what codecs that are no charset raise
        return decode(data)
    return text if isinstance(text, str) else decode(data)


@dataclass(slots=True)
class _Walk:
    """One pass over the page; counts its paragraphs and tables."""

    source: str
    lines: int = 0
    tables: int = 0
    rows: int = 0

    def blocks(self, element: Any) -> Iterator[Paragraph | Table]:
        """Yield the blocks below an element."""
        pieces: list[str] = []
        for piece in _pieces(element):
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            yield from self._paragraphs(pieces)
            pieces = []
            if _is_layout(piece):
                for cell in piece.xpath(_CELLS):
                    yield from self.blocks(cell)
            elif table := self._table(piece):
                yield table
        yield from self._paragraphs(pieces)

    def _paragraphs(self, pieces: list[str]) -> Iterator[Paragraph]:
        for line in _lines(pieces):
            self.lines += 1
            yield Paragraph(line, Place(self.source, row=self.lines))

    def _table(self, element: Any) -> Table | None:
        self.tables += 1
        rows = []
        covered: dict[int, int] = {}  # column → rows below that a cell still covers
        for number, row in enumerate(_rows(element), 1):
            self.rows += 1
            refuse_more(MOST_ROWS, rows=self.rows)
            cells = tuple(self._cells(row, covered))
            if cells:
                rows.append(Row(cells, Place(self.source, table=self.tables, row=number)))
        return Table(tuple(rows)) if rows else None

    def _cells(self, row: Any, covered: dict[int, int]) -> Iterator[str | None]:
        column = 0
        for cell in row:
            yield from self._covered(covered, column)
            column = _skip(covered, column)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            refuse_more(MOST_COLUMNS, columns=column + width)
            yield "\n".join(_lines([*_flat(cell)]))
            yield from [None] * (width - 1)
            covered.update(dict.fromkeys(range(column, column + width), height))
            column += width
        last = max((x for x, left in covered.items() if left), default=-1)
        yield from (None if covered.get(x) else "" for x in range(column, last + 1))
        for x in list(covered):
            covered[x] = max(0, covered[x] - 1)

    def _covered(self, covered: dict[int, int], column: int) -> Iterator[None]:
        yield from [None] * (_skip(covered, column) - column)


def _skip(covered: dict[int, int], column: int) -> int:
    """Return the first column from here on that no cell above covers."""
    while covered.get(column):
        column += 1
    return column


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(1, int(value)), _MOST_SPAN) if value.isdecimal() and len(value) < 7 else 1


def _rows(table: Any) -> Iterator[list[Any]]:
    for row in table.xpath("./tr|./tbody/tr|./thead/tr|./tfoot/tr"):
        yield [cell for cell in row if cell.tag in ("td", "th")]


def _is_layout(table: Any) -> bool:
    """Say whether the table only lays out tables that are as wide as it is."""
    own, *inner = (_width(each) for each in (table, *table.iterfind(".//table")))
    return max(inner, default=-1) >= own


def _width(table: Any) -> int:
    return max((sum(_span(cell, "colspan") for cell in row) for row in _rows(table)), default=0)


def _flat(cell: Any) -> Iterator[str]:
    """Yield the text of a cell, that of a table inside it row by row."""
    for piece in _pieces(cell):
        if isinstance(piece, str):
            yield piece
            continue
        for row in _rows(piece):
            yield "\n"
            for inner in row:
                yield from (*_flat(inner), " ")
        yield "\n"


def _pieces(element: Any) -> Iterator[Any]:
    """Yield texts, with a line break at each edge of a block, and tables as they come."""
    keep = str if element.tag == "pre" else _spaced
    yield keep(element.text or "")
    items = 0
    for child in element:
        if child.tag == "table" and not _is_hidden(child):
            yield child
        elif child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str) and not _is_hidden(child):
            items += child.tag == "li"
            edge = "\n" if child.tag in _BLOCKS else ""
            yield edge + _mark(child, items)
            yield from _pieces(child)
            yield edge
        yield keep(child.tail or "")


def _is_hidden(element: Any) -> bool:
    return bool(
        element.tag in _DROPPED
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "")
        or _NOTE.match(element.get("href") or "")
    )


def _mark(element: Any, ordinal: int) -> str:
    """Return what a browser prints before an item of a list, the first of which is 1."""
    if element.tag != "li":
        return ""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    first = parent.get("start") or "1"
    number = (int(first) if first.isdecimal() and len(first) < 7 else 1) + ordinal - 1
    is_letter = parent.get("type") in ("a", "A") and number <= 26
    return f"{chr(ord(parent.get('type')) + number - 1)}) " if is_letter else f"{number}. "


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _lines(pieces: list[str]) -> Iterator[str]:
    """Yield the lines of the text; a mark whose text a block inside moved down is joined to it."""
    waiting = ""
    for raw in "".join(pieces).split("\n"):
        line = squeeze(raw)
        if re.fullmatch(r"-|\d{1,9}\.|\w\)", line):
            waiting = f"{waiting}{line} "
        elif line:
            yield waiting + line
            waiting = ""
    if waiting:
        yield waiting.strip()
