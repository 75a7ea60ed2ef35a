"""Find the legal documents and the measured targets that a text names."""

import re

from knowledge.parsing.letters import UPPER
from knowledge.plan import Bound, LegalReference, Target
from knowledge.text import clean

_KINDS = (
    "Luật|Bộ luật|Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch"
    "|Công văn|Đề án|Chương trình|Công điện|Kết luận|Thông báo|Hướng dẫn|Pháp lệnh"
)
_SIGN = r"\d{1,5}\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ][\w&]*(?:\s*[-–/]\s*[A-ZĐ][\w&]*)*"
_DAY = r"(?:\s+ngày\s+\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
_REFERENCE = re.compile(rf"\b({_KINDS})(?:\s+số)?:?\s*({_SIGN}){_DAY}")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_MOST = re.compile(r"\b(?:dưới|không quá|tối đa)\s*$", re.I)
_LEAST = re.compile(r"\b(?:trên|tối thiểu|ít nhất|từ|đạt)\s*$", re.I)
_CLAUSES = re.compile(rf"[;()]|\.\s+(?=[{UPPER}])")
_BULLET = re.compile(r"^[-–+•]\s*")


def find_references(*texts: str | None) -> tuple[LegalReference, ...]:
    """Return the documents named by number, each once, as written."""
    found = (match for text in texts for match in _REFERENCE.finditer(text or ""))
    references = (LegalReference(clean(m[0]), m[1], clean(m[2])) for m in found)
    return tuple(dict.fromkeys(references))


def find_targets(*texts: str | None) -> tuple[Target, ...]:
    """Return the clauses that hold a percentage, with what it measures."""
    clauses = (clause for text in texts for clause in _CLAUSES.split(text or ""))
    measured = (clean(_BULLET.sub("", clause.strip())).rstrip(" .,;") for clause in clauses)
    targets = (_target(clause) for clause in measured)
    return tuple(dict.fromkeys(target for target in targets if target))


def _target(clause: str) -> Target | None:
    found = _PERCENT.search(clause)
    if not found:
        return None
    before = clause[: found.start()]
    bound = Bound.AT_MOST if _MOST.search(before) else Bound.EXACTLY
    bound = Bound.AT_LEAST if _LEAST.search(before) else bound
    return Target(clause, float(found[1].replace(",", ".")), bound, clause)
