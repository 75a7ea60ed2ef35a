"""Find the legal documents that a text names."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from knowledge.parsing.letters import UPPER
from knowledge.parsing.outline import Passage
from knowledge.parsing.verbs import INNER_VERB
from knowledge.plan import LegalReference
from knowledge.text import clean

_KINDS = (
    "Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Đề án"
    "|Chương trình|Công điện|Kết luận|Thông báo|Hướng dẫn|Pháp lệnh|Bộ luật|Luật"
)
# What the parts of a sign stand for: Nghị định 30/2020/NĐ-CP, Phụ lục III.
_KIND_OF = {
    "NĐ": "Nghị định", "TTLT": "Thông tư liên tịch", "TT": "Thông tư", "NQ": "Nghị quyết",
    "QĐ": "Quyết định", "CT": "Chỉ thị", "KH": "Kế hoạch", "CTr": "Chương trình",
    "CĐ": "Công điện", "KL": "Kết luận", "TB": "Thông báo", "HD": "Hướng dẫn", "ĐA": "Đề án",
}  # fmt: skip
_ISSUER_OF = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "VPCP": "Văn phòng Chính phủ"}
_UNCODED = "Công văn"  # a letter's sign names its makers alone: 574/UBND-NC
_LAWS = {"Luật": "Quốc hội", "Bộ luật": "Quốc hội", "Pháp lệnh": "Ủy ban Thường vụ Quốc hội"}
_SIGN = r"\d{1,5}\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ][\w&]*(?:\s*[-–/]\s*[A-ZĐ][\w&]*)*"
_DATE = r"(\d{1,2})(?:\s*/\s*(\d{1,2})\s*/\s*(\d{4})|\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))"
_SIGNED = re.compile(rf"(?:\b({_KINDS})(?:\s+số)?:?\s*|\bsố:?\s+)({_SIGN})(?:,?\s+ngày\s+{_DATE})?")
_LAW = re.compile(
    rf"\b({'|'.join(_LAWS)})\s+(?:sửa đổi, bổ sung một số điều của (?:các )?)?"
    rf"[{UPPER}][^;.,:()\d]{{2,150}}?"
    rf"(?:,?\s+(?:số\s+)?({_SIGN}))?(?:,?\s+ngày\s+{_DATE}|,?\s+năm\s+\d{{4}})"
)
_HINTS = re.compile(r"\d\s*[/-]\s*\w|[Ll]uật|Pháp lệnh")  # none of them, no document
_OF = re.compile(rf"^\s+của\s+(?=[{UPPER}])")
_ISSUER_ENDS = re.compile(
    r"[;:.()“”\"]|,(?!\s+Chủ nhiệm)"
    rf"|\s+(?:[Vv]ề|V/v|quy định|[Kk]hóa|kèm|tại|(?:và )?(?:{_KINDS})|số)\b|{INNER_VERB.pattern}"
)
_LONGEST_ISSUER = 90  # characters
_BASIS = re.compile(
    r"^(?:căn cứ|thực hiện|theo|triển khai|trên cơ sở|xét|để|nhằm|tiếp tục)\b", re.I
)


def find_references(*texts: str | None) -> tuple[LegalReference, ...]:
    """Return the documents named by number, and the laws named with a day or year, each once."""
    named: dict[tuple[str, str], LegalReference] = {}
    for text in texts:
        for reference in _references(clean(text or "")):
            named.setdefault((reference.kind, reference.number or reference.text), reference)
    return tuple(named.values())


def find_basis(passages: Sequence[Passage]) -> tuple[LegalReference, ...]:
    """Return the documents that the preamble names: "Căn cứ …; Thực hiện …"."""
    preamble = (p.text for p in passages if not p.path and _BASIS.match(p.text))
    return find_references(*preamble)


def tidy_number(number: str) -> str:
    """Return a sign without stray spaces: "9 /KH – UBND" as "9/KH-UBND"."""
    return re.sub(r"\s*([/–-])\s*", r"\1", clean(number)).replace("–", "-").rstrip(" .,;)")


def _references(text: str) -> Iterator[LegalReference]:
    if not _HINTS.search(text):
        return
    laws = list(_LAW.finditer(text))
    signed = (m for m in _SIGNED.finditer(text) if not any(m.start() in _span(law) for law in laws))
    for match in sorted([*laws, *signed], key=lambda each: each.start()):
        kind, sign, *day = match.groups()
        issuer = _issuer(text[match.end() :])
        number = tidy_number(sign) if sign else None
        named = match[0]
        if not kind:
            kind = _stands_for(number, _KIND_OF) or _UNCODED
            named = f"{kind} {named}"
        whole = f"{named} của {issuer}" if issuer else named
        given = issuer or _LAWS.get(kind) or _stands_for(number, _ISSUER_OF)
        yield LegalReference(clean(whole), kind, number, _day(day), given)


def _span(match: re.Match[str]) -> range:
    return range(*match.span())


def _stands_for(number: str | None, meanings: Mapping[str, str]) -> str | None:
    parts = re.split(r"[/-]", number or "")
    return next((meanings[part] for part in parts if part in meanings), None)


def _day(parts: Sequence[str | None]) -> dt.date | None:
    day, *months_years = [int(part) for part in parts if part] or [0]
    try:
        return dt.date(months_years[1], months_years[0], day) if len(months_years) == 2 else None
    except ValueError:
        return None


def _issuer(rest: str) -> str | None:
    of = _OF.match(rest)
    if not of:
        return None
    name = rest[of.end() :][:_LONGEST_ISSUER]
    end = _ISSUER_ENDS.search(name)
    return (name[: end.start()] if end else name).strip(" ,")
