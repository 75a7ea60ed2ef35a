"""What officials write about citizens' questions: "nhận 5", "trả lời 5: …", "đóng 5"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.text import fold, squeeze, tidy


class Verb(StrEnum):
    """What an official wants done."""

    LIST = "list"
    SHOW = "show"
    SHOW_NUMBER = "show_number"  # a question or something else: the last list decides
    TAKE = "take"
    TAKE_OVER = "take_over"
    ANSWER = "answer"
    CLOSE = "close"
    SAVE = "save"
    SEND = "send"
    CONFIRM = "confirm"
    EDIT = "edit"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Command:
    """A verb, the number it is about (0: none) and the words that go with it."""

    verb: Verb
    language: str
    number: int = 0
    text: str = ""


_NUMBER = r"(?:cau hoi |hoi dap )?(?:so )?#?(\d{1,9})"
_POLITE = r"(?: (?:nhe|nha|a|di|luon|giup|voi))*"
# "trả lời 5 ngày là sao" asks something; an answer is set off, or does not begin with a unit.
_UNITS = r"(?! *(?:ngay|thang|nam|tuan|gio|cau|nguoi|viec|lan|nam|%|/))"
_WORDED: tuple[tuple[Verb, str, re.Pattern[str]], ...] = tuple(
    (verb, language, re.compile(rf"\s*{pattern}\s*[:;,.–-]*", re.DOTALL))
    for verb, language, pattern in (
        (Verb.ANSWER, "vi", rf"(?:tra loi|tl)(?: nguoi dan)? {_NUMBER}\b{_UNITS}"),
        (Verb.ANSWER, "en", r"(?:answer|reply to|reply)(?: conversation)? #?(\d{1,9})\b"),
        (Verb.SAVE, "vi", r"luu (?:hoi dap|cau(?: tra loi)?) (?:so )?#?(\d{1,9})\b"),
        (Verb.SAVE, "en", r"save answer #?(\d{1,9})\b"),
    )
)
_COMMANDS: tuple[tuple[Verb, str, re.Pattern[str]], ...] = tuple(
    (verb, language, re.compile(rf"^{pattern}$"))
    for verb, language, pattern in (
        (
            Verb.LIST,
            "vi",
            rf"(?:xem )?(?:cac )?(?:cuoc tro chuyen|hoi dap)(?: dang (?:cho|mo))?{_POLITE}",
        ),
        (Verb.LIST, "en", r"(?:show )?conversations"),
        (Verb.SHOW, "vi", rf"xem (?:hoi dap|cuoc tro chuyen) {_NUMBER}{_POLITE}"),
        (Verb.SHOW, "en", r"show conversation #?(\d{1,9})"),
        (Verb.SHOW_NUMBER, "vi", rf"xem (?:lai )?(?:so )?#?(\d{{1,9}}){_POLITE}"),
        (Verb.SHOW_NUMBER, "en", r"show #?(\d{1,9})"),
        (Verb.TAKE, "vi", rf"nhan (?:tra loi )?{_NUMBER}{_POLITE}"),
        (Verb.TAKE, "en", r"take #?(\d{1,9})"),
        (Verb.TAKE_OVER, "vi", rf"nhan thay {_NUMBER}{_POLITE}"),
        (Verb.TAKE_OVER, "en", r"take over #?(\d{1,9})"),
        (Verb.CLOSE, "vi", rf"dong (?:cuoc tro chuyen )?{_NUMBER}{_POLITE}"),
        (Verb.CLOSE, "en", r"close #?(\d{1,9})"),
        (Verb.CONFIRM, "vi", r"(?:xac nhan|dong y|luu)(?: (?:luu|gui|nhe|a|di))*"),
        (Verb.CONFIRM, "en", r"(?:confirm|save)"),
        (Verb.SEND, "vi", r"(?:gui|ok gui)(?: (?:di|nhe|luon|a|tra loi|cau tra loi))*"),
        (Verb.SEND, "en", r"send"),
        (Verb.EDIT, "vi", r"(?:sua|viet lai|soan lai)"),
        (Verb.EDIT, "en", r"edit"),
        (Verb.CANCEL, "vi", r"(?:huy|huy bo|thoi)(?: (?:di|nhe|a|tra loi))*"),
        (Verb.CANCEL, "en", r"cancel"),
    )
)


def read_command(text: str) -> Command | None:
    """Read what an official wants done with a citizen's question, if anything."""
    text = tidy(text)
    folded = fold(text)
    for verb, language, pattern in _WORDED:
        found = pattern.match(folded)
        if found:
            return Command(verb, language, int(found[1]), text[found.end() :].strip())
    line = squeeze(folded).strip(" .!?,")
    for verb, language, pattern in _COMMANDS:
        found = pattern.match(line)
        if found:
            return Command(verb, language, int(found[1]) if found.groups() else 0)
    return None
