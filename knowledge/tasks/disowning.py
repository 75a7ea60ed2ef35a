"""Work that is said to be another office's: "viec nay ko phai ben minh"."""

import datetime as dt
import re

from knowledge.tasks.values import ActKind, TaskAct
from knowledge.tasks.words import (
    NO,
    OFFICE,
    THIS,
    Line,
    find_item,
    names_office,
    write_office,
)

_OURS = r"(?:toi|em|e|minh|chung toi|chung em|tui|to|ban|nay|chuc nang)"
_NOT_OURS = re.compile(
    rf"(?:\b(?:(?:chu |la )*(?:{NO}|dau|chang)(?: co)? (?:phai|thuoc))"
    r"(?: (?:la|viec|cua|ve|nhiem vu|trach nhiem|tham quyen|chuc nang|linh vuc|pham vi|phan))*"
    rf"(?: (?:ben|phong|don vi|dv|co quan|cq|nhom|trung tam|ban|van phong)\b)?"
    rf"(?: cua)?(?: {_OURS})\b"
    rf"|\b{NO} (?:phu trach|chiu trach nhiem|duoc giao)(?: (?:viec|nhiem vu|phan|mang))*(?: nay)?\b"
    rf"|\b(?:{NO}|dau|chang) (?:phai|thuoc)(?: (?:la|viec|cua|ve|trach nhiem))+ (?={OFFICE} )"
    rf"|\b{NO} thuoc (?:ve )?(?:don vi|phong|ben|tham quyen|chuc nang|nhiem vu|trach nhiem)\b"
    r"|\b(?:giao |gui |phan cong )?nham (?:don vi|phong|co quan|nguoi|cho phong|cho don vi)\b"
    r"|\b(?:giao|gui|phan cong) nham\b)"
)
_HEAD = re.compile(
    r"[\s,]*(?:viec|nhiem vu|cai|muc|phan)? ?(?:nay|do|tren)?(?: (?:la|thi|thuoc))?[\s,]*$"
)
_WHOSE = re.compile(
    rf"\b(?:cua|thuoc(?: ve)?|la|ben|do|viec|chuyen(?: cho| sang| ve)?)(?: ben)? (?={OFFICE}\b)"
)
_BUTTON = re.compile(r"v\d+ khong thuoc don vi toi")  # says nothing beside the denial
_LONGEST_NAME = 80  # characters
_WHOSE_END = re.compile(r"[,;:.?(]|\s(?:chu|ko|k|khong|dau|phu trach|lam|chu tri|moi|nhe|co)\b")


def read_not_ours(line: Line, _: dt.date) -> TaskAct | None:
    """Read whose the work is said to be, in the words of the message."""
    item = find_item(line.plain)
    start = item[2] if item and item[1] == 0 else 0
    item = item if start else find_item(line.plain, is_named=True)
    items = (item[0],) if item else ()
    denied = _NOT_OURS.search(line.plain, start)
    whose, office = _find_whose(line, start, denied)
    if line.is_asked or not (denied or whose):
        return None
    before = line.plain[start : min(found.start() for found in (denied, whose) if found)]
    is_spoken_of = start > 0 or bool(THIS.match(line.plain))
    if not _HEAD.match(before) or not (denied or is_spoken_of):
        return None
    words = "" if _BUTTON.fullmatch(line.plain) else line.whole
    return TaskAct(ActKind.NOT_OURS, items, words, office=office)


def _find_whose(
    line: Line, start: int, denied: re.Match[str] | None
) -> tuple[re.Match[str] | None, str]:
    """Find the first office named that is not the one which denies: "không phải của phòng VH"."""
    for found in _WHOSE.finditer(line.plain, start):
        is_denied = denied and denied.start() <= found.start() <= denied.end()
        office = _read_office(line, found.end()) if not is_denied else ""
        if office:
            return found, office
    return None, ""


def _read_office(line: Line, at: int) -> str:
    end = _WHOSE_END.search(line.plain, at, at + _LONGEST_NAME)
    last = end.start() if end else at + _LONGEST_NAME
    return write_office(line.cut(at, last)) if names_office(line.plain[at:last]) else ""
