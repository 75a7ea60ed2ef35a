"""Days as people type them in chat: "t6 tuần sau", "mai", "4/12", "hết tháng".

Without a year the next such day is meant: these are words about work to come, never a plan's.
A week of work is Monday to Friday.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

COUNTS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "muoi": 10,
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
COUNT = rf"(\d{{1,2}}|{'|'.join(COUNTS)})"
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5, "chu nhat": 6, "cn": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ONE = dt.timedelta(1)
_FRIDAY = 4
_LAST_YEAR = 9998
Span = tuple[dt.date, dt.date]
_Reader = Callable[[re.Match[str], dt.date], Span | None]


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day or a stretch of days, and where in the text it stands."""

    first: dt.date
    last: dt.date
    start: int
    end: int


def find_days(plain: str, today: dt.date) -> list[FoundDay]:
    """Find the days that a folded text names, in order; those that no calendar has left out."""
    found = [
        (match.start(), rank, match, read)
        for rank, (pattern, read) in enumerate(_DAYS)
        for match in pattern.finditer(plain)
    ]
    days: list[FoundDay] = []
    for start, _, match, read in sorted(found, key=lambda one: one[:2]):
        span = read(match, today) if not days or start >= days[-1].end else None
        if span:
            days.append(FoundDay(*span, start, match.end()))
    return days


def find_day(plain: str, today: dt.date) -> tuple[dt.date | None, str]:
    """Find the first day named, of a stretch its first, and the folded text without it."""
    day = next(iter(find_days(plain, today)), None)
    return (day.first, plain[: day.start] + plain[day.end :]) if day else (None, plain)


def find_last_day(plain: str, found: FoundDay) -> dt.date:
    """Return the last day that a limit allows: "trước 4/12" is strict, "trước 17h 4/12" is not."""
    is_end = re.match(r"(?:cuoi|het)\b", plain[found.start : found.end])
    is_strict = re.search(r"\btruoc(?: (?:ngay|thoi diem))?\s*$", plain[: found.start])
    return found.first - _ONE if is_strict and not is_end else found.last


def read_count(word: str) -> int:
    """Read a number of at most two digits, or the word for it."""
    return COUNTS.get(word) or int(word)


def _one(day: dt.date) -> Span:
    return day, day


def _written(found: re.Match[str], today: dt.date) -> Span | None:
    """Read 28/11 or 28/11/2026; without a year the next one to come."""
    given = next((year for year in found.groups()[2:] if year), None)
    years = (_full(given),) if given else range(today.year, today.year + 5)  # 29/2
    for year in years:
        try:
            day = dt.date(year, int(found[2]), int(found[1]))
        except ValueError:
            continue
        if day >= today or given:
            return _one(day)
    return None


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _day_of_month(found: re.Match[str], today: dt.date) -> Span | None:
    """Read "ngày 15" as the next 15th; "ngày 15 tháng sau" as the next month's."""
    start = _months_on(today, 1) if found[2] in ("sau", "toi") else today
    for ahead in range(3):
        month = _months_on(start, ahead)
        try:
            day = month.replace(day=int(found[1]))
        except ValueError:
            continue
        if day >= today:
            return _one(day)
    return None


def _months_on(day: dt.date, count: int) -> dt.date:
    """Return the first day of a month so many after a day's own."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, 1)


def _after(days: int) -> _Reader:
    return lambda _, today: _one(today + dt.timedelta(days))


def _counted(found: re.Match[str], today: dt.date) -> Span:
    return _one(today + read_count(found[1]) * dt.timedelta(7 if found[2] == "tuan" else 1))


def _weekday(found: re.Match[str], today: dt.date) -> Span:
    """Read the next such weekday, never today; with "tuần sau" the one of next week.

    "Tuần sau nữa" is the week after that.
    """
    ahead = _WEEKDAYS[found[1]] - today.weekday()
    if found[2] and found[2].endswith("nua"):
        return _one(today + dt.timedelta(ahead + 14))
    if found[2] and found[2].endswith(("tuan sau", "tuan toi", "next week")):
        return _one(today + dt.timedelta(ahead + 7))
    if found[2] and ahead == 0:
        return _one(today)  # "thứ Hai này" on a Monday
    return _one(today + dt.timedelta(ahead % 7 or 7))


def _week(found: re.Match[str], today: dt.date) -> Span:
    part, which = found[1], found[2] or ""
    monday = today - dt.timedelta(today.weekday())
    is_next = which not in ("", "nay") or (part == "cuoi" and today.weekday() > _FRIDAY)
    weeks = 2 if which.endswith("nua") else 1 if is_next else 0
    monday += dt.timedelta(7 * weeks)
    friday = monday + dt.timedelta(_FRIDAY)
    if part:
        days = {"dau": monday, "giua": monday + 2 * _ONE, "cuoi": friday, "het": friday}
        return _one(max(today, days[part]))
    return max(monday, today), max(friday, today)


def _month(found: re.Match[str], today: dt.date) -> Span | None:
    """Read "hết tháng", "tháng sau", "cuối tháng 12"; a number without a year is the next one."""
    part, which, year = found[1], found[2] or "nay", found[3]
    if which in ("sau", "toi"):
        month = _months_on(today, 1)
    elif which == "nay":
        month = today.replace(day=1)
    elif not 1 <= int(which) <= 12:
        return None
    else:
        given = int(year) if year else today.year + (int(which) < today.month)
        month = dt.date(given, int(which), 1)
    return _part(part, month, _end_of_month(month), today if not year else month)


def _part(part: str | None, first: dt.date, last: dt.date, today: dt.date) -> Span | None:
    """Return ten days of a month, its last day, or all that is left of it."""
    if part in ("het", "cuoi"):
        return _one(last)
    if part == "dau":
        first, last = first, first.replace(day=10)
    if part == "giua":
        first, last = first.replace(day=11), first.replace(day=20)
    return (max(first, today), last) if last >= today else None


def _end_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _quarter(found: re.Match[str], today: dt.date) -> Span | None:
    number = (today.month + 2) // 3
    if found[2] and found[2] != "nay":
        number = _QUARTERS.get(found[2]) or int(found[2])
    is_past = number * 3 < today.month
    year = int(found[3]) if found[3] else today.year + is_past
    last = _end_of_month(dt.date(year, number * 3, 1))
    first = dt.date(year, number * 3 - 2, 1)
    if found[1] in ("het", "cuoi"):
        return _one(last)
    return (max(first, today), last) if last >= today else None


def _year(found: re.Match[str], today: dt.date) -> Span:
    last = dt.date(int(found[1]) if found[1] else today.year, 12, 31)
    return _one(last)


_FREE = r"(?<![\w/.-])"
_CLOSED = r"(?![\w/]|[.-]\d)"
_NO_PART = r"(?<!muc )(?<!diem )(?<!khoan )(?<!dieu )(?<!so )"  # "mục 4.12"
_NAMED = r"(?:\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn),? )?"
_LED = r"(?:ngay |mung |(?<=truoc )|(?<=den )|(?<=toi )|(?<=nhat )|(?<=sang ))"
_WEEK_NAMED = r"(?: (nay|toi|(?:cua )?tuan (?:nay|(?:sau|toi)(?: nua)?)))?"
_YEAR_NAMED = r"(?:/(20\d\d)|(?: nam (20\d\d)))?"
_DOTTED = r"(\d{1,2})\.(\d{1,2})(?:\.(20\d\d|\d\d))?"
_NO_NUMBER = r"(?! (?:so|vai|trong|cach|don|nguoi|viec|tuan|thang|nam|lan|tot|cao))"  # "một số"
_DAYS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (
            rf"{_FREE}{_NAMED}(?:ngay )?(\d{{1,2}})/(\d{{1,2}})(?:/(20\d\d|\d\d))?{_CLOSED}",
            _written,
        ),
        (
            rf"{_FREE}{_NO_PART}{_NAMED}(?:ngay )?{_DOTTED}{_CLOSED}",
            _written,
        ),
        (rf"{_FREE}(?:ngay )?(\d{{1,2}})-(\d{{1,2}})-(20\d\d){_CLOSED}", _written),
        (rf"{_FREE}{_LED}(\d{{1,2}})-(\d{{1,2}}){_CLOSED}", _written),
        (rf"\b{_LED}(\d{{1,2}}) thang (\d{{1,2}}){_YEAR_NAMED}\b", _written),
        (
            r"\bngay (\d{1,2})(?: thang (nay|sau|toi))?\b(?!/| thang| (?:nam|lam viec))",
            _day_of_month,
        ),
        (rf"\b(?:sau )?{COUNT} (ngay|hom|bua|tuan) (?:nua|toi)\b", _counted),
        (rf"\b(?:sau|trong|trong vong) {COUNT} (ngay|hom|bua|tuan)\b(?! lam viec)", _counted),
        (r"(?<!khuyen )\b(?:(?:sang|chieu|trua|ngay) )*mai\b|\btomorrow\b", _after(1)),
        (
            rf"\b(?:ngay|bua|hom|sang|chieu|de|toi|den|lai) (?:kia|mot)\b{_NO_NUMBER}",
            _after(2),
        ),
        (r"\b(?:hom|chieu|trua|sang|toi|trong ngay) nay\b", _after(0)),
        (
            r"\b(?:cuoi|trong) ngay\b(?! \d| mai| kia| mot| thu)",
            _after(0),
        ),
        (
            rf"\bthu (hai|ba|tu|nam|sau|bay|[2-7])\b(?! (?:nam )?20\d\d| thang){_WEEK_NAMED}",
            _weekday,
        ),
        (rf"\bt([2-7])\b(?!/){_WEEK_NAMED}", _weekday),
        (r"^\s*mot\s*$", _after(2)),
        (rf"\b(chu nhat|cn)\b{_WEEK_NAMED}", _weekday),
        (r"\b(monday|tuesday|wednesday|thursday|friday)\b( next week)?", _weekday),
        (r"\b(?:(dau|giua|cuoi|het) )?tuan (nay|(?:sau|toi)(?: nua)?)\b", _week),
        (r"\b(dau|cuoi|het) tuan\b()", _week),
        (r"\b()(next week)\b", _week),
        (
            r"\b(?:(dau|giua|cuoi|het) )?thang (nay|sau|toi|\d{1,2})\b(?:(?:/| nam )(20\d\d))?",
            _month,
        ),
        (r"\b(cuoi|het) thang\b()()", _month),
        (r"\b(?:(cuoi|het) )?quy (nay|[1-4]|iv|i{1,3})\b(?:(?:/| nam )(20\d\d))?", _quarter),
        (r"\b(cuoi|het) quy\b()()", _quarter),
        (r"\b(?:cuoi|het) nam(?: nay| (20\d\d))?\b", _year),
    )
)
