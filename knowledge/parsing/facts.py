"""Read the facts of a document: its number, day, issuer, locality, year, title and signer."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.parsing.issuers import DOCUMENT_KIND, find_issuer
from knowledge.parsing.letters import LOWER, UPPER
from knowledge.parsing.localities import find_locality
from knowledge.parsing.references import tidy_number
from knowledge.text import clean, fold

HEAD = 45  # lines
_SIGN = r"\d{1,5}\s*/\s*[A-ZĐ]+(?:\s*[-–]\s*[A-ZĐ&]+)+"
_NUMBER = re.compile(rf"^số\s*:?\s*({_SIGN})", re.I)
_CAPTION = re.compile(
    r"\bkèm theo\s+\w+(?:\s+\w+)?\s+(?:số\s*:?\s*)?(\d*\s*/\s*[^\s]+(?:\s*[-–]\s*[A-ZĐ&]+)*)", re.I
)
_DAY = re.compile(r"ngày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4})", re.I)
DATELINE = re.compile(r"^[^,;.:]{2,40},\s*ngày\b", re.I)
_DATELINE_YEAR = re.compile(r"năm\s+(\d{4})", re.I)
_TITLE_ENDS = re.compile(
    r"^(?:Căn cứ|Thực hiện|Triển khai thực hiện (?:Nghị|Quyết|Kế)|ỦY BAN|UỶ BAN|CHỦ TỊCH|HỘI ĐỒNG"
    r"|[IVX]+\.|Kính gửi|Theo đề nghị|Điều \d|\(|Hội đồng|Nhằm|Để )"
)
_TITLE_YEAR = re.compile(
    r"(?<!tháng )(?<!tháng \d )(?<!tháng \d\d )(?<!đến )(?<!từ )năm\s+(20\d\d)(?!\s*[-–])",
    re.I,
)
_STAGE = re.compile(r"(?:giai đoạn|thời kỳ|\d+ năm)\s+(20\d\d)\s*[-–]\s*20\d\d", re.I)
_ENCLOSES = re.compile(
    r"^quyết định (?:về việc )?(?:ban hành|phê duyệt) (?=kế hoạch|chương trình|đề án|phương án)",
    re.I,
)
_YEAR = re.compile(r"\b(20[1-4]\d)\b")
_LEGAL_DAY = re.compile(
    r"ngày\s+\d{1,2}[/\s]\S*?(?:/|\s+năm\s+)\d{4}|/20\d\d/|\d\d/\d{1,2}/20\d\d", re.I
)
_NAME = re.compile(rf"^[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,4}}$")
_RECIPIENTS = re.compile(r"^nơi nhận", re.I)
_MOST_TITLE_LINES = 6
_SIGNATURE_LINES = 30


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says about itself; a fact that it lacks is None."""

    number: str | None
    issued_on: dt.date | None
    issuer: str | None
    locality: str | None
    year: int | None
    title: str | None
    signer: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Caption:
    """What "(Kèm theo Kế hoạch số 5/KH-UBND ngày 4/3/2026)" names, and on which line."""

    number: str
    issued_on: dt.date | None
    line: int


def read_facts(lines: Sequence[str]) -> Facts:
    """Read the facts from the document's plain lines."""
    head = lines[:HEAD]
    title = find_title(head)
    caption = next(find_captions(lines), None)
    number = find_number(head) or (caption.number if caption else None)
    issued_on = find_issue_day(head) or (caption.issued_on if caption else None)
    locality = find_locality(lines, title)
    return Facts(
        number=number,
        issued_on=issued_on,
        issuer=find_issuer(lines, locality),
        locality=locality,
        year=find_year(lines, title, issued_on),
        title=title,
        signer=find_signer(lines),
        kind=find_kind(head),
    )


def find_number(head: Sequence[str]) -> str | None:
    """Return the number of the head: "Số: 10/KH-UBND"."""
    found = next(filter(None, (_NUMBER.match(line) for line in _glued(head))), None)
    return tidy_number(found[1]) if found else None


def find_issue_day(head: Sequence[str]) -> dt.date | None:
    """Return the day of the date line, None when it is left blank."""
    for line in _glued(head):
        if DATELINE.match(line) and (found := _DAY.search(line)):
            return _date(found)
    return None


def find_captions(lines: Sequence[str]) -> Iterator[Caption]:
    """Yield what the captions of enclosed parts name; a blank number names nothing."""
    named = (i for i, line in enumerate(lines) if "kèm" in line.lower())
    for i in (at for first in named for at in (first - 1, first) if at >= 0):
        line = _glue(lines, i)
        found = _CAPTION.search(line)
        if found and fold(line).lstrip("( ").startswith(("kem theo", "ban hanh kem")):
            number = tidy_number(found[1])
            if number[:1].isdigit():
                day = _DAY.search(line)
                yield Caption(number, _date(day) if day else None, i)


def find_title(head: Sequence[str]) -> str | None:
    """Return the title with its kind: the lines below KẾ HOẠCH or QUYẾT ĐỊNH.

    A decision that encloses a plan has the plan's title.
    """
    for i, line in enumerate(head):
        kind = DOCUMENT_KIND.match(line)
        if not kind or not line.isupper():
            continue
        below = list(_title_lines(head[i + 1 : i + 1 + _MOST_TITLE_LINES]))
        if below:
            whole = clean(f"{kind[1].capitalize()} {' '.join(below)}").rstrip(" .:")
            title = _ENCLOSES.sub("", whole)
            return title if title == whole else _with_kind(title)
    return None


def find_kind(head: Sequence[str]) -> str | None:
    """Return the document's kind, "Kế hoạch" or "Quyết định"."""
    found = (DOCUMENT_KIND.match(line) for line in head if line.isupper())
    return next((kind[1].capitalize() for kind in found if kind), None)


def find_year(lines: Sequence[str], title: str | None, issued_on: dt.date | None) -> int | None:
    """Return the year the plan is for: of its title, its day, else the one it names most."""
    found = _TITLE_YEAR.findall(title or "")
    if found:
        return int(found[-1])
    stage = _STAGE.search(title or "")
    if stage:
        return max(int(stage[1]), issued_on.year if issued_on else 0)
    if issued_on:
        return issued_on.year
    for line in lines[:HEAD]:
        if DATELINE.match(line) and (year := _DATELINE_YEAR.search(line)):
            return int(year[1])
    named = Counter(int(year) for line in lines for year in _YEAR.findall(_LEGAL_DAY.sub("", line)))
    return named.most_common(1)[0][0] if named else None


def find_signer(lines: Sequence[str]) -> str | None:
    """Return the name below the signature, or the one that follows the recipients."""
    for i, line in enumerate(lines):
        if _RECIPIENTS.match(line):
            names = [name for name in lines[i + 1 : i + _SIGNATURE_LINES] if _is_name(name)]
            if names:
                return names[0]
    return None


def _title_lines(lines: Sequence[str]) -> Iterator[str]:
    capital = bool(lines) and lines[0].isupper()
    for line in lines:
        if _TITLE_ENDS.match(line) or (capital and not line.isupper()):
            return
        yield line


def _with_kind(title: str) -> str:
    words = title.split()
    return " ".join([words[0].capitalize(), words[1].lower(), *words[2:]])


def _is_name(line: str) -> bool:
    return bool(_NAME.match(line)) and not fold(line).startswith(("chu tich", "pho chu", "pho "))


def _glued(lines: Sequence[str]) -> Iterator[str]:
    """Yield each line with the next one, for facts that a converter wrapped."""
    return (_glue(lines, i) for i in range(len(lines)))


def _glue(lines: Sequence[str], i: int) -> str:
    return clean(" ".join(lines[i : i + 2]))


def _date(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
