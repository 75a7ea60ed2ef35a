"""Phone numbers as people type them; the only file that asks the numbering plan's library."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

from knowledge.own_data import load_data
from knowledge.spelt import read_typed, spell

_REGION = "VN"
_SEPARATOR = r"(?:[^\S\n]|[.\-–—()]){0,3}"
_REST = rf"(?:{_SEPARATOR}[\do]){{6,13}}(?![\w/%]|[.,]\d)"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?:\(?\+{_SEPARATOR}8{_SEPARATOR}4|84|\(?0|o(?=[\d .-]*\d)){_REST}"
)
_ANY_NUMBER = re.compile(rf"(?<![\w/.,-])[1-9]{_REST}")  # a number only behind a word for it
_OLD_MOBILE = re.compile(r"(?:0|84)1[2689]\d{8}")  # prefixes given up in 2018
_UNITS_AFTER = re.compile(r"\s*(?:đ|d|đồng|dong|vnd|k|trieu|triệu|m2|ha|kg)\b")
_OTHER_BEFORE = re.compile(
    r"\b(?:quyet dinh|van ban|cong van|ho so|ma|cccd|cmnd|can cuoc|thua|to ban do|bien lai|hoa don"
    r"|don|tai khoan|stk|bhyt|bhxh|the|giay|hop dong)(?: \w+){0,2} ?(?:so)?[ :]*$"
)


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number with its place, the words before it that lead to it included.

    `phone` is in national form, digits only, or empty; then `reason` is phone_invalid or phone_old.
    """

    start: int
    end: int
    phone: str
    reason: str = ""


def find_phones(text: str) -> Iterator[FoundPhone]:
    """Yield what is meant as a phone number, in the order of the text."""
    plain = read_typed(text).folded
    last = 0
    for found in _find_numbers(text, plain):
        if found.start() < last or not _may_be_phone(plain, found):
            continue
        digits = found[0].replace("o", "0")
        phone = read_phone(digits)
        reason = "" if phone else _reason(re.sub(r"\D", "", digits))
        last = found.end()
        yield FoundPhone(_lead(text, found.start()), last, phone, reason)


def _find_numbers(text: str, plain: str) -> list[re.Match[str]]:
    called = (m for m in _ANY_NUMBER.finditer(plain) if _lead(text, m.start()) < m.start())
    return sorted((*_NUMBER.finditer(plain), *called), key=lambda found: found.start())


def _may_be_phone(plain: str, found: re.Match[str]) -> bool:
    """Say whether a number is neither of a document nor an amount."""
    before = plain[max(found.start() - 40, 0) : found.start()]
    return not _OTHER_BEFORE.search(before) and not _UNITS_AFTER.match(plain, found.end())


def read_phone(text: str) -> str:
    """Return a valid number in national form ("0912345678"), else an empty text."""
    try:
        number = phonenumbers.parse(text, _REGION)
    except phonenumbers.NumberParseException:
        return ""
    if number.country_code != 84 or not phonenumbers.is_valid_number(number):
        return ""
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return re.sub(r"\D", "", national)


def _reason(digits: str) -> str:
    return "phone_old" if _OLD_MOBILE.fullmatch(digits) else "phone_invalid"


def _lead(text: str, start: int) -> int:
    """Return where the words that lead to a number start: "số của tôi là"."""
    data = load_data("contacts")
    pattern = spell(rf"\b{data['phone_words']}\b{data['own']}*$|\b{data['phone_words']}[:. ]*$")
    found = pattern.match(read_typed(text[:start]))
    return found[0] if found else start
