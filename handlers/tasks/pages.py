"""Numbered lists of work in messages of chat size; none cuts an item."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.buttons import make_button
from handlers.dialogues import is_overtaken, read_dialogue, write_dialogue
from handlers.messages import Button, Reply
from handlers.questions import memory
from handlers.tasks.buttons import MOST_BUTTONS
from handlers.tasks.lists import remember_list
from handlers.tasks.wording import write_code
from handlers.texts import say
from handlers.turn import Turn
from storage.work import Work

KIND = "task_pages"
VERSION = 1
_RIVALS = (memory.KIND, "plan_report", "waiting_list")  # they know "xem tiếp", too
REMEMBERED = dt.timedelta(hours=1)
LONGEST_PAGE = 1300  # characters; with the foot a message stays below 1,400


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of a list: its number, its due day's id and its line."""

    number: int
    due_day_id: int
    line: str


def split_items(head: str, items: Sequence[Listed]) -> list[tuple[str, list[Listed]]]:
    """Put items into pages; the first begins with the head."""
    pages: list[tuple[str, list[Listed]]] = [(head, [])]
    for item in items:
        text, on_page = pages[-1]
        if on_page and len(text) + 1 + len(item.line) > LONGEST_PAGE:
            pages.append((item.line, [item]))
        else:
            pages[-1] = f"{text}\n{item.line}", [*on_page, item]
    return pages


async def show_list(
    work: Work,
    turn: Turn,
    head: str,
    items: Sequence[Listed],
    *,
    foot: str = "",
    buttons: Sequence[Button] = (),
) -> Reply:
    """Show the first page of a list and remember its numbers; `buttons` replace [Xem 1] …"""
    ids = [item.due_day_id for item in items]
    await remember_list(work, turn.message.address, ids, now=turn.now)
    pages = [
        {"text": text, "items": [[i.number, i.due_day_id] for i in on_page]}
        for text, on_page in split_items(head, items)
    ]
    pages[-1]["text"] = f"{pages[-1]['text']}\n{foot}".strip()
    state = {"pages": pages, "at": 0}
    reply = await _show(work, turn, state)
    return Reply(reply.text, tuple(buttons)) if buttons and len(pages) == 1 else reply


async def _show(work: Work, turn: Turn, state: dict[str, Any]) -> Reply:
    pages: list[dict[str, Any]] = state["pages"]
    at: int = state["at"]
    address, language = turn.message.address, turn.language
    dialogue = write_dialogue(KIND, VERSION, {**state, "at": at + 1}, now=turn.now)
    await work.dialogues.save(address, dialogue)
    is_last = at == len(pages) - 1
    more = () if is_last else (make_button("more", language),)
    items: list[tuple[int, int]] = pages[at]["items"]
    shown = tuple(
        make_button("task_show", language, number=number, code=write_code(id_))
        for number, id_ in items[: MOST_BUTTONS - len(more)]
    )
    text = str(pages[at]["text"])
    if len(pages) > 1:
        key = "page_last" if is_last else "page_more"
        text += "\n" + say(key, language, page=at + 1, pages=len(pages))
    return Reply(text, (*more, *shown))


def has_more(turn: Turn) -> bool:
    """Tell whether a list has a page more, and no answer with more to show was given since."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=REMEMBERED)
    if state is None or state["at"] >= len(state["pages"]):
        return False
    return not is_overtaken(turn, KIND, _RIVALS)


async def show_more(work: Work, turn: Turn) -> Reply:
    """Show the next page of a list."""
    state = read_dialogue(turn.dialogues.get(KIND), VERSION)
    return await _show(work, turn, state)
