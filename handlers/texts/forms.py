"""Dates and lists as people write them."""

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def local_day(moment: dt.datetime) -> dt.date:
    """Give the day in Viet Nam at a moment."""
    return moment.astimezone(HANOI).date()


def begin_day(day: dt.date) -> dt.datetime:
    """Give the moment, in UTC, at which a day begins in Viet Nam."""
    return dt.datetime.combine(day, dt.time.min, HANOI).astimezone(dt.UTC)


def write_day(day: dt.date, language: str = "vi") -> str:
    """Write a day as an office does: 04/12/2026, 30/8/2024 (NĐ 30/2020, Phụ lục I)."""
    if language == "en":
        return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def write_weekday_name(day: dt.date, language: str = "vi") -> str:
    """Name the day of the week: thứ Sáu."""
    return _WEEKDAYS[language][day.weekday()]


def write_weekday(day: dt.date, language: str = "vi") -> str:
    """Write a day with its name: thứ Sáu 04/12/2026."""
    return f"{write_weekday_name(day, language)} {write_day(day, language)}"


def names_day(text: str, day: dt.date) -> bool:
    """Tell whether a text already writes the day in full, with or without leading zeros."""
    return re.search(rf"(?<!\d)0?{day.day}/0?{day.month}/{day.year}(?!\d)", text) is not None


def write_time(moment: dt.datetime, language: str = "vi") -> str:
    """Write a moment in Viet Nam's time: 08:05 ngày 04/12/2026."""
    local = moment.astimezone(HANOI)
    joint = " ngày " if language == "vi" else ", "
    return f"{local:%H:%M}{joint}{write_day(local.date(), language)}"


def join_names(names: Sequence[str]) -> str:
    """Join names so that commas inside a name do no harm."""
    mark = "; " if any("," in name for name in names) else ", "
    return mark.join(names)


def capital(text: str) -> str:
    """Begin a text with a capital, as a sentence begins."""
    return text[:1].upper() + text[1:]


def clip(text: str, limit: int) -> str:
    """Shorten a text at a word, with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"
