"""The place that a message speaks of, in its own words: "trước cổng chợ Bến Lụa"."""

import re
from collections.abc import Sequence
from functools import cache

from knowledge.own_data import load_data
from knowledge.spelt import read_typed, spell
from knowledge.text import clean, has_marks, strip_marks

_MOST_READ = 1000
_NUMBER = r"\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?){0,4}\b"
_CAPITALS = "A-Z" + "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ".upper()
_PROPER = rf"(?-i:[{_CAPITALS}]\w*)(?: (?:(?-i:[{_CAPITALS}]\w*)|\d{{1,3}}\b)){{0,3}}"
_CAPITAL_INSIDE = re.compile(rf"\b[{_CAPITALS}]\w*")


def find_where(text: str) -> str:
    """Find the most telling place of a message, as typed; "" where it names none."""
    text = clean(text[:_MOST_READ])
    if len(read_typed(text).typed) != len(text):
        return ""
    searched = text.lower() if text.isupper() else text
    is_small = not _CAPITAL_INSIDE.search(searched, 1)
    found = (
        match
        for pattern in _patterns(is_marked=has_marks(text), is_small=is_small)
        for match in pattern.finditer(searched)
    )
    spans = sorted((match.span() for match in found), key=_length, reverse=True)
    return text[slice(*spans[0])].strip(" ,.") if spans else ""


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


@cache
def _patterns(*, is_marked: bool, is_small: bool) -> Sequence[re.Pattern[str]]:
    data = load_data("where")
    stops = f"{load_data('contacts')['not_places']}|{data['not_names']}"
    small = rf"(?!(?:{stops if is_marked else strip_marks(stops)})\b)[^\W\d_]\w*"
    word = small if is_small else _PROPER
    fills = {
        "<number>": _NUMBER,
        "<name1>": rf"(?:{small})" if is_small else rf"(?:{_PROPER})",
        "<name>": rf"(?:{_NUMBER}|{word})",
        "<proper>": r"(?!)" if is_small else rf"(?:{_PROPER})",
    }
    return tuple(_fill(each, fills, is_marked=is_marked) for each in data["where"]["patterns"])


def _fill(pattern: str, fills: dict[str, str], *, is_marked: bool) -> re.Pattern[str]:
    """Compile a pattern with what names may be, which keeps its capitals."""
    for number, name in enumerate(fills):
        pattern = pattern.replace(name, f"<{number}>")
    words = {key: _number(each, fills) for key, each in load_data("where")["words"].items()}
    spelt = spell(pattern, words)
    source = (spelt.marked if is_marked else spelt.plain).pattern
    for number, filled in enumerate(fills.values()):
        source = source.replace(f"<{number}>", filled)
    return re.compile(source, re.IGNORECASE)


def _number(words: str, fills: dict[str, str]) -> str:
    for number, name in enumerate(fills):
        words = words.replace(name, f"<{number}>")
    return words
