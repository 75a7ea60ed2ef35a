"""A reply as a text: its menu where the service has no buttons, and its parts where it is long."""

import re
from collections.abc import Callable, Sequence

from handlers.choices import count_numbered
from handlers.messages import Button, Reply
from handlers.texts import say
from knowledge.questions.language import detect

Measure = Callable[[str], int]


def write_menu(reply: Reply) -> str:
    """Write a reply with its buttons as a numbered menu, or as words to send."""
    numbered = count_numbered(reply, as_menu=True)
    if not reply.buttons:
        return reply.text
    own = reply.numbered and _has_list(reply.text)
    first = [] if own else [f"{i}. {b.label}" for i, b in enumerate(reply.buttons[:numbered], 1)]
    return "\n".join([reply.text, *first, *_write_rest(reply.buttons[numbered:], reply.text)])


def _has_list(text: str) -> bool:
    return any(re.match(r"\s*1[.)]\s", line) for line in text.splitlines())


def _write_rest(buttons: Sequence[Button], text: str) -> list[str]:
    if not buttons:
        return []
    language = detect(text, "vi")
    return [say("menu_words", language, says="; ".join(f"“{b.says}”" for b in buttons))]


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
