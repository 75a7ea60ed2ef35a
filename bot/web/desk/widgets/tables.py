"""Tables that narrow screens stack, and the way through their pages."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.web.desk.widgets.terms import build_term
from bot.web.desk.words import common as words
from bot.web.elements import Tag

Cell = str | Callable[[], object]  # a text, or what builds the cell's content


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `style` is a class of its cells: "num", "wide", "tight".

    `meaning` says how its figures are counted.
    """

    title: str
    style: str = ""
    meaning: str = ""


def build_table(
    caption: str,
    columns: Sequence[Column | str],
    rows: Sequence[Sequence[Cell]],
    *,
    empty: str,
    shows_caption: bool = False,
) -> None:
    """Lay out rows as a table, or say that there are none; the roles keep its meaning stacked."""
    heads = [each if isinstance(each, Column) else Column(each) for each in columns]
    if not rows:
        Tag("p", empty, style="desk-empty")
        return
    with Tag("table", style="desk-table", role="table"):
        Tag("caption", caption, style="" if shows_caption else "unseen")
        with Tag("thead", role="rowgroup"), Tag("tr", role="row"):
            for head in heads:
                with Tag("th", scope="col", role="columnheader", style=head.style):
                    build_term(head.title, head.meaning)
        with Tag("tbody", role="rowgroup"):
            for row in rows:
                _build_row(heads, row)


def _build_row(heads: Sequence[Column], row: Sequence[Cell]) -> None:
    with Tag("tr", role="row"):
        for head, cell in zip(heads, row, strict=True):
            label = {"data_label": head.title} if head.title else {}
            if isinstance(cell, str):
                Tag("td", cell, role="cell", style=head.style, **label)
            else:
                with Tag("td", role="cell", style=head.style, **label), Tag("div"):
                    cell()


def build_pager(page: int, pages: int, turn: Callable[[int], Awaitable[None]]) -> None:
    """Lay out the way to the page before and after; nothing for a single page."""
    if pages < 2:
        return
    with Tag("nav", style="desk-pager", aria_label=words.PAGE_OF.format(page=page, pages=pages)):
        for label, number, name in (
            (words.PREVIOUS, page - 1, "before"),
            (words.NEXT, page + 1, "after"),
        ):
            is_there = 1 <= number <= pages
            button = Tag(
                "button", label, type="button", style="desk-button", id=f"pager-{name}",
                **({} if is_there else {"disabled": ""}),
            )  # fmt: skip
            button.on("click", lambda _event, number=number: turn(number))
            if name == "before":
                Tag("span", words.PAGE_OF.format(page=page, pages=pages))
