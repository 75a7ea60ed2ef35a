"""Terms counted from a day that is known: "30 ngày kể từ ngày ban hành", "5 ngày trước 30/6".

As in BLDS Đ147–148 the first day is not counted, and a term that ends on a day off ends with the
next working day.
"""

import calendar as months
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.calendar import load_calendar
from knowledge.dates.cues import Cue
from knowledge.dates.dated import STARTS, Dated
from knowledge.dates.items import Item
from knowledge.dates.spans import Unit
from knowledge.dates.words import Word

LONGEST = 400  # of any unit; more is a misreading
# The plan's own issue, as a term names it: "ngày ký", "ngày Kế hoạch này được ban hành".
OWN_ISSUE = re.compile(
    r"(?:ngay )?(?:(?:ke hoach|(?:quyet dinh|van ban|cong van|chi thi) nay)(?: nay)? )?"
    r"(?:duoc |co )?(?:ky|ban hanh|ky ban hanh|phat hanh|hieu luc)"
    r"(?: ke hoach(?: nay)?| (?:quyet dinh|van ban|cong van|chi thi) nay)?(?= [.,;()]|$)"
)


@dataclass(frozen=True, slots=True)
class _Term:
    length: int
    unit: str
    is_worked: bool


def find_term_end(
    items: Sequence[Item],
    words: Sequence[Word],
    *,
    dated: Sequence[Dated],
    issued_on: dt.date | None,
) -> dt.date | None:
    """Find the last day of the first term, where the day it is counted from is known."""
    at = next((i for i, item in enumerate(items) if item.cue is Cue.TERM), None)
    if at is None or (at and items[at - 1].cue is Cue.AFTER):
        return None
    term = _read_term(items[at], words)
    at += 3 if term.is_worked else 1
    cue = items[at].cue if at < len(items) else None
    if term.length > LONGEST or cue not in (*STARTS, Cue.BEFORE):
        return None
    if cue is Cue.BEFORE and term.unit not in ("ngay", "tuan"):
        return None  # "6 tháng trước ngày 15/6" is the half-year's report
    day = _find_day(items[at + 1 :], dated)
    if cue in STARTS and day is None and OWN_ISSUE.match(_plain(words, items[at].last)):
        day = issued_on
    return None if day is None else _count(term, day, is_back=cue is Cue.BEFORE)


def _read_term(item: Item, words: Sequence[Word]) -> _Term:
    first, unit = words[item.first : item.first + 2]
    is_worked = _plain(words, item.last).startswith("lam viec")
    return _Term(first.number or 0, unit.plain, is_worked)


def _plain(words: Sequence[Word], start: int) -> str:
    return " ".join(word.plain for word in words[start:])


def _find_day(rest: Sequence[Item], dated: Sequence[Dated]) -> dt.date | None:
    """Return the day that stands right after "kể từ", if one does."""
    if not rest or rest[0].point is None or rest[0].point.unit is not Unit.DAY:
        return None
    span = dated[-sum(item.point is not None for item in rest)].span()
    return span.start if span else None


def _count(term: _Term, day: dt.date, *, is_back: bool) -> dt.date | None:
    length = -term.length if is_back else term.length
    if term.unit == "ngay" and term.is_worked:
        calendar = load_calendar()
        count = calendar.minus_working_days if is_back else calendar.plus_working_days
        return count(day, term.length)
    if term.unit in ("thang", "nam"):
        end = _add_months(day, length * (12 if term.unit == "nam" else 1))
    elif term.unit in ("ngay", "tuan"):
        end = day + dt.timedelta(days=length * (7 if term.unit == "tuan" else 1))
    else:
        return None
    return end if is_back else load_calendar().working_day_on_or_after(end)


def _add_months(day: dt.date, count: int) -> dt.date:
    """Return the same day of another month, or that month's last (BLDS Đ148 k3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return day.replace(
        year=year, month=month + 1, day=min(day.day, months.monthrange(year, month + 1)[1])
    )
