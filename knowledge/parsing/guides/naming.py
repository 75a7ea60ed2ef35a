"""Tell a guide from a plan, and find what it is called."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.due_days import find_due_days
from knowledge.files.document import Paragraph
from knowledge.parsing.issuers import DOCUMENT_KIND
from knowledge.parsing.layout import Blocks
from knowledge.parsing.sections import find_marker
from knowledge.plan import Plan, PlannedTask
from knowledge.text import fold, syllables

ASKS = re.compile(
    r"^(?:(?:câu(?:\s+hỏi)?|hỏi)(?:\s+(?:số\s+)?\d{1,3})?\s*[:.)]|[HQ]\s*:)\s*(\S.*)$", re.I | re.S
)
LETTERHEAD = re.compile(
    r"^(?:so ?:|.{0,30}, ngay\b.{0,40}$|cong hoa xa hoi|doc lap ?-|\(?(?:ban hanh )?kem theo\b)"
)
_KINDS_OF_PLANS = frozenset({"Kế hoạch", "Chương trình", "Đề án", "Phương án"})
_GUIDE = re.compile(
    r"^(?:tai lieu |bo |bang )?(?:huong dan|quy trinh|thu tuc|hoi ?(?:-|–|,)? ?dap|cam nang|so tay"
    r"|(?:cac |nhung |danh muc )?cau hoi|danh muc thu tuc|thanh phan ho so|niem yet)\b"
)
_BODY = re.compile(
    r"^(?:UBND|[UỦỤ][ỶYỴ] BAN|XÃ|PHƯỜNG|THỊ|ĐẶC KHU|TỈNH|HUYỆN|SỞ|BỘ|PHÒNG|TRUNG TÂM)\b"
)
# Names of places and short forms, which a sentence too writes with capitals.
_ALWAYS = re.compile(
    r"\b(?:(?:XÃ|PHƯỜNG|THỊ (?:TRẤN|XÃ)|ĐẶC KHU|QUẬN|HUYỆN|TỈNH|THÀNH PHỐ)\s+\S|VIỆT NAM\b|UBND\b"
    r"|[BCDĐGHKLMNPQRSTVX]{2,}\b)"
)
_TITLE_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.I)
_CALLED = re.compile(
    r"^(?:tài liệu )?(?:hướng dẫn|quy trình|thủ tục|hỏi ?[-–,]? ?đáp)(?: (?:về|làm|thực hiện"
    r"|giải quyết|thủ tục|hành chính|hồ sơ))*\s+(\S.*)$",
    re.I,
)
_WHERE = re.compile(
    r"\s+(?:tại|ở|của|trên địa bàn)\s+(?:UBND\s+)?(?:xã|phường|địa phương)\b.*$", re.I
)
_COMMON = re.compile(r"\b(?:đăng ký|cấp(?: mới| lại| đổi)?|xác nhận|thủ tục|giấy|xin|làm)\b", re.I)
_LONGEST_SUBJECT = 8  # words
_HEAD = 12  # lines
_RAN_ON = re.compile(r"\s(?:\d{1,2}|[a-zđIVX]{1,4})[.)]\s|[:?]")
_LONGEST_TITLE = 120  # characters of a first line that is a title


def is_guide(tasks: Sequence[PlannedTask], kind: str | None, title: str | None) -> bool:
    """Say whether a document gives no work: no tasks, or called a guide and none has a day.

    One that calls itself a plan is none: where it gives no tasks, they may have been missed.
    """
    if kind in _KINDS_OF_PLANS:
        return False
    is_called = bool(_GUIDE.match(fold(title or "")))
    return not tasks or (is_called and not any(find_due_days(task) for task in tasks))


def read_title(blocks: Blocks, found: str | None) -> str | None:
    """Return the title found for a plan, unless text has run into it.

    Else the capitals that the document begins with, or a short first line.
    """
    if found and len(found) <= _LONGEST_TITLE and not _RAN_ON.search(found):
        return found
    lines = [b.text.strip() for b in blocks if isinstance(b, Paragraph)]
    lines = [line for line in lines if line and not LETTERHEAD.match(fold(line))]
    for kind, below in pairwise(lines[:_HEAD]):
        if DOCUMENT_KIND.match(kind) and kind.isupper() and not find_marker(below):
            return f"{kind.capitalize()} {below}".rstrip(" .:")
    named = " ".join(_capitals(lines)).rstrip(" .:")
    if named:
        return named
    first = lines[0] if lines else ""
    is_title = len(first) <= _LONGEST_TITLE and not first.endswith((".", ";", "?", ":"))
    return first if first and is_title and not find_marker(first) else None


def _capitals(lines: Sequence[str]) -> Iterator[str]:
    """Yield the first lines in capitals that name no body."""
    for line in lines[:_HEAD]:
        if _BODY.match(line):
            continue
        if not line.isupper() or find_marker(line):
            return
        yield line


def tidy_title(title: str, plan: Plan) -> str:
    """Return a title in capitals as a sentence; the place keeps its name."""
    place = plan.locality or ""
    if not title.isupper() or not place or place.upper() not in title:
        return calm(title)
    before, _, after = title.partition(place.upper())
    return f"{before.capitalize()}{place}{after.lower()}"


def find_subject(title: str | None) -> str:
    """Return what a guide is about, where its title is short enough to say so."""
    named = _CALLED.match(title or "")
    subject = _WHERE.sub("", named[1]).strip(" .") if named else ""
    if not 0 < len(subject.split()) <= _LONGEST_SUBJECT:
        return ""
    return subject[0].upper() + subject[1:]


def names_subject(text: str, subject: str) -> bool:
    """Say whether a text names a subject: half of the pairs of its syllables."""
    wanted, held = _pairs(subject), _pairs(text)
    return 2 * len(wanted & held) >= len(wanted)


def _pairs(text: str) -> set[tuple[str, str]]:
    words = syllables(fold(_COMMON.sub(" ", text)))
    return set(pairwise(words)) or {(word, "") for word in words}


def calm(title: str) -> str:
    """Return a title in capitals as a sentence, unless it holds what is always in capitals."""
    return title if not title.isupper() or _ALWAYS.search(title) else title.capitalize()


def find_guide_year(title: str | None) -> int | None:
    """Return the year that a guide is for: only its title says so."""
    found = _TITLE_YEAR.search(title or "")
    return int(found[1]) if found else None
