"""Work reported done, and its result: "xong 2, cv số 45", "kết quả: …"."""

import datetime as dt
import re

from knowledge.tasks.values import ActKind, TaskAct
from knowledge.tasks.words import (
    DOCUMENT,
    NUMBER,
    THIS,
    ItemRef,
    Line,
    find_item,
    list_choices,
    names_office,
    write_document,
    write_office,
)

_DOC = re.compile(rf"(?:(?:bang|theo|kem|tai|gui|nop|la|co) )*{DOCUMENT}")
_WHOLE_DOC = re.compile(rf"(?:{DOCUMENT}|(?=\d+/(?:20\d\d/)?[a-z]{{2}}){NUMBER})")
_WHEN = re.compile(r"(?:tu )?(?:(?:hom|sang|chieu|trua|toi) (?:qua|nay)|hom truoc|tuan truoc)\b")
_GAP = re.compile(r"[\s,;:.(–-]*")
_POLITE = re.compile(r"\s*(?:nhe|nha|roi|r|a|luon|day|nay|do|hen)\b(?! \w*/)")
_PRONOUN = r"(?:toi|em|e|minh|anh|chi|voi|nhe|a|nha)\b"
_OBJECT = r"(?: (?:bao cao|bc|ket qua|kq|san pham|viec nay|nhiem vu nay|cai nay)\b)?"
_SENT = (
    r"(?:nop|gui|bao cao|lam|trinh|(?:ky )?ban hanh|ky|thuc hien|trien khai|phat hanh|hoan thanh"
    r"|xong)"
)
_DONE = re.compile(
    rf"(?:(?:da |vua |moi )*(?:(?:lam |bao |da )?xong|hoan thanh|hoan tat|done|finished)"
    rf"|(?:da |vua |moi )+{_SENT}(?: xong)?)\b{_OBJECT}(?: ca(?= \d| v))?\s*"
)
_DID = re.compile(rf"(?:nop|gui|lam|bao cao|trinh)\b{_OBJECT}(?=$| (?:v ?)?\d)\s*")  # "… rồi"
_IS_DONE = re.compile(
    rf"[\s:,]*(?:da |vua |thi |cung |roi |em |toi )*(?:(?:lam )?xong|hoan thanh|da {_SENT}"
    rf"|{_SENT} (?:xong|roi))\b(?: xong)?"
)
_MARKED_FOR = ("hộ", "thay", "giúp", "giùm")
_FOR = re.compile(rf"\s*(?:ho|thay(?: mat)?|giup|gium|dum)(?: cho)? (?!{_PRONOUN})")
_REPORTED = re.compile(
    r"(?:bao )?(?:da )?(?:xong|hoan thanh) (?:ho|thay(?: mat)?|giup|gium|dum)(?: cho)? "
    rf"(?!{_PRONOUN})"
)
_RESULT = re.compile(r"(?:ket qua|kq|san pham|sp|ghi ket qua)(?= |:)\s*")
_NOTE_START = re.compile(r"(?:(?:nhe|nha|roi|a|da|ket qua|kq|la)\b[\s,.;:]*)*")


def read_done(line: Line, _: dt.date) -> TaskAct | None:
    """Read "xong 2 nhé, cv số 45" and "việc 1 đã xong"; a question is none."""
    if line.is_asked:
        return None
    verb = _DONE.match(line.plain) or (line.is_over and _DID.match(line.plain))
    if verb:
        return _read_done_for(line) or _first_done(line, verb.end())
    this = THIS.match(line.plain)
    for items, end in [((), this.end())] if this else list_choices(line, 0)[:-1]:
        after = _IS_DONE.match(line.plain, end)
        act = _close_done(line, items, after.end()) if after else None
        if act:
            return act
    return None


def _first_done(line: Line, at: int) -> TaskAct | None:
    acts = (_close_done(line, items, end) for items, end in list_choices(line, at))
    return next((act for act in acts if act), None)


def _read_done_for(line: Line) -> TaskAct | None:
    """Read "báo xong thay thôn 3: V12": the item after a colon, or a named one, or none."""
    start = _REPORTED.match(line.plain)
    if start is None or not _is_for(line, start):
        return None
    colon = line.plain.find(":", start.end())
    named = find_item(line.plain[start.end() :], is_named=True)
    if colon > 0:
        at, end = colon + 1 + line.plain[colon + 1 :].startswith(" "), colon
    elif named:
        at = end = start.end() + named[1]
    else:
        return TaskAct(ActKind.DONE, on_behalf=write_office(line.cut(start.end())))
    act = _first_done(line, at)
    who = write_office(line.cut(start.end(), end))
    return TaskAct(ActKind.DONE, act.items, act.note, on_behalf=who) if act and who else None


def _close_done(line: Line, items: tuple[ItemRef, ...], at: int) -> TaskAct | None:
    """Read what follows the items: nothing, for whom, or the result."""
    while polite := _POLITE.match(line.plain, at):
        at = polite.end()
    on_behalf = ""
    helped = _FOR.match(line.plain, at)
    if helped and _is_for(line, helped):
        at = re.compile(r"[^,;:]*").match(line.plain, helped.end()).end()  # type: ignore[union-attr]
        on_behalf = write_office(line.cut(helped.end(), at))
    start = _find_note(line, at, has_items=bool(items))
    if start is None:
        return None
    note = write_note(line.text[start:])
    return TaskAct(ActKind.DONE, items, note, on_behalf=on_behalf)


def _is_for(line: Line, found: re.Match[str]) -> bool:
    """Say whether "hộ", "thay" is followed by an office or a name: not "hồ sơ", "hộ nghèo"."""
    said = set(line.text[found.start() : found.end()].lower().split())
    is_name = line.text[found.end() : found.end() + 1].isupper()
    return names_office(line.plain[found.end() :]) or (is_name and not said.isdisjoint(_MARKED_FOR))


def _find_note(line: Line, at: int, *, has_items: bool) -> int | None:
    """Find where the result begins; None where what follows is no result."""
    gap = _GAP.match(line.plain, at)
    start = gap.end() if gap else at
    if start >= len(line.plain):
        return start
    is_sure = _DOC.match(line.plain, start) or _WHEN.match(line.plain, start)
    has_sign = any(sign in ",;:.(" for sign in line.plain[at:start])
    return start if is_sure or (has_items and has_sign) else None


def write_note(text: str) -> str:
    """Write a result without its polite words, its document written out."""
    plain = text if len(text) == len(text.lower()) else text.lower()
    start = _NOTE_START.match(plain)
    text = text[start.end() if start else 0 :].strip(" .,;:()")
    written = write_document(text)
    return written[:1].upper() + written[1:]


def read_note(line: Line, _: dt.date) -> TaskAct | None:
    """Read a document's number alone, and "kết quả: …"."""
    if line.is_asked:
        return None
    if _WHOLE_DOC.fullmatch(line.plain):
        return TaskAct(ActKind.NOTE, note=write_document(line.cut(0)))
    found = _RESULT.match(line.plain)
    for items, end in list_choices(line, found.end()) if found else ():
        note = write_note(line.text[end:])
        is_marked = line.plain[end : end + 2].lstrip().startswith(":")
        is_coded = any(item.due_day_id for item in items)
        if note and (is_marked or is_coded):
            return TaskAct(ActKind.NOTE, items, note)
    return None
