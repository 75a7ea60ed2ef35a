"""Read Word files: paragraphs and tables in body order, merged cells, tracked changes, numbers.

A place is the table and its row, both from 1; for a paragraph the row alone, its ordinal.
"""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.files.guards import DAMAGE, refuse_bad_zip
from knowledge.files.numbering import Numbering, read_numbering
from knowledge.plan import Place
from knowledge.text import nfc, strip_invisible

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml")}
_LOST = {f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "txbxContent")}
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def read_docx(source: str, data: bytes) -> Document:
    """Read a .docx; tracked insertions are accepted, deletions ignored.

    Raises `UnreadableFile` (damaged, too_large, password).
    """
    refuse_bad_zip(data)
    try:
        part = docx.Document(io.BytesIO(data)).part
        body = part.element.body
        blocks = tuple(_blocks(source, body, _numbering(part)))
        margins = tuple(_margins(part))
    except (OpcError, *DAMAGE) as error:
        raise UnreadableFile("damaged") from error
    return Document(source, blocks if any(_has_text(block) for block in blocks) else (), margins)


def _numbering(part: Any) -> Numbering:
    numbering = next(_related(part, RELATIONSHIP_TYPE.NUMBERING), None)
    return read_numbering(numbering, next(_related(part, RELATIONSHIP_TYPE.STYLES), None))


def _related(part: Any, *kinds: str) -> Iterator[Any]:
    """Yield the XML of the parts of these kinds."""
    for relation in part.rels.values():
        if relation.reltype in kinds and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _margins(part: Any) -> Iterator[str]:
    """Yield the paragraphs of headers, footers and text boxes, where a stamp may stand."""
    kinds = RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER
    for root in _related(part, *kinds):
        yield from filter(None, map(_text, root.iter(f"{_W}p")))
    for box in part.element.iter(f"{_W}txbxContent"):
        yield from filter(None, map(_text, box.iter(f"{_W}p")))


def _blocks(source: str, body: Any, numbering: Numbering) -> Iterator[Paragraph | Table]:
    lines = tables = 0
    for element in _body_elements(body):
        if element.tag == f"{_W}tbl":
            tables += 1
            yield _table(source, element, tables, numbering)
        else:
            lines += 1
            label, text = numbering.next_label(element), _text(element)
            yield Paragraph(label + text if text else "", Place(source, row=lines))


def _body_elements(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _body_elements(child)


def _table(source: str, element: Any, number: int, numbering: Numbering) -> Table:
    rows = [row for row in _children(element, "tr") if not _is_deleted(row)]
    return Table(
        tuple(
            Row(tuple(_cells(row, numbering)), Place(source, table=number, row=index))
            for index, row in enumerate(rows, 1)
        )
    )


def _cells(row: Any, numbering: Numbering) -> Iterator[str | None]:
    yield from [None] * _number(row, "trPr", "gridBefore")
    for cell in _children(row, "tc"):
        yield None if _is_covered(cell) else _cell_text(cell, numbering)
        yield from [None] * (max(1, _number(cell, "tcPr", "gridSpan")) - 1)


def _cell_text(cell: Any, numbering: Numbering) -> str:
    """Join the cell's paragraphs, and those of tables inside it, by line breaks.

    A number alone counts: a column of numbers is often made of empty numbered paragraphs.
    """
    lines = (numbering.next_label(paragraph) + _text(paragraph) for paragraph in _inner(cell))
    return "\n".join(line.strip() for line in lines if line.strip(" -"))


def _inner(cell: Any) -> Iterator[Any]:
    for child in cell:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _LOST:
            yield from _inner(child)


def _is_covered(cell: Any) -> bool:
    """Say whether a vertical merge that began above covers the cell."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _is_deleted(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _number(element: Any, holder: str, name: str) -> int:
    found = element.find(f"{_W}{holder}/{_W}{name}")
    value = found.get(f"{_W}val", "0") if found is not None else "0"
    return int(value) if value.isdecimal() else 0


def _children(parent: Any, name: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def _text(element: Any) -> str:
    return strip_invisible(nfc("".join(_runs(element)))).strip()


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LOST:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _runs(child)


def _has_text(block: Paragraph | Table) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text)
    return any(cell for row in block.rows for cell in row.cells)
