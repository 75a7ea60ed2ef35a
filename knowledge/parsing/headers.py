"""Know a task table by its header, whatever the order and the names of its columns."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from knowledge.parsing.markup import cell_text
from knowledge.text import fold

_LONGEST = 70  # characters; a longer cell is content, not the name of a column


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    CONTENT = "content"
    LEAD = "lead"
    SUPPORTING = "supporting"
    TIMEFRAME = "timeframe"
    DELIVERABLE = "deliverable"
    GROUP = "group"
    OTHER = "other"


_UNIT = r"(?:don vi|co quan|bo phan|nguoi|phan cong|to chuc|ca nhan|phong|ban|to|can bo)"
_NAMES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.NUMBER, re.compile(r"^(?:s?tt|so tt|so thu tu|thu tu)$")),
    (
        Role.OTHER,
        re.compile(
            r"\b(?:ghi chu|kinh phi|du toan|nam \d{4}|don vi tinh|diem (?:chuan|so|toi da)|ty le)\b"
        ),
    ),
    (
        Role.TIMEFRAME,
        re.compile(
            r"^(?:du kien |tong )?(?:thoi (?:gian|han|diem)|tien do|han (?:hoan|thuc)|lo trinh"
            r"|(?:moc|ngay) (?:thoi gian|hoan thanh|thuc hien|ket thuc))"
            r"(?!.* quan trac)"
        ),
    ),
    (
        Role.DELIVERABLE,
        re.compile(
            r"\bsan pham|^dau ra|^(?:du kien )?ket qua|\bket qua (?:dau ra|dat|can|du kien)"
        ),
    ),
    (Role.LEAD, re.compile(r"\bchu tri\b")),
    (Role.SUPPORTING, re.compile(r"\bphoi hop\b")),
    (
        Role.LEAD,
        re.compile(
            rf"^{_UNIT}.*\b(?:(?:thuc|trien) (?:hien|khai|thi)|phu trach|trach nhiem|dau moi"
            r"|tham muu)\b"
        ),
    ),
    (Role.LEAD, re.compile(r"^(?:phan cong|trach nhiem|don vi|co quan)(?: thuc hien)?$")),
    (
        Role.CONTENT,
        re.compile(
            r"^(?:ten |danh muc |cac )?"
            r"(?:noi dung|nhiem vu|cong viec|hoat dong|dau viec|viec|giai phap|de an)\b"
        ),
    ),
    (Role.GROUP, re.compile(r"^(?:linh vuc|nhom|muc tieu|chuong muc)\b")),
)


@lru_cache(maxsize=1_024)
def find_role(cell: str | None) -> Role | None:
    """Return what the cell names as a column, or None."""
    text = cell_text(cell)
    if not text or len(text) > _LONGEST:
        return None
    name = re.sub(r"[^\w ]+", " ", fold(text)).strip()
    return next((role for role, pattern in _NAMES if pattern.search(name)), None)


def find_roles(cells: Sequence[str | None]) -> tuple[Role, ...] | None:
    """Return the roles of a task table's header row, one a column, or None if it is not one.

    A table of tasks has content and says who does it or when; one of scores or money does not.
    """
    found = [find_role(cell) for cell in cells]
    known = [role for role in found if role not in (None, Role.OTHER)]
    says_who = {Role.LEAD, Role.SUPPORTING, Role.TIMEFRAME} & set(known)
    if Role.CONTENT not in known or not says_who or len(known) < 3:
        return None
    if len(known) < len([cell for cell in cells if cell_text(cell)]) / 2:
        return None
    return _once(found)


def _once(found: Sequence[Role | None]) -> tuple[Role, ...]:
    """Keep the first column of each role; a second one is another matter."""
    roles: list[Role] = []
    for role in found:
        taken = role is None or (role in roles and role is not Role.LEAD)
        roles.append(Role.OTHER if taken or role is None else role)
    return tuple(roles)
