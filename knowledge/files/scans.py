"""Read what is a picture: the scanned pages of PDF files, and photos of paper.

OCR is imported when a picture is read: it takes a third of a second that others need not wait.
"""

from collections.abc import Callable, Sequence

from knowledge.files.document import Document
from knowledge.files.pdf import Page, lay_out, read_pdf, render_page

OnPage = Callable[[int, int], None]


def read_paper(source: str, data: bytes, on_page: OnPage | None) -> Document:
    """Read a PDF, its scanned pages by OCR; `on_page` is told how many of those are done.

    Raises `UnreadableFile` (those of `read_pdf` and of `read_photo`).
    """

    def read_scans(numbers: Sequence[int]) -> list[Page]:
        from knowledge.files.ocr import DOTS, read_pages

        return read_pages(numbers, lambda number: render_page(data, number, DOTS), on_page)

    return read_pdf(source, data, read_scans=read_scans)


def read_photo(source: str, data: bytes, on_page: OnPage | None) -> Document:
    """Read a photo, or a scan of one page or several.

    Raises `UnreadableFile` (tesseract_missing, tesseract_language_missing,
    damaged, too_large, too_slow).
    """
    from knowledge.files.ocr import DOTS, count_frames, load_frame, read_pages

    numbers = range(1, count_frames(data) + 1)
    pages = read_pages(numbers, lambda number: load_frame(data, number, DOTS), on_page)
    return lay_out(source, pages)
