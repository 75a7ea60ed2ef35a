"""Join the lines of a paragraph that a converter wrapped or a page break split."""

import re
from collections.abc import Iterator

from knowledge.files.document import Paragraph, Table
from knowledge.parsing.layout import Blocks
from knowledge.parsing.letters import UPPER
from knowledge.parsing.markup import cell_text, is_rule
from knowledge.parsing.places import span

_WRAP_WIDTH = 125  # characters; a file whose long lines stay below it is hard-wrapped
_LONGEST = 20_000  # characters; no paragraph is joined beyond
_UNFINISHED = 100  # characters; a longer paragraph without a full stop goes on below
_ENDS = re.compile(r"[.;:!?…/)\]”\"]\s*$")
_OPENS = re.compile(
    rf"^(?:[-–—+•●*]|[IVX]{{1,5}}[.)]|[A-ZĐ][.)]\s|\d{{1,2}}(?:\.\d{{1,2}})*(?:[.)]?$|[.)]\s|\s[{UPPER}])"
    r"|\d{1,2}(?:\.\d{1,2})+\s|[a-zđ][.)]"
    r"|(?:Điều|(?i:Phụ lục|Phần|Chương))\s+(?:thứ\s|[IVX\d])"
    r"|(?:PHỤ LỤC|Căn cứ|Nơi nhận|\([Kk]èm theo|\(Ban hành kèm)\b)"
)
_TITLE = re.compile(r"^(?:KẾ HOẠCH|QUYẾT ĐỊNH)\b")
_YEAR_RANGE = re.compile(r"(?<=\d{4}) [-–] \d{4}\b")
_BARE_OPENER = re.compile(r"^(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)])$")


def join_lines(blocks: Blocks) -> Blocks:
    """Return the blocks with wrapped and split paragraphs joined and blank ones dropped."""
    wrapped = _is_wrapped(blocks)
    joined: list[Paragraph | Table] = []
    blank = True
    for block in blocks:
        if isinstance(block, Table):
            joined.append(block)
            blank = True
        elif is_rule(block.text) and not _BARE_OPENER.match(block.text.strip()):
            blank = blank or not block.text.strip(" _=-|")
        else:
            _append(joined, _cleaned(block), blank=blank, wrapped=wrapped)
            blank = False
    return tuple(joined)


def _append(
    joined: list[Paragraph | Table], line: Paragraph, *, blank: bool, wrapped: bool
) -> None:
    last = joined[-1] if joined else None
    in_lines = line.place.first_line is not None
    if (
        isinstance(last, Paragraph)
        and in_lines
        and _continues(last.text, line.text, blank=blank, wrapped=wrapped)
    ):
        joined[-1] = Paragraph(f"{last.text} {line.text}", span(last.place, line.place))
    else:
        joined.append(line)


def _continues(last: str, text: str, *, blank: bool, wrapped: bool) -> bool:
    if _BARE_OPENER.match(last) or len(last) > _LONGEST:
        return len(last) <= _LONGEST
    if _OPENS.match(text):
        return bool(_YEAR_RANGE.search(f"{last[-4:]} {text[:8]}"))
    if not blank and wrapped:
        return True
    if _ENDS.search(last[-9:]) or _TITLE.match(text) or last[:200].isupper():
        return False
    return text[:1].islower() or (len(last) > _UNFINISHED and not text[:200].isupper())


def _cleaned(block: Paragraph) -> Paragraph:
    return Paragraph(cell_text(block.text), block.place)


def _is_wrapped(blocks: Blocks) -> bool:
    lengths = sorted(_lengths(blocks))
    return len(lengths) > 20 and lengths[len(lengths) * 97 // 100] <= _WRAP_WIDTH


def _lengths(blocks: Blocks) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.text) > 40:
            yield len(block.text)
