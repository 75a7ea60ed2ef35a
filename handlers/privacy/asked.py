"""What a message asks to be done with its sender's own data."""

import re
from dataclasses import dataclass
from enum import StrEnum

MOST_READ = 120  # characters; who writes more tells of something else


class Wish(StrEnum):
    """What is asked."""

    SHOW = "show"
    COPY = "copy"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    ERASE_CONFIRMED = "erase_confirmed"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of the contact ("name", "phone" or "address") and what it shall be, as typed."""

    field: str
    value: str


_I = r"(?:toi|em|minh|chau|con|tui)"
_POLITE = r"(?:(?:cho|xin|da|a|toi|em|minh|muon|can|nho|lam on|vui long|ad|hay|giup) )*"
_DATA = r"(?:du lieu|thong tin|tin nhan|lich su|noi dung chat)(?: ca nhan)?"
_END = r"(?: (?:di|nhe|a|ad|voi|gium|giup|ngay|het|khoi he thong|o day|tai day|dang luu|luu))*$"
_SEE = r"(?:xem|biet|kiem tra)"
_ERASE = r"(?:xoa|huy bo)(?: (?:het|toan bo|tat ca|cac|moi|bo|di))*"
_PATTERNS = (
    (Wish.ERASE_CONFIRMED, r"^(?:dong y xoa(?: du lieu)?|erase my data now)$"),
    (Wish.COPY, rf"\b(?:ban sao|sao chep|xuat)\b.{{0,15}}\b{_DATA} cua {_I}\b|\bcopy of my data\b"),
    (Wish.WITHDRAW, rf"^{_POLITE}(?:rut|huy|thu hoi)(?: lai)?(?: su)? dong y\b"),
    (Wish.WITHDRAW, r"\bwithdraw (?:my )?consents?\b"),
    (
        Wish.ERASE,
        rf"^{_POLITE}{_ERASE} {_DATA}(?: (?:cua|ve))? {_I}{_END}",
    ),
    (Wish.ERASE, r"\b(?:delete|erase|remove) (?:all )?(?:of )?my (?:data|information|messages)\b"),
    (
        Wish.SHOW,
        rf"^{_POLITE}(?:{_SEE} )?(?:du lieu(?: ca nhan)?|thong tin ca nhan) cua {_I}{_END}",
    ),
    (Wish.SHOW, rf"^{_POLITE}{_SEE} thong tin cua {_I}{_END}"),
    (Wish.TERMS, rf"^{_POLITE}(?:{_SEE} )?(?:thong bao )?quyen rieng tu{_END}"),
    (
        Wish.TERMS,
        rf"^{_POLITE}{_DATA}(?: cua {_I})?(?: duoc)? luu(?: giu)?(?: trong)? bao lau{_END}",
    ),
    (Wish.TERMS, r"^privacy(?: notice)?$|^how long (?:do you keep|is) my data(?: kept)?$"),
    (Wish.SHOW, r"^(?:show )?my data$|\bwhat data do you (?:have|keep)\b"),
)
_WISHES = tuple((wish, re.compile(pattern)) for wish, pattern in _PATTERNS)
_FIELDS = {
    "phone": r"so dien thoai|sdt|so dt|dien thoai|phone(?: number)?",
    "address": r"dia chi|address",
    "name": r"ho ten|ho va ten|ten|name",
}
_CORRECTS = {
    field: re.compile(
        rf"^{_POLITE}(?:(?:sua|doi|thay|cap nhat|dinh chinh)(?: lai)? (?:{words})(?: cua {_I})?"
        rf" (?:thanh|sang|la)|(?:change|correct) my (?:{words}) to)\b:?"
    )
    for field, words in _FIELDS.items()
}


def find_wish(folded: str) -> Wish | None:
    """Find what a text, lower-cased and without marks, asks; None where it is about no data."""
    if len(folded) > MOST_READ:
        return None
    if any(pattern.match(folded) for pattern in _CORRECTS.values()):
        return Wish.CORRECT
    return next((wish for wish, pattern in _WISHES if pattern.search(folded)), None)


def read_correction(text: str, folded: str) -> Correction:
    """Read which field shall be what; `folded` has the same words as `text`."""
    for field, pattern in _CORRECTS.items():
        found = pattern.match(folded)
        if found:
            said = len(folded[: found.end()].split())
            return Correction(field, " ".join(text.split()[said:]).strip(" :.,"))
    raise ValueError("no correction")
