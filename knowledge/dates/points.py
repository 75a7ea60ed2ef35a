"""Read one point of time, and the points that lean on it: "quý I, II, III", "11 - 12/2025"."""

from dataclasses import replace

from knowledge.dates.spans import FIRST_YEAR, LAST_YEAR, Part, Point, Unit
from knowledge.dates.words import Word, read_quarter

Found = tuple[Point, int]  # a point and the index of the word after it

PARTS = {
    "dau": Part.START,
    "giua": Part.MIDDLE,
    "cuoi": Part.END,
}
# "trước 30-6" is a day, "ngày 5-7/3" and "trước 5-7 ngày" are not.
BEFORE_A_DAY = ("ngay", "truoc", "den", "nhat")
NOT_A_DAY = ("/", "-", "thang", "ngay", "tuan", "gio", "%")
NOT_BEFORE_A_YEAR = ("/", "-", ".", "so", "hoc")
SMALL = ("cua", "moi", "cac", "hang", "tung")
SPELLED_MONTHS = {
    "gieng": 1,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "tu~": 4,
    "sau~": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "chap": 12,
}
MONTHS_IN_QUARTER = {"dau": 1, "giua": 2, "cuoi": 3}


def plain_at(words: list[Word], i: int) -> str:
    """Return the folded word at an index, empty beyond the ends."""
    return words[i].plain if 0 <= i < len(words) else ""


def number_at(words: list[Word], i: int, *, low: int, high: int) -> int | None:
    """Return the number in digits at an index when it lies between low and high."""
    value = words[i].number if 0 <= i < len(words) else None
    return value if value is not None and low <= value <= high else None


def find_year(words: list[Word], i: int) -> tuple[int, int] | None:
    """Return a year of four digits at an index and the index after it."""
    value = number_at(words, i, low=FIRST_YEAR, high=LAST_YEAR)
    return None if value is None else (value, i + 1)


def find_point(words: list[Word], i: int) -> Found | None:
    """Read the point of time that begins at a word."""
    word = plain_at(words, i)
    if word in PARTS:
        return _find_part(words, i)
    if word.isdecimal():
        return (
            find_numeric_date(words, i)
            or _find_unnamed_day(words, i)
            or _find_months(words, i)
            or _find_bare_year(words, i)
        )
    if word == "nua" and plain_at(words, i + 1) in PARTS and plain_at(words, i + 2) == "nam":
        half = Point(Unit.MONTHS, 6, part=PARTS[plain_at(words, i + 1)])
        return _with_year(words, half, i + 3)
    readers = {"ngay": find_day, "thang": find_month, "quy": find_quarter, "nam": _find_named_year}
    reader = readers.get(word)
    return reader(words, i + 1) if reader else None


def find_numeric_date(words: list[Word], i: int) -> Found | None:
    """Read D/M/Y, D-M-Y, D.M.Y, D/M or M/Y."""
    first = number_at(words, i, low=1, high=31)
    sign = plain_at(words, i + 1)
    if first is None or sign not in ("/", "-", "."):
        return None
    month = number_at(words, i + 2, low=1, high=12)
    if month is not None and plain_at(words, i + 3) == sign:
        year = _year_at(words, i + 4)
        if year is not None:
            return Point(Unit.DAY, first, month, year), i + 5
    if sign != "/":
        is_day = plain_at(words, i - 1) in BEFORE_A_DAY and plain_at(words, i + 3) not in NOT_A_DAY
        return (Point(Unit.DAY, first, month), i + 3) if month and is_day else None
    year_found = find_year(words, i + 2)
    if year_found and first <= 12:
        return Point(Unit.MONTH, first, year=year_found[0]), year_found[1]
    return _with_year(words, Point(Unit.DAY, first, month), i + 3) if month else None


def find_day(words: list[Word], i: int) -> Found | None:
    """Read what follows "ngày": D/M/Y, D tháng M năm Y, D/M, D; M/Y where the day was left out."""
    dated = find_numeric_date(words, i)
    if dated:
        return dated
    day = number_at(words, i, low=1, high=31)
    if day is None:
        return None
    if plain_at(words, i + 1) == "thang":
        month = number_at(words, i + 2, low=1, high=12)
        if month is not None:
            return _with_year(words, Point(Unit.DAY, day, month), i + 3)
    return Point(Unit.DAY, day), i + 1


def _find_unnamed_day(words: list[Word], i: int) -> Found | None:
    """Read "30 tháng 6 năm 2022" where "ngày" was left out."""
    if plain_at(words, i + 1) != "thang":
        return None
    found = find_day(words, i)
    if found is None or found[0].month is None:
        return None
    is_led = plain_at(words, i - 1) in BEFORE_A_DAY
    return found if found[0].year or is_led else None


def find_month(words: list[Word], i: int) -> Found | None:
    """Read what follows "tháng": M/Y, M năm Y, M-Y, M; "cuối quý"."""
    if plain_at(words, i) in MONTHS_IN_QUARTER or plain_at(words, i) == "thu":
        return _find_month_of_quarter(words, i)
    month = number_at(words, i, low=1, high=12)
    if month is None:
        month, i = _find_spelled_month(words, i)
    return _with_year(words, Point(Unit.MONTH, month), i + 1) if month else None


def _find_spelled_month(words: list[Word], i: int) -> tuple[int | None, int]:
    """Read "giêng", "mười hai", "chạp"; "năm" is left to mean a year."""
    if plain_at(words, i + 1) == "lan":
        return None, i
    if plain_at(words, i) == "muoi" and plain_at(words, i + 1) in ("mot", "hai"):
        return 10 + SPELLED_MONTHS[plain_at(words, i + 1)], i + 1
    return SPELLED_MONTHS.get(plain_at(words, i)), i


def find_quarter(words: list[Word], i: int) -> Found | None:
    """Read what follows "quý": I–IV or 1–4, with or without a year."""
    number, is_doubtful = read_quarter(plain_at(words, i), after=plain_at(words, i + 1))
    if number is None:
        return None
    return _with_year(words, Point(Unit.QUARTER, number, is_doubtful=is_doubtful), i + 1)


def find_more(words: list[Word], i: int, last: Point) -> Found | None:
    """Read a point that leaves its unit to the one before it: the II of "quý I, II"."""
    if last.unit is Unit.QUARTER:
        found = find_quarter(words, i)
    elif last.unit is Unit.MONTH:
        found = find_month(words, i) if number_at(words, i, low=1, high=12) else None
    elif last.unit is Unit.DAY:
        found = find_day(words, i)
    else:
        year = find_year(words, i) if last.unit is Unit.YEAR else None
        found = (Point(Unit.YEAR, year=year[0]), year[1]) if year else None
    if found is None or plain_at(words, found[1]) in ("ngay", "thang", "lan", "%", "tuan", "gio"):
        return None
    return replace(found[0], is_elliptic=True), found[1]


def _with_year(words: list[Word], point: Point, i: int) -> Found:
    """Add the year that follows: "/2024", "-2025", "năm 2022", "/22"."""
    sign = plain_at(words, i)
    if sign == "/":
        year = _year_at(words, i + 1)
        return (replace(point, year=year), i + 2) if year else (point, i)
    at = i + 1 if sign in ("-", ".", "nam") else i
    found = find_year(words, at) if at > i else None
    return (replace(point, year=found[0]), found[1]) if found else (point, i)


def _year_at(words: list[Word], i: int) -> int | None:
    found = find_year(words, i)
    if found:
        return found[0]
    short = number_at(words, i, low=10, high=99)
    return 2000 + short if short and len(words[i].plain) == 2 else None


def _find_named_year(words: list[Word], i: int) -> Found | None:
    found = find_year(words, i)
    return (Point(Unit.YEAR, year=found[0]), found[1]) if found else None


def _find_bare_year(words: list[Word], i: int) -> Found | None:
    """Read a year without "năm" where nothing makes it the number of a document."""
    found = find_year(words, i)
    signs = (plain_at(words, i - 1), plain_at(words, i + 1))
    if found is None or found[0] < 2000 or signs[0] in NOT_BEFORE_A_YEAR or signs[1] == "/":
        return None
    return Point(Unit.YEAR, year=found[0]), found[1]


def _find_months(words: list[Word], i: int) -> Found | None:
    """Read "6 tháng đầu năm", "9 tháng", "3 tháng cuối năm 2024", "01 năm"."""
    count = number_at(words, i, low=1, high=12)
    if count is None or plain_at(words, i + 1) != "thang":
        return None
    part = PARTS.get(plain_at(words, i + 2))
    if part and plain_at(words, i + 3) == "nam":
        year = find_year(words, i + 4)
        point = Point(Unit.MONTHS, count, part=part, year=year[0] if year else None)
        return point, year[1] if year else i + 4
    if count in (6, 9) and plain_at(words, i + 2) not in ("ke", "tu", "sau", "tinh", "truoc"):
        return _with_year(words, Point(Unit.MONTHS, count), i + 2)
    return None


def _find_part(words: list[Word], i: int) -> Found | None:
    """Read "cuối năm", "đầu quý II", "cuối tháng 6/2024", "cuối quý"."""
    part = PARTS[plain_at(words, i)]
    at = i + 1 + (plain_at(words, i + 1) in SMALL)
    unit = {"nam": Unit.YEAR, "quy": Unit.QUARTER, "thang": Unit.MONTH}.get(plain_at(words, at))
    if unit is None:
        return None
    found = find_point(words, at)
    if found:
        return replace(found[0], part=part), found[1]
    return Point(unit, part=part), at + 1


def _find_month_of_quarter(words: list[Word], i: int) -> Found | None:
    """Read "cuối quý", "đầu của mỗi quý", "thứ hai của quý", "cuối quý II" after "tháng"."""
    if plain_at(words, i) == "thu":
        number = {"nhat": 1, "hai": 2, "2": 2, "ba": 3, "3": 3}.get(plain_at(words, i + 1))
        at = i + 2
    else:
        number = MONTHS_IN_QUARTER[plain_at(words, i)]
        at = i + 1
    while plain_at(words, at) in (*SMALL, "cung", "tien"):
        at += 1
    if number is None or plain_at(words, at) != "quy":
        return None
    quarter = find_quarter(words, at + 1)
    if quarter:
        month = 3 * ((quarter[0].number or 1) - 1) + number
        return Point(Unit.MONTH, month, year=quarter[0].year), quarter[1]
    return Point(Unit.MONTH_OF_QUARTER, number), at + 1
