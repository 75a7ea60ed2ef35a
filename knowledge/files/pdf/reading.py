"""Read PDF files: paragraphs with their page, tables by their lines, whole over page breaks.

A place is the page and the row in its table, both from 1; tables are counted through the file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document, Paragraph, Row, Table
from knowledge.files.pdf.grids import Cell, Grid, find_grids
from knowledge.files.pdf.lines import (
    Line,
    build_lines,
    by_columns,
    continues,
    find_pitch,
    join_lines,
    least_sure,
)
from knowledge.files.pdf.pages import list_pages
from knowledge.files.pdf.repeats import drop_repeats
from knowledge.files.pdf.shapes import Glyph, Page
from knowledge.plan import Place
from knowledge.text import marked_share

_PATIENCE = 60.0  # seconds
_FEW = 200  # letters; a scan signed by a machine carries a stamp of about a hundred
_LEAST_MARKED = 0.45  # share of syllables; plans have above 0.8, OCR without marks below 0.2
_PADDING = 4.0  # points between a cell's line and its text

ReadScans = Callable[[Sequence[int]], Sequence[Page]]


def read_pdf(
    source: str,
    data: bytes,
    patience: float = _PATIENCE,
    read_scans: ReadScans | None = None,
) -> Document:
    """Read a PDF; `patience` in seconds for its text, `read_scans` reads pages that have none.

    Raises `UnreadableFile` (damaged, password, scan_needs_ocr, too_large, too_slow, and those of
    `read_scans`).
    """
    return lay_out(source, _with_scans(list_pages(data, patience), read_scans))


def lay_out(source: str, pages: Sequence[Page]) -> Document:
    """Make a document of its pages: running text in paragraphs, tables whole over page breaks."""
    parted = [_part(page) for page in pages]
    heights = [page.height for page in pages]
    kept, margins = drop_repeats(
        [(height, lines) for height, (lines, _) in zip(heights, parted, strict=True)]
    )
    flow = _Flow(source, _edges(pages, kept))
    for lines, (_, tables) in zip(kept, parted, strict=True):
        flow.add_page(lines, tables)
    flow.end_text()
    stamps = (stamp for page in pages for stamp in page.stamps)
    return Document(source, tuple(flow.blocks), (*margins, *stamps))


def _with_scans(pages: list[Page], read_scans: ReadScans | None) -> list[Page]:
    """Return the pages with those read anew that are pictures, or whose OCR lost the marks.

    Raises `UnreadableFile` where pictures hold what should be text and nothing reads them.
    """
    is_blank = not any(page.glyphs for page in pages)
    pictures = {page.number for page in pages if is_blank or _is_picture(page)}
    unmarked = {page.number for page in pages if page.is_scan and _lost_marks(page)}
    if not pictures | unmarked:
        return pages
    try:
        if read_scans is None:
            raise UnreadableFile("scan_needs_ocr", pages=len(pictures))
        read = {page.number: page for page in read_scans(sorted(pictures | unmarked))}
    except UnreadableFile:
        if pictures:
            raise
        return pages
    return [read.get(page.number, page) for page in pages]


def _is_picture(page: Page) -> bool:
    return page.is_scan and len(page.glyphs) < _FEW


def _lost_marks(page: Page) -> bool:
    """Say whether a scanner's own OCR, made for English, wrote the text below the picture."""
    return marked_share("".join(glyph.text for glyph in page.glyphs)) < _LEAST_MARKED


@dataclass(frozen=True, slots=True)
class _Strip:
    """A row of a drawn table; the confidence is that of its least sure word."""

    cells: tuple[str | None, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A table on a page: where it stands and its rows of cells."""

    page: int
    top: float
    rows: tuple[_Strip, ...]


def _part(page: Page) -> tuple[list[Line], list[_Drawn]]:
    """Part a page into the lines outside its tables and the tables."""
    grids = find_grids(page.rules)
    inside: dict[tuple[int, Cell], list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        place = _find_cell(grids, *glyph.middle)
        (inside.setdefault(place, []) if place else outside).append(glyph)
    tables = [
        _Drawn(page.number, grid.ys[0], _rows(grid, number, inside, page.number))
        for number, grid in enumerate(grids)
    ]
    return build_lines(outside, page.number, has_columns=True), tables


def _find_cell(grids: Sequence[Grid], x: float, y: float) -> tuple[int, Cell] | None:
    for number, grid in enumerate(grids):
        if cell := grid.find_cell(x, y):
            return number, cell
    return None


def _rows(
    grid: Grid, number: int, inside: dict[tuple[int, Cell], list[Glyph]], page: int
) -> tuple[_Strip, ...]:
    rows: list[list[str | None]] = [[None] * (len(grid.xs) - 1) for _ in grid.ys[1:]]
    sure: list[list[Line]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        lines = build_lines(inside.get((number, cell), []), page)
        rows[cell.row][cell.column] = _cell_text(cell, lines)
        sure[cell.row] += lines
    pairs = zip(rows, sure, strict=True)
    return tuple(_Strip(tuple(row), least_sure(lines)) for row, lines in pairs if any(row))


def _cell_text(cell: Cell, lines: Sequence[Line]) -> str:
    """Join the lines that a cell's width wrapped; a line that ends early ends an item."""
    left = min((line.left for line in lines), default=cell.left)
    right = cell.right - min(_PADDING, max(left - cell.left, 0))
    joined = _join(lines, dict.fromkeys([line.page for line in lines], (left, right)))
    return "\n".join(map(join_lines, joined))


def _join(lines: Sequence[Line], edges: Mapping[int, tuple[float, float]]) -> list[list[Line]]:
    """Group the lines of each paragraph; `edges` are the left and the right of their pages."""
    pitch = find_pitch(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(groups[-1], line, *edges[groups[-1][-1].page], pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _edges(pages: Sequence[Page], kept: Sequence[Sequence[Line]]) -> dict[int, tuple[float, float]]:
    """Return the left and right of the text on each page, alike for pages of one width."""
    lines: dict[int, list[Line]] = {}
    for page, group in zip(pages, kept, strict=True):
        lines.setdefault(round(page.width), []).extend(group)
    found = {
        width: (min(line.left for line in group), max(line.right for line in group))
        for width, group in lines.items()
        if group
    }
    return {page.number: found.get(round(page.width), (0, page.width)) for page in pages}


@dataclass(slots=True)
class _Flow:
    """The blocks so far, and the lines of running text not yet made into paragraphs."""

    source: str
    edges: Mapping[int, tuple[float, float]]  # left and right of the text, by page
    blocks: list[Paragraph | Table] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    tables: int = 0
    last_page: int = 0  # of the table that ends the blocks

    def add_page(self, lines: Sequence[Line], tables: Sequence[_Drawn]) -> None:
        """Add a page's lines and tables from top to bottom."""
        left = list(lines)
        for table in tables:
            self.waiting += [line for line in left if line.top < table.top]
            left = [line for line in left if line.top >= table.top]
            self._add_table(table)
        self.waiting += left

    def _add_table(self, drawn: _Drawn) -> None:
        last = self.blocks[-1] if self.blocks and not self.waiting else None
        width = len(drawn.rows[0].cells) if drawn.rows else 0
        goes_on = isinstance(last, Table) and drawn.page == self.last_page + 1
        if isinstance(last, Table) and goes_on and len(last.rows[0].cells) == width:
            rows = tuple(self._rows(drawn, len(last.rows)))
            self.blocks[-1] = Table((*last.rows, *rows))
        elif width:
            self.end_text()
            self.tables += 1
            self.blocks.append(Table(tuple(self._rows(drawn, 0))))
        self.last_page = drawn.page

    def _rows(self, drawn: _Drawn, before: int) -> Iterator[Row]:
        for number, row in enumerate(drawn.rows, before + 1):
            place = Place(self.source, page=drawn.page, table=self.tables, row=number)
            yield Row(row.cells, place, row.confidence)

    def end_text(self) -> None:
        """Make paragraphs of the lines that wait."""
        for group in self._paragraphs():
            place = Place(self.source, page=group[0].page)
            self.blocks.append(Paragraph(join_lines(group), place, least_sure(group)))
        self.waiting = []

    def _paragraphs(self) -> list[list[Line]]:
        if not self.waiting:
            return []
        return _join(by_columns(self.waiting), self.edges)
