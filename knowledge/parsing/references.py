"""Find the legal documents and the measured targets that a text names."""

import re

from knowledge.parsing.letters import UPPER
from knowledge.text import clean

_KINDS = (
    "Luật|Bộ luật|Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch"
    "|Công văn|Đề án|Chương trình|Công điện|Kết luận|Thông báo|Hướng dẫn|Pháp lệnh"
)
_SIGN = r"\d{1,5}\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ][\w&]*(?:\s*[-–/]\s*[A-ZĐ][\w&]*)*"
_DAY = r"(?:\s+ngày\s+\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
_REFERENCE = re.compile(rf"\b(?:{_KINDS})(?:\s+số)?:?\s*{_SIGN}{_DAY}")
_PERCENT = re.compile(r"\d\s*%")
_CLAUSES = re.compile(rf"[;()]|\.\s+(?=[{UPPER}])")
_BULLET = re.compile(r"^[-–+•]\s*")


def find_references(*texts: str | None) -> tuple[str, ...]:
    """Return the documents named by number, each once, as written."""
    found = (match for text in texts for match in _REFERENCE.findall(text or ""))
    return tuple(dict.fromkeys(clean(reference) for reference in found))


def find_targets(*texts: str | None) -> tuple[str, ...]:
    """Return the clauses that hold a percentage, with what it measures."""
    clauses = (clause for text in texts for clause in _CLAUSES.split(text or ""))
    measured = (clean(_BULLET.sub("", clause.strip())) for clause in clauses)
    wanted = (clause.rstrip(" .,;") for clause in measured if _PERCENT.search(clause))
    return tuple(dict.fromkeys(wanted))
