"""Work given in chat: "giao Phòng Văn hóa - Xã hội báo cáo … trước 4/12"."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.offices import spell_out
from knowledge.tasks.days import COUNT, FoundDay, find_days, find_last_day, read_count
from knowledge.tasks.words import DOCUMENT, Line, is_asking, read_line, write_document
from knowledge.text import fold, has_marks

_LONGEST_NAME = 12  # words
_GIVEN = re.compile(
    r"(?:(?P<sure>giao(?: (?:viec|nhiem vu))?|phan cong)(?: (?:cho|ve))?"
    r"|yeu cau|yc|de nghi|chi dao|nho|chuyen(?: cho)?)\b[\s:]+"
)
# "giao PA…", "giao 2 cho …", "giao V15 cho …", "giao thông": other words.
_OTHER = re.compile(
    r"(?:#|v ?\d|\d|pa\b|viec \d|thong\b|dich\b|luu\b|duc\b|dat\b|hang\b|tiep\b|ban\b(?= do))"
)
_JOINT = re.compile(r"\s*(?:[,;&+]|va\b|cung\b)\s*(?:va )?(?:cho )?")
_DOCUMENT = re.compile(rf"(?P<by>\b(?:theo|can cu|tai|thuc hien) )?(?<![\w/])(?P<name>{DOCUMENT})")
_JOINTS = frozenset({"va", "cua", "cac", "voi"})
_KINDS = frozenset(
    {"phong", "van phong", "trung tam", "ban", "cong an", "cong chuc", "can bo", "bo phan", "doan"}
)
_TERM = re.compile(
    rf"\b(?:trong(?: vong)?|sau|cham nhat(?: la)?) {COUNT} ngay lam viec\b"
    r"(?: (?:ke tu|tu) (?:hom nay|ngay nay))?"
)
# What makes a day a limit, the surer first; then words that only lead to one.
_SURE = re.compile(
    r"\b(?:truoc|(?:cham|muon|tre) nhat|khong qua|han|deadline|xong|hoan thanh|thoi gian)\b"
)
_LED = re.compile(r"\b(?:den|toi|het|trong|vao|sang|kip)\b")
# "từ 1/11", "tính đến 30/11", "lễ 20/11"; without marks "tự" and "từ" are told by what is before.
_NO_LIMIT = frozenset({"tính", "từ", "kể", "tháng", "lễ", "dịp", "kỳ", "họp", "lúc"})
_BARE_NO_LIMIT = re.compile(r"(?:(?<!trat )(?<!thu )(?<!dau )tu|tinh|ke|thang|le|dip|ky|hop|luc)$")
_LEAD = re.compile(
    r"(?<![^\s(,;])(?:(?:thoi )?han(?: la| hoan thanh| chot| cuoi| nop| gui)?|deadline"
    r"|thoi gian(?: hoan thanh)?|hoan thanh|xong|(?:cham|muon|tre) nhat|khong qua|truoc|den|toi|het"
    r"|trong(?: vong)?|vao|la|ngay|sang|chieu|cuoi|kip|\d{1,2}(?:h|g| gio)\d{0,2})(?: ?:\s?|\s)$"
)
_LONGEST_LEAD = 40  # characters
_SIGNS = " ,.;:–-()"


@dataclass(frozen=True, slots=True)
class Assigning:
    """Work as it was given: to which offices, what, until when, after which document.

    `offices` are empty where no known one was named; `timeframe` is as typed; `working_days` is
    set instead of `last_day` where a number of them was given, to be counted from today.
    """

    offices: tuple[str, ...]
    content: str
    timeframe: str
    last_day: dt.date | None
    working_days: int | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class _Limit:
    start: int
    end: int
    last_day: dt.date | None
    working_days: int | None = None


def read_assigning(text: str, *, names: Sequence[str], today: dt.date) -> Assigning | None:
    """Read work given in chat; `names` are the place's offices with their aliases.

    None where it is none: no words of giving, a question, or neither a known office nor a day.
    """
    line = read_line(text)
    if line is None or line.is_asked:
        return None
    line, document = _take_document(line)
    given = _GIVEN.match(line.plain)
    if given is None or _OTHER.match(line.plain, given.end()):
        return None
    offices, at = _read_offices(line.part(given.end()), _build_keys(names))
    if not offices and not given["sure"]:
        return None
    return _read_work(line.part(given.end() + at), offices, document, today)


def _read_work(
    line: Line, offices: tuple[str, ...], document: str, today: dt.date
) -> Assigning | None:
    limit = _find_limit(line, today)
    if not limit:
        content = _tidy(line.text)
        return (
            Assigning(offices, content, "", None, document=document)
            if offices and content
            else None
        )
    content = _join(line.text[: limit.start], line.text[limit.end :])
    timeframe = line.text[limit.start : limit.end].strip(_SIGNS)
    return Assigning(offices, content, timeframe, limit.last_day, limit.working_days, document)


def _tidy(text: str) -> str:
    words = " ".join(text.split()).strip(f"{_SIGNS}#")
    words = re.sub(r"\s+([,.;])", r"\1", words)
    return words[:1].upper() + words[1:]


def _join(before: str, after: str) -> str:
    """Join what stands on both sides of the words that say until when."""
    start, end = re.sub(r"[\s,;:(–-]+$", "", before), after.strip(_SIGNS)
    is_apart = before.rstrip().endswith((",", ";"))
    return _tidy(f"{start}{',' if start and end and is_apart else ''} {end}")


def _take_document(line: Line) -> tuple[Line, str]:
    """Take the document out of a line that says "theo …" or begins with it; else only name it."""
    found = _DOCUMENT.search(line.plain)
    if found is None:
        return line, ""
    name = write_document(line.text[found.start("name") : found.end("name")])
    if found["by"] is None and found.start():
        return line, name
    start = found.start()
    if start and line.plain[start - 1] == "(":
        start -= 1
    end = found.end() + (line.plain[found.end() : found.end() + 1] in (")", ","))
    parts = [(one[:start].rstrip(" ,"), one[end:].strip(" ,:")) for one in (line.text, line.plain)]
    text, plain = (" ".join(part for part in both if part) for both in parts)
    return Line(text, plain, is_asking(plain), line.whole), name


def _build_keys(names: Iterable[str]) -> Mapping[tuple[str, ...], str]:
    """Build what each office may be called: its words, its initials, and either without its kind.

    What would name two offices names none.
    """
    keys: dict[tuple[str, ...], str] = {}
    twice: set[tuple[str, ...]] = set()
    for name in names:
        full = _key(spell_out(name))
        keys[full] = name
        for key in _short_keys(full):
            if keys.setdefault(key, name) != name:
                twice.add(key)
    own = {_key(spell_out(name)) for name in names}
    return {key: name for key, name in keys.items() if key not in twice or key in own}


def _key(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _JOINTS)


def _short_keys(full: tuple[str, ...]) -> list[tuple[str, ...]]:
    size = next((n for n in (2, 1) if " ".join(full[:n]) in _KINDS), 0)
    core = full[size:]
    if not size or not core:
        return []
    initials = "".join(word[0] for word in core)
    keys = [(*full[:size], initials)] if len(core) > 1 else []
    return [*keys, core] if len(core) > 1 else keys


def _read_offices(line: Line, keys: Mapping[tuple[str, ...], str]) -> tuple[tuple[str, ...], int]:
    """Read the offices a line begins with, joined by "và" or a comma, and where they end."""
    offices: tuple[str, ...] = ()
    at = end = 0
    while found := _match_office(line, at, keys):
        offices, end = (*offices, found[0]), found[1]
        joint = _JOINT.match(line.plain, end)
        if joint is None:
            break
        at = joint.end()
    return tuple(dict.fromkeys(offices)), end


def _match_office(
    line: Line, at: int, keys: Mapping[tuple[str, ...], str]
) -> tuple[str, int] | None:
    """Match the longest name that stands at a place."""
    ends = [found.end() for found in _words(line.plain, at)]
    for end in reversed(ends):
        typed = line.text[at:end]
        name = keys.get(_key(spell_out(typed)))
        if name and fold(typed.split()[-1]) not in _JOINTS:
            return name, end
    return None


def _words(plain: str, at: int) -> list[re.Match[str]]:
    found = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*").finditer(plain, at, at + 200)
    return [word for word, _ in zip(found, range(_LONGEST_NAME), strict=False)]


def _find_limit(line: Line, today: dt.date) -> _Limit | None:
    """Find the words that say until when; of several the surest, then the last."""
    plain = line.plain
    term = _TERM.search(plain)
    if term:
        return _Limit(term.start(), term.end(), None, read_count(term[1]))
    days = [(rank, day) for day in find_days(plain, today) if (rank := _rank(line, day))]
    if not days:
        return None
    best = max(days, key=lambda one: (one[0], one[1].start))[1]
    return _Limit(_find_lead(plain, best.start), best.end, find_last_day(plain, best))


def _rank(line: Line, day: FoundDay) -> int:
    """Tell how surely a day is a limit: 0 not at all, 3 surely."""
    plain = line.plain
    lead = plain[_find_lead(plain, day.start) : day.start]
    if _is_other_day(line, day.start - len(lead)):
        return 0
    if _SURE.search(lead):
        return 3
    own = plain[day.start : day.end]
    if _LED.search(lead) or re.match(r"(?:het|cuoi)\b", own):
        return 2
    is_at_end = not plain[day.end :].strip(_SIGNS)
    is_relative = not re.match(r"\d|thang|quy", own)
    return int(is_relative and (is_at_end or day.start == 0))


def _is_other_day(line: Line, at: int) -> bool:
    """Say whether a word before a day makes it no limit: "từ 1/11", "tính đến 30/11"."""
    before = line.text[:at].rstrip(_SIGNS).lower()
    if has_marks(line.text):
        return before[-12:].split()[-1:] != [] and before.split()[-1] in _NO_LIMIT
    return bool(_BARE_NO_LIMIT.search(before))


def _find_lead(plain: str, start: int) -> int:
    """Find where the words that lead to a day begin: "hoàn thành trước 17h ngày 4/12"."""
    while found := _LEAD.search(plain[max(0, start - _LONGEST_LEAD) : start]):
        start -= len(found[0])
    return start
