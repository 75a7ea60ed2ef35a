"""What addresses on the desk say: numbers of things, and where in a long list a page stands."""

from collections.abc import Sequence
from functools import partial

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.forms import Field, Filled, build_filters, find_number
from bot.web.desk.widgets.tables import build_pager
from handlers.errors import HandlerError

PAGE = "trang"


def read_id(page: DeskPage, name: str) -> int:
    """Give the number of a thing that a page's path names; raise `HandlerError("desk_gone")`."""
    number = find_number(page.args.get(name, ""))
    if number is None:
        raise HandlerError("desk_gone")
    return number


def read_page(page: DeskPage) -> int:
    """Give the page of a list that the address names; the first where it names none."""
    return find_number(page.query.get(PAGE, "")) or 1


def build_narrowing(page: DeskPage, fields: Sequence[Field], *, label: str) -> None:
    """Lay out what narrows a list down; fields are called as the address calls what they hold."""

    async def narrow(filled: Filled) -> None:
        page.note(**{each.name: filled.get(each.name) for each in fields}, trang="")
        await page.refresh()

    build_filters(fields, narrow, label=label)


def build_turning(page: DeskPage, number: int, pages: int) -> None:
    """Lay out the way to the list's other pages."""
    build_pager(number, pages, partial(_turn, page))


async def _turn(page: DeskPage, number: int) -> None:
    page.note(trang=number if number > 1 else "")
    await page.refresh()
