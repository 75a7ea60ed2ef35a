"""Where a person lives: a house in a road, what follows "địa chỉ:"; no hamlet or ward alone."""

import re
from collections.abc import Iterator

from knowledge.personal.view import Found, PersonalKind, View, alternatives, load_words

_NUMBER = r"\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,5}"
_ROAD = rf"(?:{alternatives(load_words('roads'))})"
# In the plain text capitals are marked by "^" before the letter.
_PROPER = r"\^[a-z]+(?: \^[a-z]+| \d+(?=\W|$)){0,3}"
_VERBS = "bi|co|la|da|dang|khong|chua|nha|o|va|thi|ma|hoi|ngap|hong|tac"
_SMALL = rf"(?!\^)(?!(?:{_VERBS})\b)[a-z]+(?: (?!(?:{_VERBS})\b)[a-z]+)?"
_PART = rf"(?:,? ?(?:so )?\^?{_ROAD} (?:so )?(?:{_NUMBER}|{_PROPER}|{_SMALL}))"
_PARTS_PROPER = rf"(?:,? ?(?:so )?\^?{_ROAD} (?:so )?(?:{_NUMBER}|{_PROPER}))"
_HOUSE = (
    rf"\^?(?:so nha|nha so|nha o so|can nha so|can ho|phong)(?: so)?:? \^?[a-z]?{_NUMBER}"
    rf"(?:,? {_PROPER})?{_PART}{{0,4}}"
)
_STREET = rf",? ?\^?(?:{alternatives(load_words('streets'))}) (?:so )?"
_IN_ROAD = (
    rf"(?<!ngay )(?<!tu )(?<!den )(?<!hom )(?<!truoc )(?<![\w/.,])(?:\^?so )?"
    rf"(?:\d{{1,4}}[a-z]?(?:/\d{{1,4}}[a-z]?){{1,5}}{_STREET}(?:{_NUMBER}|{_PROPER}|{_SMALL})|{_NUMBER}{_PARTS_PROPER}){_PART}{{0,3}}"
)
_SO_IN_ROAD = rf"\^?so {_NUMBER}{_PART}{{1,4}}"
_AT = (
    rf"\b\^?(?:o|tai|nha)(?: so)? (?P<data>{_NUMBER} \^[a-z]+ \^[a-z]+(?: \^[a-z]+)?{_PART}{{0,3}})"
)
_HEAD = r"\^?dia chi(?: (?:nha|cua|toi|em|lien he|thuong tru|tam tru|o|noi o|nha o|la|hien tai))*"
_LABELLED = (
    rf"{_HEAD}\s*[:：]\s*(?P<data>[^\n;▮]+?)(?=\s*(?:[.;\n▮]|$|,? \^?(?:sdt|so dien thoai"
    r"|dien thoai|dt|tel|cccd|cmnd|email|mail|ho ten|ho va ten|noi dung)\b))"
)
_PATTERNS = tuple(map(re.compile, (_HOUSE, _IN_ROAD, _SO_IN_ROAD, _AT, _LABELLED)))
_OFFICE = re.compile(rf"\W*(?:{alternatives(load_words('office_words'))})\b")


def find_homes(view: View) -> Iterator[Found]:
    """Yield every address of a house, and what is given as an address."""
    text, places = _mark_capitals(view)
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span("data" if "data" in pattern.groupindex else 0)
            if not _OFFICE.match(text[start:end].replace("^", "")):
                yield places[start], places[end - 1] + 1, PersonalKind.ADDRESS


def _mark_capitals(view: View) -> tuple[str, list[int]]:
    """Return the plain text with "^" before each word that starts with a capital, and places."""
    letters: list[str] = []
    places: list[int] = []
    for at, (shown, plain) in enumerate(zip(view.shown, view.plain, strict=True)):
        starts = plain.isalpha() and (at == 0 or not view.plain[at - 1].isalnum())
        added = f"^{plain}" if starts and shown.isupper() else plain
        letters.append(added)
        places += [at] * len(added)
    return "".join(letters), places
