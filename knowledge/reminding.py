"""What a message that asks for a reminder means, and on which morning it is given."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.calendar import Calendar
from knowledge.tasks.days import COUNT, find_day, read_count
from knowledge.text import clean, fold

USUALLY_BEFORE = 3  # working days before the last day, as the office's ladder has it
WEEK = 5  # working days
MORNING = dt.time(7, 30)


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
    rf"\b(?:viec|nhiem vu|muc|dong|loi nhac|cai|task|item|so)(?: thu| so)? {COUNT}\b"
)
_BARE_ITEM = re.compile(r"^\s*(\d{1,2})\b(?![/.-])")
_SIGNS = re.compile(r"(?<!\d)[^\w\s/]|[^\w\s/](?!\d)")  # but those of 4.12 and 04-12-2026
_UNIT = r"(ngay|hom|bua|tuan|days?|weeks?|working days?)\b(?! mai| sau| toi| \d)"
_AHEAD = (
    r"truoc(?: khi)?(?: den| het)?(?: han)?|before(?:hand)?(?: the)?(?: day| deadline)?|earlier"
)
_BEFORE = re.compile(
    rf"\b(?<!sau )(?:truoc )?(?:han )?(?:(?:khoang|do) )?{COUNT} {_UNIT}(?: lam viec)?"
    rf"(?: (?:{_AHEAD}))?"
)
_FILLERS = re.compile(
    r"\b(?:ve|viec|nhiem vu|muc|dong|nay|do|tren|kia|truoc|khi|gan|sap|den|toi|het|han|nhe|nha|a"
    r"|voi|di|giup|cho|vao|sang|ngay|luc|nua|lai|cua|thi|la|loi|luon|duoc|khong|ko|k|em|minh|hom"
    r"|about|of|it|this|that|the|task|before|on|day|deadline|its|one|again|please)\b"
)


def read_reminder_wish(text: str, today: dt.date) -> ReminderWish | None:
    """Read a message that asks for a reminder, and for nothing else; else return None."""
    folded = " ".join(_SIGNS.sub(" ", fold(clean(text))).split())
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
    on, rest = find_day(rest, today)
    if _FILLERS.sub(" ", rest).strip():
        return None
    number = read_count(item[1]) if item else None
    return ReminderWish(act, number, _read_before(before) if before else None, on)


def _read_before(found: re.Match[str]) -> int:
    return read_count(found[1]) * (WEEK if found[2].startswith(("tuan", "week")) else 1)


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
