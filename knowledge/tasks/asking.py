"""Which list of work an official asks for, and of what they ask who has handed it in."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.abbreviations import expand_chat
from knowledge.tasks.words import OFFICE, Line, names_office, read_line, write_office
from knowledge.text import fold

LONGEST = 200  # characters


class ListKind(StrEnum):
    """Which work is to be listed."""

    OFFICE = "office"
    UNDATED = "undated"
    UNASSIGNED = "unassigned"
    PAST = "past"
    DISPUTED = "disputed"
    LATE = "late"
    EXTENSIONS = "extensions"


@dataclass(frozen=True, slots=True)
class ListAsked:
    """A list asked for, of one office where it is named (as typed)."""

    kind: ListKind
    office: str = ""


@dataclass(frozen=True, slots=True)
class StatusAsked:
    """Work of several offices: who has not (or has) handed it in; no topic: that last spoken of."""

    topic: str
    is_missing: bool


_ASK = r"(?:(?:xem|liet ke|danh sach|cho xem|cac|nhung|co|con|ds|gui|bao cao) )*"
_WORK = r"(?:viec|nhiem vu|noi dung|dau viec|dong)"
_WHO = (
    r"(?:(?:nhung )?ai|(?:nhung |cac )?"
    r"(?:don vi|phong|phong ban|co quan|ban|thon|nguoi|ben)(?: nao)?)"
)
_WHO_ASKED = (
    r"(?:(?:nhung )?ai|(?:nhung |cac )?(?:don vi|phong|phong ban|co quan|ban|thon|nguoi|ben) nao)"
)
_LATE = (
    r"(?:qua han|tre han|tre|cham|cham han|bi tre|chua cap nhat(?: ket qua)?|den han ma chua xong)"
)
_OF = rf"(?: (?:cua )?(?P<office>{OFFICE}\b.{{1,80}}))?"
_END = r"(?: (?:nao|gi|khong|ko|k|chua|the|vay|bao nhieu))*$"
_LISTS: tuple[tuple[ListKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(f"{_ASK}(?:{pattern}){_END}"))
    for kind, pattern in (
        (
            ListKind.UNDATED,
            (
                rf"(?:{_WORK} (?:nao )?)?(?:chua|khong|ko|k|thieu)(?: co)? (?:ngay|han|thoi han)"
                r"(?: den han| nop| hoan thanh| cu the)?"
            ),
        ),
        (
            ListKind.UNASSIGNED,
            (
                rf"(?:{_WORK} (?:nao )?)?(?:chua|khong|ko|k)(?: (?:co|duoc))?"
                r" (?:(?:nguoi|ai|don vi)(?: nao)? (?:nhan|phu trach|lam|chu tri)"
                r"|phan cong|giao(?: (?:cho )?ai)?)"
            ),
        ),
        (
            ListKind.PAST,
            (
                rf"(?:{_WORK} )?(?:nao )?da qua(?: han| ngay)?(?: truoc (?:ngay |khi )?xac nhan)?"
                rf"|{_WORK} (?:qua han )?truoc (?:ngay |khi )xac nhan"
            ),
        ),
        (
            ListKind.DISPUTED,
            (
                rf"{_WORK} (?:nao )?(?:bao |bi bao )?(?:khong|ko|k)(?: phai)? (?:thuoc|cua)"
                r"(?: (?:ve |cua )?(?:don vi|phong|minh))?"
                rf"|{_WORK} (?:dang )?cho (?:phan cong|giao) lai"
                r"|(?:bao )?khong thuoc don vi"
            ),
        ),
        (
            ListKind.EXTENSIONS,
            (
                rf"(?:{_WORK} |de nghi |yeu cau |don |{_WHO} |dang )*(?:xin |cho )?(?:duyet )?"
                r"(?:lui|gia han|them thoi gian)(?: (?:han|thoi han|ngay))?"
                r"(?: (?:dang )?cho duyet)?"
            ),
        ),
        (ListKind.LATE, rf"{_WORK} (?:nao )?(?:dang |con |da |bi )*{_LATE}{_OF}"),
        (ListKind.LATE, rf"{_WHO} (?:dang |con |da |bi )*{_LATE}(?: {_WORK})?"),
        (ListKind.LATE, r"(?:danh sach )?(?:qua han|tre han)"),
        (ListKind.OFFICE, rf"{_WORK} (?:cua )?(?P<office>{OFFICE}\b.{{1,80}})"),
        (
            ListKind.OFFICE,
            (
                rf"(?P<office>{OFFICE}\b.{{1,60}}?) (?:con|dang|phai|con phai)"
                rf"(?: (?:lam|co|nhung|cac))* (?:{_WORK})(?: gi)?"
            ),
        ),
    )
)
_ONLY_MORE_TIME = re.compile(r"(?:xin |de nghi )?(?:lui|gia|them)\b(?!.* cho duyet)")
_HAND_IN = (
    r"(?:nop|gui|cap nhat|lam|hoan thanh|xong|trien khai|thuc hien|bao cao(?= ve| ket qua|$))"
)
_MISSING = re.compile(
    rf"(?:con )?(?:{_WHO_ASKED}|cho nao|noi nao)(?: (?:con|van|dang))*"
    rf" (?:(?P<state>chua|cham|khong|ko|k|da)(?: co)?(?:(?: {_HAND_IN})+|(?= bao cao))"
    r"|(?:con )?(?:no|thieu))\b(?P<topic>.*)$"
)
_STILL = re.compile(
    rf"con thieu (?:{_WHO}|nhung ai|bao nhieu don vi)(?: (?:chua )?{_HAND_IN})*(?P<topic>.*)$"
)
_ALL = re.compile(
    rf"(?:(?:cac |tat ca )?(?:don vi|phong|thon|co quan|moi nguoi) )?"
    rf"(?P<topic>.*?)\b(?:da )?{_HAND_IN}"
    r" (?:du|het|day du)\b(?: ca)?(?P<after>.*?) (?:chua|khong|ko|k)$"
)
_ALL_OF = re.compile(
    rf"(?:da )?{_HAND_IN} (?P<topic>.+?)(?P<after>) (?:du|het|day du)(?: ca)? (?:chua|khong|ko|k)$"
)
_TOPIC_FIRST = re.compile(
    rf"(?P<topic>.+?) (?:thi |co )?(?:con )?{_WHO} (?:con |van )?chua(?: co)? {_HAND_IN}$"
)
_REST = re.compile(r"^(?: (?:du|het|xong|ve|roi|chua|cho|nhi|vay|v)\b)*\s*")
_OTHER = re.compile(
    r"\b(?:thi|phat|thue|tien|phi|ho so|dang ky|cccd|bhyt|ho khau|phan anh|pakn|lam sao|the nao"
    r"|o dau|bao gio|khi nao|tra loi|nguoi dan)\b(?! (?:dua|hanh))"
)


def read_list(text: str) -> ListAsked | None:
    """Read which list of work is asked for; None where none is."""
    line = _read_line(text)
    if line is None:
        return None
    for kind, pattern in _LISTS:
        found = pattern.match(line.plain)
        if not found or (kind is ListKind.EXTENSIONS and _ONLY_MORE_TIME.match(line.plain)):
            continue
        named = found.re.groupindex and found["office"]
        if not named:
            return ListAsked(kind)
        if names_office(named):
            return ListAsked(kind, write_office(line.cut(*found.span("office"))))
    return None


def read_status(text: str) -> StatusAsked | None:
    """Read of what work it is asked who has not handed it in, or whether all have."""
    line = _read_line(expand_chat(text[: LONGEST + 1]))
    if line is None or _OTHER.search(line.plain):
        return None
    found = _ALL.match(line.plain) or _ALL_OF.match(line.plain)
    if found:
        topic = f"{line.cut(*found.span('topic'))} {line.cut(*found.span('after'))}".strip()
        return StatusAsked(topic, is_missing=True)
    found = _MISSING.match(line.plain) or _STILL.match(line.plain)
    found = found or _TOPIC_FIRST.match(line.plain)
    if found is None:
        return None
    state = found.groupdict().get("state") or "chua"
    return StatusAsked(_cut_topic(line, found), is_missing=not state.startswith("da"))


def _cut_topic(line: Line, found: re.Match[str]) -> str:
    start, end = found.span("topic")
    rest = _REST.match(line.plain[start:])
    return line.cut(start + (rest.end() if rest else 0), end)


def _read_line(text: str) -> Line | None:
    line = read_line(text) if len(text) <= LONGEST else None
    return line if line and line.plain == fold(line.text) else None
