"""Words that steer a PAKN half written: at every step they mean the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from knowledge.text import clean, fold


class Steer(StrEnum):
    """What a word does with a draft."""

    CANCEL = "cancel"
    BACK = "back"
    SKIP = "skip"
    SEND = "send"
    EDIT = "edit"
    RESUME = "resume"
    ANEW = "anew"
    DROP_FILES = "drop_files"
    WHY = "why"


class Field(StrEnum):
    """What of a draft can be changed."""

    CONTENT = "content"
    WHERE = "where"
    CONTACT = "contact"
    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    FILES = "files"


_SOFT = r"(?: (?:di|nhe|nha|luon|a|ad|giup|phan anh|kien nghi|lai|nao|ngay|roi|please))*"
_DETAILS = "ten|so|dien thoai|dia chi|thong tin|sdt|phone|name|address|details"
_STEERS: Mapping[Steer, str] = MappingProxyType(
    {
        Steer.CANCEL: (
            rf"(?:huy|huy bo|cancel|dung lai|dung|thoi|bo|xoa)(?: (?:phan anh|het))?{_SOFT}"
            rf"|(?:khong|ko|k) (?:muon )?(?:gui|phan anh)(?: nua)?{_SOFT}"
            r"|thoi\b.{0,12}khong gui\b.{0,12}|(?:i )?(?:don't|do not) send"
        ),
        Steer.BACK: rf"(?:(?:quay|tro|lui) (?:lai|ve)|quay lai buoc truoc|back|go back){_SOFT}",
        Steer.SKIP: (
            rf"(?:bo qua|skip|(?:khong|ko|k|khg|hong)"
            r"(?: (?:co|can|biet|nho|ro|cho|de lai|muon cho)(?: (?:so|dau|ro|gi|them))?)?|no)"
            rf"{_SOFT}"
        ),
        Steer.SEND: (
            r"(?:gui|dong y|dong y gui|xac nhan|van gui|cu gui|ok gui|dung roi gui|send|send it)"
            rf"{_SOFT}"
        ),
        Steer.RESUME: rf"(?:tiep tuc|tiep|viet tiep|gui tiep|continue|resume|go on){_SOFT}",
        Steer.ANEW: r"(?:phan anh|kien nghi) (?:moi|khac)(?: (?:nhe|a))*|new report",
        Steer.DROP_FILES: (
            r"(?:bo|xoa|khong gui|remove|delete)(?: (?:het|cac|nhung|tat ca|the|all))*"
            r" (?:anh|tep|hinh|video|tin thoai|photos?|files?)(?: (?:di|nhe|a))*"
        ),
        Steer.WHY: (
            r"(?:(?:tai|vi) sao|sao|de lam gi|lam gi|co (?:can|bat buoc)|bat buoc|why|do i have to)"
            rf"\b.{{0,40}}\b(?:{_DETAILS})\b.{{0,40}}"
            rf"|.{{0,30}}\b(?:{_DETAILS})\b.{{0,20}}\b(?:de )?lam gi.{{0,20}}"
            rf"|.{{0,20}}co bat buoc(?: phai)?(?: (?:co|cho|de|khai))? (?:{_DETAILS}).{{0,20}}"
        ),
    }
)
_COMPILED = tuple((steer, re.compile(pattern)) for steer, pattern in _STEERS.items())
_HIDE = re.compile(
    r"\b(?:khong|k|ko|kg|hok|hong|dung|chang)(?: (?:muon|can|nen|phai))?"
    r"(?: (?:de|cho|neu|lo|ghi|tiet lo|cong khai|khai|xung|biet|dua|hien))+"
    r"(?: (?:ai|lo|biet|ra|ho|ho va))* (?:ten|danh tinh|thong tin)\b"
    r"|\b(?:an|giau|giu kin|giu bi mat|bao mat)(?: (?:ho|ca|phan))? (?:danh|ten|danh tinh)\b"
    r"|\b(?:giu kin|giu bi mat|bao mat) thong tin (?:cua toi|ca nhan|cho toi)\b|\bnac danh\b"
    r"|\b(?:hide my name|anonymous(?:ly)?|without my name|keep my name)\b"
)
_FIELDS = (
    (Field.PHONE, r"(?:so )?(?:dien thoai|dt|sdt|so phone|phone(?: number)?)"),
    (Field.NAME, r"(?:ho )?(?:va )?ten|name"),
    (Field.ADDRESS, r"dia chi(?: (?:nha|cua toi))?|address"),
    (Field.CONTACT, r"(?:thong tin )?lien he|thong tin(?: ca nhan| cua toi)?|contact"),
    (
        Field.WHERE,
        r"noi(?: (?:xay ra|phan anh)|(?=\s*(?:[:–-]|$)))|vi tri|dia diem|o dau|place|where",
    ),
    (Field.FILES, r"anh|hinh|tep|photos?|files?"),
    (Field.CONTENT, r"(?:noi dung|phan anh|loi|cau chu|content|text|report)"),
)
_CHANGE = r"^(?:sua|doi|chinh|thay|sua lai|viet lai|chinh sua|cap nhat|edit|change)(?: lai)?"
_EDITS = tuple(
    (field, re.compile(rf"{_CHANGE} (?:{words})\b(?: (?:thanh|la|lai|to))?\s*[:\-–,.]?\s*"))
    for field, words in _FIELDS
)
_EDIT_ALONE = re.compile(rf"{_CHANGE}(?: (?:nhe|a|di|cho))*$")
_CHOSEN = tuple((field, re.compile(rf"^(?:{words})$")) for field, words in _FIELDS)
_MORE = re.compile(r"^(?:them|noi them|bo sung(?: them)?|add)\s*[:,\-–]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A wish to change something; `value` is empty where it is still to be said."""

    field: Field | None
    value: str = ""


def read_steer(text: str) -> Steer | None:
    """Read what a message does with a draft, where it does nothing else."""
    folded = fold(clean(text)).strip(" .!?,")
    for steer, pattern in _COMPILED:
        if pattern.fullmatch(folded):
            return steer
    return None


def read_edit(text: str) -> Edit | None:
    """Read "sửa", "sửa nội dung", "sửa số điện thoại 09…"."""
    text = clean(text)
    folded = fold(text)
    if _EDIT_ALONE.match(folded.strip(" .!?,")):
        return Edit(None)
    if len(folded) != len(text):
        return None
    for field, pattern in _EDITS:
        found = pattern.match(folded)
        if found:
            return Edit(field, text[found.end() :].strip(" .,;:"))
    return None


def read_field(text: str) -> Field | None:
    """Read which part of a draft is named, where nothing else is said."""
    folded = fold(clean(text)).strip(" .!?,")
    return next((field for field, pattern in _CHOSEN if pattern.match(folded)), None)


def read_more(text: str) -> str:
    """Give what is to be added: "thêm: …"; empty where nothing is."""
    text = clean(text)
    folded = fold(text)
    found = _MORE.match(folded)
    return text[found.end() :] if found and len(folded) == len(text) else ""


def hides_name(text: str) -> bool:
    """Tell whether somebody wants their name kept back."""
    return _HIDE.search(fold(clean(text))) is not None
