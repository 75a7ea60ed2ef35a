"""Where a fact stands, as a reader would look it up."""

from handlers.texts.forms import clip, write_day
from knowledge.plan import GUIDE, Plan, PlannedParagraph, PlannedTask

_KINDS = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "NQ": "Nghị quyết",
}


def describe_document(plan: Plan) -> str:
    """Name a document by number, day and issuer, or by its title where it has no number."""
    day = f" ngày {write_day(plan.issued_on)}" if plan.issued_on else ""
    issuer = f" của {plan.issuer}" if plan.issuer else ""
    if plan.number:
        return f"{_kind(plan.number)} số {plan.number}{day}{issuer}"
    year = f" năm {plan.year}" if plan.year and str(plan.year) not in (plan.title or "") else ""
    named = f"{clip(plan.title or plan.source, 120)}{year}{day}{issuer}"
    return named if plan.kind == GUIDE else f"{named} (bản hiện có không ghi số)"


def _kind(number: str) -> str:
    """Name the kind of document that a number's letters stand for: 12/KH-UBND, 45/QĐ-UBND."""
    letters = number.rpartition("/")[2].partition("-")[0].strip()
    return _KINDS.get(letters, "Văn bản")


def describe_place(row: PlannedTask | PlannedParagraph) -> str:
    """Name a row's place in its document: annex, section, number."""
    annexes = [name for name in row.section if _is_annex(name)]
    sections = [name for name in row.section if not _is_annex(name)]
    number = row.number if isinstance(row, PlannedTask) else None
    if number and sections and number.startswith(f"{sections[-1]}."):
        sections[-1], number = number, None
    parts = [*annexes, *([f"mục {'.'.join(sections)}"] if sections else [])]
    if number and number not in sections:
        parts.append(f"STT {number}")
    return ", ".join(parts)


def describe_source(plan: Plan, row: PlannedTask | PlannedParagraph) -> str:
    """Name the document and the place in it."""
    place = describe_place(row)
    return describe_document(plan) + (f", {place}" if place else "")


def _is_annex(name: str) -> bool:
    """Tell "Phụ lục 1" from "II"."""
    return " " in name
