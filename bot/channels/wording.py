"""A reply as a text: its menu where the service has no buttons, and its parts where it is long."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.choices import count_numbered, is_named
from handlers.messages import Button, Reply
from handlers.own_cases.commands import read_command
from handlers.texts import say
from knowledge.case_codes import cut_code, find_code
from knowledge.questions.language import detect

Measure = Callable[[str], int]
_FIRST = re.compile(r"^\s*1[.)]\s|\b(?:nhắn|send) 1\b", re.IGNORECASE | re.MULTILINE)
_LISTED = re.compile(r"^\s*1[.)]\s", re.MULTILINE)
_SECOND = re.compile(r"^\s*2[.)]\s", re.MULTILINE)
_ITEM = re.compile(r"\w+ V?\d+")
_ITEM_CODE = re.compile(r"\bV\d+\b")
_CODE = re.compile(r"\bPA\d{6}-\w{6}\b|\d+")


def write_menu(reply: Reply) -> str:
    """Write a reply with its buttons as a numbered menu, or as words to send.

    What the text tells to send, by number or by word, is not told twice.
    """
    numbered = count_numbered(reply, as_menu=True)
    if not reply.buttons:
        return reply.text
    is_told = reply.numbered and _FIRST.search(reply.text)
    shown = () if is_told else reply.buttons[:numbered]
    first = [f"{number}. {button.label}" for number, button in enumerate(shown, 1)]
    if first and not reply.text.rstrip().endswith(":"):
        first.insert(0, say("menu_numbers", detect(reply.text, "vi")))
    return "\n".join([reply.text, *first, *_write_rest(reply.buttons[numbered:], reply.text)])


def _write_rest(buttons: Sequence[Button], text: str) -> list[str]:
    """Write words to send, those that differ by a number or a code alone once."""
    words: dict[str, str] = {}
    for button in buttons:
        if not is_named(button, text):
            said = _shorten(button, text)
            words.setdefault(_CODE.sub("", said), said)
    if not words:
        return []
    says = "; ".join(f"“{said}”" for said in words.values())
    return [say("menu_words", detect(text, "vi"), says=says)]


def _shorten(button: Button, text: str) -> str:
    """Leave out a code that the words mean all the same: “chưa giải quyết” of the case told of.

    Of a list an item goes by its number: “xem 1”, and so does one that stands alone: “nhắc lại 1”.
    What is written on a button begins with a capital, what is to be typed does not.
    """
    if button.says == button.label:
        return button.says[:1].lower() + button.says[1:]
    if _ITEM.fullmatch(button.says) and _ITEM.fullmatch(button.label) and _LISTED.search(text):
        return button.label.lower()
    if len(_ITEM_CODE.findall(button.says)) == 1 and _lists_one(text):
        return _ITEM_CODE.sub("1", button.says)
    code = find_code(button.says)
    if not code or code not in text:
        return button.says
    short = " ".join(cut_code(button.says).split())
    meant, alone = read_command(button.says), read_command(short)
    return short if meant and alone == replace(meant, code="") else button.says


def _lists_one(text: str) -> bool:
    return len(_LISTED.findall(text)) == 1 and not _SECOND.search(text)


def split_text(text: str, limit: int, *, measure: Measure = len) -> list[str]:
    """Split a text into parts of at most `limit`, between paragraphs, else lines, else words.

    An item of a list (a line with those indented below it) stays whole where it fits.
    """
    parts: list[str] = []
    for item in _split_items(text):
        for piece in _cut(item, limit, measure):
            joined = f"{parts[-1]}\n{piece}" if parts else piece
            if parts and measure(joined) <= limit:
                parts[-1] = joined
            else:
                parts.append(piece)
    return [part.strip("\n") for part in parts if part.strip()]


def _split_items(text: str) -> list[str]:
    """Split into items: a line that is indented belongs to the one before it."""
    items: list[str] = []
    for line in text.split("\n"):
        if items and line[:1] in (" ", "\t"):
            items[-1] += "\n" + line
        else:
            items.append(line)
    return items


def _cut(item: str, limit: int, measure: Measure) -> list[str]:
    """Cut an item that is too long, between words where there are any."""
    pieces = []
    while measure(item) > limit:
        end = _find_end(item, limit, measure)
        at = max(item.rfind(" ", 0, end), item.rfind("\n", 0, end))
        at = at if at > end // 2 else end
        pieces.append(item[:at].rstrip())
        item = item[at:].lstrip()
    return [*pieces, item]


def _find_end(item: str, limit: int, measure: Measure) -> int:
    """Find how many letters fit."""
    low, high = 0, min(len(item), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(item[:middle]) <= limit else (low, middle - 1)
    return max(low, 1)
