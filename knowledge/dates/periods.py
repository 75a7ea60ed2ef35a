"""Read periods that are not written by a number alone: parts, months of a quarter, weeks, Tết."""

from dataclasses import replace

from knowledge.dates.days import (
    Found,
    find_month,
    find_named_year,
    find_quarter,
    find_year,
    number_at,
    of_year,
    plain_at,
    with_year,
)
from knowledge.dates.spans import LAST_WEEK, Part, Point, Unit
from knowledge.dates.words import Word

PARTS = {"dau": Part.START, "giua": Part.MIDDLE, "cuoi": Part.END}
HALVES = {"dau": Part.FIRST_HALF, "cuoi": Part.LAST_HALF}
SMALL = ("cua", "moi", "cac", "hang", "tung", "cung", "tien")
PLURAL = ("cac", "nhung")
ORDINALS = {
    "nhat": 1,
    **{str(n): n for n in range(1, 5)},
    **{f"0{n}": n for n in range(1, 5)},
}
ORDINAL_WORDS = {"dau": 1, "giua": 2, "cuoi": 3}
WEEKDAYS = {str(n): n - 2 for n in range(2, 8)}
WEEK_REACH = 6  # words between a weekday and the "tuần" that makes it one
RANKED = ("tuan", "thang", "quy", "nam", "lan")
LONGEST_TET = 7  # words of "Tết Nguyên đán Bính Ngọ năm 2026"
OTHER_FEASTS = ("duong", "trung", "thieu", "doc", "doan", "khong")
UNITS = {"nam": Unit.YEAR, "quy": Unit.QUARTER, "thang": Unit.MONTH}


def find_part(words: list[Word], i: int) -> Found | None:
    """Read "cuối năm", "đầu quý II", "cuối tháng 6/2024", "cuối quý", "đầu năm học 2025-2026"."""
    return _part_of(words, _skip(words, i + 1), PARTS[plain_at(words, i)])


def find_half(words: list[Word], i: int) -> Found | None:
    """Read what follows "nửa": "đầu năm 2024", "cuối tháng 6"."""
    named = plain_at(words, i)
    if named not in HALVES:
        return None
    at = _skip(words, i + 1)
    if plain_at(words, at) == "nam":
        return of_year(words, Point(Unit.MONTHS, 6, part=PARTS[named]), at)
    return _part_of(words, at, HALVES[named]) if plain_at(words, at) == "thang" else None


def _part_of(words: list[Word], i: int, part: Part) -> Found | None:
    found = find_school_year(words, i)
    unit = UNITS.get(plain_at(words, i))
    if unit:
        readers = {Unit.YEAR: find_named_year, Unit.QUARTER: find_quarter, Unit.MONTH: find_month}
        found = readers[unit](words, i + 1) or (Point(unit), i + 1)
    return (replace(found[0], part=part), found[1]) if found else None


def find_last_day(words: list[Word], i: int) -> Found | None:
    """Read what follows "ngày": "cuối tháng 6", "làm việc cuối cùng của quý"."""
    at = i + 2 if (plain_at(words, i), plain_at(words, i + 1)) == ("lam", "viec") else i
    if plain_at(words, at) != "cuoi":
        return None
    return _part_of(words, _skip(words, at + 1), Part.LAST_DAY)


def find_months(words: list[Word], i: int) -> Found | None:
    """Read "6 tháng đầu năm", "9 tháng", "ba tháng cuối năm 2024", "định kỳ 3 tháng"."""
    count = number_at(words, i, low=1, high=12)
    if count is None or plain_at(words, i + 1) != "thang":
        return None
    part = PARTS.get(plain_at(words, i + 2))
    if part and plain_at(words, i + 3) == "nam":
        return of_year(words, Point(Unit.MONTHS, count, part=part), i + 3)
    is_period = count in (6, 9) or (count == 3 and plain_at(words, i - 1) == "ky")
    if is_period and plain_at(words, i + 2) not in ("ke", "tu", "sau", "tinh", "truoc"):
        return with_year(words, Point(Unit.MONTHS, count), i + 2)
    return None


def find_ranked_month(words: list[Word], i: int) -> Found | None:
    """Read what follows "tháng": "cuối quý", "đầu của mỗi quý", "thứ hai của quý", "cuối năm"."""
    number, at = _find_rank(words, i)
    if number is None:
        return None
    at = _skip(words, at)
    if plain_at(words, at) == "nam" and plain_at(words, i - 2) not in PLURAL:
        edge = {"dau": 1, "cuoi": 12}.get(plain_at(words, i))
        return of_year(words, Point(Unit.MONTH, edge), at) if edge else None
    if plain_at(words, at) != "quy":
        return None
    quarter = find_quarter(words, at + 1)
    if quarter:
        month = 3 * ((quarter[0].number or 1) - 1) + number
        return Point(Unit.MONTH, month, year=quarter[0].year), quarter[1]
    return Point(Unit.MONTH_OF_QUARTER, number), at + 1


def _find_rank(words: list[Word], i: int) -> tuple[int | None, int]:
    if plain_at(words, i) == "thu":
        return ORDINALS.get(plain_at(words, i + 1)), i + 2
    return ORDINAL_WORDS.get(plain_at(words, i)), i + 1


def find_week(words: list[Word], i: int) -> Found | None:
    """Read what follows "tuần": "đầu tháng 6", "thứ 2 của tháng", "cuối hằng tháng"."""
    number, at = _find_rank(words, i)
    number = ORDINALS.get(plain_at(words, i)) if number is None else number
    if plain_at(words, i) == "cuoi":
        number = LAST_WEEK
    at = _skip(words, at)
    if number is None or plain_at(words, at) != "thang":
        return None
    month = find_month(words, at + 1)
    if month is None:
        return Point(Unit.WEEK, number), at + 1
    return Point(Unit.WEEK, number, month[0].number, month[0].year), month[1]


def find_weekday(words: list[Word], i: int) -> Found | None:
    """Read "thứ Sáu" or "chủ nhật" where "tuần" stands near; else "thứ hai" is an ordinal."""
    pair = (plain_at(words, i), plain_at(words, i + 1))
    day = 6 if pair == ("chu", "nhat") else WEEKDAYS.get(pair[1]) if pair[0] == "thu" else None
    if day is None or plain_at(words, i - 1) in RANKED:
        return None
    near = words[max(0, i - WEEK_REACH) : i + WEEK_REACH]
    is_weekly = any(word.plain == "tuan" for word in near)
    return (Point(Unit.WEEKDAY, day), i + 2) if is_weekly else None


def find_school_year(words: list[Word], i: int) -> Found | None:
    """Read "năm học 2025-2026", named by the year in which it begins."""
    if (plain_at(words, i), plain_at(words, i + 1)) != ("nam~", "hoc"):
        return None
    first = find_year(words, i + 2)
    if first is None:
        return Point(Unit.SCHOOL_YEAR), i + 2
    is_pair = plain_at(words, i + 3) in ("-", "/") and find_year(words, i + 4)
    return Point(Unit.SCHOOL_YEAR, year=first[0]), i + 5 if is_pair else i + 3


def find_tet(words: list[Word], i: int) -> Found | None:
    """Read what follows "Tết": "Nguyên đán", "Âm lịch", a year's name and the year."""
    if plain_at(words, i) in OTHER_FEASTS:
        return None
    for at in range(i, i + LONGEST_TET):
        year = find_year(words, at)
        if year:
            return Point(Unit.TET, year=year[0]), year[1]
        if not plain_at(words, at).isalpha():
            break
    named = plain_at(words, i) in ("nguyen", "am", "co")
    return Point(Unit.TET), i + 2 if named else i


def _skip(words: list[Word], i: int) -> int:
    while plain_at(words, i) in SMALL:
        i += 1
    return i
