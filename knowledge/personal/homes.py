"""Where a person lives: a house in a road, a plot, what follows "địa chỉ:"; no hamlet alone."""

import re
from collections.abc import Iterator

from knowledge.personal.view import Found, PersonalKind, Span, View, alternatives, load_words

_NUMBER = r"[a-z]?\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,5}"
_SLASHED = r"[a-z]?\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?){1,5}"
_ROAD = rf"(?:{alternatives(load_words('roads'))})"
_STREET = rf"(?:{alternatives(load_words('streets'))})"
_ALLEY = r"(?:hem|ngo|ngach|kiet|lo|duong)"
_NUMERAL = r"(?:mot|hai|ba|bon|nam|lam|sau|bay|tam|chin|muoi)"
_NUMERALS = rf"{_NUMERAL}(?: (?:{_NUMERAL}|thang))*"
# In the plain text capitals are marked by "^" before the letter.
_PROPER = r"\^[a-z]+(?: \^[a-z]+| \d+(?=\W|$)){0,3}"
_VERBS = "bi|co|la|da|dang|khong|chua|nha|o|va|thi|ma|hoi|ngap|hong|tac|hay|mat|cup|nuoc|dien"
_SMALL = rf"(?!\^)(?!(?:{_VERBS})\b)[a-z]+(?: (?!(?:{_VERBS})\b)[a-z]+)?(?: \d+)?"
_WAY = (
    rf"\^?{_ROAD} (?:so )?(?:\^?(?:tinh|quoc|huong|huyen) lo |\^?[a-z]{{1,2}})?"
    rf"(?:\d{{1,2}} \^?thang \d{{1,2}}|{_NUMBER}|{_PROPER}|{_NUMERALS}(?!\w))"
)
_LOOSE_PART = rf"(?:,? ?\^?{_ROAD} (?:so )?(?:{_NUMBER}|{_PROPER}|{_SMALL}))"
_DOOR = (
    r"(?<![\w^])\^?(?:so nha|nha so|nha o so|can nha so|can ho)(?: so)?:? "
    rf"\^?[a-z]?-?{_NUMBER}{_LOOSE_PART}{{0,4}}"
)
_ROOM = (
    r"(?<![\w^])\^?(?:phong|can|p\.|p)(?: so)? ?\^?[a-z]?-?\d{1,4}[a-z]?\d{0,2}[a-z]?"
    r"(?=,? \^?(?:chung cu|toa|block|nha tro|khu tro|khu nha|cc) )"
)
_NOT_BEFORE = ("ngay", "tu", "den", "hom", "truoc", "dieu", "khoan", "cot", "cot so", "tru", "km")
_NOT_DAY = "".join(f"(?<!{word} )" for word in _NOT_BEFORE)
_IN_ROAD = (
    rf"{_NOT_DAY}(?<![\w/.,^-])(?:\^?so )?\^?(?:{_SLASHED},? \^?{_STREET} (?:so )?{_SMALL}"
    rf"|{_NUMBER}(?=,? {_WAY})|{_SLASHED} (?=\^[a-z]+ \^)(?:{_PROPER}))"
)
_SO_IN_ROAD = rf"(?<![\w^])\^?so {_NUMBER}(?:{_LOOSE_PART}| \^[a-z]+ \^[a-z]+(?: \^[a-z]+)*)"
_AT = (
    r"\b\^?(?:o|tai|nha|truoc|canh|ke|doi dien)(?: so)? "
    rf"(?P<data>{_NUMBER} \^[a-z]+ \^[a-z]+(?: \^[a-z]+)*)"
)
_IN_ALLEY = rf"(?<![\w^])\^?{_ALLEY} {_SLASHED}"
_HOME_ALLEY = (
    r"\b\^?(?:nha|ngu|tro|(?:toi|em|tui|chau|con|minh|e) o)(?: (?:toi|em|tui|chau|con|minh|e|o|tro"
    rf"|nam|ngay|trong|tai|ngoai|so|thue)){{0,4}} (?P<data>{_ALLEY} {_NUMBER})"
)
_LOT = r"(?<![\w^])\^?lo(?: dat)?(?: so)?:? \^?[a-z]{1,3}-?\d{1,4}(?:[-./]\d{1,4})*(?!\w)"
_PLOT = (
    r"(?<![\w^])\^?thua(?: dat)?(?: so)?:? (?P<data>\d{1,5}(?:[,/ ]{1,3}\^?(?:thuoc )?(?:to|tbd)"
    r"(?: ban do)?(?: so)?:? \d{1,4})?)(?![\d/]| (?:dat|ruong))"
)
_SHEET = r"(?<![\w^])\^?to ban do(?: so)?:? (?P<data>\d{1,4})"
_HEAD = (
    r"\^?(?:dia chi|noi cu tru|noi thuong tru|cho o(?: hien nay| hien tai)?"
    r"|noi o(?: hien nay)?|hktt"
    r"|ho khau thuong tru|thuong tru|tam tru|dc)"
    r"(?: (?:nha|cua|toi|em|nhan thu|lien he|thuong tru|tam tru|o|noi o|nha o|la|hien tai))*"
)
_LABELLED = (
    rf"(?<![\w^]){_HEAD}\s*[:：]\s*(?P<data>[^\n;|▮]+?)(?=\s*(?:\.(?:\s|$)|[;|\n▮]|$|,? \^?(?:sdt"
    r"|so dien thoai|dien thoai|dt|tel|cccd|cmnd|email|mail|ho ten|ho va ten|noi dung)\b))"
)
_PATTERNS = tuple(
    map(
        re.compile,
        (
            _DOOR,
            _ROOM,
            _IN_ROAD,
            _SO_IN_ROAD,
            _AT,
            _IN_ALLEY,
            _HOME_ALLEY,
            _LOT,
            _PLOT,
            _SHEET,
            _LABELLED,
        ),
    )
)
_BESIDE = re.compile(rf"(?<![\w^]){_WAY}")
_JOINT = re.compile(r"[ ,–-]{0,3}(?:so )?")
_OFFICE = re.compile(rf"\W*(?:{alternatives(load_words('office_words'))})\b")


def find_homes(view: View) -> Iterator[Found]:
    """Yield every address of a house, and what is given as an address."""
    text, places = _mark_capitals(view)
    homes = set(_find_spans(text))
    beside = {found.span() for found in _BESIDE.finditer(text)}
    for start, end in _join(text, homes, beside):
        yield places[start], places[end - 1] + 1, PersonalKind.ADDRESS


def _find_spans(text: str) -> Iterator[Span]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span("data" if "data" in pattern.groupindex else 0)
            if not _OFFICE.match(text[start:end].replace("^", "")):
                yield start, end


def _join(text: str, homes: set[Span], beside: set[Span]) -> Iterator[Span]:
    """Yield the homes with the roads and hamlets that stand next to them."""
    start = end = -1
    is_home = False
    for span in sorted(homes | beside):
        if span[0] >= end and not _JOINT.fullmatch(text, max(end, 0), span[0]):
            if is_home:
                yield start, end
            start, end, is_home = span[0], span[1], False
        start = span[0] if start < 0 else start
        end, is_home = max(end, span[1]), is_home or span in homes
    if is_home:
        yield start, end


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
