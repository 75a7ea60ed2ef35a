"""A section's heading as it stands before a sentence: not shouted, and only where it tells more."""

import re

from knowledge.abbreviations import load_table
from knowledge.text import fold, syllables

_WORD = re.compile(r"[\w&]+")
_ROMAN = re.compile(r"[IVX]+")
# After these stands a name, whose capitals cannot be told from the others.
_BEFORE_NAMES = re.compile(
    r"\b(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH|ĐẶC KHU)\s+\w"
)
_COMMON = frozenset(
    syllables(
        "noi dung to chuc thuc hien muc dich yeu cau nhiem vu giai phap cu the chu yeu trong tam "
        "ke hoach va cac quy dinh chung phan cong"
    )
)


def head(title: str, text: str) -> str:
    """Return a heading with its colon to stand before a text; empty where it tells nothing more."""
    title = title.strip(" .:;-")
    words = syllables(fold(title))
    if not set(words) - _COMMON or syllables(fold(text))[: len(words)] == words:
        return ""
    if title == title.upper() and _BEFORE_NAMES.search(title):
        return ""
    return f"{soften(title)}: "


def soften(title: str) -> str:
    """Write a heading in capitals as a sentence is written; short forms keep theirs."""
    if title != title.upper():
        return title
    short = load_table("formal")
    written = _WORD.sub(
        lambda word: word[0] if _is_short(word[0], short) else word[0].lower(), title
    )
    return written[:1].upper() + written[1:]


def _is_short(word: str, short: dict[str, str]) -> bool:
    return fold(word) in short or _ROMAN.fullmatch(word) is not None
