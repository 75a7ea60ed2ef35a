"""Find the locality of a plan."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.parsing.issuers import is_national
from knowledge.parsing.letters import UPPER
from knowledge.text import clean

_LEVELS = (
    "đặc khu", "thị trấn", "phường", "xã", "thị xã", "huyện", "quận", "thành phố", "tỉnh",
)  # fmt: skip
_LEVEL = "|".join(_LEVELS)
_COMMITTEE = re.compile(r"\b(?:[UỦ][ỶY]|ỦY|UỶ|UBND|Ủy|Uỷ|ủy|uỷ)\b", re.I)
_WORD = rf"[{UPPER}]\w*"
_NAMED = re.compile(rf"\b({_LEVEL})\s+((?:{_WORD}|\d{{1,2}})(?:[ ]{_WORD}){{0,3}})")
_CAPITAL = re.compile(
    rf"\b({_LEVEL.upper()})\s+((?:[{UPPER}]+|\d{{1,2}})(?:[ -][{UPPER}]+){{0,3}})$"
)
_COMMITTEE_LINE = re.compile(r"^(?:TM\.\s*|CHỦ TỊCH\s+)?(?:ỦY|UỶ|UY) BAN NHÂN DÂN\b\s*(.*)$", re.I)
_BARE_LEVEL = re.compile(rf"^({_LEVEL})$", re.I)
_DATELINE = re.compile(r"^((?:[^\W\d_]+|\d+)(?:[ -](?:[^\W\d_]+|\d+)){0,4}),\s*ngày\b")
_GENERIC = {"Hội", "Uỷ", "Ủy", "Trung", "Nhân", "Đảng"}
_HEAD = 25  # lines


def find_locality(lines: Sequence[str], title: str | None) -> str | None:
    """Return the plan's locality with its level, or None.

    Looks, in this order, at the letterhead, the authority with the date line, the title, and the
    places named most often after "UBND", "trên địa bàn" and the like.
    """
    if is_national(lines):
        return None
    head = lines[:_HEAD]
    found = (
        _from_letterhead(head)
        or _from_authority(lines)
        or _from_text([title or ""])
        or _from_text(lines)
    )
    return _with_parent(found, lines) if found and found[-1].isdigit() else found


def _from_letterhead(head: Sequence[str]) -> str | None:
    for i, line in enumerate(head):
        if not _COMMITTEE_LINE.match(_glued(head, i)):
            continue
        for candidate in (_glued(head, i), *head[i + 1 : i + 4]):
            found = _CAPITAL.search(candidate)
            if found and line.upper() == line:
                return _name(found[1], found[2])
    return None


def _glued(head: Sequence[str], i: int) -> str:
    """Join "ỦY BAN NHÂN" and "DÂN", which converters wrap."""
    following = head[i + 1] if i + 1 < len(head) else ""
    return f"{head[i]} {following}" if following.strip().startswith("DÂN") else head[i]


def _from_authority(lines: Sequence[str]) -> str | None:
    """Join "CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ" with the place of the date line."""
    place = next((found[1] for line in lines[:_HEAD] if (found := _DATELINE.match(line))), None)
    if place is None:
        return None
    for line in lines[:_HEAD]:
        found = _COMMITTEE_LINE.match(line)
        level = _BARE_LEVEL.match(found[1].strip()) if found else None
        if level:
            return _name(level[1], place)
    return next(_levels_of(place, lines), None)


def _levels_of(place: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield the place with the level that the text gives it most often."""
    pattern = re.compile(rf"\b({_LEVEL})\s+{re.escape(place)}\b", re.I)
    counted = Counter(found.lower() for line in lines for found in pattern.findall(line))
    if counted:
        yield _name(counted.most_common(1)[0][0], place)
    elif re.match(rf"(?:{_LEVEL})\b", place, re.I):
        yield place[0].lower() + place[1:]


def _from_text(lines: Sequence[str]) -> str | None:
    """Return the place named most often; on a tie the smaller level."""
    named: Counter[str] = Counter()
    for line in lines:
        for level, name in _NAMED.findall(line):
            if name.split()[0] not in _GENERIC:
                named[f"{level} {name}"] += 1
    if not named:
        return None
    return max(named, key=lambda place: (named[place], -_rank(place)))


def _with_parent(place: str, lines: Sequence[str]) -> str:
    """Return a place that is only numbered with the town it belongs to, named most often."""
    level = place.split()[0]
    rank = _rank(place)
    named: Counter[str] = Counter()
    for line in lines:
        for above, name in _NAMED.findall(line):
            if rank < _LEVELS.index(above) < _LEVELS.index("tỉnh") and above != level:
                named[f"{above} {name}"] += 1
    parent = named.most_common(1)[0][0] if named else None
    place = place[:1].upper() + place[1:]
    return f"{place}, {parent}" if parent else place


def _rank(place: str) -> int:
    return next(i for i, level in enumerate(_LEVELS) if place.startswith(level))


def _name(level: str, name: str) -> str:
    words = clean(name).split()
    return " ".join([level.lower(), *(word.capitalize() for word in words)])
