"""Drop what a page repeats: running heads, running feet and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.files.pdf.lines import Line

_BAND = 0.1  # of the page's height, at its top and at its bottom
_PAGE_NUMBER = re.compile(r"^[-–\s]*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*$", re.I)


def drop_repeats(
    pages: Sequence[tuple[float, Sequence[Line]]],
) -> tuple[list[list[Line]], list[str]]:
    """Return the lines kept of each page and the texts dropped; a page is its height and lines."""
    counts = Counter(key for page in pages for key in {key for key, _ in _edges(*page)})
    often = {key for key, count in counts.items() if count > 1 and count * 2 >= len(pages)}
    kept, dropped = [], []
    for height, lines in pages:
        gone = [line for key, line in _edges(height, lines) if key in often]
        gone += [line for _, line in _edges(height, lines) if _PAGE_NUMBER.match(line.text)]
        kept.append([line for line in lines if line not in gone])
        dropped += [line.text for line in gone]
    return kept, list(dict.fromkeys(dropped))


def _edges(height: float, lines: Sequence[Line]) -> Iterator[tuple[tuple[str, str], Line]]:
    """Yield the lines near an edge of the page with a key that is equal from page to page."""
    for line in lines:
        side = "head" if line.bottom < _BAND * height else "foot"
        if side == "head" or line.top > (1 - _BAND) * height:
            yield (side, re.sub(r"\d+", "#", line.text)), line
