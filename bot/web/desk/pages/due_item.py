"""`/desk/lich-han/{item}`: one due day: its source, its history, what can be done."""

from bot.web.desk.due.item import build_item
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.due.item import read_code
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/lich-han/{item}", power=Power.VIEW_DUE, title=words.CALENDAR)
    async def due_item(page: DeskPage) -> None:
        await build_item(page, read_code(page.args["item"]))
