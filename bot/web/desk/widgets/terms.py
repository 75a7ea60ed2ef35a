"""Words with their meaning: it shows under the mouse, on focus and on a tap, and Esc hides it."""

from itertools import count

from bot.web.elements import Tag

_numbers = count(1)


def build_term(label: str, meaning: str) -> None:
    """Lay out a word that says what it means; a plain word where nothing is to be said."""
    if not meaning:
        Tag("span", label)
        return
    id_ = f"term-{next(_numbers)}"
    with Tag("span", style="desk-term"):
        Tag("button", label, type="button", style="desk-term-word", aria_describedby=id_)
        Tag("span", meaning, style="desk-term-says", role="tooltip", id=id_)
