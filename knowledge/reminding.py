"""What a message that asks for a reminder means, and on which morning it is given."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from knowledge.calendar import Calendar
from knowledge.text import clean, fold

USUALLY_BEFORE = 3  # working days before the last day, as the office's ladder has it
WEEK = 5  # working days
MORNING = dt.time(7, 30)
_COUNTS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "muoi": 10,
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
_COUNT = rf"(\d{{1,2}}|{'|'.join(_COUNTS)})"
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
}  # fmt: skip


class ReminderAct(StrEnum):
    """What is to be done with reminders."""

    REMIND = "remind"
    REMOVE = "remove"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class ReminderWish:
    """A reminder asked for: of which item of a list, so many working days before, or on a day."""

    act: ReminderAct
    item: int | None = None
    before: int | None = None
    on: dt.date | None = None


_POLITE = r"(?:(?:ban|bot|ad|hay|nho|xin|vui long|lam on|da|thi|vay|please|giup|phien) )*"
_ME = r"(?:toi|em|minh|e|tui|anh|chi|chung toi|phong toi)"
_REMIND = re.compile(
    rf"^{_POLITE}(?:dat |hen |tao )?(?:lich )?(?:loi )?nhac(?: nho)?(?: (?:giup|cho|ho))*"
    rf"(?: {_ME}\b|(?= (?:viec|nhiem vu) (?:nay|do|tren|thu|so|\d))|(?= (?:nay|truoc|vao|sang) )|$)"
    rf"|^{_POLITE}remind me\b"
)
_REMOVE = re.compile(
    rf"^{_POLITE}(?:bo|huy|thoi|tat|xoa|dung|khong can|khoi|ko can) (?:dat |loi |lich )?nhac"
    rf"(?: (?:lai|nho|viec|{_ME}))*\b"
    r"|^(?:stop|cancel|remove|delete) (?:the |my |that )?remind(?:er|ing(?: me)?)\b"
)
_LIST = re.compile(
    r"^(?:(?:xem|liet ke|cac|nhung|danh sach|cho xem) )*loi nhac(?: (?:cua )?(?:toi|em|minh))?"
    r"(?: (?:nao|gi|a))*$|^(?:show )?my reminders$"
)
_ITEM = re.compile(
    rf"\b(?:viec|nhiem vu|muc|dong|loi nhac|cai|task|item|so)(?: thu| so)? {_COUNT}\b"
)
_BARE_ITEM = re.compile(r"^\s*(\d{1,2})\b(?!/)")
_UNIT = r"(ngay|hom|bua|tuan|days?|weeks?|working days?)\b(?! mai| sau| toi| \d)"
_AHEAD = (
    r"truoc(?: khi)?(?: den| het)?(?: han)?|before(?:hand)?(?: the)?(?: day| deadline)?|earlier"
)
_BEFORE = re.compile(
    rf"\b(?:truoc )?(?:han )?(?:(?:khoang|do) )?{_COUNT} {_UNIT}(?: lam viec)?(?: (?:{_AHEAD}))?"
)
_FILLERS = re.compile(
    r"\b(?:ve|viec|nhiem vu|muc|dong|nay|do|tren|kia|truoc|khi|gan|sap|den|toi|het|han|nhe|nha|a"
    r"|voi|di|giup|cho|vao|sang|ngay|luc|nua|lai|cua|thi|la|loi|luon|duoc|khong|ko|k|em|minh|hom"
    r"|about|of|it|this|that|the|task|before|on|day|deadline|its|one|again|please)\b"
)


def read_reminder_wish(text: str, today: dt.date) -> ReminderWish | None:
    """Read a message that asks for a reminder, and for nothing else; else return None."""
    folded = " ".join(re.sub(r"[^\w\s/]", " ", fold(clean(text))).split())
    if _LIST.match(folded):
        return ReminderWish(ReminderAct.LIST)
    for act, pattern in ((ReminderAct.REMOVE, _REMOVE), (ReminderAct.REMIND, _REMIND)):
        opening = pattern.match(folded)
        if opening:
            return _read_rest(act, folded[opening.end() :], today)
    return None


def _read_rest(act: ReminderAct, rest: str, today: dt.date) -> ReminderWish | None:
    """Read which item and when; what is left must say nothing else."""
    before = _BEFORE.search(rest)
    if before:
        rest = rest[: before.start()] + rest[before.end() :]
    item = _ITEM.search(rest) or _BARE_ITEM.match(rest)
    if item:
        rest = rest[: item.start()] + rest[item.end() :]
    on, rest = _find_day(rest, today)
    if _FILLERS.sub(" ", rest).strip():
        return None
    number = _count(item[1]) if item else None
    return ReminderWish(act, number, _read_before(before) if before else None, on)


def _read_before(found: re.Match[str]) -> int:
    return _count(found[1]) * (WEEK if found[2].startswith(("tuan", "week")) else 1)


def _count(word: str) -> int:
    return _COUNTS.get(word) or int(word)


def _find_day(text: str, today: dt.date) -> tuple[dt.date | None, str]:
    for pattern, read in _DAYS:
        found = pattern.search(text)
        day = read(found, today) if found else None
        if found and day:
            return day, text[: found.start()] + text[found.end() :]
    return None, text


def _written(found: re.Match[str], today: dt.date) -> dt.date | None:
    """Read 28/11 or 28/11/2026; without a year the next one to come."""
    years = (int(found[3]),) if found[3] else (today.year, today.year + 1)
    for year in years:
        try:
            day = dt.date(year, int(found[2]), int(found[1]))
        except ValueError:
            continue
        if day >= today or found[3]:
            return day
    return None


def _weekday(found: re.Match[str], today: dt.date) -> dt.date:
    ahead = (_WEEKDAYS[found[1]] - today.weekday()) % 7 or 7
    day = today + dt.timedelta(ahead)
    is_next_week = found[2] is not None and day.isocalendar().week == today.isocalendar().week
    return day + dt.timedelta(7 if is_next_week else 0)


def _next_week(_found: re.Match[str], today: dt.date) -> dt.date:
    return today + dt.timedelta(7 - today.weekday())


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], dt.date | None]], ...] = (
    (re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(20\d\d))?"), _written),
    (re.compile(r"\b(?:sang |ngay )*mai\b|\btomorrow\b"), lambda _, today: today + dt.timedelta(1)),
    (re.compile(r"\bthu (hai|ba|tu|nam|sau|[2-6])\b(?: (tuan (?:sau|toi)))?"), _weekday),
    (re.compile(r"\bt([2-6])\b(?: (tuan (?:sau|toi)))?"), _weekday),
    (re.compile(r"\b(monday|tuesday|wednesday|thursday|friday)\b( next week)?"), _weekday),
    (re.compile(r"\b(?:dau )?tuan (?:sau|toi)\b|\bnext week\b"), _next_week),
)


def find_morning(
    wish: ReminderWish, last_day: dt.date, *, now: dt.datetime, calendar: Calendar
) -> dt.date | None:
    """Find the working day on whose morning to remind; None where none is left by the last day.

    `now` is local time. A morning that is past gives way to the next one.
    """
    due = calendar.working_day_on_or_before(last_day)
    if wish.on:
        wanted = calendar.working_day_on_or_before(wish.on)
    else:
        before = USUALLY_BEFORE if wish.before is None else wish.before
        wanted = calendar.minus_working_days(due, before)
    is_early = calendar.is_working_day(now.date()) and now.time() < MORNING
    first = now.date() if is_early else calendar.plus_working_days(now.date(), 1)
    morning = max(wanted, first)
    return morning if morning <= last_day else None
