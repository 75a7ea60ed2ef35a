"""The text of a Word paragraph as it is printed once its tracked changes are accepted."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from knowledge.files.legacy.encodings import decode_font
from knowledge.files.letters import SOFT_HYPHEN, tidy
from knowledge.files.word.styles import Styles
from knowledge.files.word.xml import W, find, is_on, names

LOST = names("del", "moveFrom", "txbxContent", "pPr", "rPr", "sdtPr", "rt")
_TEXTS = {f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": "\t",
           f"{W}noBreakHyphen": "-", f"{W}softHyphen": SOFT_HYPHEN}  # fmt: skip
_RUN, _SYMBOL = f"{W}r", f"{W}sym"
# Adobe's Symbol encoding, where offices insert it; what other symbol fonts draw is a bullet.
_SYMBOLS = {0xA3: "≤", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xAE: "→", 0xDE: "⇒"}
_BULLET = "•"


def read_runs(paragraph: Any, styles: Styles) -> str:
    """Return the paragraph's text; runs in a font of an old encoding are decoded."""
    font = styles.find_font(find(paragraph, "pPr"), "pStyle") or styles.fonts.get("", "")
    pieces = groupby(_pieces(paragraph, font, styles), key=lambda piece: piece[0])
    return tidy(
        "".join(decode_font("".join(text for _, text in run), name) for name, run in pieces)
    )


def is_placeholder(element: Any) -> bool:
    """Say whether a content control only invites to type ("Click here")."""
    return element.tag == f"{W}sdt" and is_on(element, "sdtPr/showingPlcHdr")


def has_lost_end(paragraph: Any) -> bool:
    """Say whether the paragraph's end was deleted, so that the next goes on in it."""
    marks = find(paragraph, "pPr/rPr")
    return marks is not None and any(mark.tag in LOST for mark in marks)


def _pieces(element: Any, font: str, styles: Styles) -> Iterator[tuple[str, str]]:
    """Yield the texts below an element, each with the name of its font."""
    for child in element:
        tag = child.tag
        if tag in LOST or is_placeholder(child) or (tag == _RUN and is_on(child, "rPr/vanish")):
            continue
        if tag in _TEXTS:
            yield font, child.text or ""
        elif tag in _BREAKS:
            yield font, _BREAKS[tag]
        elif tag == _SYMBOL:
            yield font, _symbol(child)
        elif tag == _RUN:
            yield from _pieces(
                child, styles.find_font(find(child, "rPr"), "rStyle") or font, styles
            )
        else:
            yield from _pieces(child, font, styles)


def _symbol(element: Any) -> str:
    """Return the letter that a symbol stands for; its code is 16 bits, F0 before an old one."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    if 0xF000 <= code < 0xF100:
        is_symbol = element.get(f"{W}font") == "Symbol"
        return _SYMBOLS.get(code - 0xF000, _BULLET) if is_symbol else _BULLET
    return chr(code) if 0x20 <= code < 0xD800 else ""
