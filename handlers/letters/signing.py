"""Who signs a letter: office above, name below, as NĐ 30/2020, Phụ lục I has them."""

import re
from dataclasses import dataclass

from knowledge.text import clean

_ROLE = re.compile(
    r"(?P<role>(?:quyền |q\. ?)?(?:phó )?(?:chủ tịch|chánh văn phòng|trưởng phòng|giám đốc)"
    r"(?: (?:UBND|ủy ban nhân dân)(?: (?:xã|phường|đặc khu|tỉnh))?)?)",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"^(?:ông|bà|đồng chí|đ/c)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signer:
    """The office in capitals, a vice-chairman's under the one signed for; the name."""

    role: str = ""
    name: str = ""


def read_signer(text: str) -> Signer:
    """Read "Phó Chủ tịch Trần Thị Mai" or "Trần Thị Mai, Phó Chủ tịch"."""
    text = clean(text)
    found = _ROLE.search(text)
    if not found:
        return Signer("", _HONORIFIC.sub("", text))
    name = (text[: found.start()] + " " + text[found.end() :]).strip(" ,;:–-()")
    role = re.sub(r"\s+(?:UBND|ủy ban nhân dân).*", "", found["role"], flags=re.IGNORECASE).upper()
    if role == "PHÓ CHỦ TỊCH":
        role = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    return Signer(role, _HONORIFIC.sub("", clean(name)))
