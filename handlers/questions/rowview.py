"""A row word for word: which words ask for it, and how it is shown."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.library.scopes import Row
from handlers.messages import Button
from handlers.questions.answers import Answer, Offer, cite
from handlers.questions.memory import Memory
from handlers.sources import describe_source
from handlers.texts import say
from handlers.texts.forms import join_names
from knowledge.fitting import Fact
from knowledge.plan import Plan, PlannedParagraph
from knowledge.text import clean, fold

LONGEST_PAGE = 1100  # characters; with the source and the foot a message stays below 1,500
_ROW = r"(?:viec|dong|muc|nhiem vu|noi dung|cai|row|task|item)"
_NUMBERS = {"nhat": 1, "dau tien": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_AT = rf"(?: nay| do| tren)?(?: (?:thu |so )?{_NUMBER})?"
_POLITE = r"(?: (?:a|nhe|nha|di|voi|giup|toi|em|please))*"
_ASK = r"(?:(?:cho|toi|em|minh|muon|xin|da) )*"
_PATTERNS = tuple(
    re.compile(pattern + _POLITE + "$")
    for pattern in (
        rf"^{_ASK}(?:xem |doc )?(?:lai )?(?:nguyen van|toan van)(?: (?:cua )?{_ROW})?{_AT}",
        rf"^{_ASK}xem (?:{_ROW} )?(?:thu |so )?{_NUMBER}(?: nguyen van)?",
        rf"^{_ASK}xem {_ROW} (?:nay|do)",
        rf"^show (?:me )?(?:the )?(?:{_ROW}|full text|original)(?: {_NUMBER})?(?: as written)?",
        r"^(?:show (?:me )?(?:it |that )?)?(?:as written|word for word|in full)",
    )
)
_PAGE = re.compile(r"^(?:xem |doc )?(?:trang|page) (\d)" + _POLITE + "$")
_MORE = re.compile(
    r"^(?:xem (?:them|tiep)|doc tiep|con nua|more|show more|what else)" + _POLITE + "$"
)


def view_row(text: str, rows: Sequence[Row], memory: Memory, language: str) -> Answer | None:
    """Show a row of the last reply as written, where a message asks for that; else None."""
    folded = fold(clean(text)).strip(" .!?,")
    page = _find_page(folded, rows, memory, language)
    if page is not None:
        return replace(show_row(rows[memory.focus or 0], language, page=page), memory=memory)
    asked = next((found for each in _PATTERNS if (found := each.match(folded))), None)
    if asked is None:
        return None
    if not rows:
        return Answer("other", say("row_none", language), memory=memory)
    number = asked.groupdict().get("number")
    at = memory.focus if number is None else _read(number) - 1
    if at is None and len(rows) > 1:
        return Answer("other", say("row_which", language, count=len(rows)), memory=memory)
    if not 0 <= (at or 0) < len(rows):
        return Answer("other", say("row_no_such", language, count=len(rows)), memory=memory)
    shown = show_row(rows[at or 0], language)
    return replace(shown, memory=replace(memory, focus=at or 0))


def show_row(row: Row, language: str, *, page: int = 0) -> Answer:
    """Show every filled field of a row in its own words, then where it stands."""
    pages = split_pages(describe_row(row.plan.facts, row.fact, language))
    page = min(page, len(pages) - 1)
    source = say("source", language, source=describe_source(row.plan.facts, row.fact))
    lines = [pages[page], source]
    offers: tuple[Offer, ...] = ()
    if page + 1 < len(pages):
        lines.append(say("row_more", language, page=page + 2))
        label = say("button_read_on", language)
        offers = (Offer(Button(label, say("says_page", language, page=page + 2))),)
    return Answer("answered", "\n".join(lines), (cite(row),), offers=offers, is_rated=False)


def describe_row(plan: Plan, fact: Fact, language: str) -> list[str]:
    """List the filled fields of a row with their names, one a line."""
    if isinstance(fact, PlannedParagraph):
        fields = [("row_section", fact.section_title), ("row_text", fact.text)]
    else:
        fields = [
            ("row_section", fact.section_title),
            ("row_content", fact.content),
            ("row_lead", join_names(fact.lead)),
            ("row_supporting", join_names(fact.supporting)),
            ("row_timeframe", fact.timeframe or ""),
            ("row_deliverable", fact.deliverable or ""),
        ]
    return [say(key, language, text=text.strip()) for key, text in fields if text.strip()]


def split_pages(lines: Sequence[str]) -> list[str]:
    """Put lines into pages of chat size, cut between lines near the end, else between words."""
    text = "\n".join(lines)
    pages = []
    while len(text) > LONGEST_PAGE:
        at = text.rfind("\n", LONGEST_PAGE * 2 // 3, LONGEST_PAGE + 1)
        at = at if at > 0 else text.rfind(" ", 1, LONGEST_PAGE + 1)
        at = at if at > 0 else LONGEST_PAGE
        pages.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pages, text]


def _find_page(folded: str, rows: Sequence[Row], memory: Memory, language: str) -> int | None:
    """Say which page of a row is meant by its number, or by "xem thêm" after its answer."""
    if memory.focus is None or memory.focus >= len(rows):
        return None
    named = _PAGE.match(folded)
    if named:
        return max(0, int(named[1]) - 1)
    if not _MORE.match(folded) or memory.shown:
        return None
    row = rows[memory.focus]
    if len(split_pages(describe_row(row.plan.facts, row.fact, language))) > 1:
        return 1
    return 0 if len(rows) == 1 else None


def _read(number: str) -> int:
    return _NUMBERS.get(number) or int(number)
