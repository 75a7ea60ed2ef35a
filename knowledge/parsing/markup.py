"""Strip what converters leave in text: HTML, Markdown, bookmarks."""

import html
import re
from functools import lru_cache

from knowledge.text import clean

_CACHED = 1_024  # cells: every step asks for those of the row at hand
_BREAKING_TAG = re.compile(r"<\s*(?:/?(?:li|ul|ol|p|div|tr|td)\b[^<>]*|br\s*/?)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]{0,300}>")
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_ESCAPE = re.compile(r"\\([\\()\[\]*_#+.!|~-])")
_HASHES = re.compile(r"^\s{0,3}#{1,6}\s+")
_SIGNS = re.compile(r"[<&\[\\#*]")  # without any of them there is nothing to strip
_RULE = re.compile(r"^[\s|:_=.\-–—]*$")


def strip_markup(text: str) -> str:
    """Return the text without tags, emphasis and bookmarks; line breaks of lists stay."""
    if not _SIGNS.search(text):
        return text
    text = _BREAKING_TAG.sub("\n", _BOOKMARK.sub("", text))
    text = _TAG.sub("", html.unescape(text))
    text = _HASHES.sub("", text).replace("*", "")
    return _ESCAPE.sub(r"\1", text)


@lru_cache(maxsize=_CACHED)
def cell_text(cell: str | None) -> str:
    """Return a cell, or a paragraph, as one clean line."""
    return clean(strip_markup(cell or ""))


def cell_lines(cell: str | None) -> list[str]:
    """Return the clean lines of a cell, an item of a list being a line."""
    lines = (clean(line) for line in strip_markup(cell or "").splitlines())
    return [line for line in lines if line]


def is_rule(text: str) -> bool:
    """Say whether the text is empty or only drawn from dashes and the like."""
    return bool(_RULE.match(text))
