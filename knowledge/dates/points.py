"""Read one point of time, and the points that lean on it: "quý I, II, III", "11 - 12/2025"."""

from dataclasses import replace

from knowledge.dates.cues import find_cue
from knowledge.dates.days import (
    EARLY,
    Found,
    find_bare_year,
    find_day,
    find_month,
    find_named_year,
    find_numeric_date,
    find_quarter,
    find_unnamed_day,
    find_year,
    number_at,
    plain_at,
)
from knowledge.dates.periods import (
    PARTS,
    find_half,
    find_last_day,
    find_months,
    find_part,
    find_ranked_month,
    find_school_year,
    find_tet,
    find_week,
    find_weekday,
)
from knowledge.dates.spans import Point, Unit
from knowledge.dates.words import Word

NOT_AFTER_MORE = ("ngay", "thang", "lan", "%", "tuan", "gio", "h", "g")
LED = ("trong", "truoc", "den", "het", "tu", "nhat")


def find_point(words: list[Word], i: int) -> Found | None:
    """Read the point of time that begins at a word."""
    word = plain_at(words, i)
    if word.isdecimal():
        return _find_numbered(words, i)
    if word in PARTS:
        return find_part(words, i)
    if word == "thang":
        return find_ranked_month(words, i + 1) or find_month(words, i + 1)
    if word in ("ngay", *EARLY):
        return find_last_day(words, i + 1) or find_day(words, i + 1)
    if word in ("q", "t"):
        return _find_short(words, i)
    if word == "nam~":
        return find_school_year(words, i)
    readers = {
        "quy": find_quarter,
        "nam": find_named_year,
        "nua": find_half,
        "tuan": find_week,
        "tet": find_tet,
    }
    reader = readers.get(word)
    return reader(words, i + 1) if reader else find_weekday(words, i) or find_months(words, i)


def _find_numbered(words: list[Word], i: int) -> Found | None:
    return (
        find_numeric_date(words, i)
        or _find_first_of_two(words, i)
        or find_unnamed_day(words, i)
        or find_months(words, i)
        or find_bare_year(words, i)
    )


def _find_first_of_two(words: list[Word], i: int) -> Found | None:
    """Read the 15 of "từ 15-30/4"."""
    day = number_at(words, i, low=1, high=31)
    if day is None or plain_at(words, i - 1) != "tu" or plain_at(words, i + 1) != "-":
        return None
    second = find_numeric_date(words, i + 2)
    is_day = second is not None and second[0].unit is Unit.DAY
    return (Point(Unit.DAY, day), i + 1) if is_day else None


def _find_short(words: list[Word], i: int) -> Found | None:
    """Read "Q3/2024", "Q.III" and "T10" where nothing makes them a name."""
    at = i + 2 if plain_at(words, i + 1) == "." else i + 1
    found = find_quarter(words, at) if plain_at(words, i) == "q" else find_month(words, at)
    if found is None or words[i].end != words[i + 1].start:
        return None
    is_led = i == 0 or plain_at(words, i - 1) in LED
    return found if is_led or found[0].year else None


def find_more(words: list[Word], i: int, last: Point) -> Found | None:
    """Read a point that leaves its unit to the one before it: the II of "quý I, II"."""
    if find_cue(words, i):
        return None  # the rhythm of "quý 3, 02 năm một lần"
    if last.unit is Unit.QUARTER:
        found = find_quarter(words, i)
    elif last.unit is Unit.MONTH:
        found = find_month(words, i) if number_at(words, i, low=1, high=12) else None
    elif last.unit is Unit.DAY:
        found = find_day(words, i)
    else:
        year = find_year(words, i) if last.unit is Unit.YEAR else None
        found = (Point(Unit.YEAR, year=year[0]), year[1]) if year else None
    if found is None or plain_at(words, found[1]) in NOT_AFTER_MORE:
        return None
    return replace(found[0], is_elliptic=True), found[1]
