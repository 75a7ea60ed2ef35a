"""Read a day, a month, a quarter or a year as it is written."""

from dataclasses import replace

from knowledge.dates.spans import FIRST_YEAR, LAST_YEAR, Point, Unit
from knowledge.dates.words import Word, read_quarter

Found = tuple[Point, int]  # a point and the index of the word after it

# "trước 30-6" is a day, "ngày 5-7/3" and "trước 5-7 ngày" are not.
BEFORE_A_DAY = ("ngay", "truoc", "den", "nhat")
NOT_A_DAY = ("/", "-", "thang", "ngay", "tuan", "gio", "%")
EARLY = ("mung", "mong")  # the first ten days of a month
NOT_BEFORE_A_YEAR = ("/", "-", ".", "so", "hoc")


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
    return with_year(words, Point(Unit.DAY, first, month), i + 3) if month else None


def find_day(words: list[Word], i: int) -> Found | None:
    """Read what follows "ngày": D/M/Y, D tháng M năm Y, D/M, D; M/Y where the day was left out."""
    dated = find_numeric_date(words, i)
    if dated:
        return dated
    i += plain_at(words, i) in EARLY
    day = number_at(words, i, low=1, high=31)
    if day is None or plain_at(words, i + 1) == "tet":
        return None
    if plain_at(words, i + 1) == "thang":
        month = number_at(words, i + 2, low=1, high=12)
        if month is not None:
            return with_year(words, Point(Unit.DAY, day, month), i + 3)
    return Point(Unit.DAY, day), i + 1


def find_unnamed_day(words: list[Word], i: int) -> Found | None:
    """Read "30 tháng 6 năm 2022" where "ngày" was left out."""
    if plain_at(words, i + 1) != "thang":
        return None
    found = find_day(words, i)
    if found is None or found[0].month is None:
        return None
    is_led = plain_at(words, i - 1) in BEFORE_A_DAY
    return found if found[0].year or is_led else None


def find_month(words: list[Word], i: int) -> Found | None:
    """Read what follows "tháng": M/Y, M năm Y, M-Y, M."""
    month = number_at(words, i, low=1, high=12)
    return with_year(words, Point(Unit.MONTH, month), i + 1) if month else None


def find_quarter(words: list[Word], i: int) -> Found | None:
    """Read what follows "quý": I–IV or 1–4, with or without a year."""
    number, is_doubtful = read_quarter(plain_at(words, i))
    if number is None:
        return None
    return with_year(words, Point(Unit.QUARTER, number, is_doubtful=is_doubtful), i + 1)


def with_year(words: list[Word], point: Point, i: int) -> Found:
    """Add the year that follows: "/2024", "-2025", "năm 2022", "/22"."""
    sign = plain_at(words, i)
    if sign == "/":
        year = _year_at(words, i + 1)
        return (replace(point, year=year), i + 2) if year else (point, i)
    at = i + 1 if sign in ("-", ".", "nam") else i
    found = find_year(words, at) if at > i else None
    return (replace(point, year=found[0]), found[1]) if found else (point, i)


def of_year(words: list[Word], point: Point, i: int) -> Found:
    """Add the year of the "năm" at an index: "năm 2024", or "năm" alone."""
    found = find_year(words, i + 1)
    return (replace(point, year=found[0]), found[1]) if found else (point, i + 1)


def _year_at(words: list[Word], i: int) -> int | None:
    found = find_year(words, i)
    if found:
        return found[0]
    short = number_at(words, i, low=10, high=99)
    return 2000 + short if short and len(words[i].plain) == 2 else None


def find_named_year(words: list[Word], i: int) -> Found | None:
    """Read what follows "năm": four digits."""
    found = find_year(words, i)
    return (Point(Unit.YEAR, year=found[0]), found[1]) if found else None


def find_bare_year(words: list[Word], i: int) -> Found | None:
    """Read a year without "năm" where nothing makes it the number of a document."""
    found = find_year(words, i)
    signs = (plain_at(words, i - 1), plain_at(words, i + 1))
    if found is None or found[0] < 2000 or signs[0] in NOT_BEFORE_A_YEAR or signs[1] == "/":
        return None
    return Point(Unit.YEAR, year=found[0]), found[1]
