"""Numbers written in words ("mười lăm"), and hours written like dates ("24/7").

Both are found among folded words (`knowledge.dates.words`), each to be replaced by one word.
Number words count only beside a unit of time: elsewhere "ba", "năm", "sáu" are other words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

UNREAD = "so~"  # a number in words that no rule reads, or that its unit cannot have
ROUND_THE_CLOCK = "24/7"
_DIGITS = (
    *(("khong", 0), ("mot", 1), ("hai", 2), ("ba", 3), ("bon", 4), ("tu~", 4), ("nam", 5)),
    *(("lam", 5), ("nham", 5), ("sau~", 6), ("sau", 6), ("bay", 7), ("tam", 8), ("chin", 9)),
)
ONES = dict(_DIGITS)
FIRST = {*ONES, "muoi"} - {"khong", "lam", "nham"}
THOUSANDS = ("nghin", "ngan")
# What a part of a number may follow; one of ONES, the first four.
FOLLOWS: dict[str, tuple[str, ...]] = {
    "muoi": (*ONES, "tram", *THOUSANDS),
    "tram": tuple(ONES),
    "linh": ("tram",),
    "le": ("tram",),
    **dict.fromkeys(THOUSANDS, tuple(ONES)),
    **dict.fromkeys(ONES, ("muoi", "tram", "linh", "le", *THOUSANDS)),
}
HIGHEST = {"ngay": 31, "mung": 10, "mong": 10, "thang": 12, "quy": 4, "thu": 31}
COUNTED = ("ngay", "tuan", "thang", "nam", "gio")
OF_TIMES = ("lan", "ky", "dot", "buoi", "phien")  # "quý hai lần" is no quarter II
LISTS = (",", ";", "va", "-", "hoac")
EVERY = ("hang", "moi", "tung", "cac", "theo")
AFTER_A_DAY = ("thang", "cua", "va", "den", "hoac", "nam", "tet", *EVERY)
AFTER_A_COUNT = ("ke", "tinh", "lam", "tu")
_ONE = f"(?:{'|'.join(ONES)})"
_NUMBER = re.compile(
    rf"(?:(?P<thousands>{_ONE}) (?:nghin|ngan)(?: |$))?(?:(?P<hundreds>{_ONE}) tram(?: |$))?"
    rf"(?:(?:(?:linh|le) )?(?P<unit>{_ONE})"
    rf"|(?:(?P<tens>{_ONE}) )?(?P<ten>muoi)(?: (?P<ones>{_ONE}))?)?"
)
# Words that make "24/7" the 24th of July.
DATED = {
    *("ngay", "truoc", "den", "toi", "het", "tu", "nhat", "sau", "la", "dip", "thanh", "xong"),
    *("sang", "chieu", "han", "chot"),
}
AFTER_A_DATE = ("/", "-", ".", "nam")
HOURS = ("h", "g", "gio")
LABEL_REACH = 5  # words from "Hạn hoàn thành:" to its date


@dataclass(frozen=True, slots=True)
class Joined:
    """Words from `first` to `last`, not counted, that are one, and its folded form."""

    first: int
    last: int
    plain: str


def find_joined(plain: Sequence[str]) -> list[Joined]:
    """Find the numbers written in words and the hours of the day, in order."""
    found: list[Joined] = []
    at = 0
    while at < len(plain):
        last = found[-1] if found else None
        one = _find_hours(plain, at) or _find_no_day(plain, at) or _find_number(plain, at, last)
        if one:
            found.append(one)
        at = one.last if one else at + 1
    return found


def read_number(run: Sequence[str]) -> int | None:
    """Read "mười lăm", "hai mươi mốt", "hai nghìn không trăm hai mươi sáu", "hai không hai sáu"."""
    if len(run) == 4 and all(word in ONES for word in run):
        return int("".join(str(ONES[word]) for word in run))
    match = _NUMBER.fullmatch(" ".join(run))
    if match is None:
        return None
    part = {name: ONES.get(word or "", 0) for name, word in match.groupdict().items()}
    tens = (part["tens"] or 1) if match["ten"] else 0
    return (
        part["thousands"] * 1000 + part["hundreds"] * 100 + tens * 10 + part["ones"] + part["unit"]
    )


def _at(plain: Sequence[str], i: int) -> str:
    return plain[i] if 0 <= i < len(plain) else ""


def _find_no_day(plain: Sequence[str], at: int) -> Joined | None:
    """Find the 32 of "ngày 32 tháng 6" and the blank of "ngày … tháng 6"."""
    if plain[at] != "ngay" or _at(plain, at - 1) in EVERY:
        return None
    day, after = _at(plain, at + 1), _at(plain, at + 2)
    if day.isdecimal():
        is_none = 31 < int(day[:3]) < 100 and after in AFTER_A_DAY
        return Joined(at, at + 2, UNREAD) if is_none else None
    end = at + 1
    while _at(plain, end) == ".":
        end += 1
    is_blank = _at(plain, end) == "thang" and _at(plain, end + 1).isdecimal()
    return Joined(at, end, UNREAD) if is_blank else None


def _find_number(plain: Sequence[str], at: int, last: Joined | None) -> Joined | None:
    end = _run_end(plain, at)
    before, after = _at(plain, at - 1), _at(plain, end)
    if end == at or after in OF_TIMES:
        return None
    if before in LISTS and last and last.last == at - 1 and plain[at] != "nam":
        unit = _at(plain, last.first - 1)  # "tháng ba và sáu": the unit of the list
        return _join_led(plain, at, end, unit) if unit in HIGHEST else None
    if before == "nam" or before in HIGHEST:
        return _join_led(plain, at, end, before)
    is_counted = after in COUNTED and _is_count(plain, at, end)
    return Joined(at, end, str(read_number(plain[at:end]))) if is_counted else None


def _run_end(plain: Sequence[str], at: int) -> int:
    """Return where the number that begins at a word ends; the word itself where none does."""
    if plain[at] not in FIRST or (plain[at] == "sau" and not _is_june(plain, at)):
        return at
    if _at(plain, at - 1) == "nam" and all(word in ONES for word in plain[at : at + 4]):
        return min(at + 4, len(plain))
    end = at + 1
    while _at(plain, end - 1) in FOLLOWS.get(_at(plain, end), ()) and not _is_other(plain, end):
        end += 1
    return end


def _is_june(plain: Sequence[str], at: int) -> bool:
    """Say whether the unmarked "thang sau" is June and not the month after."""
    is_year = _at(plain, at + 1) == "nam" and _at(plain, at + 2).isdecimal()
    return _at(plain, at - 1) == "thang" and is_year


def _is_other(plain: Sequence[str], i: int) -> bool:
    """Say whether a word within a number is another word: "mười năm", "mười làm việc"."""
    word, after = plain[i], _at(plain, i + 1)
    if word == "nam" and _at(plain, i - 1) == "muoi":
        return after != "thang"
    return (word == "sau" and after not in ("thang", "nam", "")) or (word, after) == ("lam", "viec")


def _join_led(plain: Sequence[str], at: int, end: int, unit: str) -> Joined | None:
    """Join a number that a unit leads: "ngày mười lăm", "tháng sáu", "quý ba", "năm hai nghìn"."""
    number, after = read_number(plain[at:end]), _at(plain, end)
    if unit == "nam":
        return Joined(at, end, str(number)) if number and number > 1900 else None
    if plain[at:end] == ["nam"] and not _is_five(plain, at, unit):
        is_blank = unit == "thang" and after.isdecimal() and not _is_counted(plain, at - 1)
        return Joined(at, end, UNREAD) if is_blank else None
    if after in ONES and after not in ("nam", "sau", "tu~"):
        return Joined(at, end, UNREAD)  # "ngày hai lăm"
    is_open = unit == "ngay" or plain[at:end] == ["tu~"]
    if is_open and after.isalnum() and after not in AFTER_A_DAY:
        return None  # "ngày một tốt hơn", "ngày hai bữa", "hằng tháng tư vấn"
    fits = number is not None and 1 <= number <= HIGHEST[unit]
    return Joined(at, end, str(number) if fits else UNREAD)


def _is_five(plain: Sequence[str], at: int, unit: str) -> bool:
    """Say whether "năm" is five: of "tháng năm 2026" the month may have been left blank."""
    after = _at(plain, at + 1)
    if unit == "thang":
        return not after.isdecimal() and not _is_counted(plain, at - 1)
    return unit in ("thu", "mung", "mong") or (unit == "ngay" and after in ("thang", *EVERY))


def _is_counted(plain: Sequence[str], at: int) -> bool:
    """Say whether a unit is led by a number or by "hằng": "6 tháng năm 2026"."""
    start = at
    while start and (plain[start - 1].isdecimal() or plain[start - 1] in FOLLOWS):
        start -= 1
    before = _at(plain, start - 1)
    return before in EVERY if start == at else before not in ("ngay", "mung", "mong")


def _is_count(plain: Sequence[str], at: int, end: int) -> bool:
    """Say whether a number before a unit counts it: "mười ngày", but not "mỗi năm một tháng"."""
    run = plain[at:end]
    if run in (["mot"], ["nam"], ["tu~"], ["sau"]):
        return _at(plain, end + 1) in AFTER_A_COUNT
    return bool(read_number(run))


def _find_hours(plain: Sequence[str], at: int) -> Joined | None:
    """Find "24/7", "24/24 giờ", "24h/24h", "8/24", "24 giờ/ngày", "7/7 ngày"."""
    first, at_sign = _hours_at(plain, at)
    if not first or _at(plain, at_sign) != "/" or _at(plain, at - 1) == "/":
        return None
    second, end = _hours_at(plain, at_sign + 1)
    if first == 24 and _at(plain, at_sign + 1) == "ngay":
        return Joined(at, at_sign + 2, ROUND_THE_CLOCK)
    is_week = (first, second) == (24, 7) and not _is_date(plain, at, end)
    is_hours = second == 24 or is_week
    if (first, second) == (7, 7) and _at(plain, end) == "ngay":
        is_hours, end = True, end + 1
    return Joined(at, end, ROUND_THE_CLOCK) if is_hours else None


def _hours_at(plain: Sequence[str], at: int) -> tuple[int, int]:
    """Return a number of at most two digits and where it ends, its "giờ" left out."""
    word = _at(plain, at)
    if not word.isdecimal() or len(word) > 2:
        return 0, at
    return int(word), at + 2 if _at(plain, at + 1) in HOURS else at + 1


def _is_date(plain: Sequence[str], at: int, end: int) -> bool:
    """Say whether something makes "24/7" a day: a word before it, a year, other dates beside it."""
    has_year = _at(plain, end) in AFTER_A_DATE and _at(plain, end + 1).isdecimal()
    if _at(plain, at - 1) in DATED or has_year:
        return True
    is_label = _at(plain, at - 1) == ":" and "han" in plain[max(0, at - LABEL_REACH) : at]
    early = plain[max(0, at - 3) : at]
    is_weekday = "thu" in early and any(word in ONES or word.isdecimal() for word in early)
    beside = {*early, *plain[end : end + 2]}
    is_listed = not beside.isdisjoint((*LISTS, "den"))
    signs = (*range(max(0, at - 3), at), *range(end, min(len(plain), end + 4)))
    return is_label or is_weekday or (is_listed and any(_is_other_date(plain, i) for i in signs))


def _is_other_date(plain: Sequence[str], sign: int) -> bool:
    """Say whether a sign is that of a date which is not "24/7" too."""
    day, month = _at(plain, sign - 1), _at(plain, sign + 1)
    is_date = plain[sign] == "/" and day.isdecimal() and month.isdecimal()
    return is_date and int(month[:4]) <= 12 and (day, month) != ("24", "7")
