"""Open PDF files and list what stands on their pages. Only this file knows pdfium."""

import ctypes
import math
import re
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.errors import UnreadableFile
from knowledge.files.guards import refuse_more
from knowledge.files.pdf.shapes import Glyph, Page, Rule

MOST_PAGES = 2000
_MOST_GLYPHS = 100_000  # on one page; a full page of small print has 8,000
_MOST_LETTERS = 1_800_000  # in the file, 250 bytes of memory each; 800 full pages
_MOST_OBJECTS = 50_000  # drawn on one page; beyond it is a map, not a plan
_THIN = 4.0  # a filled shape thinner than this is a line
_STRAIGHT = 1.0
_SHORTEST = 2.0
_MOST_DOTS = 5000  # along a page's longer side when it is rendered; A4 has 3508 at 300 an inch
_COARSEST = 72.0  # dots an inch; coarser letters cannot be read
_SCANNED = 0.5  # share of the page that a picture covers
_READABLE = re.compile(r"[!-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u2021…]")  # Latin, no bullets
_LEAST_READABLE = 0.7  # share of a page's letters
_ONE_AT_A_TIME = threading.Lock()  # pdfium is not safe for threads

_Turn = Callable[[float, float], tuple[float, float]]
Pixels = npt.NDArray[np.uint8]


def list_pages(data: bytes, patience: float) -> list[Page]:
    """Return every page of a PDF; `patience` in seconds.

    Raises `UnreadableFile` (damaged, password, too_large, too_slow).
    """
    end = time.monotonic() + patience
    with _ONE_AT_A_TIME:
        book = _open(data)
        try:
            return list(_pages(book, end))
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile("damaged") from error
        finally:
            book.close()


def render_page(data: bytes, number: int, dots: int) -> tuple[Pixels, int]:
    """Return a page of a PDF as it is seen, height x width x RGB, and its dots an inch.

    These are at most `dots`, and no more than the picture has that fills the page.
    """
    with _ONE_AT_A_TIME:
        book = _open(data)
        try:
            page = book[number - 1]
            longest = max(page.get_size()) / 72
            fine = round(min(dots, _MOST_DOTS / longest, _sharpness(page)))
            shown = page.render(scale=fine / 72, rev_byteorder=True)
            return np.asarray(shown.to_numpy()).copy(), fine
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile("damaged") from error
        finally:
            book.close()


def _sharpness(page: Any) -> float:
    """Return how many dots an inch the largest picture of a page has."""
    turn = _turn(page)
    pictures = [(_area(item, turn), item) for item in _objects(page) if _is_picture(item)]
    area, largest = max(pictures, key=lambda pair: pair[0], default=(0.0, None))
    if largest is None or not area:
        return math.inf
    return max(_COARSEST, math.sqrt(math.prod(largest.get_px_size()) / area) * 72)


def _pages(book: Any, end: float) -> Iterator[Page]:
    """Yield the pages until the monotonic clock passes the end."""
    refuse_more(MOST_PAGES, pages=len(book))
    letters = 0
    for index in range(len(book)):
        if time.monotonic() > end:
            raise UnreadableFile("too_slow", pages=index)
        page = _page(book, index, end)
        letters += len(page.glyphs)
        refuse_more(_MOST_LETTERS, letters=letters)
        yield page


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableFile("password" if is_locked else "damaged") from error


def _page(book: Any, index: int, end: float) -> Page:
    page = book[index]
    try:
        turn = _turn(page)
        width, height = page.get_size()
        drawn = _objects(page)
        covered = max((_area(item, turn) for item in drawn if _is_picture(item)), default=0.0)
        glyphs = tuple(_glyphs(page, turn))
        is_garbled = _is_garbled(glyphs)
        return Page(
            index + 1,
            width,
            height,
            () if is_garbled else glyphs,
            tuple(_all_rules(drawn, turn, end)),
            is_scan=is_garbled or covered > _SCANNED * width * height,
        )
    finally:
        page.close()


def _turn(page: Any) -> _Turn:
    """Return how a point of the file's own space lies on the page as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, _Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns.get(page.get_rotation(), turns[0])


def _glyphs(page: Any, turn: _Turn) -> Iterator[Glyph]:
    text = page.get_textpage()
    try:
        count = text.count_chars()
        refuse_more(_MOST_GLYPHS, letters=count)
        box = pdfium.FS_RECTF()
        for index in range(count):
            letter = _letter(pdfium.FPDFText_GetUnicode(text, index))
            if letter == " " and pdfium.FPDFText_IsGenerated(text, index):
                continue  # pdfium guesses by the order of drawing, wrong where fonts are mixed
            if letter and pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
                yield _glyph(letter, turn(box.left, box.top), turn(box.right, box.bottom))
    finally:
        text.close()


def _letter(code: int) -> str:
    """Return the letter of a code, " " for any space, "" for what is no text."""
    if code in (0x02, 0xFFFE):  # how pdfium marks a hyphen at the end of a line
        return "-"
    if not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    letter = chr(code)
    if letter.isspace():
        return " "
    if 0xF000 <= code < 0xF100:  # a sign of a symbol font: in a plan, before an item
        return "•"
    return "" if unicodedata.category(letter) in ("Cc", "Cn", "Co") else letter


def _is_garbled(glyphs: Sequence[Glyph]) -> bool:
    """Say whether the letters' codes mean nothing, as from a font without a Unicode table."""
    letters = "".join(glyph.text for glyph in glyphs).replace(" ", "")
    return len(_READABLE.findall(letters)) < _LEAST_READABLE * len(letters)


def _glyph(letter: str, one: tuple[float, float], two: tuple[float, float]) -> Glyph:
    (left, right), (top, bottom) = sorted((one[0], two[0])), sorted((one[1], two[1]))
    return Glyph(letter, left, right, top, bottom)


def _objects(page: Any) -> list[Any]:
    wanted = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    found: list[Any] = []
    for item in page.get_objects(filter=wanted, max_depth=6):
        if len(found) >= _MOST_OBJECTS:
            return []
        found.append(item)
    return found


def _is_picture(item: Any) -> bool:
    return bool(item.type == pdfium.FPDF_PAGEOBJ_IMAGE)


def _matrix(item: Any) -> Any:
    """Return the item's matrix with those of the forms that it stands in."""
    matrix, container = item.get_matrix(), item.container
    while container is not None:
        matrix, container = matrix.multiply(container.get_matrix()), container.container
    return matrix


def _area(picture: Any, turn: _Turn) -> float:
    """Return the area of a picture, which its matrix makes of the unit square."""
    matrix = _matrix(picture)
    (x0, y0), (x1, y1) = turn(*matrix.on_point(0, 0)), turn(*matrix.on_point(1, 1))
    return abs(x1 - x0) * abs(y1 - y0)


def _all_rules(drawn: list[Any], turn: _Turn, end: float) -> Iterator[Rule]:
    for item in drawn:
        if time.monotonic() > end:
            raise UnreadableFile("too_slow")
        if not _is_picture(item):
            yield from _rules(item, turn)


def _rules(path: Any, turn: _Turn) -> Iterator[Rule]:
    """Yield the straight level and upright lines of a path."""
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    matrix = _matrix(path)
    for points in _outlines(path):
        placed = [turn(*matrix.on_point(x, y)) for x, y in points]
        if stroke.value:
            for (x0, y0), (x1, y1) in pairwise(placed):
                yield from _straight(x0, y0, x1, y1, _STRAIGHT)
        elif fill.value:
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            yield from _straight(min(xs), min(ys), max(xs), max(ys), _THIN)


def _straight(x0: float, y0: float, x1: float, y1: float, thin: float) -> Iterator[Rule]:
    wide, tall = abs(x1 - x0), abs(y1 - y0)
    if tall <= thin and wide > max(tall, _SHORTEST):
        yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
    elif wide <= thin and tall > max(wide, _SHORTEST):
        yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _outlines(path: Any) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each outline; one with a curve is a drawing and left out."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_OBJECTS)):
        part = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(part)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return
        pdfium.FPDFPathSegment_GetPoint(part, ctypes.byref(x), ctypes.byref(y))
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(part):
            points.append(points[0])
    if points:
        yield points
