"""Words around a date that say what it means: before, until, from, each, when …"""

from enum import StrEnum

from knowledge.dates.numbers import EVERY, ROUND_THE_CLOCK, UNREAD
from knowledge.dates.words import ROMAN, Word


class Cue(StrEnum):
    """What a word or phrase does to the dates near it."""

    BEFORE = "before"
    UNTIL = "until"
    FROM = "from"
    AFTER = "after"
    IN = "in"
    AND = "and"
    COMMA = "comma"
    OR = "or"
    DASH = "dash"
    OPEN = "open"  # a bracket
    DONE = "done"
    LATEST = "latest"
    ONWARD = "onward"
    EACH_DAY = "each_day"
    EACH_WEEK = "each_week"
    EACH_MONTH = "each_month"
    EACH_QUARTER = "each_quarter"
    EACH_HALF = "each_half"
    EACH_YEAR = "each_year"
    NEXT = "next"  # "tháng sau": the occurrence falls in the period that follows
    PERIODIC = "periodic"
    ALWAYS = "always"
    PLAN = "plan"
    RULE = "rule"
    REQUEST = "request"
    EVENT = "event"
    CLOCK = "clock"  # an hour of the day
    TERM = "term"  # a length counted from something: "05 ngày làm việc"
    LUNAR = "lunar"
    VAGUE = "vague"  # a period or a number that no rule reads
    ROUND = "round"  # "đợt 1", "lần 2": names a date, says nothing of when


EACH = (Cue.EACH_DAY, Cue.EACH_WEEK, Cue.EACH_MONTH, Cue.EACH_QUARTER, Cue.EACH_HALF, Cue.EACH_YEAR)
EACH_OF = {
    "ngay": Cue.EACH_DAY,
    "tuan": Cue.EACH_WEEK,
    "thang": Cue.EACH_MONTH,
    "quy": Cue.EACH_QUARTER,
    "ky": Cue.PERIODIC,
    "nam": Cue.EACH_YEAR,
}
ONE = (*EVERY, "mot", "1", "01")
COUNTS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    **{f"{n}": n for n in range(1, 13)},
    **{f"0{n}": n for n in range(1, 10)},
}
_TABLE = {
    Cue.BEFORE: "truoc",
    Cue.LATEST: (
        "cham nhat|muon nhat|tre nhat|han cuoi|han chot|khong qua|khong muon hon|thoi han|han"
    ),
    Cue.UNTIL: "den het|den|toi|het",
    Cue.FROM: "ke tu|tinh tu|bat dau tu|bat dau|tu",
    Cue.AFTER: "tu sau|sau|tiep theo|ke tiep",
    Cue.IN: "trong|vao|trong vong|dip|nhan dip",
    Cue.AND: "va|cung|&|+",
    Cue.COMMA: ",|;|/",
    Cue.OR: "hoac|hay",
    Cue.DASH: "-|~|>",
    Cue.OPEN: "(|)|[|]",
    Cue.DONE: "hoan thanh|hoan tat|xong|ket thuc",
    Cue.ONWARD: (
        "cac nam tiep theo|nhung nam tiep theo|nam tiep theo|cac nam ke tiep|nhung nam ke tiep"
        "|cac nam sau|nhung nam sau|cac nam ve sau|nhung nam toi|tro di|ve sau|cac quy tiep theo"
        "|cac thang tiep theo|lau dai"
    ),
    Cue.EACH_HALF: "nua nam mot lan|sau thang mot lan",
    Cue.PERIODIC: "dinh ky|theo dinh ky|theo ky|thuong ky|ky bao cao",
    Cue.ALWAYS: "thuong xuyen|lien tuc|xuyen suot|suot nam|quanh nam|ca nam|duy tri"
    f"|{ROUND_THE_CLOCK}",
    Cue.PLAN: "ke hoach rieng|co ke hoach|ke hoach cu the",
    Cue.RULE: "quy~ dinh|quy dinh",
    Cue.REQUEST: "khi co yeu cau|khi duoc yeu cau|khi co chi dao|khi duoc giao",
    Cue.EVENT: (
        "sau khi|ngay sau|ngay khi|khi|sau dot|sau hoi nghi|sau moi|dot xuat|truong hop|neu co"
        "|phat sinh|tuy theo|tuy tinh hinh|ke tu khi|ke tu sau khi|truoc khi|theo"
    ),
    Cue.LUNAR: "am lich|trung thu|ngay ram|ram thang|thang gieng|thang chap",
    Cue.VAGUE: f"hoc ky|rieng thang|rieng quy|tru thang|tru quy|ngoai tru|{UNREAD}",
}
PHRASES = {tuple(phrase.split()): cue for cue, row in _TABLE.items() for phrase in row.split("|")}
LONGEST = max(map(len, PHRASES))
# What follows "theo" (according to), within a few words, says what sets the time.
GOVERNORS = {
    "hoach": Cue.PLAN,
    "kh": Cue.PLAN,
    "trinh": Cue.PLAN,
    "an": Cue.PLAN,
    "dinh": Cue.RULE,
    "luat": Cue.RULE,
    "cau": Cue.REQUEST,
    "nghi": Cue.REQUEST,
    "dao": Cue.REQUEST,
    "dan": Cue.REQUEST,
    "moi": Cue.REQUEST,
    "bao": Cue.REQUEST,
    "tap": Cue.REQUEST,
    "do": Cue.EVENT,
}
GOVERNOR_REACH = 5


def find_cue(words: list[Word], at: int) -> tuple[Cue, int] | None:
    """Return the cue that begins at a word, longest phrase first, and where it ends."""
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        phrase = tuple(word.plain for word in words[at : at + length])
        cue = PHRASES.get(phrase)
        if cue is not None:
            return _qualify(words, at, cue=cue, end=at + length)
    return _find_each(words, at)


def _qualify(words: list[Word], at: int, *, cue: Cue, end: int) -> tuple[Cue, int]:
    if words[at].plain == "theo" and end == at + 1:
        following = [word.plain.rstrip("~") for word in words[end : end + GOVERNOR_REACH]]
        found = next((GOVERNORS[w] for w in following if w in GOVERNORS), Cue.EVENT)
        return found, end
    return cue, end


def _find_each(words: list[Word], at: int) -> tuple[Cue, int] | None:
    """Read "hằng tháng", "mỗi quý", "02 lần/năm", "6 tháng một lần", "đợt 1", "30 Tết"."""
    plain = [word.plain for word in words[at : at + 5]] + [""] * 5
    before = words[at - 1].plain if at else ""
    if plain[0] in ONE and plain[1] in EACH_OF and plain[3] == "lan" and plain[2] in COUNTS:
        return _each_count(COUNTS[plain[2]], plain[1]), at + 4
    if plain[0] in EVERY and plain[1] in EACH_OF:
        is_one = plain[2].isdecimal() or plain[2] in ROMAN or plain[2] in ("dau", "cuoi")
        return None if is_one else (EACH_OF[plain[1]], at + 2)
    if plain[0] in ("dot", "lan") and plain[1].isdecimal():
        return Cue.ROUND, at + 2
    if plain[0].isdecimal() and plain[1] == "tet":
        return Cue.LUNAR, at + 2
    if plain[:2] == ["lan", "/"] and plain[2] in COUNTS and plain[3] in EACH_OF:
        return _each_length(COUNTS[plain[2]], plain[3]), at + 4
    if plain[0] == "lan" and plain[1] in ("/", "moi", "trong", "mot") and plain[2] in EACH_OF:
        return _each_count(COUNTS.get(before, 1), plain[2]), at + 3
    length, rest = (COUNTS[plain[0]], plain[1:]) if plain[0] in COUNTS else (1, plain)
    rest = rest[:1] + [r for r in rest[1:] if r not in ("1", "01")]
    if rest[0] in EACH_OF and (rest[1] == "lan" or (rest[1] in ("/", "mot") and rest[2] == "lan")):
        end = next(i for i in range(at, at + 6) if words[i].plain == "lan") + 1
        return _each_length(length, rest[0]), end
    return None


def _each_count(count: int, unit: str) -> Cue:
    """Return the rhythm of so many times a period; by the period where no other one fits."""
    return {
        (2, "nam"): Cue.EACH_HALF,
        (4, "nam"): Cue.EACH_QUARTER,
        (12, "nam"): Cue.EACH_MONTH,
        (3, "quy"): Cue.EACH_MONTH,
    }.get((count, unit), EACH_OF[unit])


def _each_length(length: int, unit: str) -> Cue:
    if length == 1:
        return EACH_OF[unit]
    return {
        (3, "thang"): Cue.EACH_QUARTER,
        (6, "thang"): Cue.EACH_HALF,
        (12, "thang"): Cue.EACH_YEAR,
        (2, "quy"): Cue.EACH_HALF,
    }.get((length, unit), Cue.PERIODIC)
