"""`/desk/bao-cao`: figures of a period."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.words import common as words
from handlers.desk.visitor import Power


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/bao-cao", power=Power.VIEW_REPORTS, title=words.REPORTS)
    async def reports(page: DeskPage) -> None:
        del page
