"""What differs between two texts, marked for eyes and for screen readers."""

from bot.web.elements import Tag
from knowledge.differences import Side, compare_words

_TAGS = {Side.BOTH: "span", Side.OLD: "del", Side.NEW: "ins"}


def build_difference(old: str, new: str) -> None:
    """Lay out both texts in one, what is gone struck through and what has come underlined."""
    with Tag("p", style="desk-difference"):
        for piece in compare_words(old, new):
            Tag(_TAGS[piece.side], piece.text)
