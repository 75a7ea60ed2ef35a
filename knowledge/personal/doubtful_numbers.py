"""Homes, days of birth and numbers told by weak evidence, for what goes public."""

import re
from collections.abc import Iterator

from knowledge.personal.view import Found, PersonalKind, View

_HOUSE = r"[a-z]?\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,5}"
_WHO = r"(?:toi|em|tui|chau|con|minh|e|gia dinh|me|bo|vo|chong|nguoi|ong|ba|anh|chi|song|tro|nha)"
_WAY = r"(?:so nha|nha so|so|ngo|ngach|hem|kiet|to|doi|lo|day|phong|can|can ho|nha|khu|p)"
_FILL = r"(?: (?:toi|em|tui|minh|o|nam|ngay|trong|tai|thue|tro|so|cua|la|hien|dang))"
_LIVES = rf"(?:\bnha|\b{_WHO} (?:dang )?(?:o|ngu|tro|thue tro)|\btru(?: tai)?|\bthuong tru)"
_HOME = re.compile(
    rf"{_LIVES}{_FILL}{{0,4}} (?P<data>{_WAY} {_HOUSE}(?!\w)"
    rf"(?:,? (?:{_WAY}) {_HOUSE}(?!\w))*)"
)
_TOLD = re.compile(
    r"\b(?:dia chi|noi o|cho o|thuong tru|tam tru|cu tru|tru)\b"
    rf"(?: (?:tai|o|nha|cua|em|toi|la|hien tai|so))*:? "
    rf"(?P<data>{_HOUSE}(?: [a-z]+){{1,4}}(?: \d+)?)"
)
_ROOM = re.compile(
    rf"\b(?P<data>(?:phong|can ho|can|p\.?) {_HOUSE})(?=,? (?:day|nha tro|khu tro|toa|chung cu|cc))"
)
_ESTATE = re.compile(
    rf"\b(?:so|nha) (?P<data>{_HOUSE}) (?=(?:khu tap the|tap the|khu|cu xa|chung cu|day) )"
)
_NEXT = re.compile(
    r"\bnha(?: (?!van hoa|ve sinh|tre|may|truong|thuoc|tho|nuoc|cho|ga)[a-z]+){0,3} so "
    rf"(?P<data>{_HOUSE})(?![\w/])"
)
_BORN = re.compile(
    r"(?<!ngay )(?<!tu )(?<!den )(?<!truoc )(?<![\w/.-])"
    r"\d{1,2}[/.-]\d{1,2}[/.-]19\d\d(?![\w/-])"
)
_DIGITS = re.compile(r"(?<![\w/.,-])\d(?:[ .-]?\d){5,}(?![\w/]|[.,-]\w)")
_SUM = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_DAY = re.compile(r"\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d|(?:19|20)\d\d ?- ?(?:19|20)\d\d")
_HOTLINE = re.compile(r"1[89]00")
_UNIT = re.compile(r"\s?(?:d|dong|vnd|vnđ|k|trieu|nghin|ngan|ty|m2|m|ha|kg|nguoi|ho|%)\b")
_COUNTED = re.compile(r"\b(?:km|so tien|kinh phi|gia|tong muc|muc|tri gia|thu|ngay|ma)[\s:]*$")
_HOMES = (_HOME, _TOLD, _ROOM, _ESTATE, _NEXT)


def find_doubtful_numbers(view: View) -> Iterator[Found]:
    """Yield what may be a home, a day of birth or a number that leads to one person."""
    for pattern in _HOMES:
        for found in pattern.finditer(view.plain):
            yield *found.span("data"), PersonalKind.ADDRESS
    for found in _BORN.finditer(view.plain):
        yield *found.span(), PersonalKind.BIRTH
    for found in _DIGITS.finditer(view.plain):
        if not _is_counted(view.plain, found):
            yield *found.span(), PersonalKind.PAPER


def _is_counted(plain: str, found: re.Match[str]) -> bool:
    """Say whether digits are a day, a sum, a measure or a hotline."""
    digits = found[0]
    if _DAY.match(digits) or _HOTLINE.match(digits) or _UNIT.match(plain, found.end()):
        return True
    if _SUM.fullmatch(digits) and not digits.startswith("0"):
        return True
    return _COUNTED.search(plain, max(0, found.start() - 12), found.start()) is not None
