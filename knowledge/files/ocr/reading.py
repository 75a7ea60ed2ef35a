"""Read the pages that are pictures, two at a time, within bounds of number and time."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from knowledge.errors import UnreadableFile
from knowledge.files.guards import refuse_more
from knowledge.files.ocr.page import read_page
from knowledge.files.ocr.pictures import Colour
from knowledge.files.ocr.tesseract import require_tesseract
from knowledge.files.pdf.shapes import Page

MOST_PAGES = 200
_PATIENCE = 900.0  # seconds for a document
_PAGE_PATIENCE = 60.0  # seconds for one run of Tesseract; a page takes about two
_AT_ONCE = 2

OnPage = Callable[[int, int], None]


def read_pages(
    numbers: Sequence[int],
    fetch: Callable[[int], tuple[Colour, int]],
    on_page: OnPage | None = None,
    patience: float = _PATIENCE,
) -> list[Page]:
    """Read the pages of these numbers; `on_page` is told how many of them are done.

    `fetch` gives a page's picture and its dots an inch, `patience` is in seconds.

    Raises `UnreadableFile` (tesseract_missing, tesseract_language_missing, too_large, too_slow).
    """
    refuse_more(MOST_PAGES, pages=len(numbers))
    require_tesseract()
    end = time.monotonic() + patience

    def read(number: int) -> Page:
        left = end - time.monotonic()
        if left <= 0:
            raise UnreadableFile("too_slow", seconds=int(patience))
        return read_page(number, *fetch(number), min(left, _PAGE_PATIENCE))

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting = [pool.submit(read, number) for number in numbers]
        try:
            for done, _ in enumerate((f.result() for f in as_completed(waiting)), 1):
                if on_page:
                    on_page(done, len(numbers))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [future.result() for future in waiting]
