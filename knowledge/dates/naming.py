"""Names of the occurrences of what recurs: "Quý I", "6 tháng đầu năm", "Thứ Sáu 07/01"."""

from knowledge.dates.dated import ENDS, Dated
from knowledge.dates.spans import LAST_WEEK, Part, Point, Span, Unit
from knowledge.plan import Occurrence

ROMAN = ("", "I", "II", "III", "IV")
PARTS = {
    Part.START: "Đầu",
    Part.MIDDLE: "Giữa",
    Part.END: "Cuối",
    Part.FIRST_HALF: "Nửa đầu",
    Part.LAST_HALF: "Nửa cuối",
    Part.LAST_DAY: "Ngày cuối",
}
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def build_occurrence(one: Dated, is_period: bool, *, is_dated: bool) -> Occurrence | None:
    """Build an occurrence and its name; None for a day that no calendar has.

    `is_period` where only a period is named, `is_dated` where the name wants its year.
    """
    span, last = one.span(), one.last_day()
    if span is None or last is None:
        return None
    is_day = one.point.unit in (Unit.DAY, Unit.WEEKDAY) or one.point.part is Part.LAST_DAY
    start = None if one.role in ENDS or is_day else span.start
    label = _label(one.point, span, is_dated=is_dated)
    return Occurrence(label, start, last, is_period and one.role not in ENDS)


def _label(point: Point, span: Span, *, is_dated: bool) -> str:
    name = _name(point, span)
    if is_dated and str(span.last.year) not in name:
        name = f"{name}/{span.last.year}"
    if point.part is None or point.unit is Unit.MONTHS:
        return name
    return f"{PARTS[point.part]} {name[0].lower()}{name[1:]}"


def _name(point: Point, span: Span) -> str:
    if point.unit is Unit.QUARTER:
        return f"Quý {ROMAN[point.number or 0]}"
    if point.unit is Unit.MONTHS:
        half = "cuối" if point.part is Part.END else "đầu"
        return f"{point.number} tháng {half} năm"
    if point.unit is Unit.YEAR:
        return f"Năm {span.start.year}"
    if point.unit is Unit.WEEK:
        which = "cuối" if point.number == LAST_WEEK else point.number
        return f"Tuần {which} tháng {span.last.month}"
    if point.unit is Unit.WEEKDAY:
        return f"{WEEKDAYS[point.number or 0]} {span.last:%d/%m}"
    return f"Tháng {span.last.month}"
