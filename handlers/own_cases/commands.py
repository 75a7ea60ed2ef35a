"""What is typed about one's own PAKN, with a code or without."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from knowledge.case_codes import cut_code, find_code
from knowledge.cases.states import Solved
from knowledge.text import clean, fold, nfc, strip_invisible


class Verb(StrEnum):
    """What is wanted."""

    LIST = "list"
    STATUS = "status"
    REMARK = "remark"
    RATE = "rate"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    WITHDRAW_SURE = "withdraw_sure"
    KEEP = "keep"
    ADD = "add"
    NEW = "new"
    NOT_ADD = "not_add"
    CONSENT_NAME = "consent_name"
    AGREE_PUBLIC = "agree_public"
    CONSENT_TEMPLATE = "consent_template"


@dataclass(frozen=True, slots=True)
class OwnCommand:
    """What is wanted of which case; `text` is what was said with it."""

    verb: Verb
    code: str = ""
    text: str = ""
    solved: Solved | None = None


_SOFT = r"(?: (?:a|ad|nhe|nha|roi|voi|giup|di|ban|phan anh|kien nghi|toi|cua toi|please))*"
_THE_CASE = r"(?: (?:phan anh|kien nghi|don|ho so|my report|the report|report))?"
_PATTERNS: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.LIST: (
            r"(?:(?:xem|cho|toi|cho toi xem|danh sach|tinh trang|tinh hinh|ket qua) )*"
            r"(?:cac )?phan anh (?:cua (?:toi|em|minh|t)|da gui)|ket qua|tinh trang phan anh"
            r"|ket qua phan anh|my reports?|results?|status"
        ),
        Verb.CONSENT_NAME: r"dong y (?:neu|cong khai) ten|i agree to be named",
        Verb.AGREE_PUBLIC: r"dong y cong khai(?: ket qua)?|i agree to publish",
        Verb.CONSENT_TEMPLATE: r"dong y nhan tin mau|i agree to template messages",
        Verb.WITHDRAW_SURE: r"dong y rut|yes,? withdraw",
        Verb.KEEP: r"(?:khong|ko|k) rut(?: nua)?|do not withdraw|giu lai",
        Verb.NEW: r"day la phan anh moi|this is a new report",
        Verb.NOT_ADD: r"khong bo sung|do not add",
    }
)
_WHOLE = tuple((verb, re.compile(rf"(?:{p}){_SOFT}")) for verb, p in _PATTERNS.items())
_RATINGS: Mapping[Solved, str] = MappingProxyType(
    {
        Solved.PARTLY: (
            r"(?:moi |da )*(?:duoc )?giai quyet (?:duoc )?(?:1|mot) (?:phan|it|nua)|partly solved"
            r"|partially solved"
        ),
        Solved.NO: (
            r"(?:van )?(?:chua|khong|ko|k) (?:duoc )?giai quyet(?: (?:xong|gi|dut diem|het))*"
            r"|not solved(?: yet)?|unsolved"
        ),
        Solved.YES: (
            r"(?:viec |toi thay )*(?:da )?(?:duoc )?giai quyet(?: (?:xong|on|tot))*"
            r"|solved|it is solved"
        ),
    }
)
_SAID = tuple(
    (solved, re.compile(rf"(?:{pattern}){_SOFT}")) for solved, pattern in _RATINGS.items()
)
_REOPEN = re.compile(rf"^(?:(?:toi|xin|muon|de nghi|yeu cau|cho) )*(?:mo lai|reopen){_THE_CASE}")
_WITHDRAW = re.compile(
    rf"^(?:(?:toi|xin|muon|de nghi|cho|i want to) )*(?:rut|withdraw)(?: lai)?{_THE_CASE}"
)
_ADD = re.compile(
    r"^(?:(?:toi|xin|muon|cho|gui) )*(?:bo sung|add(?: it)?)(?: (?:them|vao|cho|thong tin|phan anh"
    r"|kien nghi|anh|to))*"
)
_SETS_OFF = re.compile(r"\s*[:–-]\s*\S")  # "bổ sung: …" names no case where there is one only
_NAMES_CASE = re.compile(r"\b(?:phan anh|kien nghi|my report|report)\b")
# What may stand beside a code in a question how it stands.
_ASKING = frozenset(
    (
        *(
            "cua",
            "toi",
            "em",
            "minh",
            "sao",
            "roi",
            "the",
            "nao",
            "den",
            "dau",
            "ket",
            "qua",
            "xem",
        ),
        *("tra", "cuu", "tinh", "trang", "hinh", "thai", "xu", "ly", "chua", "gio", "xin", "hoi"),
        *("cho", "ma", "phan", "anh", "kien", "nghi", "pakn", "so", "voi", "ad", "a", "oi", "la"),
        *("gi", "duoc", "k", "ko", "khong", "da", "vay", "bao", "khi", "bi", "can", "bo", "nhe"),
        *("di", "dang", "ai", "may", "ngay", "nua", "han", "loi", "thong", "tin", "ve", "viec"),
        *("nay", "day", "ah", "vang", "giup", "check", "status", "of", "my", "report", "what"),
        *("is", "the", "where"),
    )
)


def read_command(text: str) -> OwnCommand | None:
    """Read what is wanted of one's own cases; None where a message is about something else."""
    whole = strip_invisible(nfc(text)).strip()
    code = find_code(whole) or ""
    rest = cut_code(whole) if code else whole
    said = fold(clean(rest)).strip(" .!?,:;–-")
    return (
        _read_whole(code, said) or _read_opening(code, rest, said) or _read_code(code, rest, said)
    )


def _read_whole(code: str, said: str) -> OwnCommand | None:
    for verb, pattern in _WHOLE:
        if pattern.fullmatch(said):
            return OwnCommand(verb, code)
    for solved, pattern in _SAID:
        if pattern.fullmatch(said):
            return OwnCommand(Verb.RATE, code, solved=solved)
    return None


def _read_opening(code: str, rest: str, said: str) -> OwnCommand | None:
    """Read a verb with the words that follow it."""
    is_named = bool(code or _NAMES_CASE.search(said))
    if (found := _REOPEN.match(said)) and (is_named or found.end() == len(said)):
        return OwnCommand(Verb.REOPEN, code, _after(rest, said, found.end()))
    if _WITHDRAW.match(said):
        return OwnCommand(Verb.WITHDRAW, code) if is_named else None
    if (found := _ADD.match(said)) and (code or _SETS_OFF.match(rest[found.end() :])):
        return OwnCommand(Verb.ADD, code, _after(rest, said, found.end()))
    return None


def _after(rest: str, said: str, end: int) -> str:
    """Give what was typed after a folded opening, as typed."""
    words = len(said[:end].split())
    kept = rest.strip(" .!?,:;–-").split(maxsplit=words)[words:]
    return " ".join(kept).strip(" :,.;–-")


def _read_code(code: str, rest: str, said: str) -> OwnCommand | None:
    if not code:
        return None
    words = re.sub(r"[^\w ]", " ", said).split()
    is_asking = all(word in _ASKING for word in words)
    text = clean(rest).strip(" .,:;–-")
    return OwnCommand(Verb.STATUS, code) if is_asking else OwnCommand(Verb.REMARK, code, text)
