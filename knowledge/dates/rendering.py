"""Write a deadline as a timeframe that reads back as the same deadline.

What recurs keeps the plan's own words; a day is written in full; what has no day has a phrase.
"""

import datetime as dt

from knowledge.dates.reasons import NoDay
from knowledge.dates.spans import ONE_DAY, Span, month_span
from knowledge.plan import Deadline, DeadlineKind

_KINDS = {
    (DeadlineKind.BY, False): "Có hạn",
    (DeadlineKind.BY, True): "Trước hạn",
    (DeadlineKind.WITHIN, False): "Trong một kỳ",
    (DeadlineKind.RANGE, False): "Trong một khoảng thời gian",
    (DeadlineKind.CONTINUOUS, False): "Thường xuyên",
}
_LACKS = {
    NoDay.NO_YEAR: "không rõ năm",
    NoDay.IMPOSSIBLE_DATE: "ngày không có trong lịch",
    NoDay.LUNAR: "tính theo âm lịch",
}
_UNKNOWN = DeadlineKind.UNSPECIFIED
# Read back as they stand, since no rule of the grammar would.
_FIXED = {
    **{
        f"{kind}, {lack}": Deadline(of_kind, strict=is_strict, reason=reason)
        for (of_kind, is_strict), kind in _KINDS.items()
        for reason, lack in _LACKS.items()
    },
    "Không rõ ngày, tháng": Deadline(_UNKNOWN, reason=NoDay.NO_MONTH),
    "Kết thúc trước khi bắt đầu": Deadline(_UNKNOWN, reason=NoDay.BACKWARDS),
    "Tính từ một ngày chưa rõ": Deadline(DeadlineKind.EVENT, reason=NoDay.COUNTED_TERM),
}
_WORDS = {deadline: phrase for phrase, deadline in _FIXED.items()}
_PLAIN = {
    NoDay.EMPTY: "",
    NoDay.LUNAR: "Theo âm lịch",
    NoDay.CONTINUOUS: "Thường xuyên",
    NoDay.ON_EVENT: "Khi có việc phát sinh",
    NoDay.ON_REQUEST: "Theo yêu cầu",
    NoDay.SEPARATE_PLAN: "Theo kế hoạch riêng",
}
_UNREAD = "Không rõ thời gian"


def find_rendered(text: str) -> Deadline | None:
    """Find the deadline that a phrase without a day of ours stands for."""
    return _FIXED.get(text)


def render(deadline: Deadline) -> str:
    """Write a deadline in Vietnamese, so that `parse_deadline` reads the same back.

    With the year it was first read with: a recurring one keeps its own words, days and all.
    """
    if deadline.recurrence:
        return deadline.recurrence
    start, last = deadline.start, deadline.last_day
    if start and last:
        return _render_span(deadline, Span(start, last))
    if start:
        is_ending = deadline.reason == NoDay.ENDS_WITH_EVENT
        return f"Từ ngày {_day(start)} {'đến khi kết thúc' if is_ending else 'trở đi'}"
    if last:
        written = _end(last, is_strict=deadline.strict)
        return written if deadline.strict else f"Chậm nhất ngày {_day(last)}"
    phrase = _WORDS.get(deadline)
    return phrase or _PLAIN.get(NoDay(deadline.reason or NoDay.NOT_UNDERSTOOD), _UNREAD)


def _render_span(deadline: Deadline, span: Span) -> str:
    if deadline.kind is DeadlineKind.WITHIN:
        return _name_period(span) or _days_between(span)
    whole = _name_period(span)
    if deadline.kind is DeadlineKind.CONTINUOUS and whole and not deadline.strict:
        return f"Thường xuyên trong {whole[0].lower()}{whole[1:]}"
    end = _end(span.last, is_strict=deadline.strict)
    written = f"từ ngày {_day(span.start)} đến {end[0].lower()}{end[1:]}"
    if deadline.kind is DeadlineKind.CONTINUOUS:
        return f"Thường xuyên {written}"
    return f"T{written[1:]}"


def _name_period(span: Span) -> str | None:
    """Name a month, a quarter, six or nine months, or a year."""
    year, first, last = span.start.year, span.start.month, span.last.month
    if year != span.last.year or span != month_span(year, first, last):
        return None
    quarter = ("I", "II", "III", "IV")[first // 3] if first % 3 == 1 else ""
    names = {
        (first, first): f"Tháng {first}/{year}",
        (first, first + 2): f"Quý {quarter}/{year}" if quarter else None,
        (1, 6): f"6 tháng đầu năm {year}",
        (1, 9): f"9 tháng đầu năm {year}",
        (7, 12): f"6 tháng cuối năm {year}",
        (1, 12): f"Năm {year}",
    }
    return names.get((first, last))


def _days_between(span: Span) -> str:
    if span.start == span.last:
        return f"Trong ngày {_day(span.start)}"
    return f"Trong các ngày {_day(span.start)} - {_day(span.last)}"


def _end(last: dt.date, *, is_strict: bool) -> str:
    return f"Trước ngày {_day(last + ONE_DAY)}" if is_strict else f"Ngày {_day(last)}"


def _day(day: dt.date) -> str:
    """Write a day as offices do (NĐ 30/2020, Phụ lục I): 04/12/2026, 30/8/2024."""
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"{day.day:02}/{month}/{day.year}"
