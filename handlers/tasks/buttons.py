"""Buttons for items of work; each names its item by code, so that a late press does no harm."""

from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.messages import Button
from handlers.tasks.wording import write_code

MOST_BUTTONS = 5


def offer_acts(due_day_id: int, language: str = "vi") -> tuple[Button, ...]:
    """Offer what an official may do about one item."""
    names = ("task_done", "task_later", "task_not_ours", "task_more_time")
    return tuple(make_button(name, language, code=write_code(due_day_id)) for name in names)


def offer_items(due_day_ids: Sequence[int], language: str = "vi") -> tuple[Button, ...]:
    """Offer to show the first items of a list."""
    return tuple(
        make_button("task_show", language, number=number, code=write_code(id_))
        for number, id_ in enumerate(due_day_ids[:MOST_BUTTONS], 1)
    )


def offer_urging(due_day_ids: Sequence[int], language: str = "vi") -> Button:
    """Offer to urge the officials who hold some items."""
    codes = " ".join(map(write_code, due_day_ids))
    return make_button("task_urge", language, codes=codes)
