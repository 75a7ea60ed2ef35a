"""`/desk/lich-han`: due days by month or as a list."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/lich-han", power=Power.VIEW_DUE, title=words.CALENDAR)
    async def calendar(page: DeskPage) -> None:
        del page
