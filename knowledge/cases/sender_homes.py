"""The address that a sender gives: houses, roads, hamlets and wards in a row, and nothing else."""

import re
from functools import cache

from knowledge.own_data import load_data
from knowledge.spelt import read_typed, spell
from knowledge.text import strip_marks

_NUMBER = r"\d{1,4}[A-Za-z]?(?:[/-]\d{1,4}[A-Za-z]?){0,4}\b"


def match_home(text: str, *, whole: bool) -> tuple[int, int] | None:
    """Return where an address stands at the start of a text, `whole`: and nothing behind it.

    Words that lead to it ("ở", "địa chỉ:") stand before the place.
    """
    plain = strip_marks(text)
    is_small = plain in (plain.lower(), plain.upper())
    found = _pattern(is_small=is_small, whole=whole).match(plain.lower() if is_small else plain)
    return found.span("home") if found else None


def has_home_cue(text: str) -> bool:
    """Say whether a text begins with a word that gives an address."""
    pattern = spell(r"^\W*(?:địa chỉ|đ/c|thường trú|tạm trú|nơi ở)\b")
    return pattern.match(read_typed(text)) is not None


@cache
def _pattern(*, is_small: bool, whole: bool) -> re.Pattern[str]:
    data = load_data("contacts")
    units, cues, stops = (strip_marks(data[name]) for name in ("units", "home_cues", "not_places"))
    proper = rf"(?!(?i:{units}) (?:\d|[A-Z]))[A-Z]\w*"
    small = rf"(?!(?:{stops})\b)(?!{units}\b)[^\W\d]\w*"
    word = small if is_small else proper
    most = 1 if is_small else 3
    name = rf"(?:{_NUMBER}|{word}(?: (?:{word}|\d{{1,3}}\b)){{0,{most}}})"
    unit = rf"(?:{_NUMBER} )?(?i:{units}) (?:so )?{name}"
    end = r"\s*(?i:(?:a|nha|nhe|nghen|hen|va|da)\b)?[\s.,;]*$" if whole else r"(?!\w)"
    return re.compile(rf"\s*(?i:{cues})(?P<home>{unit}(?:\s*[,-]?\s*{unit})*){end}")
