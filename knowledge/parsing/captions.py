"""Read labelled lines: "Thời gian thực hiện: …", "Cơ quan chủ trì: …"."""

import re
from dataclasses import dataclass

from knowledge.parsing.headers import Role

_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.TIMEFRAME,
        r"(?:thời (?:gian|hạn|điểm)|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai))*",
    ),
    (Role.SUPPORTING, r"(?:đơn vị|cơ quan|bộ phận)?(?: cùng)? ?phối hợp(?: thực hiện)?"),
    (
        Role.LEAD,
        (
            r"(?:đơn vị|cơ quan|bộ phận|người)"
            r"(?:,? (?:chủ trì|đầu mối|tham mưu|thực hiện|phụ trách|chịu trách nhiệm))+"
            r"|chủ trì(?: thực hiện)?|(?:trách nhiệm|phân công) (?:thực hiện|chủ trì)"
        ),
    ),
    (
        Role.DELIVERABLE,
        r"(?:dự kiến )?(?:sản phẩm|kết quả)(?: dự kiến| đầu ra| hoàn thành| cần đạt| thực hiện)*",
    ),
    (Role.CONTENT, r"nội dung(?: thực hiện| công việc)?"),
)
_LABELS = tuple(
    (role, re.compile(rf"^[-–+•]?\s*(?:{name})\s*:\s*(\S.*)$", re.I | re.DOTALL))
    for role, name in _NAMES
)
_BARE_TIME = re.compile(r"^[-–+•]?\s*thời (?:gian|hạn) (?:thực hiện|hoàn thành)\s+(\S.*)$", re.I)
_LONGEST_BARE = 160
_INLINE = re.compile(
    rf"(?<=[.;])\s+(?=(?:{'|'.join(f'(?:{name})' for _, name in _NAMES[:4])})\s*:)", re.I
)


@dataclass(frozen=True, slots=True)
class Caption:
    """What a labelled line gives to the tasks above it."""

    role: Role
    text: str


def split_captions(text: str) -> list[str]:
    """Split a paragraph that ends in labelled parts: "…. Thời gian hoàn thành: …"."""
    return [part.strip() for part in _INLINE.split(text) if part.strip()]


def find_caption(text: str) -> Caption | None:
    """Return the labelled value of the line, or None."""
    for role, pattern in _LABELS:
        found = pattern.match(text)
        if found:
            return Caption(role, found[1].rstrip(" .;"))
    bare = _BARE_TIME.match(text)
    if bare and len(text) <= _LONGEST_BARE:
        return Caption(Role.TIMEFRAME, bare[1].rstrip(" .;"))
    return None
