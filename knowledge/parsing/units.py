"""Split a cell or a phrase into the units it names, in the plan's own wording."""

import re
from collections.abc import Iterator

from knowledge.parsing.letters import UPPER
from knowledge.parsing.markup import cell_lines
from knowledge.text import clean, fold

_BULLET = re.compile(r"^\s*[-–—+•*]\s*")
_KINDS = (
    r"Văn phòng|VP|UBND|Ủy ban|Uỷ ban|UBMTTQ|MTTQ|HĐND|Hội đồng|Hội|Sở|Phòng|Ban|Bộ|Cục|Chi cục"
    r"|Vụ|Công an|Quân sự|Bộ phận|Trung tâm|TT|Trạm|Trường|Thanh tra|Đài|Báo|Tòa án|Toà án|Viện"
    r"|Kho bạc|Bảo hiểm|BHXH|Thuế|Mặt trận|Đoàn|Liên đoàn|Công đoàn|Công chức|CC|Cán bộ|Tổ"
    r"|Chủ tịch|Phó Chủ tịch|Chánh Văn phòng|Thủ trưởng|Giám đốc|Trưởng|Lãnh đạo|Công ty|VNPT"
    r"|Tổng Công ty|Ngân hàng|Bưu điện|Viettel|Doanh nghiệp|Điện lực|Đảng ủy|Đảng uỷ"
)
_MEMBERS = (
    r"cơ quan|đơn vị|sở|ban|bộ|ngành|phòng|xã|phường|thôn|ấp|khu|tổ|địa phương|doanh nghiệp|ủy ban"
    r"|uỷ ban|ubnd|cán bộ|công chức|viên chức|cấp|thành viên|trường|trạm|trung tâm|hội|đoàn thể"
    r"|huyện|quận|thị xã|thành phố|công ty|cục|chi cục|lực lượng|đồng chí|cá nhân|chủ|nhà"
)
_BARE = r"(?i:sở|phòng|ban|bộ|cơ quan|đơn vị|cán bộ|công chức|viên chức)"
_LISTED = rf"{_BARE},\s(?:ban|ngành|cơ quan|đơn vị|đoàn thể|địa phương|tổ chức)"
_GROUPS = rf"(?i:các|những|một số|toàn thể)\s+(?i:{_MEMBERS})|{_LISTED}"
_NO_UNIT = (
    r"(?!Ban hành|Tổ chức|Báo cáo|Hội (?:nghị|thảo|thi)|Trường hợp|Cán bộ phụ"
    r"|Bộ (?:tiêu chí|[Cc]hỉ số|thủ tục))"
)
_UNIT = re.compile(rf"{_NO_UNIT}(?:{_KINDS}|{_GROUPS})\b")
_GROUP = re.compile(r"^[Cc]ác\b")
_OPEN_GROUP = re.compile(rf"^[Cc]ác\b|(?<![Vv]ăn )\b{_BARE}$")
_LOWER_UNIT = re.compile(
    rf"(?:phòng|sở|trung tâm|công an|văn phòng|trạm|đoàn)\s+[{UPPER}]"
    r"|(?:cán bộ|công chức|viên chức)\s+(?:cấp|xã|phường|các)\b"
)
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r",\s*")
_AND = re.compile(r"\s+(?:(?:phối hợp|cùng)\s+)?(?:và|với)\s+")
_LOST_BREAK = re.compile(r"(?<=[\w)])\s+(?=Các\s)")
_TRAILING = re.compile(r"[\s.,;:]+$")
# Names whose parts are units themselves: Văn phòng HĐND - UBND, Đảng ủy - HĐND & UBND …
_PARTNERS = re.compile(r"\b(?:HĐND|Hội đồng nhân dân|Cấp ủy|Cấp uỷ|Đảng ủy|Đảng uỷ|Thành ủy|ĐBQH)$")
_PARTNERED = re.compile(r"^(?:HĐND|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\b")
_HEADS = r"(?:Văn phòng|VP|Đảng ủy|Thường trực|TT|Lãnh đạo|Chủ tịch|Thủ trưởng)"
_HEADED = re.compile(rf"^(?:Chánh |Phó )?{_HEADS}\b")
_UNFINISHED = re.compile(rf"(?:\b{_HEADS}|\s(?:của|thuộc|và|với|các))$")


def split_units(cell: str | None) -> tuple[str, ...]:
    """Return the units of a cell, one entry each.

    Splits lists (" - ", <li>, lines, ";") and enumerations by comma and "và", and leaves names
    whole that hold those signs: "Văn phòng HĐND - UBND xã", "UBND các xã, thị trấn".
    """
    parts = (part for line in _lines(cell) for part in line.split(";"))
    units = (unit for part in parts for unit in _units(part))
    return tuple(dict.fromkeys(filter(None, units)))


def starts_unit(text: str) -> bool:
    """Say whether the text begins with the name of a unit or of a group of them."""
    return bool(_UNIT.match(text) or _LOWER_UNIT.match(text))


def is_rest_of_group(left: str, right: str) -> bool:
    """Say whether a group goes on in lower case: "Các sở, ban, ngành", "phòng, ban"."""
    opened = bool(_OPEN_GROUP.search(left.strip()))
    return opened and right[:1].islower() and not _GROUP.match(right)


def _lines(cell: str | None) -> list[str]:
    """Return the cell's lines, a line that begins no unit joined to the one before."""
    lines: list[str] = []
    for line in cell_lines(cell):
        listed = bool(_BULLET.match(line))
        opens = listed or starts_unit(line) or (lines and lines[-1].endswith((";", ".")))
        if lines and (not opens or _goes_on(lines[-1], _BULLET.sub("", line))):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _goes_on(above: str, line: str) -> bool:
    """Say whether a line that begins like a unit goes on with the name above it."""
    return bool(_UNFINISHED.search(above)) or _is_partner(above, line)


def _units(part: str) -> Iterator[str]:
    listed = bool(_BULLET.match(part))
    pieces = [_BULLET.sub("", part)] if listed else [part]
    for divider in (_DASH, _COMMA, _AND) if listed else (_COMMA, _AND):
        pieces = [smaller for piece in pieces for smaller in _split(piece, divider)]
    for piece in pieces:
        for unit in _split_lost_breaks(piece):
            yield _TRAILING.sub("", clean(unit))


def _split(text: str, divider: re.Pattern[str]) -> list[str]:
    """Split at dividers that a unit follows and that lie inside no unit's name."""
    parts: list[str] = []
    start = 0
    for found in divider.finditer(text):
        left, right = text[start : found.start()], text[found.end() :]
        within = _is_partner(left, right) or is_rest_of_group(left, right)
        if starts_unit(right) and left.strip() and not within:
            parts.append(left)
            start = found.end()
    return [*parts, text[start:]]


def _split_lost_breaks(text: str) -> Iterator[str]:
    """Split where a line break between two units was lost: "Sở Tài chính Sở Nội vụ"."""
    start = 0
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    repeated = rf"|(?<=\w)\s+(?={re.escape(first)}\s)" if first in ("Sở", "Phòng", "UBND") else ""
    for found in re.finditer(_LOST_BREAK.pattern + repeated, text):
        left = text[start : found.start()]
        if len(left.split()) > 2 and fold(left.split()[-1]) not in ("va", "cua", "thuoc", "voi"):
            yield left
            start = found.end()
    yield text[start:]


def _is_partner(left: str, right: str) -> bool:
    return bool(
        _PARTNERED.match(right)
        and _PARTNERS.search(left.rstrip(" -–,"))
        and (_HEADED.match(_BULLET.sub("", left).lstrip()) or _PARTNERS.match(left.strip()))
    )
