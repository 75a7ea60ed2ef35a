"""Find who issued a document, as a reader would write it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

DOCUMENT_KIND = re.compile(
    r"^(kế hoạch|quyết định|chương trình|đề án|chỉ thị|hướng dẫn|thông báo|phương án|báo cáo)\s*$",
    re.I,
)
_HEAD = 15  # lines
_NATIONAL = r"BỘ|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|TỔNG CỤC|CỤC"
_BODIES = (
    rf"{_NATIONAL}|SỞ|PHÒNG|BAN|VĂN PHÒNG|HỘI ĐỒNG NHÂN DÂN|TỈNH [ỦU][ỶY]|THÀNH [ỦU][ỶY]"
    r"|HUYỆN [ỦU][ỶY]|ĐẢNG [ỦU][ỶY]|TRUNG TÂM|CHI CỤC|THANH TRA"
)
_BODY = re.compile(rf"^(?:{_BODIES})\s+(?!NHÂN DÂN)\S")
_IS_NATIONAL = re.compile(rf"^(?:{_NATIONAL})\b")
_CHAIR = re.compile(r"^CHỦ TỊCH [ỦU][ỶY] BAN NHÂN DÂN\b")
_OTHER = re.compile(r"^(?:CỘNG H|HỘI CHỦ|CHỦ NGHĨA|ĐỘC LẬP|SỐ\b|[ỦU][ỶY] BAN)")


def find_issuer(lines: Sequence[str], locality: str | None) -> str | None:
    """Return the body of the letterhead, else the locality's committee or its chairman."""
    body = _find_body(lines)
    if body:
        return _as_written(body, lines)
    if locality is None:
        return None
    committee = f"UBND {locality.partition(',')[0]}"
    return f"Chủ tịch {committee}" if any(map(_CHAIR.match, lines[: 2 * _HEAD])) else committee


def is_national(lines: Sequence[str]) -> bool:
    """Say whether a ministry or another body without a locality issued the document."""
    return bool(_IS_NATIONAL.match(_find_body(lines) or ""))


def _find_body(lines: Sequence[str]) -> str | None:
    """Return the body named in the letterhead's capitals, the lower of two."""
    head = list(takewhile(lambda line: not DOCUMENT_KIND.match(line), lines[:_HEAD]))
    found = [i for i, line in enumerate(head) if _BODY.match(line) and line.isupper()]
    if not found:
        return None
    below = head[found[-1] + 1] if found[-1] + 1 < len(head) else ""
    goes_on = below.isupper() and not _OTHER.match(below)
    return f"{head[found[-1]]} {below}" if goes_on else head[found[-1]]


def _as_written(body: str, lines: Sequence[str]) -> str:
    """Return the capitals as the text writes the name: "Bộ Giáo dục và Đào tạo"."""
    pattern = re.compile(re.escape(body).replace(r"\ ", r"\s+"), re.I)
    found = (match[0] for line in lines for match in pattern.finditer(line))
    written = Counter(name for name in found if not name.isupper() and name[0].isupper())
    return written.most_common(1)[0][0] if written else body.capitalize()
