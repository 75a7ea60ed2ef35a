"""What an official does with work of their own or of others: "xong 2, cv số 45", "xin lùi tới t6".

Read by form alone: an act without an item is about the one last spoken of, if there was one.
"""

import datetime as dt
import re
from collections.abc import Callable

from knowledge.tasks.disowning import read_not_ours
from knowledge.tasks.finishing import read_done, read_note
from knowledge.tasks.values import ActKind, TaskAct
from knowledge.tasks.waiting import read_later, read_more_time, read_verdict
from knowledge.tasks.words import (
    THIS,
    ItemRef,
    Line,
    list_choices,
    names_office,
    read_items,
    read_line,
    write_office,
)

__all__ = ["ActKind", "ItemRef", "TaskAct", "read_act"]

_UNDO = re.compile(
    r"(?:hoan tac|undo|(?:bam|bao|ghi|danh dau|nhan) (?:nham|sai)|nham(?= viec| v?\s?\d))\s*"
)
_SHOW = re.compile(r"(?:(?:xem|mo)(?: (?:chi tiet|lai|ky|noi dung))?|chi tiet|show|view) ")
_KEEP = re.compile(r"giu nguyen(?! han)\s*")
_URGE = re.compile(r"(?:hay )?(?:don doc(?: lai| ngay| giup)?|nhac)\b\s*")
_URGED = re.compile(
    r"(?:lai|ngay|giup)?\s*(?:(?:ca|tat ca|het|cac|moi|hai|ba|bon|\d{1,2}) ?)*"
    r"(?:(?:don vi|dv|phong|co quan|noi|ben)(?: (?:con thieu|chua nop|tre|cham|tren|do|nay|kia"
    r"|qua han|con lai))?)?$"
)
_GIVE = re.compile(r"(?:giao|chuyen|phan cong)(?: lai)? ")
_TO = re.compile(r"\s*(?:cho|sang|ve|den|qua|toi)(?: cho)? (\S.{0,100})$")


def read_act(text: str, today: dt.date) -> TaskAct | None:
    """Read what an official does with an item of work; None where a text does nothing of it."""
    line = read_line(text)
    if line is None:
        return None
    return next((act for read in _READERS if (act := read(line, today))), None)


def _read_show(line: Line, _: dt.date) -> TaskAct | None:
    found = _SHOW.match(line.plain)
    start = found.end() if found else 0
    items = list(read_items(line.plain, start))
    if len(items) != 1 or items[0][1] != len(line.plain):
        return None
    item = items[0][0]
    return TaskAct(ActKind.SHOW, (item,)) if found or item.due_day_id else None


def _read_undo(line: Line, _: dt.date) -> TaskAct | None:
    found = _UNDO.match(line.plain)
    return _with_items(ActKind.UNDO, line, found.end()) if found else None


def _read_keep(line: Line, _: dt.date) -> TaskAct | None:
    found = _KEEP.match(line.plain)
    return _with_items(ActKind.KEEP, line, found.end()) if found else None


def _with_items(kind: ActKind, line: Line, at: int) -> TaskAct | None:
    """Read an act whose items, if any, are followed by nothing but a note after a sign."""
    for items, end in list_choices(line, at):
        rest = line.plain[end:].strip()
        if not rest or rest[0] in ",;:(" or THIS.fullmatch(rest):
            is_note = bool(rest) and rest[0] in ",;:("
            return TaskAct(kind, items, line.cut(end).strip("()") if is_note else "")
    return None


def _read_urge(line: Line, _: dt.date) -> TaskAct | None:
    found = _URGE.match(line.plain)
    if found is None or line.is_asked:
        return None
    rest = line.plain[found.end() :]
    if found[0].strip() == "nhac":
        is_missing = re.fullmatch(r"(?:cac )?don vi (?:con thieu|chua nop)", rest)
        return TaskAct(ActKind.URGE) if is_missing else None
    for items, end in list_choices(line, found.end()):
        if end == len(line.plain):
            return TaskAct(ActKind.URGE, items)
    if names_office(rest):
        return TaskAct(ActKind.URGE, office=write_office(line.cut(found.end())))
    return TaskAct(ActKind.URGE) if _URGED.match(rest) else None


def _read_give(line: Line, _: dt.date) -> TaskAct | None:
    """Read "giao V15 cho Phòng Kinh tế"; of "giao 1 cho …" the PAKN's words are the ones."""
    found = _GIVE.match(line.plain)
    if line.is_asked:
        return None
    for items, end in list_choices(line, found.end(), is_named=True)[:-1] if found else ():
        to = _TO.match(line.plain, end)
        if to:
            return TaskAct(ActKind.GIVE, items, office=write_office(line.cut(to.start(1))))
    return None


_READERS: tuple[Callable[[Line, dt.date], TaskAct | None], ...] = (
    _read_show,
    _read_undo,
    read_verdict,
    _read_keep,
    _read_give,
    _read_urge,
    read_not_ours,
    read_more_time,
    read_later,
    read_note,
    read_done,
)
