"""Work that must wait: to be reminded later, more time asked for and what is said to that."""

import datetime as dt
import re
from dataclasses import dataclass

from knowledge.tasks.days import COUNT, FoundDay, find_days, find_last_day, read_count
from knowledge.tasks.values import ActKind, TaskAct
from knowledge.tasks.words import NO, ItemRef, Line, find_item, list_choices

_LATER = re.compile(
    r"\bnhac(?: (?:viec|lai|sau(?! \d| mot| hai| ba)|toi|em|minh|nho))*"
    r"(?=\W|$)|^de(?= (?:sau|mai)$)"
)
_LATER_START = re.compile(r"nhac(?! (?:viec )?(?:lai|sau)\b)")
_SOON = re.compile(r"\bnhac(?: lai)? sau\b|^de sau$|\b(?:lat|chut|ti) nua\b")
_EXTENDING = (
    r"(?:gia han|(?:lui|doi|hoan|keo dai|gian)(?: lai)?(?: (?:thoi )?(?:han|ngay|lich|gian)\b)?)"
)
_MORE_TIME = re.compile(
    rf"(?:(?P<ask>(?:cho )?xin(?: phep)?|de nghi|de xuat|cho)(?: (?:duoc|cho|phep|em|toi))* "
    rf"(?:{_EXTENDING}|them(?: thoi gian| han)?)"
    r"|gia han|lui(?: (?:han|thoi han|ngay))?|(?P<need>can )?them(?: thoi gian| han| (?=\d)))(?!\w)"
)
_ASKS_AFTER = re.compile(
    r"(?:[,.;]| nen| thi) ?(?:(?:cho )?(?:phong |ben )?(?:em|toi|minh) )?(?=xin )"
)
_SELF = re.compile(r"[\s,:]*(?:(?:phong |ben |don vi )?(?:em|toi|minh) )?")
_LONGEST_WHEN = 160  # characters that may say of what and until when
_MORE = re.compile(
    rf"\b(?:them )?{COUNT} (ngay lam viec|ngay|tuan|thang)\b(?! nua| sau| \d)(?: nua)?"
)
_LENGTHS = {"tuan": 7, "thang": 30}
_REASON = re.compile(
    r"[,;:(]\s*(?:vi|do|ly do|tai)?\b[\s:]*|\s(?:vi|do|ly do|tai vi|boi|boi vi|nguyen nhan)\b[\s:]*"
    r"|\.\s+"
)
_FILLERS = re.compile(
    r"\b(?:den|toi|sang|qua|vao|ngay|het|trong|cho|viec|nay|do|nua|them|han|thoi han|duoc|dc|khong"
    r"|ko|k|a|nhe|nha|voi|giup|lai|em|minh|anh|chi|thi|hay|de|hen|luc|la|ve|gio|di|roi|mai|r|truoc"
    r"|cham|nhat|xin|sau|hoan|thoi|gian|som|nho|vai|it|chut|lat|ti|chieu|\d{1,2}[hg](?:\d\d)?|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\b|[\s,.;:()?!-]"
)
_ALLOWING = r"(?:dong y|duyet|phe duyet|chap thuan|nhat tri|cho phep)"
_ASKED_FOR = r"(?: (?:cho|voi|viec|de nghi|don|yeu cau|xin|ve))*"
_MOVED = rf"(?: {_EXTENDING})"
_REFUSE = re.compile(
    rf"(?:(?:{NO} (?:{_ALLOWING}|cho)|tu choi|bac){_ASKED_FOR}({_MOVED}?)"
    r"|giu nguyen( han))\b\s*"
)
_GRANT = re.compile(rf"(?:{_ALLOWING}{_ASKED_FOR}({_MOVED}?)|(?:ok,?|oke,?|cho)({_MOVED}))\b\s*")


@dataclass(frozen=True, slots=True)
class _When:
    """Of which item, until which day or for how many days more."""

    items: tuple[ItemRef, ...]
    day: dt.date | None
    more_days: int | None = None
    is_worked: bool = False


def read_verdict(line: Line, today: dt.date) -> TaskAct | None:
    """Read what a leader says to more time asked for; the item must be named, or "lùi" said."""
    refused = _REFUSE.match(line.plain)
    found = refused or _GRANT.match(line.plain)
    if found is None or line.is_asked:
        return None
    kind = ActKind.REFUSE if refused else ActKind.GRANT
    for items, end in list_choices(line, found.end(), is_named=True):
        says_what = any(found.groups()) or any(item.due_day_id for item in items)
        when, reason = _read_asking(line, end, today) if says_what else (None, "")
        if when and not when.items:
            return TaskAct(kind, items, reason, when.day)
    return None


def read_more_time(line: Line, today: dt.date) -> TaskAct | None:
    """Read "xin lùi tới t6 tuần sau, sếp đi vắng", the reason first or last."""
    late = _ASKS_AFTER.search(line.plain)
    item = find_item(line.plain[:_LONGEST_WHEN])
    start = item[2] if item and item[1] == 0 else 0
    for at in (_skip(line, start), late.end() if late else 0):
        found = _MORE_TIME.match(line.plain, at)
        when, reason = _read_asking(line, found.end(), today) if found else (None, "")
        if found is None or when is None:
            continue
        items = (item[0],) if item and start else when.items
        is_after = late is not None and at == late.end()
        is_bare = not (items or when.day or when.more_days)
        if is_bare and (is_after or not (found["ask"] or found["need"])):
            return None
        before = _write_reason(line.cut(start, late.start())) if late and is_after else ""
        return _build(items, when, reason or before)
    return None


def _skip(line: Line, start: int) -> int:
    found = _SELF.match(line.plain, start)
    return found.end() if found else start


def _build(items: tuple[ItemRef, ...], when: _When, reason: str) -> TaskAct:
    return TaskAct(
        ActKind.MORE_TIME,
        items,
        reason,
        when.day,
        more_days=when.more_days,
        is_worked=when.is_worked,
    )


def _read_asking(line: Line, at: int, today: dt.date) -> tuple[_When | None, str]:
    """Read item, day, length and reason; None where a part before the reason says else."""
    whole = len(line.plain)
    reasons = [None, *_REASON.finditer(line.plain, at, at + _LONGEST_WHEN)]
    for reason in reasons[:1] + reasons[:0:-1]:
        end = reason.start() if reason else whole
        when = _read_when(line.plain[at:end], today) if end - at <= _LONGEST_WHEN else None
        if when:
            return when, _write_reason(line.cut(reason.end())) if reason else ""
    return None, ""


def _write_reason(text: str) -> str:
    """Write a reason as it may be read by the leader: who is meant by "sếp" has another name."""
    return re.sub(r"\b(?:sếp|sep|xếp)\b", "lãnh đạo", text)


def _read_when(plain: str, today: dt.date) -> _When | None:
    """Read an item, a day and a length of time; what is left must say nothing else."""
    named = find_item(plain, is_named=True)
    plain = _cut(plain, named)
    more = _find_more(plain)
    plain = f"{plain[: more.start()]} {plain[more.end() :]}" if more else plain
    days = find_days(plain, today)
    day = find_last_day(plain, days[-1]) if days else None
    plain = _cut_day(plain, days[-1]) if days else plain
    item = named or find_item(plain)
    if _FILLERS.sub("", plain if named else _cut(plain, item)):
        return None
    items = (item[0],) if item else ()
    if more is None:
        return _When(items, day)
    length = _LENGTHS.get(more[2], 1) * read_count(more[1])
    return _When(items, day, length, more[2] == "ngay lam viec")


def _find_more(plain: str) -> re.Match[str] | None:
    found = _MORE.search(plain)
    is_from_today = found and re.search(r"\b(?:sau|trong) $", plain[: found.start()])
    return None if is_from_today else found


def _cut(plain: str, item: tuple[ItemRef, int, int] | None) -> str:
    return f"{plain[: item[1]]} {plain[item[2] :]}" if item else plain


def _cut_day(plain: str, day: FoundDay) -> str:
    return f"{plain[: day.start]} {plain[day.end :]}"


def read_later(line: Line, today: dt.date) -> TaskAct | None:
    """Read "nhắc lại 2 sáng mai"; "nhắc tôi …" is a reminder's."""
    found = _LATER.search(line.plain[:_LONGEST_WHEN])
    is_other = len(line.plain) > _LONGEST_WHEN or line.is_asked
    if found is None or is_other or _LATER_START.match(line.plain):
        return None
    rest = f"{line.plain[: found.start()]} {line.plain[found.end() :]}"
    named = find_item(rest, is_named=True)
    rest = _cut(rest, named)
    days = find_days(rest, today)
    rest = _cut_day(rest, days[0]) if days else rest
    item = named or find_item(rest)
    is_later = bool(days or item) or bool(_SOON.search(line.plain))
    if not is_later or _FILLERS.sub("", rest if named else _cut(rest, item)):
        return None
    return TaskAct(ActKind.LATER, (item[0],) if item else (), day=days[0].first if days else None)
