"""Read Word files: paragraphs and tables in body order, merged cells, tracked changes, numbers.

A place is the table and its row, both from 1; for a paragraph the row alone, its ordinal.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.oxml import parse_xml

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.files.guards import (
    DAMAGE,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_ROWS,
    refuse_bad_zip,
    refuse_big_parts,
    refuse_more,
)
from knowledge.files.word.numbering import Numbering, read_numbering
from knowledge.files.word.runs import LOST, has_lost_end, is_placeholder, read_runs
from knowledge.files.word.styles import Styles, read_styles
from knowledge.files.word.xml import W, find, find_number, is_on, names
from knowledge.plan import Place

_WRAPPERS = names("sdt", "sdtContent", "ins", "moveTo", "customXml")
_PARAGRAPH, _TABLE = f"{W}p", f"{W}tbl"
_BLOCKS, _ROW, _CELL = names("p", "tbl"), names("tr"), names("tc")
_MARGINS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER,
            RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)  # fmt: skip


def read_docx(source: str, data: bytes) -> Document:
    """Read a .docx, .docm or .dotx; tracked insertions are accepted, deletions ignored.

    Macros are never run. Raises `UnreadableFile` (damaged, too_large, password).
    """
    refuse_bad_zip(data)
    refuse_big_parts(data)
    try:
        part = OpcPackage.open(io.BytesIO(data)).main_document_part
        root = _xml(part)
        styles = read_styles(_related_one(part, RELATIONSHIP_TYPE.STYLES))
        lists = read_numbering(_related_one(part, RELATIONSHIP_TYPE.NUMBERING), styles.lists)
        walk = _Walk(source, styles, lists)
        blocks = tuple(walk.blocks(root.find(f"{W}body")))
        margins = tuple(_margins(part, root, styles))
    except (OpcError, *DAMAGE) as error:
        raise UnreadableFile("damaged") from error
    return Document(source, blocks, margins)


def _related_one(part: Any, kind: str) -> Any | None:
    return next(_related(part, kind), None)


def _related(part: Any, *kinds: str) -> Iterator[Any]:
    """Yield the XML of the parts of these kinds."""
    for relation in part.rels.values():
        if relation.reltype in kinds and not relation.is_external:
            yield _xml(relation.target_part)


def _xml(part: Any) -> Any:
    """Return the XML of a part, parsed already where the library knows its kind."""
    parsed = getattr(part, "element", None)
    return parse_xml(part.blob) if parsed is None else parsed


def _margins(part: Any, root: Any, styles: Styles) -> Iterator[str]:
    """Yield the paragraphs of headers, footers, notes and text boxes, where a stamp may stand."""
    for place in (*_related(part, *_MARGINS), *root.iter(f"{W}txbxContent")):
        texts = (read_runs(paragraph, styles).strip() for paragraph in place.iter(_PARAGRAPH))
        yield from filter(None, texts)


@dataclass(slots=True)
class _Walk:
    """One pass over the body; counts its paragraphs, its tables and their rows."""

    source: str
    styles: Styles
    numbering: Numbering
    lines: int = 0
    tables: int = 0
    rows: int = 0

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        """Yield the blocks of the body, or of a cell of a table that only lays out others."""
        for element, text in _joined(_children(parent, _BLOCKS), self.styles):
            if element.tag == _TABLE:
                yield from self._table(element)
                continue
            self.lines += 1
            refuse_more(MOST_LINES, lines=self.lines)
            label = self.numbering.next_label(element)
            yield Paragraph(label + text if text else "", Place(self.source, row=self.lines))

    def _table(self, element: Any) -> Iterator[Paragraph | Table]:
        if _is_layout(element):
            for row in _rows(element):
                for cell in _children(row, _CELL):
                    yield from self.blocks(cell)
            return
        self.tables += 1
        yield Table(tuple(self._row(row, i) for i, row in enumerate(_rows(element), 1)))

    def _row(self, element: Any, number: int) -> Row:
        self.rows += 1
        refuse_more(MOST_ROWS, rows=self.rows)
        refuse_more(MOST_COLUMNS, columns=_width(element))
        cells = tuple(self._cells(element))
        return Row(cells, Place(self.source, table=self.tables, row=number))

    def _cells(self, row: Any) -> Iterator[str | None]:
        yield from [None] * find_number(row, "trPr/gridBefore")
        for cell in _children(row, _CELL):
            yield None if _is_covered(cell) else "\n".join(self._cell_lines(cell))
            yield from [None] * (_span(cell) - 1)

    def _cell_lines(self, cell: Any) -> Iterator[str]:
        """Yield the cell's paragraphs, and those of tables inside it.

        A number alone counts: a column of numbers is often made of empty numbered paragraphs.
        """
        for paragraph, text in _joined(_paragraphs(cell), self.styles):
            line = (self.numbering.next_label(paragraph) + text).strip()
            if line.strip("-"):
                yield line


def _joined(elements: Iterable[Any], styles: Styles) -> Iterator[tuple[Any, str]]:
    """Yield paragraphs with their text, one whose end was deleted within the next; and tables."""
    begun = ""
    for element, following in pairwise([*elements, None]):
        if element.tag == _TABLE:
            yield element, ""
            continue
        begun += read_runs(element, styles)
        goes_on = following is not None and following.tag == _PARAGRAPH
        if has_lost_end(element) and (goes_on or not begun.strip()):
            continue
        yield element, begun.strip()
        begun = ""


def _children(parent: Any, wanted: frozenset[str]) -> Iterator[Any]:
    """Yield the children with these tags, those in content controls and tracked changes too."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS and not is_placeholder(child):
            yield from _children(child, wanted)


def _paragraphs(cell: Any) -> Iterator[Any]:
    for child in cell:
        if child.tag == _PARAGRAPH:
            yield child
        elif child.tag not in LOST and not is_placeholder(child):
            yield from _paragraphs(child)


def _rows(table: Any) -> Iterator[Any]:
    """Yield the rows that are shown."""
    for row in _children(table, _ROW):
        if find(row, "trPr/del") is None and not is_on(row, "trPr/hidden"):
            yield row


def _is_layout(table: Any) -> bool:
    """Say whether the table only lays out tables that are as wide as it is."""
    own, *inner = (max(map(_width, _rows(each)), default=0) for each in table.iter(_TABLE))
    return max(inner, default=-1) >= own


def _width(row: Any) -> int:
    """Return how many columns the row takes."""
    return find_number(row, "trPr/gridBefore") + sum(map(_span, _children(row, _CELL)))


def _span(cell: Any) -> int:
    return max(1, find_number(cell, "tcPr/gridSpan"))


def _is_covered(cell: Any) -> bool:
    """Say whether a merge that began above or to the left covers the cell, or its deletion."""
    if find(cell, "tcPr/cellDel") is not None:
        return True
    merges = (find(cell, f"tcPr/{name}") for name in ("vMerge", "hMerge"))
    return any(
        merge is not None and merge.get(f"{W}val", "continue") == "continue" for merge in merges
    )
