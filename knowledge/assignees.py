"""Who answers for a task: the offices its row names, read against the plan's own place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.plan import PlannedTask
from knowledge.text import fold

# From the commune upwards; thành phố may stand between district and province.
_RANKS = {
    **dict.fromkeys(("xa", "phuong", "dac khu", "thi tran"), 1),
    **dict.fromkeys(("huyen", "quan", "thi xa"), 2),
    "thanh pho": 3,
    "tinh": 4,
}
_LEVELS = "|".join(sorted(_RANKS, key=len, reverse=True))
_COMMITTEE = re.compile(
    rf"^(?:ubnd|uy ban nhan dan)(?: cap)?(?: (?P<level>{_LEVELS}))?(?: (?P<name>.+))?$"
)
_PLACE = re.compile(rf"^(?P<level>{_LEVELS})\b")
_OFFICE_OF_PEOPLE = re.compile(r"^van phong\b.*\b(?:ubnd|uy ban nhan dan|hdnd)\b")

_HEADS = (
    r"ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy|thu truong|nguoi dung dau|lanh dao"
    r"|chu tich|pho chu tich|truong|giam doc|bi thu|cong an|can bo|cong chuc|vien chuc"
)
_MANY = r"(?:tat ca )?(?:cac|nhung)|mot so|toan the|tat ca|tung"
_MEMBERS = r"so|ban|nganh|phong|don vi|co quan|to chuc|doan the|can bo|cong chuc|vien chuc"
_GROUP = re.compile(
    rf"^(?:(?:{_HEADS}),? )*(?:{_MANY})\b|^(?:{_MEMBERS})(?:, | - )(?:{_MEMBERS})\b"
    rf"|^(?:ubnd|uy ban nhan dan) (?:{_LEVELS}), (?:{_LEVELS})\b"
)
_JOINT = r"(?:,|/| - |\bva\b|\bva/hoac\b|\bhoac\b)"
_HEADS_OF = r"(?:(?:chu tich|lanh dao|thu truong|hdnd|hoi dong nhan dan|dang uy)(?:,| va| -)? )*"
_NAMES_LEVEL = re.compile(
    rf"^{_HEADS_OF}(?:ubnd|uy ban nhan dan) (?:tat ca )?(?:cac |tung |moi |cap )*"
    rf"(?P<levels>(?:{_LEVELS})(?: ?{_JOINT} ?(?:cac |cap )?(?:{_LEVELS}))*)"
    r"(?: (?:thuoc|tren dia ban|truc thuoc|trong)\b.*)?$"
)
_BY_RANK = re.compile(r"\bcap\b")
_SEVERAL = re.compile(r"\b(?:cac|tung|moi)\b")  # "UBND thành phố" alone is the superior itself
_ANOTHER_COMMITTEE = re.compile(
    r"\s*(?:[,;]|\bvà\b)\s*(?=(?:chủ tịch |lãnh đạo )?(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân)\b)",
    re.IGNORECASE,
)
_AND_GROUP = re.compile(r"\s*[,;]?\s+và\s+(?=các\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assignee:
    """An office that answers for a task; a group stands for several, still to be chosen."""

    name: str
    is_group: bool = False


def propose_assignees(
    task: PlannedTask, offices: Sequence[str], *, place: str | None
) -> tuple[Assignee, ...]:
    """Propose the offices that answer for a task: its leads, Văn phòng for "UBND xã".

    `offices` are the units the plan names; Văn phòng is looked for among them, and the people's
    committee of the plan's own `place` stays only where the plan names no Văn phòng.
    """
    named = (assignee for unit in task.lead for assignee in _proposed(unit, offices, place))
    return tuple(dict.fromkeys(named))


def looks_like_group(unit: str) -> bool:
    """Tell whether a name stands for several offices: "Các ban, ngành", "UBND các xã"."""
    return bool(_GROUP.match(fold(unit)))


def names_level(unit: str, level: str) -> bool:
    """Tell whether a superior's unit means each committee of a level ("phường").

    "UBND các xã, phường" does, "UBND cấp xã" for any commune; one that goes on ("UBND các xã biên
    giới") means some of them only.
    """
    return any(_is_level(fold(part), fold(level)) for part in _ANOTHER_COMMITTEE.split(unit))


def _is_level(unit: str, level: str) -> bool:
    found = _NAMES_LEVEL.match(unit)
    if found is None:
        return False
    named = re.findall(_LEVELS, found["levels"])
    if _BY_RANK.search(unit):
        return _RANKS.get(level) in {_RANKS[each] for each in named}
    return level in named and (level != "thanh pho" or bool(_SEVERAL.search(unit)))


def gives_work(task: PlannedTask, place: str, level: str) -> bool:
    """Tell whether a row of a superior's plan gives work to a place below: it names its level."""
    return any(names_level(unit, level) or _names_place(unit, place) for unit in task.lead)


def _names_place(unit: str, place: str) -> bool:
    """Tell whether a unit is the people's committee of this very place: "UBND xã Bến Lụa"."""
    parts = map(fold, _ANOTHER_COMMITTEE.split(unit))
    named = (found for part in parts if (found := _COMMITTEE.match(part)) and found["name"])
    return any(f"{found['level']} {found['name']}" == fold(place) for found in named)


def find_peoples_office(offices: Sequence[str]) -> str | None:
    """Find the Văn phòng that serves the people's committee among some offices."""
    return next((name for name in offices if _OFFICE_OF_PEOPLE.match(fold(name))), None)


def _proposed(unit: str, offices: Sequence[str], place: str | None) -> Iterator[Assignee]:
    if looks_like_group(unit):
        yield Assignee(unit, is_group=True)
        return
    for part in _AND_GROUP.split(unit):
        rank = _compare_level(fold(part), fold(place or ""))
        if rank == 0:
            part = find_peoples_office(offices) or part
        yield Assignee(part, is_group=looks_like_group(part) or rank == -1)


def _compare_level(unit: str, place: str) -> int | None:
    """Tell where a people's committee stands: 0 the place's own, -1 all those below it."""
    committee = _COMMITTEE.match(unit)
    if committee is None:
        return None
    level, name = committee["level"], committee["name"]
    if name:
        own_name = _PLACE.sub("", place.split(",")[0]).strip()
        return 0 if name == own_name else None
    own = _PLACE.match(place)
    if level is None or own is None:
        return 0
    difference = _RANKS[level] - _RANKS[own["level"]]
    return 0 if difference == 0 else -1 if difference < 0 else None
