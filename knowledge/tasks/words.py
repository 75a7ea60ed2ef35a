"""The words that all messages of officials about work are made of: items, documents, offices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.case_codes import looks_like_code
from knowledge.text import clean, fold

LONGEST = 2_000  # characters; what is longer is a document, not a message
NO = r"(?:khong|khg|kg|ko|k|hok|hong|chua)"
# What may close a message and says nothing.
_CLOSING = frozenset(
    {
        *("nhe", "nha", "nhen", "nhi", "a", "ah", "ha", "hen", "nghe", "roi", "r", "oi", "vay"),
        *("luon", "di", "voi", "ad", "bot", "please", "giup"),
    }
)
_OVER = re.compile(r"\b(?:roi|r)\b\W*(?:(?:a|nhe|nha|day)\b\W*)*$")
_CALLED = frozenset({"anh", "chi", "sep"})  # only after one of those: "nhé anh"
_SIGNS = " .,;:!?…"
_OPENING = re.compile(
    r"(?:(?:da(?=[ ,]+(?:vang|em|e|anh|chi|toi|xin|xong|viec|da|cho)\b)|vang"
    r"|oke?(?!,? (?:gia|lui))|alo|bot|ad|oi"
    r"|thua|nho(?! (?:phong|ban|trung tam|van phong|vp|cong an|thon)\b)|hay"
    r"|bao cao (?:anh|chi|sep|lanh dao|dong chi)|vui long"
    r"|please|(?:phong|ben|don vi|dv) (?:em|toi|minh)"
    r"|cho (?:phep )?(?:phong |ben )?(?:em|toi|minh)(?! hoi)"
    r"|anh|chi(?! tiet| thi| dao)|em|e|minh|toi)\b[\s,:]*)+"
)
_NUMBERED = r"(?:dau viec|nhiem vu|viec|vc|nv|muc|so|cai|task|item)"
# "xong 1 tháng đầu năm", "xong 2 việc": a number of things, not of an item.
_COUNTED = (
    r"(?!\s*(?:%|trieu|dong|nghin|ty"
    r"|phan|nua|lan|ban|bo|buoc|khau|nguoi|ho|ho so|van ban|don vi|xa|thon|gio|nam|quy"
    r"|viec|nhiem vu|noi dung|chi tieu|ke hoach|bao cao|bc"
    r"|ngay(?! mai| kia| mot| \d)|tuan(?! nay| sau| toi)|thang(?! nay| sau| toi)"
    r"|hom(?! nay| qua))\b)"
)
_ALONE = r"(?![\w/%]|[.,-]\d)"
_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7}
_CODE = rf"(?:{_NUMBERED} |ma )?(?:v\s?|#\s?)(\d{{1,9}}){_ALONE}"
_NAMED = rf"{_NUMBERED} (?:so |thu )?(\d{{1,2}}){_ALONE}"
_ORDINAL = rf"(?:viec|nhiem vu|muc) thu ({'|'.join(_ORDINALS)})\b"
_BARE = rf"(\d{{1,2}}){_ALONE}{_COUNTED}"
_NAMED_ITEM = re.compile(rf"(?<![\w/.-])(?:{_CODE}|{_NAMED}|{_ORDINAL})")
_ITEM = re.compile(rf"(?<![\w/.-])(?:{_CODE}|{_NAMED}|{_ORDINAL}|{_BARE})")
THIS = re.compile(r"(?:viec|nhiem vu|cai) (?:nay|do|tren)\b")
_JOINT = re.compile(r"\s*(?:[,;&+]|va\b|voi\b)\s*(?:va )?|\s+(?=v\s?\d|#)")
_ASKING = re.compile(
    r"\?\s*$|\b(?:bao gio|khi nao|luc nao|the nao|nhu nao|ntn|lam sao|ra sao|thi sao|may gio"
    r"|(?:gui|nop|giao|hoi|gap|bao|cua|la|cho) ai|(?:cho )?(?:toi|em|minh) hoi|cho hoi"
    r"|(?:la|nop|lam|can|viec|phai|bao cao) gi\b|(?:o|gui|nop) dau(?! (?:tuan|thang|nam|quy)\b)"
    r"|(?:phong|don vi|dv|ai|noi|ngay|co quan|nguoi|ben) nao|co phai|chua(?: a| nhi| vay)?$"
    r"|(?:duoc|dc) (?:khong|ko|k)$)"
)
_KINDS = {
    "cong van": "Công văn", "cv": "Công văn", "bao cao": "Báo cáo", "bc": "Báo cáo",
    "quyet dinh": "Quyết định", "qd": "Quyết định", "ke hoach": "Kế hoạch", "kh": "Kế hoạch",
    "to trinh": "Tờ trình", "ttr": "Tờ trình", "thong bao": "Thông báo", "tb": "Thông báo",
    "bien ban": "Biên bản", "bb": "Biên bản", "van ban": "Văn bản", "vb": "Văn bản",
    "chi thi": "Chỉ thị", "ct": "Chỉ thị", "giay moi": "Giấy mời", "gm": "Giấy mời",
    "huong dan": "Hướng dẫn", "hd": "Hướng dẫn", "nghi quyet": "Nghị quyết", "nq": "Nghị quyết",
}  # fmt: skip
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
NUMBER = r"\d{1,5}(?:/[^\W_][\w/&.-]{0,40}(?<![.-]))?(?![\w/])"
DOCUMENT = (
    rf"(?:(?:(?:{_KIND}) (?:so )?|so (?:(?:{_KIND}) )?){NUMBER})"
    r"(?:,? ngay \d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?)?"
)
_DOCUMENT_START = re.compile(rf"(?:({_KIND})\b)?(?: ?(so)\b(?= \d))?")
OFFICE_KINDS = {
    "phong": "Phòng", "p.": "Phòng", "van phong": "Văn phòng", "vp": "Văn phòng", "ban": "Ban",
    "trung tam": "Trung tâm", "tt": "Trung tâm", "cong an": "Công an", "doan": "Đoàn",
    "hoi": "Hội", "tram": "Trạm", "truong": "Trường", "to": "Tổ", "thon": "Thôn", "ubnd": "UBND",
    "mat tran": "Mặt trận", "bo phan": "Bộ phận", "cong chuc": "Công chức", "can bo": "Cán bộ",
    "chi cuc": "Chi cục", "dai": "Đài", "kho bac": "Kho bạc", "thue": "Thuế", "xom": "Xóm",
    "dia chinh": "Địa chính", "tu phap": "Tư pháp", "ke toan": "Kế toán",
    "to dan pho": "Tổ dân phố",
}  # fmt: skip
OFFICE = rf"(?:{'|'.join(map(re.escape, sorted(OFFICE_KINDS, key=len, reverse=True)))})(?<=\w|\.)"
_OFFICE_START = re.compile(rf"({OFFICE})(?!\w)")
_SELF = re.compile(r"\b(?:toi|em|minh|nao|ai|anh|chi|e|nay|do)\b")


@dataclass(frozen=True, slots=True)
class ItemRef:
    """An item by its number in the last list or by a due day's id; both None: the one spoken of."""

    number: int | None = None
    due_day_id: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A message on one line without its polite words, and the same folded, letter for letter.

    `whole` is all that was typed.
    """

    text: str
    plain: str
    is_asked: bool
    whole: str

    @property
    def is_over(self) -> bool:
        """Say whether it ends in "rồi"."""
        return bool(_OVER.search(fold(self.whole[-20:])))

    def cut(self, start: int, end: int | None = None) -> str:
        """Give a part of the text as typed, without the signs around it."""
        return self.text[start:end].strip(" .,;:–-")

    def part(self, start: int, end: int | None = None) -> "Line":
        """Return a part of the line."""
        return Line(self.text[start:end], self.plain[start:end], self.is_asked, self.whole)


def read_line(text: str) -> Line | None:
    """Read a message without its polite words; None where it is empty, huge or about a PAKN."""
    text = clean(text[: LONGEST + 1])
    if not text or len(text) > LONGEST or looks_like_code(text):
        return None
    whole, plain = text, fold(text)
    if len(plain) != len(text):
        text = plain
    opening = _OPENING.match(plain)
    start, end = opening.end() if opening else 0, _find_close(text)
    if end <= start:
        return None
    return Line(text[start:end], plain[start:end], is_asking(plain), whole)


def _find_close(text: str) -> int:
    """Find where the closing words begin; a letter like the "A" of "Phòng A" is none."""
    end = len(text.rstrip(_SIGNS))
    while end:
        start = text.rfind(" ", 0, end) + 1
        word = text[start:end]
        plain = fold(word).strip(_SIGNS)
        is_called = plain in _CALLED and fold(text[:start].split(" ")[-2:][0]) in _CLOSING
        if word[:1].isupper() or not (plain in _CLOSING or is_called):
            break
        end = len(text[:start].rstrip(_SIGNS))
    return end


def is_asking(plain: str) -> bool:
    """Say whether a folded message asks something."""
    return bool(_ASKING.search(plain))


def find_item(plain: str, *, is_named: bool = False) -> tuple[ItemRef, int, int] | None:
    """Find the first item, and where it stands; a named one is "V15" or "việc 2", not "2"."""
    found = (_NAMED_ITEM if is_named else _ITEM).search(plain)
    return (_read_item(found), found.start(), found.end()) if found else None


def read_items(plain: str, at: int, *, is_named: bool = False) -> Iterator[tuple[ItemRef, int]]:
    """Read the items that follow one another from a place on, each with where it ends."""
    first = _NAMED_ITEM if is_named else _ITEM
    found = first.match(plain, at)
    while found:
        yield _read_item(found), found.end()
        joint = _JOINT.match(plain, found.end())
        found = _ITEM.match(plain, joint.end()) if joint else None


def list_choices(
    line: Line, at: int, *, is_named: bool = False
) -> list[tuple[tuple[ItemRef, ...], int]]:
    """List the ways to read items from a place on: all that follow one another first, none last."""
    items: tuple[ItemRef, ...] = ()
    choices = [(items, at)]
    for item, end in read_items(line.plain, at, is_named=is_named):
        items = tuple(dict.fromkeys((*items, item)))
        choices.append((items, end))
    return choices[::-1]


def _read_item(found: re.Match[str]) -> ItemRef:
    code, *numbers = found.groups()
    if code:
        return ItemRef(due_day_id=int(code))
    word = next(number for number in numbers if number)
    return ItemRef(number=_ORDINALS.get(word) or int(word))


def write_document(text: str) -> str:
    """Write out what a document's name begins with: "cv so 45" becomes "Công văn số 45"."""
    plain = fold(text)
    found = _DOCUMENT_START.match(plain) if len(plain) == len(text) else None
    if found is None or not (found[1] or found[2]):
        return text
    begin = [_KINDS[found[1]]] if found[1] else []
    begin += ["số" if begin else "Số"] if found[2] else []
    return " ".join([*begin, text[found.end() :].strip()]).strip()


def write_office(text: str) -> str:
    """Write an office's name as typed, its first words with marks: "phong KT" is "Phòng KT"."""
    plain = fold(text)
    found = _OFFICE_START.match(plain) if len(plain) == len(text) else None
    if found is None:
        return text[:1].upper() + text[1:]
    typed = text[: found.end()]
    kind = OFFICE_KINDS[found[1]]
    if fold(kind) == found[1] and fold(typed) != typed.lower():
        kind = typed[:1].upper() + typed[1:]
    return f"{kind}{text[found.end() :]}"


def names_office(plain: str) -> bool:
    """Say whether folded words begin like an office's name, and are not "phòng em"."""
    return bool(_OFFICE_START.match(plain)) and not _SELF.search(plain)
